import { bestGainAfter, type gainOn, rememberedGains } from './gain.ts'
import { type Memory, memoryAfter, recallOn } from './schedule.ts'

/** A question as a plan sees it. */
export interface Planned {
  id: string
  /** Its place among all questions: of equals the first is chosen. */
  place: number
  /** Null while it was never rehearsed. */
  memory: Memory | null
  /** What one answer takes, with thinking and the review. */
  minutes: number
  /** On how many days it was rehearsed. */
  days: number
  /** Whether its last answer was blanked, shaky or over its time. */
  isWeak: boolean
  /** It fell flat in an interview, and was not answered well since: it comes before all others. */
  leads?: boolean
}

/** The day of an interview, and what minutes cost on the way to it: κ, see `minutePrice`. */
interface Goal {
  interview: number
  kappa: number
}

/** One round of interviews, and the ids of the questions that it asks for; null: all. */
export interface Target extends Goal {
  covers: ReadonlySet<string> | null
}

/** What a plan is worked out from: minutes a day, and the rounds that they are for, the nearest first. */
export interface PlanParameters {
  minutes: number
  rounds: readonly Target[]
}

/** An answer that adds less to the recall on the day of the interview is given only where a question lacks it to be ready. */
const leastGain = 0.01

/** What a new question counts on the last evening, beside a known one that gains as much. */
const freshOnLastDay = 0.8

/**
 * κ, from 0 to ½: the share of what an answer would gain on its best later day that is taken off what it gains today. It
 * is ½ where there is time for at most two answers to each question, 0 where there is time for three or more, and linear
 * in between. Fixed when the plan is made.
 */
export function minutePrice(questions: number, answersADay: number, days: number): number {
  return Math.min(0.5, Math.max(0, (3 - (answersADay * days) / Math.max(1, questions)) / 2))
}

/**
 * The questions of a day that fit into its minutes: those of the nearest round first, in each the most urgent first. One that
 * several rounds ask for counts for the nearest. The rounds take turns by their shares, see `sharesOn`, so that a small one
 * is not left out; what fell flat in an interview goes before all others. Nothing is asked on the day of an interview.
 */
export function questionsOf(
  questions: readonly Planned[],
  day: number,
  parameters: PlanParameters,
): Planned[] {
  return chosenFrom(inOrder(questions), day, parameters, allowances(parameters, day))
}

/** The round that a question counts for on a day, as its place among the rounds: the nearest still ahead, -1 where none is. */
export const roundOn = (rounds: readonly Target[], day: number, id: string): number =>
  rounds.findIndex(({ interview, covers }) => interview > day && (covers === null || covers.has(id)))

/** The least share of a day that the rounds after the nearest have together. */
const leastForOthers = 0.25

/**
 * The share of a day's minutes that each round has: as one to the days that are left until it, but the rounds after the nearest
 * have a quarter together at least. 0 for a round that is over or asks for no question, and for all on the day of an interview.
 */
export function sharesOn(day: number, rounds: readonly Target[]): number[] {
  if (rounds.some(({ interview }) => interview === day)) return rounds.map(() => 0)
  const weights = rounds.map(({ interview, covers }) =>
    interview > day && covers?.size !== 0 ? 1 / (interview - day) : 0,
  )
  const nearest = weights.findIndex((weight) => weight > 0)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const others = all - (weights[nearest] ?? 0)
  if (others === 0) return weights.map((weight) => (weight > 0 ? 1 : 0))
  const forOthers = Math.max(leastForOthers, others / all)
  return weights.map((weight, place) => (place === nearest ? 1 - forOthers : (forOthers * weight) / others))
}

/** The minutes that a round has on a day, and on all later ones before the last; negative on the last, and after it. */
interface Allowance {
  share: number
  minutes: number
  later: number
}

