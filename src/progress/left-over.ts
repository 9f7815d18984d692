import { forgottenOn, type Planned, type Terms } from './plan.ts'

/** What the minutes that are left of a day can go to. */
export type LeftOver =
  | { kind: 'story' | 'question'; id: string; minutes: number }
  | { kind: 'mock'; minutes: number }

/** How long it takes to write a story, and the shortest mock that is one, in minutes. */
const storyMinutes = 10
const mockMinutes = 8
/** The longest mock of the last evening. */
const mostMockMinutes = 45

/** What there is to know besides the questions to fill the minutes that are left. */
export interface Spare {
  minutes: number
  /** Ids of questions that have no story. */
  storyless: ReadonlySet<string>
  lastMockDay: number | null
}

/**
 * What to do with the minutes that the questions of a day leave, in this order: a missing story, a mock every third day
 * and on the last evening, and known questions out of their time, those first of which most will be forgotten.
 */
export function leftOvers(
  questions: readonly Planned[],
  chosen: readonly Planned[],
  day: number,
  { interview }: Terms,
  { minutes, storyless, lastMockDay }: Spare,
): LeftOver[] {
  if (day >= interview) return []
  const found: LeftOver[] = []
  let left = minutes
  const take = (each: LeftOver): void => {
    found.push(each)
    left -= each.minutes
  }
  const isKnown = ({ id, memory }: Planned): boolean =>
    memory !== null || chosen.some((each) => each.id === id)
  const known = questions
    .filter(isKnown)
    .sort((a, b) => forgottenOn(interview, b) - forgottenOn(interview, a) || a.place - b.place)
  const isLastDay = day === interview - 1
  const unwritten = known.find(({ id }) => storyless.has(id))
  if (unwritten && !isLastDay && left >= storyMinutes) {
    take({ kind: 'story', id: unwritten.id, minutes: storyMinutes })
  }
  const isMockDay = isLastDay || lastMockDay === null || day - lastMockDay >= 3
  if (isMockDay && known.length >= 3 && lastMockDay !== day && left >= mockMinutes) {
    take({ kind: 'mock', minutes: isLastDay ? Math.min(mostMockMinutes, Math.floor(left)) : mockMinutes })
  }
  for (const question of known) {
    const isFree = question.memory !== null && question.memory.lastDay < day && !chosen.includes(question)
    if (isFree && question.minutes <= left)
      take({ kind: 'question', id: question.id, minutes: question.minutes })
  }
  return found
}
