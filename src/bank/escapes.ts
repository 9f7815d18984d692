/**
 * In our own format a backslash takes from a line of an answer what would make it something else: a heading, a label, a
 * fence, a comment, a rule, an enclosing quotation mark.
 */
const MARK =
  /^([ \t]*)(\\*)(?=#{1,3}(?:\s|$)|\*\*(?:answer|key points|follow-ups|time|shape)(?::\*\*|\*\*:)|`{3}|~{3}|<!--|["“„«「『]|(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$)/i

export function escapeLine(text: string): string {
  return text.replace(MARK, '$1\\$2')
}

/** What `escapeLine` did is undone; a line it has not touched stays as it is. */
export function unescapeLine(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(MARK, (_, indent: string, slashes: string) => indent + slashes.slice(1))
}

/** Whether a line must be escaped so that it can be read back. */
export const isEscaped = (text: string): boolean => MARK.exec(text)?.[2]?.startsWith('\\') === true
