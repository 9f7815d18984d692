import type { Attempt, Score } from '../rehearsal/records.ts'
import { scoreNames } from '../rehearsal/scores.ts'
import { zoneOf } from '../rehearsal/zone.ts'
import { formatClock } from '../text/duration.ts'

/** `1 question`, `3 questions`. */
export const count = (n: number, noun: string, nouns = `${noun}s`): string => `${n} ${n === 1 ? noun : nouns}`

/** `3 attempts and 2 other entries`, or what there is of them; null where there is nothing. */
export function entries({ attempts, others }: { attempts: number; others: number }): string | null {
  const parts = [
    ...(attempts > 0 ? [count(attempts, 'attempt')] : []),
    ...(others > 0 ? [count(others, 'other entry', 'other entries')] : []),
  ]
  return parts.length === 0 ? null : parts.join(' and ')
}

/** The first five of some names, and how many more there are. */
export const listed = (names: readonly string[]): string =>
  names.length <= 5
    ? names.join(', ')
    : `${names.slice(0, 5).join(', ')} and ${count(names.length - 5, 'other')}`

/** A span of time in its greatest unit: `3 hours`. */
export function span(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 90) return count(minutes, 'minute')
  const hours = Math.round(minutes / 60)
  return hours < 48 ? count(hours, 'hour') : count(Math.round(hours / 24), 'day')
}

/** Talk time against budget in words, or that nothing was said: `1:32 of 1:30, on time`. */
export const talkedOf = (attempt: Pick<Attempt, 'talkMs' | 'budgetMs' | 'committed'>): string =>
  saidNothing(attempt) ? 'no answer' : timeOf(attempt)

/** Talk time against budget in words: `1:32 of 1:30, on time`. */
export const timeOf = ({ talkMs, budgetMs }: Pick<Attempt, 'talkMs' | 'budgetMs'>): string =>
  `${formatClock(talkMs)} of ${formatClock(budgetMs)}, ${zoneOf(talkMs, budgetMs)}`

/** `x`: there was nothing to say. */
export const saidNothing = ({ talkMs, committed }: Pick<Attempt, 'talkMs' | 'committed'>): boolean =>
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

/** `today`, `tomorrow`, `in 4 days`. */
export const inDays = (days: number): string =>
  days <= 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`

/** A local ISO time as people read it: `2026-11-23 10:12`. */
export const dateAndTime = (at: string): string => at.slice(0, 16).replace('T', ' ')

/** What `cue` says aloud, so to speak, with so many ms left. */
export const cueWords = (leftMs: number): string =>
  leftMs > 10_000 ? 'Half time.' : `${count(Math.round(leftMs / 1000), 'second')} left.`

/** How fast people speak: the middle of what coaches say, 130 to 160. */
export const wordsAMinute = 145

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A date such as `2026-12-05` as people say it: `Sat 5 Dec`. */
export function dateInWords(date: string): string {
  const at = new Date(`${date}T00:00:00Z`)
  return `${weekdays[at.getUTCDay()]} ${at.getUTCDate()} ${months[at.getUTCMonth()]}`
}

/** The day of a date as `2026-12-05` in its month: `5th`. */
export function dayOfMonth(date: string): string {
  const day = Number(date.slice(8))
  const ending = day % 100 >= 11 && day % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return `${day}${ending}`
}