/** The allowances of all rounds, by day from `from` on. */
function allowances({ minutes, rounds }: PlanParameters, from: number): (day: number) => Allowance[] {
  const last = Math.max(from, ...rounds.map(({ interview }) => interview))
  const byDay = new Map<number, Allowance[]>()
  let later = rounds.map(() => 0)
  for (let day = last; day >= from; day--) {
    const shares = sharesOn(day, rounds)
    const rest = later
    byDay.set(
      day,
      rounds.map(({ interview }, place) => ({
        share: shares[place] ?? 0,
        minutes: minutes * (shares[place] ?? 0),
        later: day > interview - 2 ? -1 : (rest[place] ?? 0),
      })),
    )
    later = rounds.map(({ interview }, place) =>
      day > interview - 2 ? 0 : (rest[place] ?? 0) + minutes * (shares[place] ?? 0),
    )
  }
  return (day) => byDay.get(day) ?? []
}

/** The same from questions that are in order already; `unseen`: minutes of each round's new questions that are not among them. */
function chosenFrom(
  questions: readonly Planned[],
  day: number,
  { minutes, rounds }: PlanParameters,
  allowed: (day: number) => Allowance[],
  gain = rememberedGains(),
  unseen: readonly number[] = [],
): Planned[] {
  const own = rounds.map((): Planned[] => [])
  for (const question of questions) own[roundOn(rounds, day, question.id)]?.push(question)
  const size = shortlistSize(minutes)
  const lines = allowed(day).flatMap((allowance, place) => {
    const [round, candidates] = [rounds[place], own[place]]
    if (round === undefined || candidates === undefined || allowance.share === 0) return []
    const ranked = rankedFor(candidates, day, round, allowance, size, gain, unseen[place])
    return [{ share: allowance.share, ranked }]
  })
  return dealt(lines, minutes)
}

/**
 * The questions of one round, the most urgent first. The best is the one that gains most a minute: the recall that an answer
 * today adds on the day of the interview, less κ times the most that it would add on any later day. New questions that would
 * not fit into the days after this one come first, but for the last day, which is for what is known unless something new
 * gains clearly more.
 */
function rankedFor(
  questions: readonly Planned[],
  day: number,
  goal: Goal,
  { minutes, later }: Allowance,
  size: number,
  gain: typeof gainOn,
  unseen = 0,
): Planned[] {
  const fresh = questions.filter(({ memory }) => memory === null)
  const known = questions.filter((question) => question.memory !== null && !isAnsweredOn(day, question))
  const ranked = byIndex(shortlist(known, fresh, goal.interview, size), day, goal, gain)
  const urgentMinutes = later < 0 ? 0 : unseen + minutesOf(fresh) - later
  const urgent = new Set(
    within(
      ranked.filter(({ memory }) => memory === null),
      Math.min(urgentMinutes, minutes),
    ),
  )
  const first = new Set([...leading(questions, day), ...urgent])
  return [...first, ...ranked.filter((question) => !first.has(question))]
}

/** A round's questions, the most urgent first, and its share of the day. */
interface Queue {
  share: number
  ranked: readonly Planned[]
}

/** What fits into a day: the next question is always of the round that has had least for its share, the nearest of equals. */
function dealt(queues: readonly Queue[], minutes: number): Planned[] {
  let left = minutes
  const rows = queues.map(({ share, ranked }) => ({ share, ranked, at: 0, had: 0, chosen: [] as Planned[] }))
  for (;;) {
    for (const row of rows) while ((row.ranked[row.at]?.minutes ?? 0) > left) row.at++
    const waiting = rows.filter(({ at, ranked }) => at < ranked.length)
    const flat = waiting.filter(({ at, ranked }) => ranked[at]?.leads === true)
    const row = leastServed(flat.length > 0 ? flat : waiting)
    const next = row?.ranked[row.at]
    if (row === undefined || next === undefined) break
    row.chosen.push(next)
    row.at++
    row.had += next.minutes / row.share
    left -= next.minutes
  }
  const chosen = rows.flatMap((row) => row.chosen)
  return [...chosen.filter(({ leads }) => leads === true), ...chosen.filter(({ leads }) => leads !== true)]
}

const leastServed = <R extends { had: number }>(rows: readonly R[]): R | undefined =>
  rows.reduce<R | undefined>(
    (least, row) => (least === undefined || row.had < least.had ? row : least),
    undefined,
  )

