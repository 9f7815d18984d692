import { scoreNames } from '../rehearsal/scores.ts'
import type { QuestionProgress } from './progress.ts'
import { recallOn } from './schedule.ts'

/** Why a plan picks a question, in plain words. `by` names the day of the interview, such as `the 5th`. */
export function reasonFor(known: QuestionProgress | null, interview: number, by: string): string {
  if (!known?.schedule) return 'not rehearsed yet'
  const { lastScore, lastTalkMs, lastBudgetMs, schedule } = known
  const overSeconds = Math.round((lastTalkMs - lastBudgetMs) / 1000)
  if (lastScore <= 2) return `${scoreNames[lastScore]} last time`
  if (lastBudgetMs > 0 && lastTalkMs > lastBudgetMs * 1.5) return `talked ${overSeconds} s over last time`
  if (recallOn(schedule, interview) < 0.9) return `you would blank on it by ${by}`
  return known.days < 2 ? 'rehearsed on one day only' : 'keeps it fresh for the day'
}
