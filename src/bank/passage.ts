import { unescapeLine } from './escapes.ts'
import type { Line } from './lines.ts'
import { unquote } from './quotes.ts'

const RULE = /^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/

/** Lines as one text, without what is around it: blank lines, rules, enclosing quotation marks. Null if nothing is left. */
export const passageOf = (lines: readonly Line[]): string | null => textOf(withoutQuotes(trimmed(lines)))

/** The same in our own format, in which a backslash keeps lines as they are. */
export const ownPassage = (lines: readonly Line[]): string | null =>
  textOf(
    withoutQuotes(trimmed(lines)).map((line) =>
      line.code ? line : { ...line, text: unescapeLine(line.text) },
    ),
  )

function textOf(lines: readonly Line[]): string | null {
  const text = lines
    .map((line) => line.text)
    .join('\n')
    .trimEnd()
  return text.trim() === '' ? null : text
}

function trimmed(lines: readonly Line[]): Line[] {
  let start = 0
  let end = lines.length
  while (start < end && isEmpty(lines[start])) start++
  while (end > start && isEmpty(lines[end - 1])) end--
  return lines.slice(start, end)
}

function isEmpty(line: Line | undefined): boolean {
  if (!line) return true
  return !line.code && (line.text.trim() === '' || (line.text.length < 200 && RULE.test(line.text)))
}

function withoutQuotes(lines: Line[]): Line[] {
  const first = lines[0]
  if (!first) return lines
  const text = lines
    .map((line) => line.text)
    .join('\n')
    .trim()
  const inner = unquote(text)
  if (inner === text) return lines
  return inner
    .trim()
    .split('\n')
    .map((text, index) => ({ number: 0, text, code: lines[index]?.code ?? false }))
}
