import { safe } from './safe.ts'
import { betweenLetters, columnOf, letterAfter, letterBefore, placeAt, softRows } from './soft-wrap.ts'

/** A place in a text: a line, and in it a number of UTF-16 units, never within a letter. */
interface Place {
  line: number
  at: number
}

/** A text that is being written, with a cursor in it. */
export interface Writing extends Place {
  /** One at least. */
  lines: readonly string[]
  /** The column that the cursor keeps to while it goes up and down; null after anything else. */
  goal: number | null
  /** What was cut last, to be put somewhere else. */
  cut: string
}

/** A text with the cursor at its end. */
export function writingOf(lines: readonly string[]): Writing {
  const all = lines.length === 0 ? [''] : lines
  return { lines: all, line: all.length - 1, at: all.at(-1)?.length ?? 0, goal: null, cut: '' }
}

/** What a key does to a text. Columns and rows are those of the window. */
export type Edit = (writing: Writing, columns: number, rows: number) => Writing

/** The line at the cursor. */
const lineOf = ({ lines, line }: Writing): string => lines[line] ?? ''

const moved = (writing: Writing, { line, at }: Place): Writing => ({
  ...writing,
  line,
  at: betweenLetters(writing.lines[line] ?? '', at),
  goal: null,
})

/** Puts text in the place of what is between two others; the cursor comes after it. */
function replaced(writing: Writing, from: Place, to: Place, text: string): Writing {
  const { lines } = writing
  const given = text.split('\n')
  const before = (lines[from.line] ?? '').slice(0, from.at)
  const after = (lines[to.line] ?? '').slice(to.at)
  const last = given.length - 1
  const put = given.map((each, index) => (index === 0 ? before : '') + each + (index === last ? after : ''))
  const at = (last === 0 ? before.length : 0) + (given[last] ?? '').length
  const all =
    put.length === 1 && from.line === to.line
      ? lines.with(from.line, put[0] ?? '')
      : [...lines.slice(0, from.line), ...put, ...lines.slice(to.line + 1)]
  return moved({ ...writing, lines: all }, { line: from.line + last, at })
}

/** Types text, or pastes it, with what would harm a terminal made visible. */
export const inserted = (writing: Writing, text: string): Writing =>
  replaced(writing, writing, writing, safe(text))

/** Where the cursor would be, without anything else of a text. */
type Aim = (writing: Writing) => Place

const left: Aim = (writing) => {
  const { line, at } = writing
  if (at > 0) return { line, at: letterBefore(lineOf(writing), at) }
  return line === 0 ? writing : { line: line - 1, at: writing.lines[line - 1]?.length ?? 0 }
}

const right: Aim = (writing) => {
  const { line, at, lines } = writing
  if (at < lineOf(writing).length) return { line, at: letterAfter(lineOf(writing), at) }
  return line + 1 < lines.length ? { line: line + 1, at: 0 } : writing
}

const lineStart: Aim = ({ line }) => ({ line, at: 0 })
const lineEnd: Aim = (writing) => ({ line: writing.line, at: lineOf(writing).length })
const textStart: Aim = () => ({ line: 0, at: 0 })
const textEnd: Aim = ({ lines }) => ({ line: lines.length - 1, at: lines.at(-1)?.length ?? 0 })

/** No word is looked for farther away, in units: on a line without end that would take too long. */
const farthestWord = 1000

/** The words of a stretch, in any language, from where to where. */
const wordsIn = (text: string): { start: number; end: number }[] =>
  [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)]
    .filter((word) => word.isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }))

/** To the start of a word, at the start of a line to the line before. */
const wordLeft: Aim = (writing) => {
  const { line, at } = writing
  if (at === 0) return left(writing)
  const from = Math.max(0, at - farthestWord)
  const word = wordsIn(lineOf(writing).slice(from, at)).at(-1)
  return { line, at: from + (word?.start ?? 0) }
}

/** To the end of a word, at the end of a line to the line after. */
const wordRight: Aim = (writing) => {
  const { line, at } = writing
  const text = lineOf(writing)
  if (at === text.length) return right(writing)
  const word = wordsIn(text.slice(at, at + farthestWord))[0]
  return { line, at: at + (word?.end ?? farthestWord) }
}

