import { cleanQuestion } from '../../bank/clean.ts'
import type { Draft, Reading } from '../../bank/draft.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import { type Line, linesOf, type Scan } from '../../text/lines.ts'
import { belowOf } from '../markdown/answer.ts'

const FEWEST = 2

/** Plain lines without any marks: those that end in a question mark ask, what follows answers. */
export function readPlain(scan: Scan): Reading | null {
  const { title } = scan
  const lines = linesOf(scan)
  if (lines.some((line) => /^#{1,6} |^[ \t]*[|<>]/.test(line.text))) return null
  const starts = lines.flatMap((line, at) => (asks(line) ? [at] : []))
  const blocks = lines.filter(
    (line, at) => line.text.trim() !== '' && (lines[at - 1]?.text ?? '').trim() === '',
  ).length
  if (starts.length < FEWEST || starts.length * 4 < blocks) return null
  const drafts = starts.map((at, index): Draft => {
    const { answer, followUps, keyPoints } = belowOf(lines.slice(at + 1, starts[index + 1]), { short: true })
    const line = lines[at] as Line
    return {
      line: line.number,
      section: null,
      question: cleanQuestion(line.text),
      answer,
      followUps,
      keyPoints,
    }
  })
  return { title, drafts }
}

function asks({ text, code }: Line): boolean {
  return !code && text.length < 2000 && /[?？]["”')]?[ \t]*$/.test(text) && isQuestionLike(text)
}
