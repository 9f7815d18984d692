import type { Take } from '../ports.ts'
import { questionPart, timeIn } from '../voice/take-name.ts'
import { banksIn } from './banks.ts'
import type { Context } from './context.ts'
import { attemptsOf } from './history.ts'

/** A take with its number in the list, and what is known of it. */
export interface ListedTake extends Take {
  number: number
  /** When it began, in local time. */
  at: string
  /** The id of the question; null where it is in no bank and has no attempt any more. */
  questionId: string | null
  /** The question; null where it is in no bank any more. */
  text: string | null
}

/** All takes, the newest first. */
export async function takesOf(context: Context): Promise<ListedTake[]> {
  const takes = (await context.store.takes()).all()
  if (takes.length === 0) return []
  const attempts = new Map(attemptsOf(context).map(({ id, question }) => [id, question]))
  const questions = (await banksIn({}, context)).flatMap((bank) => bank.questions)
  const byPart = new Map(questions.map(({ id }) => [questionPart(id), id]))
  const texts = new Map(questions.map(({ id, question }) => [id, question]))
  return takes.reverse().map((take, index) => {
    const questionId = attempts.get(take.id) ?? byPart.get(take.question) ?? null
    return {
      ...take,
      number: index + 1,
      at: timeIn(take.stamp),
      questionId,
      text: (questionId === null ? undefined : texts.get(questionId)) ?? null,
    }
  })
}
