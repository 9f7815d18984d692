/** What makes a line of our own format something else than text. */
const TAKEN = '#{1,3}(?:\\s|$)|\\*\\*(?:answer|key points|follow-ups|time|shape)(?::\\*\\*|\\*\\*:)|<!--'
const RULE = '(?:-[ \\t]*){3,}$|(?:\\*[ \\t]*){3,}$|(?:_[ \\t]*){3,}$'
const MARK = new RegExp(`^([ \\t]*)(\\\\*)(?=${TAKEN}|\`{3}|~{3}|["“„«「『]|${RULE})`, 'i')
const PLAIN_MARK = new RegExp(`^[ \\t]*(?:${TAKEN})`, 'i')
const PLAIN_RULE = new RegExp(`^[ \\t]*(?:${RULE})`)

/** Adds a backslash that makes a line text. */
export const escapeLine = (text: string): string => text.replace(MARK, '$1\\$2')

/** Takes back what `escapeLine` added; other lines stay as they are. */
export function unescapeLine(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(MARK, (_, indent: string, slashes: string) => indent + slashes.slice(1))
}

/** Whether reading would take a backslash away. */
export const isEscaped = (text: string): boolean => MARK.exec(text)?.[2]?.startsWith('\\') === true

/** Whether a line would be read as a heading, a label or a comment, or, at the edge of a passage, as a rule. */
export const needsEscape = (text: string, atEdge: boolean): boolean =>
  PLAIN_MARK.test(text) || (atEdge && PLAIN_RULE.test(text))
