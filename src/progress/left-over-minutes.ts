import { forgottenOn, type Planned, roundOn, type Target } from './plan.ts'

/** What left-over minutes can be used for. */
export type LeftOverUse =
  | { kind: 'story' | 'question'; id: string; minutes: number }
  | { kind: 'mock'; minutes: number }

/** What its questions leave of a day. */
export interface LeftOver {
  minutes: number
  /** Ids of questions that have no story. */
  storyless: ReadonlySet<string>
  lastMockDay: number | null
}

/** How long it takes to write a story, and the shortest mock worth having, in minutes. */
const storyMinutes = 10
const mockMinutes = 8
/** The longest mock of the last evening. */
const longestMockMinutes = 45
/** A mock every third day. */
const daysBetweenMocks = 3

/**
 * What to do with the minutes that the questions of a day, `chosen`, leave over: write a missing story, then rehearse what
 * is new, then, once nothing is, have a mock every third day, and in any case on the last evening, then rehearse known questions ahead of schedule, starting with those of which
 * most will be forgotten.
 */
export function leftOverUses(
  questions: readonly Planned[],
  chosen: readonly Planned[],
  day: number,
  rounds: readonly Target[],
  { minutes, storyless, lastMockDay }: LeftOver,
): LeftOverUse[] {
  const nearest = rounds.find(({ interview }) => interview >= day)?.interview ?? day
  if (day === nearest) return []
  const forgotten = (each: Planned): number =>
    forgottenOn(rounds[roundOn(rounds, day, each.id)]?.interview ?? nearest, each)
  const uses: LeftOverUse[] = []
  let left = minutes
  const use = (each: LeftOverUse): void => {
    uses.push(each)
    left -= each.minutes
  }
  const rehearse = (which: readonly Planned[]): void => {
    for (const { id, minutes } of which) if (minutes <= left) use({ kind: 'question', id, minutes })
  }
  const known = questions
    .filter(({ id, memory }) => memory !== null || chosen.some((each) => each.id === id))
    .sort((a, b) => forgotten(b) - forgotten(a) || a.place - b.place)
  const isLastDay = day === nearest - 1
  const unwritten = known.find(({ id }) => storyless.has(id))
  if (unwritten && !isLastDay && left >= storyMinutes) {
    use({ kind: 'story', id: unwritten.id, minutes: storyMinutes })
  }
  const unrehearsed = isLastDay ? [] : questions.filter((each) => !known.includes(each))
  rehearse(unrehearsed)
  const isMockDay = isLastDay || lastMockDay === null || day - lastMockDay >= daysBetweenMocks
  const isMockDue = isMockDay && lastMockDay !== day && unrehearsed.length === 0
  if (isMockDue && known.length >= 3 && left >= mockMinutes) {
    use({ kind: 'mock', minutes: isLastDay ? Math.min(longestMockMinutes, Math.floor(left)) : mockMinutes })
  }
  rehearse(
    known.filter((each) => each.memory !== null && each.memory.lastDay < day && !chosen.includes(each)),
  )
  return uses
}
