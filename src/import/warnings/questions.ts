import type { Question, Warning } from '../../bank/model.ts'
import { longestAnswer } from '../../text/limits.ts'
import { plainText } from '../../text/plain-text.ts'
import { quoted, repeatsOf, warning, warningsAt } from './warning.ts'

/** Warns of questions without an answer, of those asked twice, and of answers too long to be shown as markdown. */
export function questionWarnings(questions: readonly Question[]): Warning[] {
  return [...withoutAnswer(questions), ...duplicates(questions), ...longAnswers(questions)]
}

const nameOf = ({ question }: Question): string => quoted(plainText(question))

function withoutAnswer(questions: readonly Question[]): Warning[] {
  // Taking key points from an answer takes time, so they are asked for only where there is none.
  const open = questions.filter((each) => each.answer === null && each.keyPoints.length === 0)
  if (open.length > 1 && open.length === questions.length) {
    const what = 'No question has an answer.'
    return [
      warning(
        'no-answer',
        null,
        `${what} Rehearse them as they are, or write your own answers with "story".`,
      ),
    ]
  }
  return warningsAt(
    'no-answer',
    open,
    (question) => `${nameOf(question)} has no answer. Add one below it, or write your own with "story".`,
    (count) =>
      `${count} of ${questions.length} questions have no answer. Add answers below them, or write your own with "story".`,
  )
}

function duplicates(questions: readonly Question[]): Warning[] {
  return warningsAt(
    'duplicate',
    repeatsOf(questions, ({ question }) => question.toLowerCase()),
    ({ item, firstLine }) =>
      `${nameOf(item)} is also asked on line ${firstLine}. Remove one of them, or reword it.`,
    (count) => `${count} questions are asked more than once. Remove the repeated ones, or reword them.`,
  )
}

function longAnswers(questions: readonly Question[]): Warning[] {
  return warningsAt(
    'too-long',
    questions.filter(({ answer }) => answer !== null && answer.length > longestAnswer),
    (question) =>
      `The answer to ${nameOf(question)} is longer than 64 KB and is shown as plain text. Shorten it.`,
    (count) => `${count} answers are longer than 64 KB and are shown as plain text. Shorten them.`,
  )
}
