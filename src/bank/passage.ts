import { unescapeLine } from './escapes.ts'
import type { Line } from './lines.ts'
import { unquote } from './quotes.ts'

const RULE = /^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/

/** Lines as one text, without what is around it: blank lines, rules, enclosing quotation marks. Null if nothing is left. */
export function passageOf(lines: readonly Line[], escaped: boolean): string | null {
  let start = 0
  let end = lines.length
  while (start < end && isEmpty(lines[start])) start++
  while (end > start && isEmpty(lines[end - 1])) end--
  const kept = withoutQuotes(lines.slice(start, end))
  const text = kept.map((line) => (escaped && !line.code ? unescapeLine(line.text) : line.text)).join('\n')
  return text.trim() === '' ? null : text.trimEnd()
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
