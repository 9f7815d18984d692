// Reads text without any marks: a line that ends in a question mark asks, and the lines below answer it.

import { cleanQuestion } from '../../bank/clean.ts'
import type { Draft, Reading } from '../../bank/draft.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import { type Line, linesOf } from '../../text/lines.ts'
import type { ImportText } from '../import-text.ts'
import { belowOf } from '../markdown/below.ts'

const fewestQuestions = 2

/** The questions of a text; null where it has marks, or where too few of its paragraphs ask. */
export function readPlain({ scan }: ImportText): Reading | null {
  const lines = linesOf(scan)
  if (lines.some(({ text }) => /^#{1,6} |^[ \t]*[|<>]/.test(text))) return null
  const starts = lines.flatMap((line, at) => (asks(line) ? [{ line, at }] : []))
  const isParagraph = ({ text }: Line, at: number): boolean =>
    text.trim() !== '' && (lines[at - 1]?.text ?? '').trim() === ''
  if (starts.length < fewestQuestions || starts.length * 4 < lines.filter(isParagraph).length) return null
  const drafts = starts.map(({ line, at }, index): Draft => {
    const below = lines.slice(at + 1, starts[index + 1]?.at)
    const { answer, followUps, keyPoints } = belowOf(below, { shortLabels: true })
    const question = cleanQuestion(line.text)
    return { line: line.number, section: null, question, answer, followUps, keyPoints }
  })
  return { title: scan.title, drafts }
}

function asks({ text, code }: Line): boolean {
  return !code && text.length < 2000 && /[?？]["”')]?[ \t]*$/.test(text) && isQuestionLike(text)
}
