import type { Attempt, Score } from '../rehearsal/records.ts'
import { scoreNames } from '../rehearsal/scores.ts'
import { zoneOf } from '../rehearsal/zone.ts'
import { formatClock } from '../text/duration.ts'
import { count } from '../text/words.ts'

/** Talk time against budget in words, or that nothing was said: `1:32 of 1:30, on time`. */
export const talkSummary = (attempt: Pick<Attempt, 'talkMs' | 'budgetMs' | 'committed'>): string =>
  hasNoAnswer(attempt) ? 'no answer' : timeAgainstBudget(attempt)

/** Talk time against budget in words: `1:32 of 1:30, on time`. */
export const timeAgainstBudget = ({ talkMs, budgetMs }: Pick<Attempt, 'talkMs' | 'budgetMs'>): string =>
  `${formatClock(talkMs)} of ${formatClock(budgetMs)}, ${zoneOf(talkMs, budgetMs)}`

/** `x`: there was nothing to say. */
export const hasNoAnswer = ({ talkMs, committed }: Pick<Attempt, 'talkMs' | 'committed'>): boolean =>
  talkMs === 0 && committed === 1

/** `2 of 4 points`, or nothing where there was none to make. */
export const pointsMade = (attempt: Pick<Attempt, 'made' | 'of'>): string | null =>
  attempt.of === 0 ? null : `${attempt.made.length} of ${count(attempt.of, 'point')}`

/** What a high score with few points is answered with; null where there is no doubt. */
export const doubt = (score: Score, made: number, of: number): string | null =>
  score >= 3 && of > 0 && made <= of / 2
    ? `${made} of ${count(of, 'point')}: still ${scoreNames[score]}?`
    : null

/** Committed minus final scores, in a sentence. */
export function calibrationSentence(attempts: Pick<Attempt, 'committed' | 'score'>[]): string | null {
  if (attempts.length === 0) return null
  if (attempts.every((each) => each.committed === each.score)) {
    return 'You rated yourself the same before and after seeing the answer.'
  }
  const sum = attempts.reduce((total, each) => total + each.committed - each.score, 0)
  return calibrationOf(sum / attempts.length)
}

/** A mean of committed minus final scores, in a sentence. */
export function calibrationOf(mean: number | null): string | null {
  if (mean === null) return null
  if (Math.abs(mean) < 0.05)
    return 'On average you rated yourself the same before and after seeing the answer.'
  const by = Math.abs(mean).toFixed(1).replace('.0', '')
  return mean > 0
    ? `You overrate yourself: ${by} higher before you saw the answer than after.`
    : `You underrate yourself: ${by} lower before you saw the answer than after.`
}

/** What `cue` says aloud, so to speak, with so many ms left. */
export const cueWords = (leftMs: number): string =>
  leftMs > 10_000 ? 'Half time.' : `${count(Math.round(leftMs / 1000), 'second')} left.`

/** How fast people speak: the middle of what coaches say, 130 to 160. */
export const wordsAMinute = 145
