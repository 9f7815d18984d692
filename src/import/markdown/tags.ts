// Finds HTML tags, such as `<li>`, and cuts out the text between two places.

import { longestLine } from '../../text/limits.ts'
import type { Line } from '../../text/lines.ts'

export interface Place {
  /** Index of a line. */
  at: number
  column: number
}

/** An HTML tag: `<li>`, or `</li>`, which closes. */
export interface Tag {
  /** In lower case. */
  name: string
  closes: boolean
  start: Place
  /** Just after it. */
  after: Place
}

/** The tags outside code that a pattern with the flag `g` finds. Its groups are the optional slash and the name. */
export function tagsOf(lines: readonly Line[], pattern: RegExp): Tag[] {
  const tags: Tag[] = []
  for (let at = 0; at < lines.length; at++) {
    const { text, code } = lines[at] as Line
    if (code || !text.includes('<') || text.length > longestLine) continue
    for (const match of text.matchAll(pattern)) {
      const start = { at, column: match.index }
      const after = { at, column: match.index + match[0].length }
      tags.push({ name: (match[2] ?? '').toLowerCase(), closes: match[1] === '/', start, after })
    }
  }
  return tags
}

/** The lines between two places, with the first and the last one cut. */
export function linesBetween(lines: readonly Line[], from: Place, to: Place): Line[] {
  return lines.slice(from.at, to.at + 1).map((line, index) => {
    const start = index === 0 ? from.column : 0
    const end = from.at + index === to.at ? to.column : line.text.length
    return start > 0 || end < line.text.length ? { ...line, text: line.text.slice(start, end) } : line
  })
}

/** The text between two places, on one line. */
export const textBetween = (lines: readonly Line[], from: Place, to: Place): string =>
  linesBetween(lines, from, to)
    .map((line) => line.text.trim())
    .join(' ')
    .trim()
