import type { Bank, Question } from '../bank/model.ts'
import type { Score } from '../rehearsal/records.ts'
import { dateOf } from '../text/dates.ts'
import { groupBy } from './group-by.ts'
import { type Progress, progressOf } from './progress.ts'
import { isReady, type readyDayOf } from './ready.ts'
import { emptyQuestionTally, emptyTally, type QuestionTally, type Tallies, type Tally } from './tallies.ts'

/** One question. One that vanished from its bank has null for number, section and question. */
export interface QuestionStatistics {
  id: string
  number: number | null
  section: string | null
  question: string | null
  attempts: number
  lastScore: Score | null
  meanScore: number | null
  meanTalkMs: number | null
  /** The budget of the last attempt, else the question's own. */
  budgetMs: number | null
  /** Mean of committed minus final score over the final attempts: above 0, the user overrates. */
  calibration: number | null
  ready: boolean
}

/** One section of one bank. */
interface SectionStatistics {
  bank: string
  section: string | null
  questions: number
  attempted: number
  ready: number
  attempts: number
  meanScore: number | null
  meanTalkMs: number | null
}

/** The recorded answers of a day. `pauses`: over two seconds; `silence`: a share from 0 to 1. */
interface VoiceStatistics {
  date: string
  answers: number
  firstMs: number | null
  longestPauseMs: number | null
  pauses: number | null
  silence: number | null
  /** Of those that were transcribed. */
  wordsAMinute: number | null
}

/** What `stats --json` prints. Means have at most two decimals, times are whole ms, absent values are null. */
export interface Statistics {
  /** All attempts, including those of vanished questions and those with `--extra`. */
  attempts: number
  /** How many questions there are in the banks, and how many of them were attempted and are ready. */
  questions: { total: number; attempted: number; ready: number }
  /** Days with an attempt, as dates, the oldest first. */
  daysPractised: { count: number; dates: string[] }
  /** Scores over time: an entry for each day practised. */
  byDay: { date: string; attempts: number; meanScore: number | null }[]
  /** Times of the first and the last attempt. */
  firstAt: string | null
  lastAt: string | null
  meanScore: number | null
  /** Committed minus final score over the final attempts, of which there are `attempts`: above 0, the user overrates. */
  calibration: { mean: number | null; attempts: number }
  /** Attempts by zone, without those in which nothing was said. `meanRatio`: talk time / budget; `wrapUp`, of 0.1, is 0. */
  time: { short: number; onTime: number; wrapUp: number; over: number; meanRatio: number | null }
  /** Of the answers that were recorded: means of each day with one, the oldest first. */
  voice: VoiceStatistics[]
  bySection: SectionStatistics[]
  /** All questions of the banks in order, then those that vanished. */
  byQuestion: QuestionStatistics[]
  /** At most five attempted questions: those with the lowest last score, and of equals the lowest mean. */
  weakest: QuestionStatistics[]
}

/** What the statistics of a question are taken from. */
interface Sources {
  tallies: Tallies
  progress: Progress
  /** The day to be ready for, see `readyDayOf`. */
  dayFor: ReturnType<typeof readyDayOf>
}

/**
 * Statistics over the tallies of some attempts: `progress` has those of all of them, `talliesOf` makes those of fewer.
 * `banks` are all banks that the user has: a question that is in none of them counts as vanished. `only`: the slug of a
 * bank whose questions alone are counted; null: all are.
 */
export function statisticsOf(sources: Sources, banks: readonly Bank[], only: string | null): Statistics {
  const { tallies } = sources
  const all = only === null ? tallies.total : bankTally(tallies, only)
  const rowsByBank = banks.map(({ slug, questions }) => ({
    slug,
    rows: questions.map((question) => rowOf(question.id, question, sources)),
  }))
  const rows = rowsByBank.flatMap((bank) => bank.rows)
  const byDay = daysOf(all)
  return {
    attempts: all.attempts,
    questions: { total: rows.length, ...countsOf(rows) },
    daysPractised: { count: byDay.length, dates: byDay.map(({ date }) => date) },
    byDay,
    firstAt: all.firstAt,
    lastAt: all.lastAt,
    meanScore: meanScore(all),
    calibration: { mean: calibration(all), attempts: all.finals },
    time: timeOf(all),
    voice: voiceOf(all),
    bySection: rowsByBank.flatMap((bank) => sectionsOf(bank.slug, bank.rows, tallies)),
    byQuestion: [...rows, ...vanishedFrom(rows, sources, only)],
    weakest: weakestOf(rows),
  }
}