/** To the blank before a word, as Ctrl-W takes it. */
const blankLeft: Aim = (writing) => {
  const { line, at } = writing
  if (at === 0) return left(writing)
  const text = lineOf(writing)
  let to = at
  while (to > 0 && isBlank(text[to - 1])) to--
  while (to > 0 && !isBlank(text[to - 1])) to--
  return { line, at: to }
}

const isBlank = (character: string | undefined): boolean => character !== undefined && /\s/.test(character)

/** To the end of the line, and there to the next one. */
const restOfLine: Aim = (writing) =>
  writing.at === lineOf(writing).length ? right(writing) : lineEnd(writing)

const goTo =
  (aim: Aim): Edit =>
  (writing) =>
    moved(writing, aim(writing))

const isBefore = (a: Place, b: Place): boolean => a.line < b.line || (a.line === b.line && a.at < b.at)

/** Takes out what is between the cursor and there. `keep`: it can be put back. */
const takeTo =
  (aim: Aim, keep = true): Edit =>
  (writing) => {
    const there = moved(writing, aim(writing))
    const [from, to] = isBefore(there, writing) ? [there, writing] : [writing, there]
    const taken = between(writing, from, to)
    if (taken === '') return writing
    return replaced(keep ? { ...writing, cut: taken } : writing, from, to, '')
  }

function between({ lines }: Writing, from: Place, to: Place): string {
  const all = lines.slice(from.line, to.line + 1)
  const last = (all.pop() ?? '').slice(0, to.at)
  return [...all, last].join('\n').slice(from.at)
}

/** So many rows up or down, in the same column where there is one. */
const goBy =
  (direction: 'before' | 'after', byWindow: boolean): Edit =>
  (writing, columns, window) => {
    const { lines, line, at } = writing
    const rows = softRows(lines, columns)
    const own = rows.at(line, at)
    const goal = writing.goal ?? columnOf(lineOf(writing).slice(own.start, at), columns)
    let row = own
    for (let left = byWindow ? Math.max(1, window - 1) : 1; left > 0; left--)
      row = rows[direction](row) ?? row
    if (row === own) return writing
    const text = lines[row.line] ?? ''
    const place = row.start + placeAt(text.slice(row.start, row.end), goal, row.end === text.length)
    return { ...moved(writing, { line: row.line, at: place }), goal }
  }

/** What can be done to a text by a key. */
export const edits = {
  left: goTo(left),
  right: goTo(right),
  up: goBy('before', false),
  down: goBy('after', false),
  pageUp: goBy('before', true),
  pageDown: goBy('after', true),
  lineStart: goTo(lineStart),
  lineEnd: goTo(lineEnd),
  textStart: goTo(textStart),
  textEnd: goTo(textEnd),
  wordLeft: goTo(wordLeft),
  wordRight: goTo(wordRight),
  takeLetterBefore: takeTo(left, false),
  takeLetterAfter: takeTo(right, false),
  takeWordBefore: takeTo(wordLeft),
  takeWordAfter: takeTo(wordRight),
  takeToBlank: takeTo(blankLeft),
  takeToStart: takeTo(lineStart),
  takeToEnd: takeTo(restOfLine),
  putBack: (writing: Writing): Writing => inserted(writing, writing.cut),
} satisfies Record<string, Edit>

/** The rows around the cursor that a window has room for, and where in them the cursor is. */
export function windowOn(
  { lines, line, at }: Writing,
  columns: number,
  room: number,
): { rows: string[]; row: number; column: number } {
  const all = softRows(lines, columns)
  const own = all.at(line, at)
  const rows = [own]
  let row = 0
  for (let next = all.before(own); next !== null && row < room - 1; next = all.before(next)) {
    rows.unshift(next)
    row++
  }
  const most = row + room
  for (let next = all.after(own); next !== null && rows.length < most; next = all.after(next)) rows.push(next)
  const from = Math.max(0, Math.min(row - Math.floor(room / 2), rows.length - room))
  const textOf = (each: (typeof rows)[number]): string => (lines[each.line] ?? '').slice(each.start, each.end)
  return {
    rows: rows.slice(from, from + room).map((each) => textOf(each).replaceAll('\t', ' ').trimEnd()),
    row: row - from,
    column: columnOf((lines[line] ?? '').slice(own.start, at), columns),
  }
}
