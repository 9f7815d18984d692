import {
  leftOf,
  minutePrice,
  minutesNeeded,
  minutesOf,
  type Outlook,
  outlook,
  type Planned,
} from '../progress/plan.ts'
import { progressOf } from '../progress/progress.ts'
import { isReady, isReadyAfter } from '../progress/ready.ts'
import { lackOf } from '../progress/reasons.ts'
import type { PlanView } from '../screens/plan.ts'
import { dateOf } from '../text/dates.ts'
import { allBanks } from './banks.ts'
import type { Context } from './context.ts'
import { dayInWords, kappaFor, leftOverOf, nameOf, type Plan, reasonOf } from './plan.ts'

/** The plan as `plan` shows it. */
export async function viewOf(plan: Plan, context: Context): Promise<PlanView> {
  const { progress, today } = context
  const { now, terms, spent, banks } = plan
  const { interview, minutes } = terms
  const ahead = outlook(now, today, plan.today, terms)
  const unfit = ahead.questions.filter(({ memory }) => memory === null).map(({ id }) => id)
  const kappaOf = (aDay: number): number => kappaFor(plan, aDay, interview - today)
  const need = unfit.length === 0 ? null : minutesNeeded(plan, today, terms, kappaOf)
  const readyIfNeeded = need === null ? null : readyIn(need.ahead, interview)
  const others = (await allBanks(context)).filter(({ slug }) => !banks.some((bank) => bank.slug === slug))
  const dayView = (day: number, questions: readonly Planned[]): PlanView['days'][number] => ({
    date: dateOf(day),
    minutes: Math.ceil(minutesOf(questions)),
    questions: questions.map((each) => ({
      ...rowOf(each, plan, context),
      reason: reasonOf(each, plan, context),
    })),
  })
  return {
    date: dateOf(interview),
    daysLeft: interview - today,
    minutes,
    banks: banks.map(({ slug }) => slug),
    missingBanks: plan.missing,
    questions: {
      total: now.length,
      rehearsed: now.filter(({ memory }) => memory !== null).length,
      ready: now.filter(({ id }) => isReady(progressOf(progress, id), interview)).length,
      readyIfKept: readyIn(ahead, interview),
    },
    today: { ...dayView(today, plan.today), spent },
    days: ahead.days.map(({ day, questions }) => dayView(day, questions)),
    notReady: notReady(plan, ahead, context),
    leftOver: leftOverOf(plan, context),
    doesNotFit: unfit,
    minutesNeeded: need?.minutes ?? null,
    readyIfNeeded,
    fewer:
      unfit.length > 0 && (readyIfNeeded ?? 0) * 2 < now.length
        ? fewerOf(plan, today, readyIfNeeded ?? 0)
        : null,
    notInPlan: others.map(({ slug, questions }) => ({ bank: slug, questions: questions.length })),
  }
}

/** How many questions are ready on the day if every answer until then is solid and in time. */
const readyIn = ({ questions }: Outlook, interview: number): number =>
  questions.filter(({ memory, days, isWeak }) => !isWeak && isReadyAfter(memory, days, interview)).length

/** How many attempts there are to find the best number of questions. */
const tries = 12

/** With how many questions, the known and the first of the others, most are ready in these minutes; null unless more than `least`. */
function fewerOf({ now, morning, terms }: Plan, today: number, least: number): PlanView['fewer'] {
  const { interview, minutes } = terms
  const known = now.filter(({ memory }) => memory !== null).length
  const places = now
    .map((_, place) => place)
    .sort((a, b) => Number(isNew(now[a])) - Number(isNew(now[b])) || a - b)
  const most = Math.min(now.length, Math.ceil((minutes * (interview - today) * now.length) / minutesOf(now)))
  let best: NonNullable<PlanView['fewer']> | null = null
  for (
    let count = Math.max(1, known);
    count <= most;
    count += Math.max(1, Math.floor((most - known) / tries))
  ) {
    const chosen = places.slice(0, count)
    const some = (all: readonly Planned[]): Planned[] => chosen.flatMap((place) => all[place] ?? [])
    const standing = { now: some(now), morning: some(morning) }
    const price = (minutes * count) / Math.max(1, minutesOf(standing.now))
    const parameters = { ...terms, kappa: minutePrice(count, price, interview - today) }
    const ahead = outlook(standing.now, today, leftOf(standing, today, parameters), parameters)
    const ready = readyIn(ahead, interview)
    if (ready > (best?.ready ?? least)) best = { questions: count, ready }
  }
  return best
}

const isNew = (each: Planned | undefined): boolean => each?.memory === null

/** The rehearsed questions that are not ready, what each lacks, and when it is asked next. */
function notReady(plan: Plan, { days }: Outlook, context: Context): PlanView['notReady'] {
  const { interview } = plan.terms
  const next = new Map<string, string>()
  for (const { day, questions } of days) {
    for (const { id } of questions) if (!next.has(id)) next.set(id, dateOf(day))
  }
  return plan.now.flatMap((each) => {
    if (each.memory === null) return []
    const lacks = lackOf(each, progressOf(context.progress, each.id), interview, dayInWords(interview))
    return lacks === null ? [] : [{ ...rowOf(each, plan, context), lacks, next: next.get(each.id) ?? null }]
  })
}

function rowOf({ id, minutes }: Planned, plan: Plan, context: Context) {
  const question = plan.questions.get(id)
  return {
    id,
    number: question?.number ?? 0,
    bank: question === undefined ? null : nameOf(question, context).bank,
    question: question?.question ?? id,
    minutes: Math.ceil(minutes),
  }
}
