import type { Question, Warning } from '../../bank/model.ts'
import { longestAnswer } from '../../text/limits.ts'
import { plainText } from '../../text/plain-text.ts'
import { quoted, repeatsOf, warning, warningsAt } from './warning.ts'

/** Warns of questions without an answer, of those asked twice, and of answers too long to be shown as markdown. */
export function questionWarnings(
  questions: readonly Question[],
  placeOf: (question: Question) => AnswerPlace = () => ({ kind: 'below' }),
): Warning[] {
  return [...withoutAnswer(questions, placeOf), ...duplicates(questions), ...longAnswers(questions)]
}

const nameOf = ({ question }: Question): string => quoted(plainText(question))

/** Where the answer to a question goes in its source: below it, in its row, or in a column or field with a name. */
export type AnswerPlace = { kind: 'below' | 'row' } | { kind: 'column' | 'field'; name: string }

function advice(place: AnswerPlace): string {
  if (place.kind === 'column') return `Fill in the column ${quoted(place.name)} of its row`
  if (place.kind === 'field') return `Fill in its ${quoted(place.name)}`
  return place.kind === 'row' ? 'Add one in its row' : 'Add one below it'
}

function adviceForAll(place: AnswerPlace): string {
  if (place.kind === 'column') return `Fill in the column ${quoted(place.name)}`
  if (place.kind === 'field') return `Fill in their ${quoted(place.name)}`
  return place.kind === 'row' ? 'Add answers in their rows' : 'Add answers below them'
}

function withoutAnswer(
  questions: readonly Question[],
  placeOf: (question: Question) => AnswerPlace,
): Warning[] {
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
    (question) =>
      `${nameOf(question)} has no answer. ${advice(placeOf(question))}, or write your own with "story".`,
    (count) =>
      `${count} of ${questions.length} questions have no answer. ${adviceForAll(placeOf(open[0] as Question))}, or write your own with "story".`,
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
