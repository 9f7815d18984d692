// Finds the lines within answers that read like questions, but are not marked like them: whoever wrote `Why management?` below
// `A: So.` may have meant it as the next question.

import type { Draft, NamedLine } from '../../bank/draft.ts'
import { labelIn } from '../../bank/labels.ts'
import { rowKinds, type Scan } from '../../text/lines.ts'
import { plainText } from '../../text/plain-text.ts'
import type { Candidate } from './candidates.ts'
import { isNote } from './later.ts'
import type { Outline } from './outline.ts'
import { asksPlainly, mayName } from './plainly.ts'

const longest = 160
const shortLine = 50
/** A mark at the end, or in English `Tell me about it.`, which is no sentence of an answer. */
const mayAsk = /[?？]["”*_)]*\s*$|^\W*(?:tell me about|describe an? |give me an? )/i

/** The lines within answers that may ask: they stand as the questions do, but so do the answers, or too few are sure. */
export function undecided({ lines, candidates, siblings }: Outline, drafts: readonly Draft[]): NamedLine[] {
  const asked = new Set(drafts.map(({ line }) => line))
  const questions = candidates.filter(({ at }) => asked.has(lines[at]?.number ?? 0))
  const marks = new Set(questions.filter(isMarked).map(markOf))
  if (siblings.unsure.length === 0 && marks.size === 0) return []
  const names = new Map<string, number>()
  for (const { text } of candidates) names.set(text, (names.get(text) ?? 0) + 1)
  const marked = candidates.filter(
    (each) => isMarked(each) && marks.has(markOf(each)) && names.get(each.text) === 1 && mayName(each.text),
  )
  const markAt = new Map(questions.map((each) => [lines[each.at]?.number, markOf(each)]))
  const sorted = [...drafts].sort((a, b) => a.line - b.line)
  let next = 0
  return [
    ...siblings.unsure.map((at) => ({ at, own: null })),
    ...marked.map((each) => ({ at: each.at, own: markOf(each) })),
  ]
    .sort((a, b) => a.at - b.at)
    .flatMap(({ at, own }) => {
      const { number = 0, text = '' } = lines[at] ?? {}
      while ((sorted[next]?.line ?? Infinity) < number) next++
      const above = sorted[next - 1]
      // a bullet below a question without one is its answer
      const isSibling = own === null || markAt.get(above?.line) === own
      const isWithin = !asked.has(number) && above?.answer?.includes(plainText(text)) === true
      return isSibling && isWithin ? [{ line: number, name: plainText(text) }] : []
    })
}

/** Whether a mark says that others with the same one are siblings. Numbers begin anew in an answer. */
const isMarked = ({ mark, rest }: Candidate): boolean => (mark === 'bold' || mark === 'bullet') && rest === ''
const markOf = ({ mark, indent }: Candidate): string => `${mark} ${indent}`

/** The rows at the margin that ask, quoted or not, stand below an answer's first row, and are neither in a question nor a follow-up. */
export function withinAnswers({ rows, kinds }: Scan, drafts: readonly Draft[]): NamedLine[] {
  const sorted = [...drafts].sort((a, b) => a.line - b.line)
  return sorted.flatMap((draft, index) => {
    const end = (sorted[index + 1]?.line ?? rows.length + 1) - 1
    const found: NamedLine[] = []
    for (let row = draft.line + 1; row < end; row++) {
      const text = (rows[row] ?? '').replace(quote, '')
      if (kinds[row] !== rowKinds.text || text.length > longest || !mayAsk.test(text)) continue
      const name = plainText(text)
      if (
        isAtMargin(text) &&
        labelIn(text) === null &&
        !isNote({ text, code: false }) &&
        endsLine(rows[row - 1] ?? '') &&
        asksPlainly(name) &&
        !holds(draft, name)
      )
        found.push({ line: row + 1, name })
    }
    return found
  })
}

/** The marks of what is quoted, perhaps in a list. */
const quote = /^(?:>[ \t]?)+(?:(?:[-*+•]|\d{1,3}[.)])[ \t]+)?/

const isAtMargin = (row: string): boolean => /^(?:[\p{L}¿]|\*\*\p{L})/u.test(row)

/** Whether a row may be followed by another sentence: it ends one, or is too short to go on below. */
const endsLine = (row: string): boolean => row.length < shortLine || /[.!?。！？:)"”]\s*$/.test(row)

const holds = ({ question, followUps = [] }: Draft, text: string): boolean =>
  question.includes(text) || followUps.includes(text)
