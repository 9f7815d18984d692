import { isLatin, width } from './wrap.ts'

// How the lines of a text that is being written fall into rows of a window. Nothing is left out and nothing moved, so that
// a cursor has its place in both.

/** A row on the screen: from where to where in which line, in UTF-16 units. */
interface Row {
  line: number
  start: number
  end: number
}

/** A letter as people see it: a base with its accents, a family of emoji. */
interface Letter {
  text: string
  at: number
  width: number
}

const segmenter = (): Intl.Segmenter => new Intl.Segmenter()

/** The letters of a text, in order. A tab is drawn as one blank. */
function lettersOf(text: string): Letter[] {
  if (isLatin(text)) return Array.from(text, (each, at) => ({ text: each, at, width: 1 }))
  return Array.from(segmenter().segment(text), ({ segment, index }) => ({
    text: segment,
    at: index,
    width: segment === '\t' ? 1 : width(segment),
  }))
}

/** Letters are looked for in no more of a line than this, in units: to find them in a megabyte takes milliseconds. */
const farthestLetter = 2048

/** The letter that a place is in, or right before; null at the end of the line. */
function letterAt(line: string, place: number): { start: number; end: number } | null {
  const from = Math.max(0, place - farthestLetter)
  const near = line.slice(from, place + farthestLetter)
  const letter = segmenter()
    .segment(near)
    .containing(place - from)
  return letter === undefined
    ? null
    : { start: from + letter.index, end: from + letter.index + letter.segment.length }
}

/** Where the letter ends of which this place is in the middle; a place between letters stays. */
export function betweenLetters(line: string, place: number): number {
  if (place <= 0) return 0
  const letter = letterAt(line, place)
  if (letter === null) return line.length
  return letter.start === place ? place : letter.end
}

/** Where the letter before a place begins. */
export const letterBefore = (line: string, place: number): number =>
  place <= 0 ? 0 : (letterAt(line, place - 1)?.start ?? 0)

/** Where the letter after a place ends. */
export const letterAfter = (line: string, place: number): number => betweenLetters(line, place + 1)

/** A line is broken anew after so many units, so that only those near the cursor have to be looked at. */
const blockLength = 4096

/** The stretch of a line with a place in it. */
function blockAt(line: string, at: number): { start: number; end: number } {
  let index = Math.floor(Math.min(at, Math.max(0, line.length - 1)) / blockLength)
  let start = betweenLetters(line, index * blockLength)
  // the letter in which the block would begin belongs to the one before
  while (start > at || (start === line.length && index > 0))
    start = betweenLetters(line, --index * blockLength)
  return { start, end: betweenLetters(line, (index + 1) * blockLength) }
}

/** Breaks a text between words, or beside wide letters, as they have no blanks between them; blanks at an end hang over it. */
function broken(text: string, columns: number): { start: number; end: number }[] {
  const rows: { start: number; end: number }[] = []
  let start = 0
  // the last place to break at, and how wide all is since the start and since that place
  let place = 0
  let used = 0
  let since = 0
  const mayBreakAt = (at: number): void => {
    place = at
    since = 0
  }
  for (const letter of lettersOf(text)) {
    const isBlank = letter.text === ' ' || letter.text === '\t'
    if (letter.width > 1) mayBreakAt(letter.at)
    if (!isBlank && used + letter.width > columns && letter.at > start) {
      const end = place > start ? place : letter.at
      rows.push({ start, end })
      used = place > start ? since : 0
      start = end
    }
    used += letter.width
    since += letter.width
    if (isBlank || letter.width > 1) mayBreakAt(letter.at + letter.text.length)
  }
  return [...rows, { start, end: text.length }]
}

/** The rows of some lines in a window that is so many columns wide. */
export interface SoftRows {
  /** The row with a place in it. Where one row ends and the next one begins, it is the next one. */
  at(line: number, place: number): Row
  before(row: Row): Row | null
  after(row: Row): Row | null
}

/** Breaks only what is asked for, and each stretch once. */
export function softRows(lines: readonly string[], columns: number): SoftRows {
  const known = new Map<string, Row[]>()
  const textOf = (line: number): string => lines[line] ?? ''
  const rowsAt = (line: number, place: number): Row[] => {
    const { start, end } = blockAt(textOf(line), place)
    const key = `${line} ${start}`
    const rows =
      known.get(key) ??
      broken(textOf(line).slice(start, end), columns).map((row) => ({
        line,
        start: start + row.start,
        end: start + row.end,
      }))
    known.set(key, rows)
    return rows
  }
  const at = (line: number, place: number): Row =>
    rowsAt(line, place).findLast(({ start }) => start <= place) ?? { line, start: 0, end: 0 }
  return {
    at,
    before({ line, start }) {
      if (start > 0) return at(line, start - 1)
      return line === 0 ? null : at(line - 1, textOf(line - 1).length)
    },
    after({ line, end }) {
      if (end < textOf(line).length) return at(line, end)
      return line + 1 < lines.length ? at(line + 1, 0) : null
    },
  }
}

/** In which column of its row a place is. Blanks that hang over the end of a row are all in the column after it. */
export const columnOf = (text: string, columns: number): number =>
  Math.min(
    columns,
    lettersOf(text).reduce((sum, letter) => sum + letter.width, 0),
  )

/** The place in a row that is nearest before a column. `isLast`: the row ends its line, and its end is a place too. */
export function placeAt(text: string, column: number, isLast: boolean): number {
  let used = 0
  let place = 0
  for (const letter of lettersOf(text)) {
    place = letter.at
    if (used + letter.width > column) return place
    used += letter.width
  }
  return isLast ? text.length : place
}
