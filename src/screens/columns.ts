import { padEnd, width, wrap, wrapLong } from '../text/wrap.ts'

/** With less room than this beside the others, a last cell that has to be wrapped goes below them. */
const enough = 20

/**
 * Rows of cells, two spaces apart; where a row is too long, its last cell wraps in its own column. Where even the others are too
 * long, there are two columns.
 */
export function columns(rows: readonly (readonly string[])[], totalWidth: number): string {
  const last = rows.reduce((most, row) => Math.max(most, row.length - 1), 0)
  const widths = Array.from({ length: last }, (_, i) =>
    rows.reduce((widest, row) => Math.max(widest, width(row[i] ?? '')), 0),
  )
  const rest = ' '.repeat(widths.reduce((all, each) => all + each + 2, 0))
  const room = totalWidth - rest.length
  if (room < 0 && last > 1) return columns(rows.map(inTwo), totalWidth)
  const isBelow = room < enough && rows.some((row) => width(row[last] ?? '') > room)
  return rows.map((row) => line(row, widths, isBelow ? null : rest, totalWidth)).join('')
}

/** A row with all but its first cell in one, which can be wrapped. */
const inTwo = ([first = '', ...cells]: readonly string[]): string[] => [first, toSay(cells).join(', ')]

/** The cells of which there is something to say. */
const toSay = (cells: readonly string[]): string[] =>
  cells.map((cell) => cell.trim()).filter((cell) => cell !== '')

/** The same for ears: a row a line, the others of its cells said of the first. */
export const sentences = (rows: readonly (readonly string[])[], totalWidth: number): string =>
  rows.map(([name = '', ...cells]) => `${wrap(sentence(name, cells), totalWidth)}\n`).join('')

function sentence(name: string, cells: readonly string[]): string {
  const said = toSay(cells)
  const ends = /[?.!？]$/.test(name)
  return said.length === 0 ? `${name}${ends ? '' : '.'}` : `${name}${ends ? '' : ':'} ${said.join(', ')}.`
}

/** Where a last cell stands that goes below the others. */
const below = { first: '   ', rest: '   ' }

/**
 * Whether a text has a word, such as a path, that is too long for so many columns, and not for so many more. Wide letters are
 * no such word: they may be broken anywhere.
 */
const breaksWord = (text: string, columns: number, more: number): boolean =>
  text.length > columns &&
  text.split(/\s+/).some((word) => {
    const cells = width(word)
    return cells > columns && cells <= more && cells <= word.length
  })

/** `rest`: what stands below the cells, left of the last one; null: that one goes below them. */
function line(
  row: readonly string[],
  widths: readonly number[],
  rest: string | null,
  totalWidth: number,
): string {
  const cells = widths.map((cells, i) => `${padEnd(row[i] ?? '', cells)}  `).join('')
  const text = row[widths.length] ?? ''
  if (text === '') return `${wrapLong(cells.trimEnd(), totalWidth)}\n`
  if (rest === null || breaksWord(text, totalWidth - rest.length, totalWidth - below.first.length))
    return `${wrapLong(cells.trimEnd(), totalWidth)}\n${wrap(text, totalWidth, below)}\n`
  return `${wrap(text, totalWidth, { first: cells, rest, width: rest.length }).trimEnd()}\n`
}
