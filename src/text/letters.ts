import { unicode } from './unicode.ts'

/**
 * The index of the first letter, of any script, from an index on; the length of the text where there is none. What begins
 * with `[^\p{L}]*` takes V8 longer to compile than a file to read: the set is built for each place where it stands.
 */
export function firstLetter(text: string, from = 0): number {
  let at = from
  while (at < text.length && !isLetterAt(text, at)) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
  return at
}

function isLetterAt(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0
  if (code < 128) return (code | 32) > 96 && (code | 32) < 123
  return unicode('\\p{L}').test(String.fromCodePoint(code))
}
