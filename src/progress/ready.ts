import { zoneOf } from '../rehearsal/zone.ts'
import type { QuestionProgress } from './progress.ts'
import { asksFor, roundsAhead } from './rounds.ts'
import { type Memory, recallOn } from './schedule.ts'

/**
 * The day to be ready for, by question (null: one that vanished): that of the nearest round that asks for it, else of the
 * nearest of all; today where no interview is ahead, or it is too far away.
 */
export function readyDayOf(
  known: Parameters<typeof roundsAhead>[0],
  today: number,
): (question: Parameters<typeof asksFor>[1] | null) => number {
  const rounds = roundsAhead(known, today)
  const nearest = rounds[0]?.day ?? today
  if (rounds.length < 2) return () => nearest
  return (question) => (question && rounds.find((round) => asksFor(round, question))?.day) ?? nearest
}

/**
 * Whether a question is ready for a day, see `readyDayOf`: rehearsed on two days, last score 3 or 4, last talk time not
 * over, expected recall on that day at least 0.9. Null: it was never rehearsed.
 */
export function isReady(question: QuestionProgress | null, day: number): boolean {
  if (!question?.schedule || isWeak(question)) return false
  return isReadyAfter(question.schedule, question.days, day)
}

/** Whether the last answer keeps a question from being ready: blanked, shaky or over its time. */
export const isWeak = (question: QuestionProgress): boolean => question.lastScore < 3 || isOver(question)

export const isOver = ({ lastTalkMs, lastBudgetMs }: QuestionProgress): boolean =>
  zoneOf(lastTalkMs, lastBudgetMs) === 'over'

/** The same of a question whose last answer was solid and in time, and that was rehearsed on so many days. */
export const isReadyAfter = (memory: Memory | null, days: number, day: number): boolean =>
  memory !== null && days >= 2 && recallOn(memory, day) >= 0.9
