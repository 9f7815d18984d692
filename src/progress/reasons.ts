import { scoreNames } from '../rehearsal/scores.ts'
import type { Planned } from './plan.ts'
import type { QuestionProgress } from './progress.ts'
import { isOver } from './ready.ts'
import { recallOn } from './schedule.ts'

export const notRehearsed = 'not rehearsed yet'

/**
 * What a question lacks to be ready on the day of the interview, in plain words; null where it lacks nothing. `known`: its
 * last answer, needed while that was weak. `by` names the day, such as `the 5th`.
 */
export function lackOf(
  { memory, days, isWeak }: Pick<Planned, 'memory' | 'days' | 'isWeak'>,
  known: QuestionProgress | null,
  interview: number,
  by: string,
): string | null {
  if (memory === null) return notRehearsed
  if (isWeak && known !== null) return weakness(known)
  const recall = recallOn(memory, interview)
  if (recall < 0.5) return `fades before ${by}`
  if (recall < 0.9) return `may fade before ${by}`
  return days < 2 ? 'rehearsed on one day so far' : null
}

/** Why a plan picks a question, in plain words; see `lackOf`. */
export const reasonFor = (
  planned: Pick<Planned, 'memory' | 'days' | 'isWeak' | 'leads'>,
  ...about: Tail<Parameters<typeof lackOf>>
): string =>
  planned.leads === true
    ? 'fell flat in your interview'
    : (lackOf(planned, ...about) ?? 'keeps it fresh for the day')

type Tail<T extends readonly unknown[]> = T extends readonly [unknown, ...infer Rest] ? Rest : never

function weakness(known: QuestionProgress): string {
  const { lastScore, lastTalkMs, lastBudgetMs } = known
  if (lastScore < 3 || !isOver(known)) return `${scoreNames[lastScore]} last time`
  return `ran ${Math.round((lastTalkMs - lastBudgetMs) / 1000)} s over last time`
}
