import { answerIn, belowOf } from '../answer.ts'
import { cleanQuestion } from '../clean.ts'
import type { Draft, Reading } from '../draft.ts'
import { isQuestionLike } from '../likeness.ts'
import type { Outline } from '../outline.ts'
import { plainText } from '../plain-text.ts'

/** A file that is one question: its only first-level heading asks it, or else its name. */
export function readOnePerFile({ headings, lines }: Outline, name: string | null): Reading | null {
  const top = headings.filter((heading) => heading.level === 1)
  const heading = top[0]
  if (heading && top.length === 1 && heading === headings[0] && isQuestionLike(plainText(heading.text))) {
    const { answer, followUps, keyPoints } = belowOf(lines.slice(heading.end))
    return reading({
      line: lines[heading.at]?.number ?? 1,
      section: null,
      question: heading.text,
      answer,
      followUps,
      keyPoints,
    })
  }
  const named = cleanQuestion((name ?? '').replace(/[-_]+/g, ' ').replace(/^\d{1,4} /, ''))
  if (!isQuestionLike(named)) return null
  const answer = answerIn(lines)
  return answer === null ? null : reading({ line: 1, section: null, question: named, answer })
}

const reading = (draft: Draft): Reading => ({ title: null, drafts: [draft] })
