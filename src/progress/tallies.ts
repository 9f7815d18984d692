import { bankSlugOf } from '../bank/ids.ts'
import type { Attempt as Answer } from '../rehearsal/records.ts'
import { type Zone, zoneOf } from '../rehearsal/zone.ts'
import { dayOf } from '../text/dates.ts'
import { hasSpeech, type Voice } from '../voice/voice.ts'
import { groupBy } from './group-by.ts'
import type { LineOf } from './journal.ts'

type Attempt = LineOf<'attempt'>

/** Sums over attempts. `finals` of them are final, and `overrated` is the sum of committed minus final score over those. */
interface Sums {
  attempts: number
  scores: number
  finals: number
  overrated: number
}

/**
 * Sums over the answers of a day that were recorded and in which somebody spoke; `first` of them have a `firstMs`, and `heard`
 * were transcribed, of which earlier versions knew nothing.
 */
interface VoiceSums {
  answers: number
  first: number
  firstMs: number
  longestPauseMs: number
  pauses: number
  silence: number
  heard?: number
  wordsAMinute?: number
}

/** Sums over the attempts of one question. In `spoken` of them something was said, after `thinkMs` and for `talkMs` in all. */
export interface QuestionTally extends Sums {
  spoken: number
  talkMs: number
  thinkMs: number
}

/** Sums over the attempts of any questions. */
export interface Tally extends Sums {
  /** How many attempts are in which zone, and the sum of talk time / budget over these. */
  zones: Record<Zone, number>
  ratios: number
  /** Times of the first and the last attempt. */
  firstAt: string | null
  lastAt: string | null
  /** By day, see `dayOf`. */
  days: Record<string, { attempts: number; scores: number; voice?: VoiceSums }>
}

/** What statistics are made of: sums, so that nothing has to read all attempts again. */
export interface Tallies {
  total: Tally
  /** By the slug of the bank. */
  byBank: Record<string, Tally>
  /** By the id of the question, in the order of the first attempts. */
  questions: ReadonlyMap<string, QuestionTally>
}

export function emptyTally(): Tally {
  return {
    attempts: 0,
    scores: 0,
    finals: 0,
    overrated: 0,
    zones: { short: 0, 'on time': 0, over: 0 },
    ratios: 0,
    firstAt: null,
    lastAt: null,
    days: {},
  }
}

export function emptyQuestionTally(): QuestionTally {
  return { attempts: 0, scores: 0, finals: 0, overrated: 0, spoken: 0, talkMs: 0, thinkMs: 0 }
}

/** False for an attempt that was written, or answered by "I don't know". */
const isSpoken = ({ talkMs, committed, typed }: Answer): boolean =>
  typed === null && (talkMs > 0 || committed > 1)

/** Never infinite, for which JSON has no number: a journal may contain any time. */
const plus = (sum: number, more: number): number => Math.min(sum + more, Number.MAX_VALUE)

function addSums(sums: Sums, { score, committed, final }: Answer): void {
  sums.attempts++
  sums.scores += score
  if (!final) return
  sums.finals++
  sums.overrated += committed - score
}

function addToTally(tally: Tally, line: Attempt, day: number): void {
  const { at, talkMs, budgetMs } = line
  addSums(tally, line)
  tally.firstAt ??= at
  tally.lastAt = at
  tally.days[day] ??= { attempts: 0, scores: 0 }
  const onDay = tally.days[day]
  onDay.attempts++
  onDay.scores += line.score
  if (line.voice && hasSpeech(line.voice)) onDay.voice = withVoice(onDay.voice, line.voice)
  if (!isSpoken(line) || budgetMs === 0) return
  tally.zones[zoneOf(talkMs, budgetMs)]++
  tally.ratios = plus(tally.ratios, talkMs / budgetMs)
}

const noVoice: VoiceSums = { answers: 0, first: 0, firstMs: 0, longestPauseMs: 0, pauses: 0, silence: 0 }

const withVoice = (
  sums = noVoice,
  { firstMs, longestPauseMs, pauses, silence, wordsAMinute }: Voice,
): VoiceSums => ({
  answers: sums.answers + 1,
  first: sums.first + (firstMs === null ? 0 : 1),
  firstMs: plus(sums.firstMs, firstMs ?? 0),
  longestPauseMs: plus(sums.longestPauseMs, longestPauseMs),
  pauses: plus(sums.pauses, pauses),
  silence: plus(sums.silence, silence),
  heard: (sums.heard ?? 0) + (wordsAMinute === undefined ? 0 : 1),
  wordsAMinute: plus(sums.wordsAMinute ?? 0, wordsAMinute ?? 0),
})

/** The sums over the attempts of one question, added to those `before`. */
export function questionTallyOf(attempts: Iterable<Answer>, before = emptyQuestionTally()): QuestionTally {
  const tally = { ...before }
  for (const line of attempts) {
    addSums(tally, line)
    if (!isSpoken(line)) continue
    tally.spoken++
    tally.talkMs = plus(tally.talkMs, line.talkMs)
    tally.thinkMs = plus(tally.thinkMs, line.thinkMs)
  }
  return tally
}

/** The sums over all attempts and over those of each bank. */
export function totalsOf(attempts: Iterable<Attempt>, dayStart: number): Pick<Tallies, 'total' | 'byBank'> {
  const total = emptyTally()
  const byBank = new Map<string, Tally>()
  for (const line of attempts) {
    const day = dayOf(line.at, dayStart) ?? 0
    const bank = bankSlugOf(line.question)
    const own = byBank.get(bank) ?? emptyTally()
    byBank.set(bank, own)
    addToTally(own, line, day)
    addToTally(total, line, day)
  }
  return { total, byBank: Object.fromEntries(byBank) }
}

/** The attempts of each question, in the order of the first ones. */
export const attemptsByQuestion = (attempts: Iterable<Attempt>): Map<string, [Attempt, ...Attempt[]]> =>
  groupBy(attempts, ({ question }) => question)

/** The tallies of attempts in the order of `merge`, undone ones left out. `dayStart`: minutes after midnight. */
export function talliesOf(attempts: readonly Attempt[], dayStart: number): Tallies {
  const questions = new Map<string, QuestionTally>()
  for (const [id, own] of attemptsByQuestion(attempts)) questions.set(id, questionTallyOf(own))
  return { ...totalsOf(attempts, dayStart), questions }
}
