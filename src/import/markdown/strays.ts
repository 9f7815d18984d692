// Finds the questions that have lost their mark: where each answer is one paragraph, another paragraph that begins with a
// question is none of it.

import type { Line } from '../../text/lines.ts'
import type { Candidate } from './candidates.ts'
import type { Outline } from './outline.ts'
import { firstFrom } from './places.ts'

interface Range {
  candidate: Candidate
  end: number
}

/** So many questions tell how long the answers are. */
const fewest = 2

/** The unmarked and bold questions in the answers to others; none where any other answer has a second paragraph. */
export function straysIn(asked: readonly Range[], { lines, candidates, asks }: Outline): Candidate[] {
  const found: Candidate[] = []
  for (const { candidate, end } of asked) {
    if (candidate.row || candidate.details) return []
    for (const at of paragraphsIn(lines, candidate.end, end)) {
      const own = candidates[firstFrom(candidates, at)]
      if (own === undefined || own.at !== at || !isQuestion(own) || !asks(own, false)) return []
      if (isBlank(lines, own.end) || own.end >= end || lines[at]?.text.startsWith('>')) return []
      found.push(own)
    }
  }
  return asked.length < Math.max(fewest, found.length) ? [] : found
}

const isQuestion = ({ mark, rest, indent, text }: Candidate): boolean =>
  (mark === 'plain' || mark === 'bold') && rest === '' && indent === 0 && /[?？]\W*$/.test(text)

/** Where the paragraphs below the first one begin. */
function paragraphsIn(lines: readonly Line[], from: number, to: number): number[] {
  let first = from
  while (first < to && isBlank(lines, first)) first++
  const starts: number[] = []
  for (let at = first + 1; at < to; at++) if (!isBlank(lines, at) && isBlank(lines, at - 1)) starts.push(at)
  return starts
}

const isBlank = (lines: readonly Line[], at: number): boolean => (lines[at]?.text ?? '').trim() === ''
