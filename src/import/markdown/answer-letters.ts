// Finds the answers that have but a letter, `A: So.`, below questions with another mark: `1. Why?`, `## Why?`.

import { isQuestionLike } from '../../bank/likeness.ts'
import { prefixOf } from '../../bank/prefix.ts'
import { longestLine } from '../../text/limits.ts'
import type { Line } from '../../text/lines.ts'

const letter = /^([ \t]*(?:[-*+][ \t]+)?(?:\*\*|__)?)A(?=(?:\*\*|__)?[:：](?:\s|$|\*\*|__))/
/** Options to choose from, and the parts of a story. */
const other = /^[ \t]*(?:[-*+][ \t]+)?(?:\*\*|__)?[BCSTR](?:\*\*|__)?[:：.)]/
const fewest = 2

/** The lines, with `Answer` for `A` where two lines or more begin so, each below a line that may ask. */
export function withAnswerLetters(lines: readonly Line[]): readonly Line[] {
  const found = new Set<Line>()
  for (const [at, line] of lines.entries()) {
    if (line.code || line.text.length > longestLine) continue
    if (other.test(line.text)) return lines
    if (!letter.test(line.text)) continue
    if (mayAsk(lines, at)) found.add(line)
  }
  if (found.size < fewest) return lines
  return lines.map((line) =>
    found.has(line) ? { ...line, text: line.text.replace(letter, '$1Answer') } : line,
  )
}

/** Whether the nearest line above with text has a mark of a question, or asks. */
function mayAsk(lines: readonly Line[], at: number): boolean {
  let above = at - 1
  while (above > at - 3 && lines[above]?.text.trim() === '') above--
  const { text = '', code = true } = lines[above] ?? {}
  if (code || text.length > longestLine) return false
  return (
    /^[ \t]*(?:#{1,6} |\*\*|__)/.test(text) || prefixOf(text).kind !== null || isQuestionLike(text, false)
  )
}
