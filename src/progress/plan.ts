import { bestGainAfter, gainOn } from './gain.ts'
import { type Memory, memoryAfter, recallOn } from './schedule.ts'

/** A question as a plan sees it. */
export interface Planned {
  id: string
  /** Where it stands among all: of equals the first is chosen. */
  place: number
  /** Null while it was never rehearsed. */
  memory: Memory | null
  /** What one answer takes, with thinking and review. */
  minutes: number
}

/** What a plan is held to: the day of the interview, minutes a day, and how dear they are, see `dearness`. */
export interface Terms {
  interview: number
  minutes: number
  kappa: number
}

/** Less than this much recall on the day of the interview is no reason to answer a question once more. */
const worthwhile = 0.01

/**
 * κ, from 0 to ½: the share of what an answer would gain on its best later day that is taken off what it gains today. It
 * is ½ where there are two answers or fewer to each question, falls from there, and is 0 where there are three or more.
 * Fixed when the plan is made.
 */
export function dearness(questions: number, answersADay: number, days: number): number {
  return Math.min(0.5, Math.max(0, (3 - (answersADay * days) / Math.max(1, questions)) / 2))
}

/**
 * The questions of a day, the most urgent first, within so many minutes. Highest is the question whose answer today gains
 * most recall on the day of the interview, less κ times the most that it would gain on any later day, a minute. Nothing
 * new on the last day, unless everything is; new questions for which the days after this one are too short come first.
 */
export function questionsOf(
  questions: readonly Planned[],
  day: number,
  terms: Terms,
  minutes = terms.minutes,
): Planned[] {
  return chosenFrom(inOrder(questions), day, terms, minutes)
}

/** The same of questions in their order. */
function chosenFrom(questions: readonly Planned[], day: number, terms: Terms, minutes: number): Planned[] {
  if (day >= terms.interview) return []
  const fresh = questions.filter(({ memory }) => memory === null)
  const known = questions.filter(({ memory }) => memory !== null && memory.lastDay < day)
  const isOpen = day < terms.interview - 1 || fresh.length === questions.length
  const likely = [known, isOpen ? fresh : []].flatMap((each) =>
    mostForgotten(each, terms.interview, looked(terms.minutes)),
  )
  const ranked = byIndex(likely, day, terms)
  const later = terms.minutes * Math.max(0, terms.interview - 2 - day)
  const overdue = isOpen ? minutesOf(fresh) - later : 0
  const urgent = new Set(
    within(
      ranked.filter(({ memory }) => memory === null),
      Math.min(overdue, minutes),
    ),
  )
  return within([...urgent, ...ranked.filter((question) => !urgent.has(question))], minutes)
}

/** Of how many questions, known and new each, the index is looked at for so many minutes. */
const looked = (minutes: number): number => 60 + 4 * Math.ceil(minutes)

/** Those of which most will be forgotten a minute, so of new ones the shortest; in their order. */
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

/** How much of a question will be forgotten on the day of the interview, a minute that it takes. */
export const forgottenOn = (interview: number, { memory, minutes }: Planned): number =>
  (1 - (memory === null ? 0 : recallOn(memory, interview))) / minutes

function byIndex(questions: readonly Planned[], day: number, { interview, kappa }: Terms): Planned[] {
  // All new questions gain the same.
  const ofNew = once(() => indexOf(null, day, interview, kappa))
  return questions
    .map((question) => {
      const { memory, minutes } = question
      const { gain, index } = memory === null ? ofNew() : indexOf(memory, day, interview, kappa)
      return { question, gain, index: index / minutes }
    })
    .filter(({ gain }) => gain >= worthwhile)
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

/** In this order, those that still fit. */
function within(questions: readonly Planned[], minutes: number): Planned[] {
  let left = minutes
  return questions.filter((question) => {
    if (question.minutes > left) return false
    left -= question.minutes
    return true
  })
}

/** A day of a plan. */
interface PlannedDay {
  day: number
  questions: Planned[]
}

/** What a plan comes to if it is kept and every answer is solid: its days, and the questions as they are then. */
export interface Outlook {
  days: PlannedDay[]
  questions: Planned[]
}

/** Goes through the days from `today` up to the interview; `spent`: minutes of today that are used up. */
export function outlook(questions: readonly Planned[], today: number, spent: number, terms: Terms): Outlook {
  const now = new Map(questions.map((question) => [question.id, question]))
  const ids = inOrder(withinReach(questions, today, terms)).map(({ id }) => id)
  const days: PlannedDay[] = []
  for (let day = today; day < terms.interview; day++) {
    const minutes = Math.max(0, terms.minutes - (day === today ? spent : 0))
    const considered = ids.flatMap((id) => now.get(id) ?? [])
    const chosen = chosenFrom(considered, day, terms, minutes)
    days.push({ day, questions: chosen })
    for (const each of chosen) now.set(each.id, { ...each, memory: memoryAfter(each.memory, 3, day) })
  }
  return { days, questions: [...now.values()] }
}

/** New ones, and those known ones that can come to be looked at by the interview. */
function withinReach(questions: readonly Planned[], today: number, { interview, minutes }: Terms): Planned[] {
  const known = questions.filter(({ memory }) => memory !== null)
  const most = looked(minutes) + Math.ceil(minutes) * Math.max(0, interview - today)
  const fresh = questions.filter(({ memory }) => memory === null)
  return [...fresh, ...mostForgotten(inOrder(known), interview, most)]
}

/** The fewest whole minutes a day in which every new question can be rehearsed once before the last day; null if none. */
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

/** How many days it takes to go through questions in their order, as many a day as fit. */
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
