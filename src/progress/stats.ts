import type { Bank, Question } from '../bank/model.ts'
import { dateOf } from '../text/dates.ts'
import { grouped } from './grouped.ts'
import { type Progress, progressOf } from './progress.ts'
import { isReady } from './ready.ts'
import type { QuestionStatistics, SectionStatistics, Statistics } from './statistics.ts'
import { newQuestionTally, newTally, type QuestionTally, type Tallies, type Tally } from './tally.ts'

/** Rounded; never the -0 that rounding may give. */
function mean(sum: number, count: number, decimals = 2): number | null {
  if (count === 0) return null
  const unit = 10 ** decimals
  return Math.round((sum / count) * unit) / unit || 0
}

const meanScore = ({ scores, attempts }: Pick<Tally, 'scores' | 'attempts'>): number | null =>
  mean(scores, attempts)

const meanTalkMs = ({ talkMs, spoken }: QuestionTally): number | null => mean(talkMs, spoken, 0)

const calibration = ({ overrated, finals }: Tally | QuestionTally): number | null => mean(overrated, finals)

const tallyIn = ({ byBank }: Tallies, slug: string): Tally =>
  (Object.hasOwn(byBank, slug) ? byBank[slug] : undefined) ?? newTally()

function timeOf({ zones, ratios }: Tally): Statistics['time'] {
  const { short, 'on time': onTime, 'wrap up': wrapUp, over } = zones
  return { short, onTime, wrapUp, over, meanRatio: mean(ratios, short + onTime + wrapUp + over) }
}

/** The days practised, the oldest first. */
function daysOf({ days }: Tally): Statistics['byDay'] {
  return Object.entries(days)
    .map(([day, sums]) => ({ day: Number(day), sums }))
    .sort((a, b) => a.day - b.day)
    .map(({ day, sums }) => ({ date: dateOf(day), attempts: sums.attempts, meanScore: meanScore(sums) }))
}

function weakest(rows: readonly QuestionStatistics[]): QuestionStatistics[] {
  const tried = rows.filter(({ attempts }) => attempts > 0)
  const order = ({ lastScore, meanScore }: QuestionStatistics) => (lastScore ?? 0) * 10 + (meanScore ?? 0)
  return tried.sort((a, b) => order(a) - order(b)).slice(0, 5)
}

/** Attempted and ready ones among some questions. */
function progressIn(rows: readonly QuestionStatistics[]): { attempted: number; ready: number } {
  return {
    attempted: rows.filter(({ attempts }) => attempts > 0).length,
    ready: rows.filter(({ ready }) => ready).length,
  }
}

/**
 * Statistics over the tallies of some attempts: `progress` has those of all, and `tally` those of fewer. `banks` are all
 * banks that the user has: a question in none of them counts as vanished. `day` is the one to be ready for, see
 * `ready.ts`. With `only`, the slug of a bank, the attempts of its questions alone count.
 */
export function statistics(
  tallies: Tallies,
  banks: readonly Bank[],
  progress: Progress,
  day: number,
  only: string | null = null,
): Statistics {
  const all = only === null ? tallies.total : tallyIn(tallies, only)
  const tallyOf = (id: string): QuestionTally => tallies.questions.get(id) ?? newQuestionTally()

  function rowOf(id: string, question: Question | null, sums = tallyOf(id)): QuestionStatistics {
    const known = progressOf(progress, id)
    return {
      id,
      number: question?.number ?? null,
      section: question?.section ?? null,
      question: question?.question ?? null,
      attempts: sums.attempts,
      lastScore: known?.lastScore ?? null,
      meanScore: meanScore(sums),
      meanTalkMs: meanTalkMs(sums),
      budgetMs: known?.lastBudgetMs ?? question?.budgetMs ?? null,
      calibration: calibration(sums),
      ready: isReady(known, day),
    }
  }

  function sectionOf(
    bank: string,
    section: string | null,
    rows: readonly QuestionStatistics[],
  ): SectionStatistics {
    const sums = sumOf(rows.map(({ id }) => tallyOf(id)))
    return {
      bank,
      section,
      questions: rows.length,
      ...progressIn(rows),
      attempts: sums.attempts,
      meanScore: meanScore(sums),
      meanTalkMs: meanTalkMs(sums),
    }
  }

  const rowsOf = banks.map(({ slug, questions }) => ({
    slug,
    rows: questions.map((each) => rowOf(each.id, each)),
  }))
  const rows = rowsOf.flatMap((bank) => bank.rows)
  const present = new Set(rows.map(({ id }) => id))
  const vanished: QuestionStatistics[] = []
  for (const [id, sums] of tallies.questions) {
    const counts = !present.has(id) && (only === null || id.startsWith(`${only}/`))
    if (counts) vanished.push(rowOf(id, null, sums))
  }
  const byDay = daysOf(all)
  return {
    attempts: all.attempts,
    questions: { total: rows.length, ...progressIn(rows) },
    daysPractised: { count: byDay.length, dates: byDay.map(({ date }) => date) },
    byDay,
    firstAt: all.firstAt,
    lastAt: all.lastAt,
    meanScore: meanScore(all),
    calibration: { mean: calibration(all), attempts: all.finals },
    time: timeOf(all),
    bySection: rowsOf.flatMap((bank) =>
      [...grouped(bank.rows, ({ section }) => section)].map(([section, some]) =>
        sectionOf(bank.slug, section, some),
      ),
    ),
    byQuestion: [...rows, ...vanished],
    weakest: weakest(rows),
  }
}

function sumOf(tallies: readonly QuestionTally[]): QuestionTally {
  const sum = newQuestionTally()
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
