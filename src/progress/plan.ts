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

/** What a plan is worked out from: the day of the interview, minutes a day, and their price κ, see `minutePrice`. */
export interface PlanParameters {
  interview: number
  minutes: number
  kappa: number
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
 * The questions of a day, the most urgent first, that fit into its minutes. The best is the one that gains most a minute:
 * the recall that an answer today adds on the day of the interview, less κ times the most that it would add on any later
 * day. New questions that would not fit into the days after this one come first, but for the last day, which is for what
 * is known unless something new gains clearly more.
 */
export function questionsOf(
  questions: readonly Planned[],
  day: number,
  parameters: PlanParameters,
): Planned[] {
  return chosenFrom(inOrder(questions), day, parameters)
}

/** The same from questions that are in order already; `unseen`: minutes of new questions that are not among them. */
function chosenFrom(
  questions: readonly Planned[],
  day: number,
  parameters: PlanParameters,
  gain = rememberedGains(),
  unseen = 0,
): Planned[] {
  const { interview, minutes } = parameters
  if (day >= interview) return []
  const fresh = questions.filter(({ memory }) => memory === null)
  const known = questions.filter((question) => question.memory !== null && !isAnsweredOn(day, question))
  const ranked = byIndex(shortlist(known, fresh, interview, shortlistSize(minutes)), day, parameters, gain)
  const minutesLater = minutes * (interview - 2 - day)
  const urgentMinutes = minutesLater < 0 ? 0 : unseen + minutesOf(fresh) - minutesLater
  const urgent = new Set(
    within(
      ranked.filter(({ memory }) => memory === null),
      Math.min(urgentMinutes, minutes),
    ),
  )
  const first = new Set([...leading(questions, day), ...urgent])
  return within([...first, ...ranked.filter((question) => !first.has(question))], minutes)
}

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
  { interview, kappa }: PlanParameters,
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

/** What comes of a plan that is kept, if every answer is solid and in time: its days, and the questions as they are then. */
export interface Outlook {
  days: PlannedDay[]
  questions: Planned[]
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

/** The days from `today` to the eve of the interview; `left`: what is left of today's list. */
export function outlook(
  questions: readonly Planned[],
  today: number,
  left: readonly Planned[],
  parameters: PlanParameters,
): Outlook {
  const { interview } = parameters
  const then = new Map(questions.map((question) => [question.id, question]))
  const reached = withinReach(questions, today, parameters)
  const ids = inOrder([...new Set([...reached, ...left])]).map(({ id }) => id)
  const unseen = minutesOf(questions.filter(isNew)) - minutesOf(reached.filter(isNew))
  const gain = rememberedGains()
  const days: PlannedDay[] = []
  for (let day = today; day < interview; day++) {
    const considered = ids.flatMap((id) => then.get(id) ?? [])
    const chosen = day === today ? [...left] : chosenFrom(considered, day, parameters, gain, unseen)
    days.push({ day, questions: chosen })
    for (const each of chosen) then.set(each.id, afterSolid(each, day))
  }
  return { days, questions: [...then.values()] }
}

const isNew = ({ memory }: Planned): boolean => memory === null

const afterSolid = ({ leads: _, ...question }: Planned, day: number): Planned => ({
  ...question,
  memory: memoryAfter(question.memory, 3, day),
  days: question.days + 1,
  isWeak: false,
})

/** The questions that may be shortlisted on some day before the interview. */
function withinReach(
  questions: readonly Planned[],
  today: number,
  { interview, minutes }: PlanParameters,
): Planned[] {
  const most = shortlistSize(minutes) + Math.ceil(minutes) * Math.max(0, interview - today)
  const ordered = inOrder(questions)
  const known = ordered.filter((question) => !isNew(question))
  const reached = shortlist(known, ordered.filter(isNew), interview, most)
  return [...new Set([...reached, ...leading(ordered, today)])]
}

/** Minutes a day that reach every new question, and what comes of them. */
export interface Need {
  minutes: number
  ahead: Outlook
}

/**
 * The fewest whole minutes a day, more than there are now, with which this very plan reaches every new question; null
 * where no day has enough. `kappaOf`: κ for so many minutes a day.
 */
export function minutesNeeded(
  standing: Standing,
  today: number,
  { interview, minutes: aDay }: PlanParameters,
  kappaOf: (minutes: number) => number,
): Need | null {
  const fresh = standing.now.filter(isNew)
  const least = fresh.reduce((most, { minutes }) => Math.max(most, minutes), 1)
  const evenly = minutesOf(fresh) / Math.max(1, interview - today)
  for (let minutes = Math.max(aDay + 1, Math.ceil(Math.max(least, evenly))); minutes <= 1440; minutes++) {
    const parameters = { interview, minutes, kappa: kappaOf(minutes) }
    const ahead = outlook(standing.now, today, leftOf(standing, today, parameters), parameters)
    if (!ahead.questions.some(isNew)) return { minutes, ahead }
  }
  return null
}
