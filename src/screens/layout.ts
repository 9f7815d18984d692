import { inAscii } from '../text/ascii.ts'
import { type Indent, truncate, width, wrap, wrapToLines } from '../text/wrap.ts'
import type { Size, Style } from './style.ts'

/** A text as a style shows it; taken before anything is measured, as an ellipsis in ASCII is wider. */
export const shownIn = (style: Style, text: string): string => (style.ascii ? inAscii(text) : text)

/** All texts in the data of a screen, as a style shows them. */
export const dataIn = <T>(style: Style, data: T): T => (style.ascii ? (asciiIn(data) as T) : data)

function asciiIn(value: unknown): unknown {
  if (typeof value === 'string') return inAscii(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(asciiIn)
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, asciiIn(each)]))
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asciiIn(each)]))
}

/** What stands for what is cut. */
export const ellipsis = (style: Style): string => (style.ascii ? '...' : '…')

/** What stands between texts side by side. */
export const separator = (style: Style): string => (style.ascii ? ' | ' : ' · ')

/** The columns of a line that repaints: all but the last, where some terminals break the line. */
export const liveColumns = (size: Size): number => Math.max(1, size.columns - 1)

/** One line, cut if it is too long. */
export const cutToWidth = (line: string, size: Size, style: Style): string =>
  truncate(shownIn(style, line), liveColumns(size), ellipsis(style))

/** A change that was noted takes no more lines than this, however long it is; `show` has it whole. */
const maxChangeLines = 3

/** Text with a change in it, wrapped, and cut where the change is too long. */
export const changeLines = (text: string, columns: number, style: Style, indent?: Indent): string =>
  wrapToLines(shownIn(style, text), columns, maxChangeLines, { ellipsis: ellipsis(style), indent })

/** Running text as lines, with `rest` before all but the first. */
export const wrappedLines = (text: string, size: Size, rest = ''): string[] =>
  wrap(text, liveColumns(size), { first: '', rest }).split('\n')

/** Short texts side by side, on as few lines as possible; only one that is too long alone is broken. */
export function sideBySide(texts: string[], columns: number, style: Style): string[] {
  const between = separator(style)
  const lines: string[] = []
  let line = ''
  for (const each of texts) {
    const text = shownIn(style, each)
    const longer = line === '' ? text : line + between + text
    if (line !== '' && width(longer) > columns) {
      lines.push(line)
      line = text
    } else line = longer
  }
  return [...lines, line].flatMap((each) => wrap(each, columns).split('\n'))
}

/** The keys that work now: in the first wording that fits on one line, else in the first one on several. */
export function keyHints(wordings: [string[], ...string[][]], size: Size, style: Style): string[] {
  const laidOut = wordings.map((names) =>
    sideBySide(
      names.map((name) => withKey(name, style)),
      liveColumns(size),
      style,
    ),
  )
  const lines = laidOut.find(({ length }) => length === 1) ?? laidOut[0] ?? []
  return lines.map((line) => style.quiet(line))
}

/** `s skip` with its key in bold. */
const withKey = (name: string, { bold }: Style): string =>
  name.replace(/^(?:(?:↑↓|up\/down) space|space|enter|1-4|[a-z?])(?= |$)/i, (key) => bold(key))

/** The first wording of a line that fits, else the last one, cut. */
export function firstThatFits(wordings: string[], size: Size, style: Style): string {
  const fits = wordings.find((line) => width(line) <= liveColumns(size))
  return fits ?? cutToWidth(wordings.at(-1) ?? '', size, style)
}

/** The first layout of a screen that fits into `rows` lines, else the last one, cut. */
export function firstLayoutThatFits(layouts: (() => string[])[], rows: number): string[] {
  let lines: string[] = []
  for (const layout of layouts) {
    lines = layout()
    if (lines.length <= rows) break
  }
  return lines.slice(0, rows)
}
