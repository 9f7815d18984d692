import { minutesNeeded, minutesOf, type Outlook, outlook, type Planned } from '../progress/plan.ts'
import { progressOf } from '../progress/progress.ts'
import { isReady, isReadyAfter } from '../progress/ready.ts'
import type { PlanView } from '../screens/plan.ts'
import { dateOf } from '../text/dates.ts'
import { allBanks } from './banks.ts'
import type { Context } from './context.ts'
import { leftOverOf, nameOf, type Plan, reasonOf } from './plan.ts'

/** The plan as `plan` shows it. */
export async function viewOf(plan: Plan, context: Context): Promise<PlanView> {
  const { progress, today } = context
  const { planned, terms, spent, banks } = plan
  const { interview, minutes } = terms
  const ahead = outlook(planned, today, spent, terms)
  const unfit = ahead.questions.filter(({ memory }) => memory === null).map(({ id }) => id)
  const others = (await allBanks(context)).filter(({ slug }) => !banks.some((bank) => bank.slug === slug))
  const dayView = (day: number, questions: readonly Planned[]): PlanView['days'][number] => ({
    date: dateOf(day),
    minutes: Math.ceil(minutesOf(questions)),
    questions: questions.map((each) => rowOf(each, plan, context)),
  })
  return {
    date: dateOf(interview),
    daysLeft: interview - today,
    minutes,
    banks: banks.map(({ slug }) => slug),
    missingBanks: plan.missing,
    questions: {
      total: planned.length,
      rehearsed: planned.filter(({ memory }) => memory !== null).length,
      ready: planned.filter(({ id }) => isReady(progressOf(progress, id), interview)).length,
      readyIfKept: readyIfKept(ahead, interview, context),
    },
    today: { ...dayView(today, plan.today), spent },
    days: ahead.days.map(({ day, questions }) => dayView(day, questions)),
    leftOver: leftOverOf(plan, context),
    doesNotFit: unfit,
    minutesNeeded: unfit.length === 0 ? null : minutesNeeded(planned, today, interview),
    notInPlan: others.map(({ slug, questions }) => ({ bank: slug, questions: questions.length })),
  }
}

/** How many questions are ready on the day if every answer that is planned until then is solid. */
function readyIfKept({ days, questions }: Outlook, interview: number, { progress }: Context): number {
  const answers = new Map<string, number>()
  for (const { id } of days.flatMap((day) => day.questions)) answers.set(id, (answers.get(id) ?? 0) + 1)
  return questions.filter(({ id, memory }) => {
    const known = progressOf(progress, id)
    const more = answers.get(id) ?? 0
    return more === 0 ? isReady(known, interview) : isReadyAfter(memory, (known?.days ?? 0) + more, interview)
  }).length
}

function rowOf({ id, minutes }: Planned, plan: Plan, context: Context) {
  const question = plan.questions.get(id)
  return {
    id,
    number: question?.number ?? 0,
    bank: question === undefined ? null : nameOf(question, context).bank,
    question: question?.question ?? id,
    reason: reasonOf(id, plan, context),
    minutes: Math.ceil(minutes),
  }
}
