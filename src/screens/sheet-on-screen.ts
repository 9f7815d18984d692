import { truncate } from '../text/wrap.ts'
import { ellipsis } from './layout.ts'
import { markdown } from './markdown.ts'
import type { Size, Style } from './style.ts'

/** The lines that a prompt takes below a page. */
const promptLines = 2

/**
 * The page for the morning, which is markdown, in pages that fit on a screen. It is one where that can be: without blank
 * lines, and else with one line each for a question and for what to say.
 */
export function sheetOnScreen(text: string, size: Size, style: Style): string[] {
  const room = Math.max(4, size.rows - promptLines)
  const broken = text.replace(/\n {2}(?=\S)/g, '  \n  ')
  const whole = markdown(broken, size.columns, style)
  const tight = withoutBlanks(whole)
  const fitting = [whole, tight, cutToLines(text, size.columns, style)].find(
    (each) => each.split('\n').length <= room,
  )
  return fitting === undefined ? pagesOf(whole.split('\n'), room) : [fitting]
}

const withoutBlanks = (text: string): string => text.replace(/\n(?:[ \t]*\n)+/g, '\n')

/** Wide enough that no line is wrapped. */
const endless = 100_000

/** The change comes first, as it is what was meant for this day. */
const cutToLines = (text: string, columns: number, style: Style): string =>
  withoutBlanks(
    markdown(
      text.replace(/\n {2}(\S.*)\n {2}(\S.*)/g, '  \n  $2 · $1').replace(/(\S)\n {2}(?=\S)/g, '$1  \n  '),
      endless,
      style,
    ),
  )
    .split('\n')
    .map((line) => truncate(line, columns, ellipsis(style)))
    .join('\n')

/** Pages of at most so many lines. They end before an entry or a title, where there is one in their second half. */
function pagesOf(lines: readonly string[], room: number): string[] {
  if (lines.length <= room) return [lines.join('\n')]
  const starts = lines.findLastIndex(
    (line, at) => at > room / 2 && at <= room && /^\S/.test(line) && line.trim() !== '',
  )
  const end = starts < 0 ? room : starts
  return [lines.slice(0, end).join('\n').trimEnd(), ...pagesOf(lines.slice(end), room)]
}
