import type { Score } from '../rehearsal/records.ts'
import { type Memory, memoryAfter, recallOn } from './schedule.ts'

// How answers are expected to go: the shares of the scores 1 to 4 among first answers, and of 2 to 4 among later ones that
// are not blanked. Defaults of the simulator of fsrs-rs (src/simulation.rs: first_rating_prob, review_rating_prob).
const firstScores: readonly (readonly [Score, number])[] = [
  [1, 0.24],
  [2, 0.094],
  [3, 0.495],
  [4, 0.171],
]
const laterScores: readonly (readonly [Score, number])[] = [
  [2, 0.224],
  [3, 0.631],
  [4, 0.145],
]

/** At most this many later days are tried; of more, a sample that is densest at both ends. */
const mostDaysTried = 12

/**
 * The recall to count on for a day: the mean of what FSRS expects and of what is left if the answer fades twice as fast.
 * FSRS learned from flashcards; a plan that trusts it less does better in docs/plan-simulation.md, even where it is right.
 */
export const cautiousRecall = (memory: Memory, day: number): number =>
  (recallOn(memory, day) + recallOn({ ...memory, stability: memory.stability / 2 }, day)) / 2

/** The recall to count on for `target` if a question is answered once more on `day`. Null: it was never answered. */
export function recallAfter(memory: Memory | null, day: number, target: number): number {
  const recalled = memory === null ? 1 : recallOn(memory, day)
  const scores = memory === null ? firstScores : laterScores
  const after = (score: Score): number => cautiousRecall(memoryAfter(memory, score, day, recalled), target)
  const expected = scores.reduce((sum, [score, share]) => sum + share * after(score), 0)
  return memory === null ? expected : recalled * expected + (1 - recalled) * after(1)
}

/** What one answer on `day` adds to the recall to count on for `target`, which is 0 for a question never answered. */
export function gainOn(memory: Memory | null, day: number, target: number): number {
  return recallAfter(memory, day, target) - (memory === null ? 0 : cautiousRecall(memory, target))
}

/** The most that one answer on a later day would add. `last`: the last day on which it may be given. */
export function bestGainAfter(
  memory: Memory | null,
  day: number,
  last: number,
  target: number,
  gain = gainOn,
): number {
  return daysTried(day, last).reduce((best, later) => Math.max(best, gain(memory, later, target)), 0)
}

/** `gainOn`, worked out once for each memory and day. For one target. */
export function rememberedGains(): typeof gainOn {
  const known = new Map<Memory | null, Map<number, number>>()
  return (memory, day, target) => {
    const gains = known.get(memory) ?? new Map<number, number>()
    if (gains.size === 0) known.set(memory, gains)
    const found = gains.get(day) ?? gainOn(memory, day, target)
    gains.set(day, found)
    return found
  }
}

function daysTried(day: number, last: number): number[] {
  const count = last - day
  if (count <= mostDaysTried) return Array.from({ length: Math.max(0, count) }, (_, index) => day + 1 + index)
  const half = mostDaysTried / 2
  const near = Array.from({ length: half }, (_, index) => Math.round((count / 2) ** (index / (half - 1))))
  return [...new Set(near.flatMap((days) => [day + days, last + 1 - days]))]
}
