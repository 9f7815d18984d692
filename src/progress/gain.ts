import type { Score } from '../rehearsal/records.ts'
import { type Memory, memoryAfter, recallOn } from './schedule.ts'

// How answers are expected to go: shares of the scores 1 to 4 of a first answer, and of 2 to 4 of a later one that is not
// blanked. Defaults of the simulator of fsrs-rs (src/simulation.rs: first_rating_prob, review_rating_prob).
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

/** Past this many later days only some are looked at, the nearest and the last ones closest together. */
const lookedAt = 12

/** The recall to expect on `target` if a question, null while it was never answered, is answered once more on `day`. */
export function recallAfter(memory: Memory | null, day: number, target: number): number {
  const recalled = memory === null ? 1 : recallOn(memory, day)
  const scores = memory === null ? firstScores : laterScores
  const after = (score: Score): number => recallOn(memoryAfter(memory, score, day, recalled), target)
  const expected = scores.reduce((sum, [score, share]) => sum + share * after(score), 0)
  return memory === null ? expected : recalled * expected + (1 - recalled) * after(1)
}

/** What one answer on `day` adds to the recall to expect on `target`; what was never answered counts 0 without it. */
export function gainOn(memory: Memory | null, day: number, target: number): number {
  return recallAfter(memory, day, target) - (memory === null ? 0 : recallOn(memory, target))
}

/** The most that one answer on a later day would add; `last`: the last day on which it may be given. */
export function bestGainAfter(memory: Memory | null, day: number, last: number, target: number): number {
  return laterDays(day, last).reduce((best, later) => Math.max(best, gainOn(memory, later, target)), 0)
}

function laterDays(day: number, last: number): number[] {
  const count = last - day
  if (count <= lookedAt) return Array.from({ length: Math.max(0, count) }, (_, index) => day + 1 + index)
  const half = lookedAt / 2
  const near = Array.from({ length: half }, (_, index) => Math.round((count / 2) ** (index / (half - 1))))
  return [...new Set(near.flatMap((days) => [day + days, last + 1 - days]))]
}
