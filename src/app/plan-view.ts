import {
  leftOf,
  minutePrice,
  minutesNeeded,
  minutesOf,
  type Outlook,
  outlook,
  type Planned,
  type PlanParameters,
  unreached,
} from '../progress/plan.ts'
import { progressOf } from '../progress/progress.ts'
import { isReady, isReadyAfter } from '../progress/ready.ts'
import { lackOf } from '../progress/reasons.ts'
import type { PlanView } from '../screens/plan.ts'
import { dateOf } from '../text/dates.ts'
import { allBanks } from './banks.ts'
import type { Context } from './context.ts'
import {
  dayInWords,
  leftOverOf,
  nameOf,
  type Plan,
  type PlannedRound,
  reasonOf,
  roundIn,
  roundOf,
  withKappas,
} from './plan.ts'

/** The plan as `plan` shows it; of one round alone where it is named: `only`. */
export async function viewOf(
  plan: Plan,
  context: Context,
  only: PlannedRound | null = null,
): Promise<PlanView> {
  const { progress, today } = context
  const { now, minutes, spent } = plan
  const shown = only === null ? plan.rounds : [only]
  const isShown = (id: string, day: number): boolean => only === null || roundOf(id, plan, day) === only
  const ahead = outlook(now, today, plan.today, plan)
  const unfit = unreached(ahead, plan.rounds, today)
  const withMinutes = (aDay: number): PlanParameters => ({
    minutes: aDay,
    rounds: withKappas(plan.rounds, plan, aDay, today, true),
  })
  const need = unfit.length === 0 ? null : minutesNeeded(plan, today, plan, withMinutes)
  const readyIfNeeded = need === null ? null : readyOnTheirDays(plan, need.ahead, today)
  const banks = [...new Set(shown.flatMap(({ round }) => round.banks))]
  const planned = plan.rounds.flatMap(({ round }) => round.banks)
  const others = (await allBanks(context)).filter(({ slug }) => !planned.includes(slug))
  const dayView = (day: number, all: readonly Planned[]): PlanView['days'][number] => {
    const questions = all.filter(({ id }) => isShown(id, day))
    return {
      date: dateOf(day),
      minutes: Math.ceil(minutesOf(questions)),
      questions: questions.map((each) => ({
        ...rowOf(each, only === null ? plan : { ...plan, rounds: [only] }, context, day),
        reason: reasonOf(each, plan, context, day),
      })),
    }
  }
  const rounds = plan.rounds.map((each, place) => roundView(each, place, plan, ahead, progress, today))
  const [nearest] = shown
  return {
    date: dateOf(nearest?.interview ?? today),
    daysLeft: (nearest?.interview ?? today) - today,
    minutes,
    banks: banks.filter((slug) => !plan.missing.includes(slug)),
    missingBanks: plan.missing,
    questions: totalOf(plan, ahead, context, only),
    rounds: rounds.filter((_, place) => only === null || plan.rounds[place] === only),
    today: { ...dayView(today, plan.today), spent },
    days: ahead.days
      .filter(({ day }) => only === null || day < only.interview)
      .map(({ day, questions }) => dayView(day, questions)),
    notReady: notReady(plan, ahead, context).filter(({ id }) => isShown(id, today)),
    leftOver: leftOverOf(plan, context).filter(({ id }) => id === null || isShown(id, today)),
    doesNotFit: unfit.map(({ id }) => id).filter((id) => isShown(id, today)),
    minutesNeeded: need?.minutes ?? null,
    readyIfNeeded,
    fewer:
      unfit.length > 0 && (readyIfNeeded ?? 0) * 2 < plan.now.length
        ? fewerOf(plan, today, readyIfNeeded ?? 0)
        : null,
    notInPlan:
      only === null ? others.map(({ slug, questions }) => ({ bank: slug, questions: questions.length })) : [],
  }
}

type Totals = PlanView['questions']

/** Over all questions, each on the day of the round that it counts for; or those of one round. */
function totalOf(
  plan: Plan,
  ahead: Outlook,
  { progress, today }: Context,
  only: PlannedRound | null,
): Totals {
  if (only !== null) return totalsOf(only, plan.rounds.indexOf(only), plan, ahead, progress)
  const interviewOf = (id: string): number => roundOf(id, plan, today).interview
  return {
    total: plan.now.length,
    rehearsed: plan.now.filter(({ memory }) => memory !== null).length,
    ready: plan.now.filter(({ id }) => isReady(progressOf(progress, id), interviewOf(id))).length,
    readyIfKept: readyOnTheirDays(plan, ahead, today),
  }
}

