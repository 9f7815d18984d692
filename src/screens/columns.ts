import { padEnd, width, wrap } from '../text/wrap.ts'

/** Rows of cells in columns two spaces apart; the last cell wraps under itself where the line is too narrow. */
export function columns(rows: readonly (readonly string[])[], columnsWide: number): string {
  const last = rows.reduce((most, row) => Math.max(most, row.length - 1), 0)
  const widths = Array.from({ length: last }, (_, i) =>
    rows.reduce((widest, row) => Math.max(widest, width(row[i] ?? '')), 0),
  )
  const rest = ' '.repeat(widths.reduce((all, each) => all + each + 2, 0))
  return rows.map((row) => line(row, widths, rest, columnsWide)).join('')
}

function line(row: readonly string[], widths: readonly number[], rest: string, columnsWide: number): string {
  const cells = widths.map((cells, i) => `${padEnd(row[i] ?? '', cells)}  `).join('')
  const text = row[widths.length] ?? ''
  if (text === '') return `${cells.trimEnd()}\n`
  // with no room beside the others, the last cell goes below them
  if (columnsWide - rest.length < 20 && columnsWide < 60) {
    return `${cells.trimEnd()}\n${wrap(text, columnsWide, { first: '   ', rest: '   ' })}\n`
  }
  return `${wrap(text, columnsWide, { first: cells, rest, width: rest.length }).trimEnd()}\n`
}
