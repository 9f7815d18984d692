import { unquote } from './quotes.ts'

const NUMBER =
  /^(?:(?:question|q)[ .]*#?\d{1,4}[a-z]?(?:[ \t]*[.):：、–—-]+(?=\s|\p{L}|["“*_`(]|$)|(?=\s|$))|#?\d{1,4}[a-z]?(?: ?[.)](?=\s|$|\*\*|\p{Lo})|[、．]|:(?=\s)))[ \t]*/iu
const LABEL = /^(?:question|q)[ \t]*[:：][ \t]*/i

/** A question without its number, its label and what encloses it; a backslash before it keeps it as it is. */
export function cleanQuestion(text: string): string {
  const trimmed = text.trim()
  if (trimmed.startsWith('\\')) return trimmed.slice(1)
  const bare = unquote(unlabelled(trimmed).trim()).trim()
  return bare === '' ? trimmed : bare
}

/** A heading that names a section. */
export function cleanSection(text: string): string | null {
  const trimmed = text.trim()
  if (trimmed.startsWith('\\')) return trimmed.slice(1)
  return unlabelled(trimmed).trim() || trimmed || null
}

function unlabelled(text: string): string {
  return text.replace(NUMBER, '').replace(LABEL, '')
}
