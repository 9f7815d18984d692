import { type Memory, memoryAfter } from '../../src/progress/schedule.ts'
import type { Score } from '../../src/rehearsal/records.ts'

export const today = 20_000

/** The memory after answers with these scores, each `gaps` days after the one before, and the last one `ago` days ago. */
export function memoryOf(scores: readonly Score[], gaps: readonly number[], ago: number): Memory | null {
  const days = scores.map(
    (_, index) => today - ago - gaps.slice(index + 1).reduce((sum, gap) => sum + gap, 0),
  )
  return scores.reduce<Memory | null>(
    (memory, score, index) => memoryAfter(memory, score, days[index] ?? today - ago),
    null,
  )
}
