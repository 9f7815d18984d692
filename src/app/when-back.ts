import { outlook } from '../progress/plan.ts'
import { dueDayOf, type Progress } from '../progress/progress.ts'
import type { ComesBack } from '../progress/status.ts'
import type { Plan } from './plan.ts'

/** When each question is asked next with a plan that is at hand, null where there is none: as the plan asks, and else on the day that FSRS says. */
export function whenBack(
  plan: Plan | null,
  { progress, today }: { progress: Progress; today: number },
): (id: string) => ComesBack {
  const dueDay = dueDayOf(progress)
  if (plan === null) return dueDay
  const last = plan.rounds.at(-1)?.interview ?? today
  const asked = new Map<string, number>()
  for (const { day, questions } of outlook(plan.now, today, plan.today, plan).days) {
    for (const { id } of questions) if (!asked.has(id)) asked.set(id, day)
  }
  return (id) => {
    if (plan.questions.has(id)) return asked.get(id) ?? 'later'
    const day = dueDay(id)
    return day === null || day < last ? day : 'later'
  }
}
