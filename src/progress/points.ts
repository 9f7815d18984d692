import type { KeyPoint } from '../bank/model.ts'
import type { Attempt } from '../rehearsal/records.ts'

/** How the key points of a question were made, over the answers that were reviewed. */
export interface PointsOfQuestion {
  /** Points made, of so many that there were to make. */
  made: number
  of: number
  /** Those that there are now, with the reviewed answers that made them, of so many. */
  points: { label: string; made: number; of: number; isMissing: boolean }[]
}

/**
 * The attempts are those of one question, the oldest first; `points` and `kind` are what its answer is compared with now. Null
 * where no answer was compared with any point. `isMissing`: the last answer did not make it.
 */
export function pointsMadeIn(
  attempts: readonly Attempt[],
  points: readonly KeyPoint[],
  kind: Attempt['points'],
): PointsOfQuestion | null {
  const reviewed = attempts.filter(({ final, of }) => final && of > 0)
  if (reviewed.length === 0) return null
  const now = reviewed.filter((each) => each.points === kind)
  const sum = (of: (attempt: Attempt) => number): number =>
    reviewed.reduce((total, each) => total + of(each), 0)
  return {
    made: sum(({ made, of }) => Math.min(made.length, of)),
    of: sum(({ of }) => of),
    points:
      now.length === 0
        ? []
        : points.map(({ text, label }) => ({
            label,
            made: now.filter(({ made }) => made.includes(text)).length,
            of: now.length,
            isMissing: now.at(-1)?.made.includes(text) === false,
          })),
  }
}
