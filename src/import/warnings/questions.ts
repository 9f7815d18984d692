import type { Question, Warning } from '../../bank/model.ts'
import { plainText } from '../../text/plain-text.ts'
import { found, quoted, warning } from './found.ts'

const LONGEST_ANSWER = 64 * 1024

/** What is wrong with the questions of a bank. */
export function questionWarnings(questions: readonly Question[]): Warning[] {
  return [...withoutAnswer(questions), ...duplicates(questions), ...longAnswers(questions)]
}

function withoutAnswer(questions: readonly Question[]): Warning[] {
  const open = questions.filter((each) => each.answer === null && each.keyPoints.length === 0)
  if (open.length > 1 && open.length === questions.length) {
    const what = 'No question has an answer.'
    return [
      warning('no-answer', null, `${what} They can be rehearsed as they are; write your own with "story".`),
    ]
  }
  return found(
    'no-answer',
    open.map(({ line, question }) => ({ line, what: quoted(plainText(question)) })),
    (what) => `${what} has no answer. Add one below it, or write your own with "story".`,
    (count) =>
      `${count} of ${questions.length} questions have no answer. Add them below, or write your own with "story".`,
  )
}

function duplicates(questions: readonly Question[]): Warning[] {
  const first = new Map<string, Question>()
  const places: { line: number; what: string }[] = []
  for (const each of questions) {
    const wording = each.question.toLowerCase()
    const before = first.get(wording)
    if (before) {
      const what = `${quoted(plainText(each.question))} is asked in line ${before.line} too`
      places.push({ line: each.line, what })
    } else {
      first.set(wording, each)
    }
  }
  return found(
    'duplicate',
    places,
    (what) => `${what}. Remove one, or word it differently.`,
    (count) => `${count} questions are asked more than once. Remove what is double, or word it differently.`,
  )
}

function longAnswers(questions: readonly Question[]): Warning[] {
  return found(
    'too-long',
    questions
      .filter(({ answer }) => answer !== null && answer.length > LONGEST_ANSWER)
      .map(({ line, question }) => ({ line, what: quoted(plainText(question)) })),
    (what) => `The answer to ${what} is longer than 64 KB and is shown as plain text. Shorten it.`,
    (count) => `${count} answers are longer than 64 KB and are shown as plain text. Shorten them.`,
  )
}
