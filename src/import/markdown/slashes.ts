// Reads the lines that programmers set apart as they do comments, `// Why?`, or in brackets, `[Why?]`, where these ask: they
// are headings.

import { isQuestionLike } from '../../bank/likeness.ts'
import type { Line } from '../../text/lines.ts'

const slashes = /^(?:\/\/+|--|;;+|%%?)[ \t]+(?=\p{L}|["“¿])/u
const fewest = 3

/** No link, box or time: `[Why?]` is all of a line. */
const bracketed = /^\[([^[\]|]{3,200})\][:：]?[ \t]*$/

/** Lines in brackets as headings, where two in three ask, two at least. */
export function withBrackets(lines: readonly Line[]): readonly Line[] {
  const marked = lines.filter(({ text, code }) => !code && text.startsWith('[') && bracketed.test(text))
  const asking = marked.filter(({ text }) => isQuestionLike(bracketed.exec(text)?.[1] ?? '', false))
  if (asking.length < 2 || asking.length * 3 < marked.length * 2) return lines
  const heads = new Set(marked)
  return lines.map((line) =>
    heads.has(line) ? { ...line, text: line.text.replace(bracketed, '### $1') } : line,
  )
}

/** Lines with a heading's mark in the place of one that three at least begin with, of which two in three ask. */
export function withSlashes(lines: readonly Line[]): readonly Line[] {
  const marked = lines.filter(({ text, code }) => !code && slashes.test(text.slice(0, 20)))
  if (marked.length < fewest) return lines
  const marks = new Set(marked.map(({ text }) => slashes.exec(text)?.[0].trim()))
  const asking = marked.filter(({ text }) => isQuestionLike(text.replace(slashes, ''), false))
  const isHead = marks.size === 1 && asking.length * 3 >= marked.length * 2
  if (!isHead || lines.some(({ text, code }) => !code && /^#{1,6} /.test(text))) return lines
  const heads = new Set(marked)
  return lines.map((line) => (heads.has(line) ? { ...line, text: line.text.replace(slashes, '## ') } : line))
}
