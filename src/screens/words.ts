import { wordsIn } from '../answers/length.ts'
import type { Landed } from '../progress/progress.ts'
import type { Attempt, Score } from '../rehearsal/records.ts'
import { scoreNames } from '../rehearsal/scores.ts'
import { type PartTaken, type Shaped, sharesOf, worstOf } from '../rehearsal/shape.ts'
import { zoneOf } from '../rehearsal/zone.ts'
import { dateOf, dayOfDate } from '../text/dates.ts'
import { formatClock } from '../text/duration.ts'
import { safeLine } from '../text/safe.ts'
import { count, dateInWords, inDays } from '../text/words.ts'

// Wordings that several screens share.

export const startPrompt = 'Enter when you start to speak'
export const startWritingPrompt = 'Enter when you start to write'
export const finishPrompt = 'Enter when you have finished'
export const readyPrompt = 'Enter when you are ready'
export const cutQuestion = 'What did you cut this time?'
export const pointsQuestion = 'Which points did you make?'
export const unscoredHeading = 'Not scored yet:'

/** Asks for the change after one answer, or after a whole mock. */
export const changeQuestion = (isAfterMock: boolean): string =>
  isAfterMock ? 'One change for next time? It is for the whole mock.' : 'What will you change next time?'

export const changeFromLastTime = (change: string): string =>
  `Your change from last time: ${safeLine(change)}`

/** `3 solid`. */
export const scoreLabel = (score: Score): string => `${score} ${scoreNames[score]}`

/** What an answer is compared with. */
export const modelNames = { story: 'Your story', answer: 'Model answer' }

/** What the first score was, where the final one differs: `first scored 2`. */
export const firstScore = ({ committed, score, final }: Pick<Attempt, 'committed' | 'score' | 'final'>) =>
  final && committed !== score ? `first scored ${committed}` : null

/** Talk time against budget, `1:32 of 1:30, on time`; `wrote 63 words`, or `no answer`. */
export function talkSummary(attempt: Pick<Attempt, 'talkMs' | 'budgetMs' | 'committed' | 'typed'>): string {
  if (attempt.typed !== null) return wroteWords(attempt.typed)
  return hasNoAnswer(attempt) ? 'no answer' : timeAgainstBudget(attempt)
}

/** `wrote 63 words`: the time of a written answer is no talk time. */
export const wroteWords = (typed: string): string => `wrote ${count(wordsIn(typed), 'word')}`

/** `1:32 of 1:30, on time`. */
export const timeAgainstBudget = ({ talkMs, budgetMs }: Pick<Attempt, 'talkMs' | 'budgetMs'>): string =>
  `${formatClock(talkMs)} of ${formatClock(budgetMs)}, ${zoneOf(talkMs, budgetMs)}`

/** The shares of an answer's parts, and what to do about the one that is furthest off. */
export function shapeSentences(shaped: Shaped): string[] {
  const percent = (share: number): number => Math.round(share * 100)
  const shares = sharesOf(shaped).map(
    ({ name, taken, from, to }) => `${name} ${percent(taken)} % (aim for ${percent(from)} to ${percent(to)})`,
  )
  const advice = shapeAdvice(shaped)
  return [`${shares.join(', ')}.`, ...(advice === null ? [] : [`${advice}.`])]
}

/** What to do about the part that is furthest off: `Situation took 48 %: halve it`; null where all are well. */
export function shapeAdvice(shaped: Shaped): string | null {
  const worst = worstOf(sharesOf(shaped))
  return worst === null ? null : adviceOn(worst)
}

function adviceOn({ name, taken, to, share }: PartTaken): string {
  const took = `${name} took ${Math.round(taken * 100)} %`
  if (taken === 0) return `${name} is still missing: give it about ${Math.round(share * 100)} %`
  if (taken > to) return `${took}: ${taken >= to * 1.8 ? 'halve it' : 'shorten it'}`
  return `${took}: give it about ${Math.round(share * 100)} %`
}

/** Whether the user had nothing to say, and pressed `x`. */
export const hasNoAnswer = ({
  talkMs,
  committed,
  typed,
}: Pick<Attempt, 'talkMs' | 'committed' | 'typed'>): boolean =>
  talkMs === 0 && committed === 1 && typed === null

