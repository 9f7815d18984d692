// Finds the lines within answers that read like questions, but are not marked like them: whoever wrote `Why management?` below
// `A: So.` may have meant it as the next question.

import type { Draft, NamedLine } from '../../bank/draft.ts'
import { labelIn } from '../../bank/labels.ts'
import { rowKinds, type Scan } from '../../text/lines.ts'
import { plainText } from '../../text/plain-text.ts'
import { asksPlainly } from './plainly.ts'

const longest = 160
/** A mark at the end, or in English `Tell me about it.`, which is no sentence of an answer. */
const mayAsk = /[?？]["”*_)]*\s*$|^\W*(?:tell me about|describe an? |give me an? )/i

/** The rows at the margin that ask, stand below an answer's first row, and are neither in a question nor a follow-up. */
export function withinAnswers({ rows, kinds }: Scan, drafts: readonly Draft[]): NamedLine[] {
  const sorted = [...drafts].sort((a, b) => a.line - b.line)
  return sorted.flatMap((draft, index) => {
    const end = (sorted[index + 1]?.line ?? rows.length + 1) - 1
    const found: NamedLine[] = []
    for (let row = draft.line + 1; row < end; row++) {
      const text = rows[row] ?? ''
      if (kinds[row] !== rowKinds.text || text.length > longest || !mayAsk.test(text)) continue
      const name = plainText(text)
      if (
        isAtMargin(text) &&
        labelIn(text) === null &&
        endsSentence(rows[row - 1] ?? '') &&
        asksPlainly(name) &&
        !holds(draft, name)
      )
        found.push({ line: row + 1, name })
    }
    return found
  })
}

const isAtMargin = (row: string): boolean => /^(?:[\p{L}¿]|\*\*\p{L})/u.test(row)

/** Whether a row may be followed by another sentence. */
const endsSentence = (row: string): boolean => row.trim() === '' || /[.!?。！？:)"”]\s*$/.test(row)

const holds = ({ question, followUps = [] }: Draft, text: string): boolean =>
  question.includes(text) || followUps.includes(text)
