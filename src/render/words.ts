import { formatClock } from '../bank/duration.ts'
import type { Attempt, Score } from '../rehearsal/records.ts'
import { zoneOf } from '../rehearsal/zone.ts'

export const scoreNames: Record<Score, string> = { 1: 'blanked', 2: 'shaky', 3: 'solid', 4: 'nailed it' }

export const scoreMeanings: Record<Score, string> = {
  1: 'had nothing to say',
  2: 'got there, with gaps or rambling',
  3: 'the main points, in order, in time',
  4: 'would say it like this on the day',
}

export const allScores: readonly Score[] = [1, 2, 3, 4]

/** `1 question`, `3 questions`. */
export const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

/** Talk time against budget in words: `1:32 of 1:30, on time`. */
export const timeOf = ({ talkMs, budgetMs }: Pick<Attempt, 'talkMs' | 'budgetMs'>): string =>
  `${formatClock(talkMs)} of ${formatClock(budgetMs)}, ${zoneOf(talkMs, budgetMs)}`

/** `2 of 4 points`, or nothing where there was none to make. */
export const pointsMade = (attempt: Pick<Attempt, 'made' | 'of'>): string | null =>
  attempt.of === 0 ? null : `${attempt.made.length} of ${count(attempt.of, 'point')}`

/** Committed minus final scores, in a sentence. */
export function calibrationSentence(attempts: Pick<Attempt, 'committed' | 'score'>[]): string | null {
  if (attempts.length === 0) return null
  const mean = attempts.reduce((sum, each) => sum + each.committed - each.score, 0) / attempts.length
  if (Math.abs(mean) < 0.05) return 'You rated yourself the same before and after seeing the answer.'
  const by = Math.abs(mean).toFixed(1)
  return mean > 0
    ? `You overrate yourself: ${by} higher before you saw the answer than after.`
    : `You underrate yourself: ${by} lower before you saw the answer than after.`
}
