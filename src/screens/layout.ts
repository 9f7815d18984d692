import { truncate, width, wrap } from '../text/wrap.ts'
import type { Size, Style } from './style.ts'

/** Between facts or keys on one line. */
const separator = (style: Style): string => (style.ascii ? ' | ' : ' · ')

/** The columns of a line that repaints: the last one stays free, for some terminals break a line there. */
export const liveColumns = (size: Size): number => Math.max(1, size.columns - 1)

/** One line, cut where it is too long. */
export const cutToWidth = (line: string, size: Size, style: Style): string =>
  truncate(line, liveColumns(size), style.ascii ? '...' : '…')

/** Running text as lines, `rest` before all but the first. */
export const wrappedLines = (text: string, size: Size, rest = ''): string[] =>
  wrap(text, liveColumns(size), { first: '', rest }).split('\n')

/** Short texts side by side, on as few lines as the width allows, broken only between them. */
export function sideBySide(texts: string[], columns: number, style: Style): string[] {
  const between = separator(style)
  const lines: string[] = []
  let line = ''
  for (const text of texts) {
    const longer = line === '' ? text : line + between + text
    if (line !== '' && width(longer) > columns) {
      lines.push(line)
      line = text
    } else line = longer
  }
  return [...lines, line].flatMap((each) => wrap(each, columns).split('\n'))
}

/** The keys that work now: the first of some wordings that fits on one line, else the first on several. */
export function keyHints(wordings: [string[], ...string[][]], size: Size, style: Style): string[] {
  const laid = wordings.map((names) => sideBySide(names, liveColumns(size), style))
  const lines = laid.find(({ length }) => length === 1) ?? laid[0] ?? []
  return lines.map((line) => style.dim(line))
}

/** The first of some wordings of a line that fits, the last one cut. */
export function firstThatFits(wordings: string[], size: Size, style: Style): string {
  const fits = wordings.find((line) => width(line) <= liveColumns(size))
  return fits ?? cutToWidth(wordings.at(-1) ?? '', size, style)
}

/** The first of some layouts of a screen that fits in so many lines, the last one cut. */
export function firstLayoutThatFits(layouts: (() => string[])[], rows: number): string[] {
  let lines: string[] = []
  for (const layout of layouts) {
    lines = layout()
    if (lines.length <= rows) break
  }
  return lines.slice(0, rows)
}