/** The same of one round. */
function totalsOf(
  { interview, covers }: PlannedRound,
  place: number,
  plan: Plan,
  ahead: Outlook,
  progress: Context['progress'],
): Totals {
  const own = plan.now.filter(({ id }) => covers === null || covers.has(id))
  return {
    total: own.length,
    rehearsed: own.filter(({ memory }) => memory !== null).length,
    ready: own.filter(({ id }) => isReady(progressOf(progress, id), interview)).length,
    readyIfKept: readyOn(ahead.rounds[place] ?? [], interview).length,
  }
}

function roundView(
  planned: PlannedRound,
  place: number,
  plan: Plan,
  ahead: Outlook,
  progress: Context['progress'],
  today: number,
): PlanView['rounds'][number] {
  const { name, day, banks, topic, competency } = planned.round
  return {
    ...{ name, date: dateOf(day), daysLeft: day - today, banks, topic, competency },
    questions: totalsOf(planned, place, plan, ahead, progress),
  }
}

/** The questions that are ready on the day of a round if every answer until then is solid and in time. */
const readyOn = (questions: readonly Planned[], interview: number): Planned[] =>
  questions.filter(({ memory, days, isWeak }) => !isWeak && isReadyAfter(memory, days, interview))

/** How many questions are ready on the day of the round that each counts for. */
const readyOnTheirDays = (plan: Plan, ahead: Outlook, today: number): number =>
  plan.rounds.reduce(
    (sum, round, place) =>
      sum +
      readyOn(ahead.rounds[place] ?? [], round.interview).filter(
        ({ id }) => roundOf(id, plan, today) === round,
      ).length,
    0,
  )

/** How many attempts there are to find the best number of questions. */
const tries = 12

/**
 * With how many questions, the known and the first of the others, most are ready in these minutes; null unless more than
 * `least`. With several rounds, what to leave out is for the user to say.
 */
function fewerOf({ now, morning, minutes, rounds }: Plan, today: number, least: number): PlanView['fewer'] {
  const [round] = rounds
  if (rounds.length > 1) return null
  const days = round.interview - today
  const known = now.filter((each) => !isNew(each)).length
  const places = now
    .map((_, place) => place)
    .sort((a, b) => Number(isNew(now[a])) - Number(isNew(now[b])) || a - b)
  const most = Math.min(now.length, Math.ceil((minutes * days * now.length) / minutesOf(now)))
  const step = Math.max(1, Math.floor((most - known) / tries))
  let best: NonNullable<PlanView['fewer']> | null = null
  for (let count = Math.max(1, known); count <= most; count += step) {
    const chosen = places.slice(0, count)
    const some = (all: readonly Planned[]): Planned[] => chosen.flatMap((place) => all[place] ?? [])
    const standing = { now: some(now), morning: some(morning) }
    const kappa = minutePrice(count, (minutes * count) / Math.max(1, minutesOf(standing.now)), days)
    const parameters = { minutes, rounds: [{ ...round, kappa }] }
    const ahead = outlook(standing.now, today, leftOf(standing, today, parameters), parameters)
    const ready = readyOn(ahead.rounds[0] ?? [], round.interview).length
    if (ready > (best?.ready ?? least)) best = { questions: count, ready }
  }
  return best
}

const isNew = (each: Planned | undefined): boolean => each?.memory === null

/** The rehearsed questions that are not ready, what each lacks, and when it is asked next. */
function notReady(plan: Plan, { days }: Outlook, context: Context): PlanView['notReady'] {
  const next = new Map<string, string>()
  for (const { day, questions } of days) {
    for (const { id } of questions) if (!next.has(id)) next.set(id, dateOf(day))
  }
  return plan.now.flatMap((each) => {
    if (each.memory === null) return []
    const { interview } = roundOf(each.id, plan, context.today)
    const lacks = lackOf(each, progressOf(context.progress, each.id), interview, dayInWords(interview))
    const row = rowOf(each, plan, context, context.today)
    return lacks === null ? [] : [{ ...row, lacks, next: next.get(each.id) ?? null }]
  })
}

function rowOf({ id, minutes }: Planned, plan: Plan, context: Context, day: number) {
  const question = plan.questions.get(id)
  return {
    id,
    number: question?.number ?? 0,
    bank: question === undefined ? null : nameOf(question, context).bank,
    question: question?.question ?? id,
    minutes: Math.ceil(minutes),
    ...roundIn(id, plan, { today: day }),
  }
}