/** Those worth a closer look, at most so many of each kind: the most forgotten, the shortest new ones, those that lack an answer. */
function shortlist(
  known: readonly Planned[],
  fresh: readonly Planned[],
  interview: number,
  most: number,
): Planned[] {
  const forgotten = mostForgotten(known, interview, most)
  const lacking = known.filter(isLacking).slice(0, most)
  return [...new Set([...forgotten, ...mostForgotten(fresh, interview, most), ...lacking])]
}

/** Those that come before all others, unless they were answered on that day. */
const leading = (questions: readonly Planned[], day: number): Planned[] =>
  questions.filter((question) => question.leads === true && !isAnsweredOn(day, question))

/** Whether one solid answer in time is missing for a question to be ready, however well it is remembered. */
const isLacking = ({ isWeak, days }: Planned): boolean => isWeak || days < 2

const isAnsweredOn = (day: number, { memory }: Planned): boolean => memory !== null && memory.lastDay >= day

/** How many known and how many new questions to rank, where a day has so many minutes. */
const shortlistSize = (minutes: number): number => 60 + 4 * Math.ceil(minutes)

/** The questions of which most will be forgotten a minute, so the shortest of new ones; their order is kept. */
function mostForgotten(questions: readonly Planned[], interview: number, most: number): readonly Planned[] {
  if (questions.length <= most) return questions
  const forgotten = Float64Array.from(questions, (question) => forgottenOn(interview, question))
  const least = forgotten.toSorted()[questions.length - most] ?? 0
  let equals = most - forgotten.reduce((count, each) => count + (each > least ? 1 : 0), 0)
  return questions.filter((_, i) => {
    const each = forgotten[i] ?? 0
    return each > least || (each === least && equals-- > 0)
  })
}

/** The share of a question that will be forgotten on the day of the interview, divided by the minutes it takes. */
export const forgottenOn = (interview: number, { memory, minutes }: Planned): number =>
  (1 - (memory === null ? 0 : recallOn(memory, interview))) / minutes

function byIndex(
  questions: readonly Planned[],
  day: number,
  { interview, kappa }: Goal,
  gainOf: typeof gainOn,
): Planned[] {
  return questions
    .map((question) => {
      const { memory, minutes } = question
      const isLate = memory === null && day === interview - 1
      const gain = gainOf(memory, day, interview) * (isLate ? freshOnLastDay : 1)
      const last = memory === null ? interview - 2 : interview - 1
      const later = kappa === 0 ? 0 : kappa * bestGainAfter(memory, day, last, interview, gainOf)
      return { question, gain, index: (gain - later) / minutes }
    })
    .filter(({ question, gain }) => gain >= leastGain || isLacking(question))
    .sort((a, b) => b.index - a.index)
    .map(({ question }) => question)
}

const inOrder = (questions: readonly Planned[]): Planned[] => questions.toSorted((a, b) => a.place - b.place)

export const minutesOf = (questions: readonly Planned[]): number =>
  questions.reduce((sum, { minutes }) => sum + minutes, 0)

/** Those that still fit, one after the other. */
function within(questions: readonly Planned[], minutes: number): Planned[] {
  let left = minutes
  return questions.filter((question) => {
    if (question.minutes > left) return false
    left -= question.minutes
    return true
  })
}

interface PlannedDay {
  day: number
  questions: Planned[]
}

/** What comes of a plan that is kept, if every answer is solid and in time: its days, and each round's questions on its day. */
export interface Outlook {
  days: PlannedDay[]
  rounds: Planned[][]
}

/** The questions of a plan as they are now and as they were this morning, in the same order. */
export interface Standing {
  now: readonly Planned[]
  morning: readonly Planned[]
}

/** What is left of the list of today, which is made from the morning, so that it does not change while it is worked through. */
export function leftOf({ now, morning }: Standing, today: number, parameters: PlanParameters): Planned[] {
  const list = questionsOf(morning, today, parameters)
  const byId = new Map(now.map((question) => [question.id, question]))
  return list.flatMap(({ id }) => byId.get(id) ?? []).filter((question) => !isAnsweredOn(today, question))
}

