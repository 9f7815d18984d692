// In our own format a line that begins with a backslash is text: `\### no heading`.

import { ownLabelNames } from '../labels.ts'

const names = Object.keys(ownLabelNames).join('|')
const marks = `#{1,3}(?:\\s|$)|\\*\\*(?:${names})(?::\\*\\*|\\*\\*:)|<!--`
const rule = '(?:-[ \\t]*){3,}$|(?:\\*[ \\t]*){3,}$|(?:_[ \\t]*){3,}$'
const escapable = new RegExp(`^([ \\t]*)(\\\\*)(?=${marks}|\`{3}|~{3}|["“„«「『]|${rule})`, 'i')
const startsWithMark = new RegExp(`^[ \\t]*(?:${marks})`, 'i')
const isRule = new RegExp(`^[ \\t]*(?:${rule})`)

/** Adds the backslash that makes a line text. */
export const escapeLine = (text: string): string => text.replace(escapable, '$1\\$2')

/** Removes the backslash that `escapeLine` added. Other lines stay as they are. */
export function unescapeLine(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(escapable, (_, indent: string, slashes: string) => indent + slashes.slice(1))
}

/** Whether `unescapeLine` would remove a backslash. */
export const isEscaped = (text: string): boolean => escapable.exec(text)?.[2]?.startsWith('\\') === true

/** Whether a line would be read as a heading, a label or a comment, or, at the edge of a passage, as a rule. */
export const needsEscape = (text: string, atEdge: boolean): boolean =>
  startsWithMark.test(text) || (atEdge && isRule.test(text))