function rowOf(
  id: string,
  question: Question | null,
  { tallies, progress, dayFor }: Sources,
): QuestionStatistics {
  const known = progressOf(progress, id)
  const tally = questionTally(tallies, id)
  return {
    id,
    number: question?.number ?? null,
    section: question?.section ?? null,
    question: question?.question ?? null,
    attempts: tally.attempts,
    lastScore: known?.lastScore ?? null,
    meanScore: meanScore(tally),
    meanTalkMs: meanTalkMs(tally),
    budgetMs: known?.lastBudgetMs ?? question?.budgetMs ?? null,
    calibration: calibration(tally),
    ready: isReady(known, dayFor(question)),
  }
}

function vanishedFrom(
  rows: readonly QuestionStatistics[],
  sources: Sources,
  only: string | null,
): QuestionStatistics[] {
  const present = new Set(rows.map(({ id }) => id))
  const vanished: QuestionStatistics[] = []
  for (const [id] of sources.tallies.questions) {
    const isWanted = only === null || id.startsWith(`${only}/`)
    if (isWanted && !present.has(id)) vanished.push(rowOf(id, null, sources))
  }
  return vanished
}

const sectionsOf = (
  bank: string,
  rows: readonly QuestionStatistics[],
  tallies: Tallies,
): SectionStatistics[] =>
  [...groupBy(rows, ({ section }) => section)].map(([section, own]) => {
    const sum = sumOf(own.map(({ id }) => questionTally(tallies, id)))
    return {
      bank,
      section,
      questions: own.length,
      ...countsOf(own),
      attempts: sum.attempts,
      meanScore: meanScore(sum),
      meanTalkMs: meanTalkMs(sum),
    }
  })

/** How many of the questions were attempted, and how many are ready. */
const countsOf = (rows: readonly QuestionStatistics[]): { attempted: number; ready: number } => ({
  attempted: rows.filter(({ attempts }) => attempts > 0).length,
  ready: rows.filter(({ ready }) => ready).length,
})

function weakestOf(rows: readonly QuestionStatistics[]): QuestionStatistics[] {
  const order = ({ lastScore, meanScore }: QuestionStatistics) => (lastScore ?? 0) * 10 + (meanScore ?? 0)
  return rows
    .filter(({ attempts }) => attempts > 0)
    .sort((a, b) => order(a) - order(b))
    .slice(0, 5)
}

/** The days practised, the oldest first. */
const daysOf = ({ days }: Tally): Statistics['byDay'] =>
  Object.entries(days)
    .map(([day, sums]) => ({ day: Number(day), sums }))
    .sort((a, b) => a.day - b.day)
    .map(({ day, sums }) => ({ date: dateOf(day), attempts: sums.attempts, meanScore: meanScore(sums) }))

const voiceOf = ({ days }: Tally): VoiceStatistics[] =>
  Object.entries(days)
    .sort(([a], [b]) => Number(a) - Number(b))
    .flatMap(([day, { voice }]) =>
      voice === undefined
        ? []
        : [
            {
              date: dateOf(Number(day)),
              answers: voice.answers,
              firstMs: mean(voice.firstMs, voice.first, 0),
              longestPauseMs: mean(voice.longestPauseMs, voice.answers, 0),
              pauses: mean(voice.pauses, voice.answers),
              silence: mean(voice.silence, voice.answers),
              wordsAMinute: mean(voice.wordsAMinute ?? 0, voice.heard ?? 0, 0),
            },
          ],
    )

function timeOf({ zones, ratios }: Tally): Statistics['time'] {
  const { short, 'on time': onTime, over } = zones
  return { short, onTime, wrapUp: 0, over, meanRatio: mean(ratios, short + onTime + over) }
}

const bankTally = ({ byBank }: Tallies, slug: string): Tally =>
  (Object.hasOwn(byBank, slug) ? byBank[slug] : undefined) ?? emptyTally()

const questionTally = ({ questions }: Tallies, id: string): QuestionTally =>
  questions.get(id) ?? emptyQuestionTally()

function sumOf(tallies: readonly QuestionTally[]): QuestionTally {
  const sum = emptyQuestionTally()
  for (const each of tallies) {
    sum.attempts += each.attempts
    sum.scores += each.scores
    sum.finals += each.finals
    sum.overrated += each.overrated
    sum.spoken += each.spoken
    sum.talkMs += each.talkMs
  }
  return sum
}

const meanScore = ({ scores, attempts }: Pick<Tally, 'scores' | 'attempts'>): number | null =>
  mean(scores, attempts)

const meanTalkMs = ({ talkMs, spoken }: QuestionTally): number | null => mean(talkMs, spoken, 0)

const calibration = ({ overrated, finals }: Tally | QuestionTally): number | null => mean(overrated, finals)

/** Rounded. Never -0, which rounding may give. */
function mean(sum: number, count: number, decimals = 2): number | null {
  if (count === 0) return null
  const unit = 10 ** decimals
  return Math.round((sum / count) * unit) / unit || 0
}
