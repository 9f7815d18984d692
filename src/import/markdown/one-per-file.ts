// Reads a text that is one question, asked by its only first-level heading, `# Why do you lead?`, or by the name of its
// file, `why-do-you-lead.md`.

import { cleanQuestion } from '../../bank/clean.ts'
import type { Draft, Reading } from '../../bank/draft.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import { plainText } from '../../text/plain-text.ts'
import type { ImportText } from '../import-text.ts'
import { answerIn } from './answer.ts'
import { belowOf } from './below.ts'
import type { Outline } from './outline.ts'

/** The question that the title asks; null if it does not ask. */
export function readOneHeading({ headings, lines, aboutQuestions }: Outline): Reading | null {
  const heading = headings[0]
  if (heading?.level !== 1 || headings.some((each) => each !== heading && each.level === 1)) return null
  if (!isQuestionLike(plainText(heading.text), aboutQuestions)) return null
  const line = lines[heading.at]?.number ?? 1
  return readingOf({ ...belowOf(lines.slice(heading.end)), line, section: null, question: heading.text })
}

/** The question that the file's name asks; null if it does not ask, or if nothing answers. */
export function readFileName({ outline, name }: ImportText): Reading | null {
  const question = cleanQuestion((name ?? '').replace(/[-_]+/g, ' ').replace(/^\d{1,4} /, ''))
  const asks = isQuestionLike(question, false) || asksByGrammar.test(question)
  const answer = asks ? answerIn(outline.lines) : null
  return answer === null ? null : readingOf({ line: 1, section: null, question, answer })
}

/** A name such as `What is a blameless post-mortem`, but not `How to install it` or `What we do`. */
const asksByGrammar =
  /^(?:what|how|why|when|where|who|which)(?: \w+)? (?:is|are|was|were|do|does|did|can|could|should|would|will) \S+ \S/i

const readingOf = (draft: Draft): Reading => ({ title: null, drafts: [draft] })