/** The days from `today` to the eve of the last interview; `left`: what is left of today's list. */
export function outlook(
  questions: readonly Planned[],
  today: number,
  left: readonly Planned[],
  parameters: PlanParameters,
): Outlook {
  const { rounds } = parameters
  const then = new Map(questions.map((question) => [question.id, question]))
  const { reached, unseen } = withinReach(questions, today, parameters)
  const ids = inOrder([...new Set([...reached, ...left])]).map(({ id }) => id)
  const allowed = allowances(parameters, today)
  const gain = rememberedGains()
  const days: PlannedDay[] = []
  const onTheDay = rounds.map((): Planned[] => [])
  const last = Math.max(today, ...rounds.map(({ interview }) => interview))
  for (let day = today; ; day++) {
    for (const [place, { interview, covers }] of rounds.entries())
      if (interview === day) onTheDay[place] = coveredBy(covers, [...then.values()])
    if (day >= last) break
    const considered = ids.flatMap((id) => then.get(id) ?? [])
    const chosen = day === today ? [...left] : chosenFrom(considered, day, parameters, allowed, gain, unseen)
    days.push({ day, questions: chosen })
    for (const each of chosen) then.set(each.id, afterSolid(each, day))
  }
  return { days, rounds: onTheDay }
}

const coveredBy = (covers: Target['covers'], questions: readonly Planned[]): Planned[] =>
  covers === null ? [...questions] : questions.filter(({ id }) => covers.has(id))

/** Those that are still new on the day of a round that asks for them and is still to come. */
export function unreached(
  { rounds: onTheDay }: Outlook,
  rounds: readonly Target[],
  today: number,
): Planned[] {
  const fresh = rounds.flatMap(({ interview }, place) =>
    interview > today ? (onTheDay[place] ?? []).filter(isNew) : [],
  )
  return [...new Map(fresh.map((each) => [each.id, each])).values()]
}

const isNew = ({ memory }: Planned): boolean => memory === null

const afterSolid = ({ leads: _, ...question }: Planned, day: number): Planned => ({
  ...question,
  memory: memoryAfter(question.memory, 3, day),
  days: question.days + 1,
  isWeak: false,
})

/** The questions that may be shortlisted on some day, and the minutes of each round's new ones that are not among them. */
function withinReach(
  questions: readonly Planned[],
  today: number,
  { minutes, rounds }: PlanParameters,
): { reached: Planned[]; unseen: number[] } {
  const ordered = inOrder(questions)
  const reached = new Set(leading(ordered, today))
  for (const { interview, covers } of rounds) {
    const own = coveredBy(covers, ordered)
    const most = shortlistSize(minutes) + Math.ceil(minutes) * Math.max(0, interview - today)
    const known = own.filter((question) => !isNew(question))
    for (const each of shortlist(known, own.filter(isNew), interview, most)) reached.add(each)
  }
  const unseen = rounds.map(() => 0)
  for (const question of ordered) {
    const place = isNew(question) && !reached.has(question) ? roundOn(rounds, today, question.id) : -1
    if (place >= 0) unseen[place] = (unseen[place] ?? 0) + question.minutes
  }
  return { reached: [...reached], unseen }
}

/** Minutes a day that reach every new question, and what comes of them. */
export interface Need {
  minutes: number
  ahead: Outlook
}

/**
 * The fewest whole minutes a day, more than there are now, with which this very plan reaches every new question; null
 * where no day has enough. `withMinutes`: the plan with so many minutes a day.
 */
export function minutesNeeded(
  standing: Standing,
  today: number,
  { minutes: aDay, rounds }: PlanParameters,
  withMinutes: (minutes: number) => PlanParameters,
): Need | null {
  const fresh = standing.now.filter((each) => isNew(each) && roundOn(rounds, today, each.id) >= 0)
  const least = fresh.reduce((most, { minutes }) => Math.max(most, minutes), 1)
  const days = Math.max(...rounds.map(({ interview }) => interview)) - today
  const evenly = minutesOf(fresh) / Math.max(1, days)
  for (let minutes = Math.max(aDay + 1, Math.ceil(Math.max(least, evenly))); minutes <= 1440; minutes++) {
    const parameters = withMinutes(minutes)
    const ahead = outlook(standing.now, today, leftOf(standing, today, parameters), parameters)
    if (unreached(ahead, rounds, today).length === 0) return { minutes, ahead }
  }
  return null
}