/** `2 of 4 points`, `2 of 4 points and the change`; null for a question without key points. */
export const pointsMade = ({
  made,
  of,
  changeMade,
}: Pick<Attempt, 'made' | 'of' | 'changeMade'>): string | null =>
  of === 0 ? null : `${made.length} of ${count(of, 'point')}${changeMade === true ? ' and the change' : ''}`

/** Questions a high score with few points: `1 of 4 points: still solid?`; null where there is no doubt. */
export const doubt = (score: Score, made: number, of: number): string | null =>
  score >= 3 && of > 0 && made <= of / 2
    ? `${made} of ${count(of, 'point')}: still ${scoreNames[score]}?`
    : null

/** How committed and final scores differ, in a sentence; null without attempts. */
export function calibrationSentence(attempts: Pick<Attempt, 'committed' | 'score'>[]): string | null {
  if (attempts.length === 0) return null
  if (attempts.every((each) => each.committed === each.score)) {
    return 'You rated yourself the same before and after seeing the answer.'
  }
  const sum = attempts.reduce((total, each) => total + each.committed - each.score, 0)
  return calibrationOf(sum / attempts.length)
}

/** Below a quarter of a point, first scores tell of no habit. */
const leastTendency = 0.25

/** A mean of committed minus final scores, in a sentence. */
export function calibrationOf(mean: number | null): string | null {
  if (mean === null) return null
  if (Math.abs(mean) < 0.05)
    return 'On average you rated yourself the same before and after seeing the answer.'
  if (Math.abs(mean) < leastTendency)
    return 'On average you rated yourself nearly the same before and after seeing the answer.'
  const by = Math.abs(mean).toFixed(1).replace('.0', '')
  return mean > 0
    ? `Your first scores were ${by} above the final ones: you tend to overrate yourself.`
    : `Your first scores were ${by} below the final ones: you are better than you think.`
}

/** A cue in words: `Half time.`, or near the end how much is left. */
export const cueWords = (leftMs: number): string =>
  leftMs > 10_000 ? 'Half time.' : `${count(Math.round(leftMs / 1000), 'second')} left.`

/** Where a plan does not ask a question any more. */
export const notBefore = 'not asked again before the interview'

/** When a question is asked next: `back in 4 days`. */
export const comesBack = (when: number | 'later'): string =>
  when === 'later' ? notBefore : `back ${inDays(when)}`

/** `Interview Sat 5 Dec, in 9 days`; that of a round with a name is `Interview (phone) Sat …`. */
export const interviewLine = ({
  name,
  date,
  daysLeft,
}: {
  name: string | null
  date: string
  daysLeft: number
}): string =>
  `Interview${name === null ? '' : ` (${name})`} ${dateInWords(date, dateOf((dayOfDate(date) ?? 0) - daysLeft))}, ${inDays(daysLeft)}`

/** `The bank of your plan is not here: hiring.` */
export const bankIsGone = (slugs: readonly string[], whose: string): string =>
  `The ${slugs.length === 1 ? 'bank' : 'banks'} of ${whose} ${slugs.length === 1 ? 'is' : 'are'} not here: ${slugs.map(safeLine).join(', ')}.`

/** Said of a round whose bank is gone, or has no such questions any more. */
export const noneHere = 'none of its questions is here'

/** `Today: 2 questions, about 9 minutes`. */
export const todayLine = (questions: number, minutes: number): string =>
  `Today: ${count(questions, 'question')}, about ${count(minutes, 'minute')}`

/** How a question landed in an interview. */
export const landedNames: Record<Score, string> = { 1: 'fell flat', 2: 'so-so', 3: 'well', 4: 'very well' }

/** `landed 1, fell flat, on 2026-12-05`. */
export const landedLabel = ({ landed, interview }: Landed): string =>
  `landed ${landed}, ${landedNames[landed]}, on ${safeLine(interview)}`

const numbers = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** A number as a word, where it is a small one: `six`. */
export const inWords = (n: number): string => numbers[n] ?? String(n)
