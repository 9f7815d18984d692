import { type Zone, zoneOf } from '../rehearsal/zone.ts'
import { dayOf } from '../text/dates.ts'
import { grouped } from './grouped.ts'
import type { LineOf } from './journal.ts'

type Attempt = LineOf<'attempt'>

/** Sums over attempts; `finals` of them are final, and over those `overrated` sums committed minus final score. */
interface Sums {
  attempts: number
  scores: number
  finals: number
  overrated: number
}

/** Over the attempts of one question; in `spoken` of them something was said, after `thinkMs` and for `talkMs` in all. */
export interface QuestionTally extends Sums {
  spoken: number
  talkMs: number
  thinkMs: number
}

/** What there is of each question, by its id; a map, or a table that makes each when somebody asks. */
export interface ById<T> extends Iterable<[id: string, T]> {
  get(id: string): T | undefined
}

/** Over the attempts of any questions. */
export interface Tally extends Sums {
  /** How many attempts lie where against their budget, and the sum of talk time / budget over these. */
  zones: Record<Zone, number>
  ratios: number
  /** Times of the first and the last attempt. */
  firstAt: string | null
  lastAt: string | null
  /** By day, see `day.ts`. */
  days: Record<string, { attempts: number; scores: number }>
}

/** What statistics are made of: sums that go on with each attempt, so that nobody has to read all of them again. */
export interface Tallies {
  total: Tally
  /** By slug of the bank. */
  byBank: Record<string, Tally>
  /** By id of the question, in the order of their first attempts. */
  questions: ById<QuestionTally>
}

export function newTally(): Tally {
  return {
    attempts: 0,
    scores: 0,
    finals: 0,
    overrated: 0,
    zones: { short: 0, 'on time': 0, 'wrap up': 0, over: 0 },
    ratios: 0,
    firstAt: null,
    lastAt: null,
    days: {},
  }
}

export function newQuestionTally(): QuestionTally {
  return { attempts: 0, scores: 0, finals: 0, overrated: 0, spoken: 0, talkMs: 0, thinkMs: 0 }
}

/** False for an attempt that was answered by "I don't know". */
const isSpoken = ({ talkMs, committed }: Attempt): boolean => talkMs > 0 || committed > 1

/** Never infinite, which JSON has no number for: a journal may hold any time. */
const plus = (sum: number, more: number): number => Math.min(sum + more, Number.MAX_VALUE)

function addSums(sums: Sums, { score, committed, final }: Attempt): void {
  sums.attempts++
  sums.scores += score
  if (!final) return
  sums.finals++
  sums.overrated += committed - score
}

function addTo(tally: Tally, line: Attempt, day: number): void {
  const { at, talkMs, budgetMs } = line
  addSums(tally, line)
  tally.firstAt ??= at
  tally.lastAt = at
  tally.days[day] ??= { attempts: 0, scores: 0 }
  const onDay = tally.days[day]
  onDay.attempts++
  onDay.scores += line.score
  if (!isSpoken(line) || budgetMs === 0) return
  tally.zones[zoneOf(talkMs, budgetMs)]++
  tally.ratios = plus(tally.ratios, talkMs / budgetMs)
}

/** The sums of one question. */
export function tallyOf(attempts: Iterable<Attempt>): QuestionTally {
  const tally = newQuestionTally()
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
  const total = newTally()
  const byBank = new Map<string, Tally>()
  for (const line of attempts) {
    const day = dayOf(line.at, dayStart) ?? 0
    const bank = line.question.slice(0, Math.max(0, line.question.indexOf('/')))
    const own = byBank.get(bank) ?? newTally()
    byBank.set(bank, own)
    addTo(own, line, day)
    addTo(total, line, day)
  }
  return { total, byBank: Object.fromEntries(byBank) }
}

/** The attempts of each question, in the order of the first ones. */
export const byQuestion = (attempts: Iterable<Attempt>): Map<string, [Attempt, ...Attempt[]]> =>
  grouped(attempts, ({ question }) => question)

/** The tallies of attempts that stand, in the order of `merge`; days start so many minutes after midnight. */
export function tally(attempts: readonly Attempt[], dayStart: number): Tallies {
  const questions = new Map<string, QuestionTally>()
  for (const [id, own] of byQuestion(attempts)) questions.set(id, tallyOf(own))
  return { ...totalsOf(attempts, dayStart), questions }
}
