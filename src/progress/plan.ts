import { bestGainAfter, gainOn } from './gain.ts'
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
}

/** What a plan is worked out from: the day of the interview, minutes a day, and their price κ, see `minutePrice`. */
export interface PlanParameters {
  interview: number
  minutes: number
  kappa: number
}

/** An answer that adds less than this to the recall on the day of the interview is not worth giving. */
const leastGain = 0.01

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
 * day. Nothing new on the last day, unless everything is; new questions that would not fit into the days after this one
 * come first.
 */
export function questionsOf(
  questions: readonly Planned[],
  day: number,
  parameters: PlanParameters,
  minutes = parameters.minutes,
): Planned[] {
  return chosenFrom(inOrder(questions), day, parameters, minutes)
}

/** The same from questions that are in order already. */
function chosenFrom(
  questions: readonly Planned[],
  day: number,
  parameters: PlanParameters,
  minutes: number,
): Planned[] {
  if (day >= parameters.interview) return []
  const fresh = questions.filter(({ memory }) => memory === null)
  const known = questions.filter(({ memory }) => memory !== null && memory.lastDay < day)
  const mayBeNew = day < parameters.interview - 1 || fresh.length === questions.length
  const likely = [known, mayBeNew ? fresh : []].flatMap((each) =>
    mostForgotten(each, parameters.interview, shortlistSize(parameters.minutes)),
  )
  const ranked = byIndex(likely, day, parameters)
  const minutesLater = parameters.minutes * Math.max(0, parameters.interview - 2 - day)
  const urgentMinutes = mayBeNew ? minutesOf(fresh) - minutesLater : 0
  const urgent = new Set(
    within(
      ranked.filter(({ memory }) => memory === null),
      Math.min(urgentMinutes, minutes),
    ),
  )
  return within([...urgent, ...ranked.filter((question) => !urgent.has(question))], minutes)
}

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
): Planned[] {
  // All new questions gain the same.
  const ofNew = once(() => indexOf(null, day, interview, kappa))
  return questions
    .map((question) => {
      const { memory, minutes } = question
      const { gain, index } = memory === null ? ofNew() : indexOf(memory, day, interview, kappa)
      return { question, gain, index: index / minutes }
    })
    .filter(({ gain }) => gain >= leastGain)
    .sort((a, b) => b.index - a.index)
    .map(({ question }) => question)
}

function indexOf(
  memory: Memory | null,
  day: number,
  interview: number,
  kappa: number,
): { gain: number; index: number } {
  const gain = gainOn(memory, day, interview)
  const last = memory === null ? interview - 2 : interview - 1
  return { gain, index: gain - kappa * bestGainAfter(memory, day, last, interview) }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
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

/** What comes of a plan that is kept, if every answer is solid: its days, and the questions as they are then. */
export interface Outlook {
  days: PlannedDay[]
  questions: Planned[]
}

/** The days from `today` to the eve of the interview. `spent`: minutes of today that are used already. */
export function outlook(
  questions: readonly Planned[],
  today: number,
  spent: number,
  parameters: PlanParameters,
): Outlook {
  const now = new Map(questions.map((question) => [question.id, question]))
  const ids = inOrder(withinReach(questions, today, parameters)).map(({ id }) => id)
  const days: PlannedDay[] = []
  for (let day = today; day < parameters.interview; day++) {
    const minutes = Math.max(0, parameters.minutes - (day === today ? spent : 0))
    const considered = ids.flatMap((id) => now.get(id) ?? [])
    const chosen = chosenFrom(considered, day, parameters, minutes)
    days.push({ day, questions: chosen })
    for (const each of chosen) now.set(each.id, { ...each, memory: memoryAfter(each.memory, 3, day) })
  }
  return { days, questions: [...now.values()] }
}

/** The new questions, and the known ones that may be shortlisted on some day before the interview. */
function withinReach(
  questions: readonly Planned[],
  today: number,
  { interview, minutes }: PlanParameters,
): Planned[] {
  const known = questions.filter(({ memory }) => memory !== null)
  const most = shortlistSize(minutes) + Math.ceil(minutes) * Math.max(0, interview - today)
  const fresh = questions.filter(({ memory }) => memory === null)
  return [...fresh, ...mostForgotten(inOrder(known), interview, most)]
}

/** The fewest whole minutes a day that let every new question be rehearsed before the last day; null if a day has too few. */
export function minutesNeeded(
  questions: readonly Planned[],
  today: number,
  interview: number,
): number | null {
  const fresh = questions.filter(({ memory }) => memory === null)
  const days = Math.max(1, interview - 1 - today)
  const longest = fresh.reduce((most, { minutes }) => Math.max(most, minutes), 1)
  for (let minutes = Math.ceil(Math.max(longest, minutesOf(fresh) / days)); minutes <= 1440; minutes++) {
    if (daysFor(fresh, minutes) <= days) return minutes
  }
  return null
}

/** How many days it takes to go through the questions in this order, as many a day as fit. */
function daysFor(questions: readonly Planned[], minutes: number): number {
  let days = 0
  let left = 0
  for (const question of questions) {
    if (question.minutes > left) {
      days++
      left = minutes
    }
    left -= question.minutes
  }
  return days
}
