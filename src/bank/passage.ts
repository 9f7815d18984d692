import type { Line } from '../text/lines.ts'
import { unquote } from '../text/quotes.ts'
import { unescapeLine } from './own-format/escapes.ts'

const rule = /^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/

/** Lines as one text, without the blank lines, rules and quotation marks around it; null if nothing is left. */
export const passageOf = (lines: readonly Line[]): string | null => textOf(trimmed(lines))

/** The same for our own format, where a backslash keeps a line as it is. */
export function ownPassage(lines: readonly Line[]): string | null {
  const kept = trimmed(lines)
  if (!kept.some((line) => !line.code && line.text.includes('\\'))) return textOf(kept)
  const unescaped = withoutQuotes(kept).map((line) => (line.code ? line.text : unescapeLine(line.text)))
  return unescaped.join('\n').trimEnd() || null
}

function textOf(lines: readonly Line[]): string | null {
  let text = ''
  for (const line of lines) text += text === '' ? line.text : `\n${line.text}`
  const inner = unquote(text.trim())
  return (inner.length < text.trim().length ? inner.trim() : text.trimEnd()) || null
}

function trimmed(lines: readonly Line[]): readonly Line[] {
  let start = 0
  let end = lines.length
  while (start < end && isEmpty(lines[start])) start++
  while (end > start && isEmpty(lines[end - 1])) end--
  return start === 0 && end === lines.length ? lines : lines.slice(start, end)
}

function isEmpty(line: Line | undefined): boolean {
  if (!line) return true
  return !line.code && (line.text.trim() === '' || (line.text.length < 200 && rule.test(line.text)))
}

function withoutQuotes(lines: readonly Line[]): readonly Line[] {
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
