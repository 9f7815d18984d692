import type { Line } from '../../text/lines.ts'

const LONGEST = 20 * 1024

export interface Place {
  /** Index of a line. */
  at: number
  column: number
}

/** An HTML tag in a text. */
export interface Tag {
  name: string
  closes: boolean
  start: Place
  after: Place
}

/** The tags outside of code that a pattern finds: it gives a slash, if there is one, and the name. */
export function tagsOf(lines: readonly Line[], pattern: RegExp): Tag[] {
  return lines.flatMap(({ text, code }, at) => {
    if (code || !text.includes('<') || text.length > LONGEST) return []
    return [...text.matchAll(pattern)].map((match) => ({
      name: (match[2] ?? '').toLowerCase(),
      closes: match[1] === '/',
      start: { at, column: match.index },
      after: { at, column: match.index + match[0].length },
    }))
  })
}

export function linesBetween(lines: readonly Line[], from: Place, to: Place): Line[] {
  return lines.slice(from.at, to.at + 1).map((line, index) => {
    const start = index === 0 ? from.column : 0
    const end = from.at + index === to.at ? to.column : line.text.length
    return start > 0 || end < line.text.length ? { ...line, text: line.text.slice(start, end) } : line
  })
}

/** On one line. */
export const textBetween = (lines: readonly Line[], from: Place, to: Place): string =>
  linesBetween(lines, from, to)
    .map((line) => line.text.trim())
    .join(' ')
    .trim()
