import { padEnd, width, wrap } from '../text/wrap.ts'

/** Rows of cells, two spaces apart; where a row is too long, its last cell wraps in its own column. */
export function columns(rows: readonly (readonly string[])[], totalWidth: number): string {
  const last = rows.reduce((most, row) => Math.max(most, row.length - 1), 0)
  const widths = Array.from({ length: last }, (_, i) =>
    rows.reduce((widest, row) => Math.max(widest, width(row[i] ?? '')), 0),
  )
  const rest = ' '.repeat(widths.reduce((all, each) => all + each + 2, 0))
  return rows.map((row) => line(row, widths, rest, totalWidth)).join('')
}

function line(row: readonly string[], widths: readonly number[], rest: string, totalWidth: number): string {
  const cells = widths.map((cells, i) => `${padEnd(row[i] ?? '', cells)}  `).join('')
  const text = row[widths.length] ?? ''
  if (text === '') return `${cells.trimEnd()}\n`
  // with too little room beside the others, the last cell goes below them
  if (totalWidth - rest.length < 20) {
    return `${cells.trimEnd()}\n${wrap(text, totalWidth, { first: '   ', rest: '   ' })}\n`
  }
  return `${wrap(text, totalWidth, { first: cells, rest, width: rest.length }).trimEnd()}\n`
}
