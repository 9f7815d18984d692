import { zoneOf } from '../rehearsal/zone.ts'
import type { QuestionProgress } from './progress.ts'
import { recallOn } from './schedule.ts'

/**
 * Whether a question is ready for a day, which is the plan's date, or today without one: rehearsed on two days, last
 * score 3 or 4, last talk time not over, expected recall on that day at least 0.9. Null: it was never rehearsed.
 */
export function isReady(question: QuestionProgress | null, day: number): boolean {
  if (!question?.schedule || question.days < 2 || question.lastScore < 3) return false
  if (zoneOf(question.lastTalkMs, question.lastBudgetMs) === 'over') return false
  return recallOn(question.schedule, day) >= 0.9
}
