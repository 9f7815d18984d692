import { cleanQuestion } from '../../bank/clean.ts'
import type { Draft, Reading } from '../../bank/draft.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import { plainText } from '../../text/plain-text.ts'
import { answerIn, belowOf } from './answer.ts'
import type { Outline } from './outline.ts'

/** A file that is one question, which its only first-level heading asks. */
export function readOneHeading({ headings, lines, aboutQuestions }: Outline): Reading | null {
  const heading = headings[0]
  if (heading?.level !== 1 || headings.some((each) => each !== heading && each.level === 1)) return null
  if (!isQuestionLike(plainText(heading.text), aboutQuestions)) return null
  const { answer, followUps, keyPoints } = belowOf(lines.slice(heading.end))
  const line = lines[heading.at]?.number ?? 1
  return reading({ line, section: null, question: heading.text, answer, followUps, keyPoints })
}

/** A file that is one question, which its name asks. */
export function readOneName({ lines }: Outline, name: string | null): Reading | null {
  const named = cleanQuestion((name ?? '').replace(/[-_]+/g, ' ').replace(/^\d{1,4} /, ''))
  const answer = isQuestionLike(named, false) ? answerIn(lines) : null
  return answer === null ? null : reading({ line: 1, section: null, question: named, answer })
}

const reading = (draft: Draft): Reading => ({ title: null, drafts: [draft] })
