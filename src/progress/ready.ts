import { zoneOf } from '../rehearsal/zone.ts'
import type { Progress, QuestionProgress } from './progress.ts'
import { type Memory, recallOn } from './schedule.ts'
import { farthestInterview, settingOf } from './settings.ts'

/** The day to be ready for: that of the interview, or today where there is none, it has passed or is too far away. */
export function readyDay({ settings }: Pick<Progress, 'settings'>, today: number): number {
  const interview = settingOf(settings, 'plan.date') ?? today
  return interview - today > farthestInterview ? today : Math.max(today, interview)
}

/**
 * Whether a question is ready for a day, see `readyDay`: rehearsed on two days, last score 3 or 4, last talk time not
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
