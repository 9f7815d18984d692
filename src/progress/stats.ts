import type { Bank, Question } from '../bank/bank.ts'
import { type Zone, zoneOf } from '../rehearsal/zone.ts'
import { dateOf, dayOf } from './day.ts'
import { standing } from './fold.ts'
import type { LineOf, MergedLine } from './journal.ts'
import { type Progress, progressOf } from './progress.ts'
import { isReady } from './ready.ts'
import { settingOf } from './settings.ts'
import type { QuestionStatistics, SectionStatistics, Statistics } from './statistics.ts'

type AttemptLine = LineOf<'attempt'>

/** Rounded; never the -0 that rounding may give. */
function mean(values: readonly number[], decimals = 2): number | null {
  if (values.length === 0) return null
  const unit = 10 ** decimals
  const exact = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.round(exact * unit) / unit || 0
}

function meanScore(attempts: readonly AttemptLine[]): number | null {
  return mean(attempts.map(({ score }) => score))
}

/** Over the attempts in which something was said. */
function meanTalkMs(attempts: readonly AttemptLine[]): number | null {
  return mean(
    spoken(attempts).map(({ talkMs }) => talkMs),
    0,
  )
}

/** Without the ones that were answered by "I don't know". */
function spoken(attempts: readonly AttemptLine[]): AttemptLine[] {
  return attempts.filter(({ talkMs, committed }) => talkMs > 0 || committed > 1)
}

function calibration(attempts: readonly AttemptLine[]): { mean: number | null; attempts: number } {
  const final = attempts.filter((attempt) => attempt.final)
  return { mean: mean(final.map(({ committed, score }) => committed - score)), attempts: final.length }
}

function timeOf(attempts: readonly AttemptLine[]): Statistics['time'] {
  const measured = spoken(attempts).filter(({ budgetMs }) => budgetMs > 0)
  const zones = measured.map(({ talkMs, budgetMs }) => zoneOf(talkMs, budgetMs))
  const inZone = (zone: Zone) => zones.filter((each) => each === zone).length
  return {
    short: inZone('short'),
    onTime: inZone('on time'),
    wrapUp: inZone('wrap up'),
    over: inZone('over'),
    meanRatio: mean(measured.map(({ talkMs, budgetMs }) => talkMs / budgetMs)),
  }
}

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
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
 * Statistics over merged lines. `banks` are all banks that the user has: a question in none of them counts as vanished.
 * `progress` is the fold of the same lines; `day` is the one to be ready for, see `ready.ts`.
 */
export function statistics(
  lines: readonly MergedLine[],
  banks: readonly Bank[],
  progress: Progress,
  day: number,
): Statistics {
  const attempts = standing(lines).filter((line) => line.type === 'attempt')
  const attemptsOf = grouped(attempts, ({ question }) => question)
  const dayStart = settingOf(progress.settings, 'dayStart')
  const days = [...grouped(attempts, ({ at }) => dayOf(at, dayStart) ?? 0)].sort(([a], [b]) => a - b)

  function rowOf(id: string, question: Question | null): QuestionStatistics {
    const own = attemptsOf.get(id) ?? []
    const known = progressOf(progress, id)
    return {
      id,
      number: question?.number ?? null,
      section: question?.section ?? null,
      question: question?.question ?? null,
      attempts: own.length,
      lastScore: known?.lastScore ?? null,
      meanScore: meanScore(own),
      meanTalkMs: meanTalkMs(own),
      budgetMs: known?.lastBudgetMs ?? question?.budgetMs ?? null,
      calibration: calibration(own).mean,
      ready: isReady(known, day),
    }
  }

  function sectionOf(
    bank: string,
    section: string | null,
    rows: readonly QuestionStatistics[],
  ): SectionStatistics {
    const own = rows.flatMap(({ id }) => attemptsOf.get(id) ?? [])
    return {
      bank,
      section,
      questions: rows.length,
      ...progressIn(rows),
      attempts: own.length,
      meanScore: meanScore(own),
      meanTalkMs: meanTalkMs(own),
    }
  }

  const rowsOf = banks.map(({ slug, questions }) => ({
    slug,
    rows: questions.map((each) => rowOf(each.id, each)),
  }))
  const rows = rowsOf.flatMap((bank) => bank.rows)
  const present = new Set(rows.map(({ id }) => id))
  const vanished = [...attemptsOf.keys()].filter((id) => !present.has(id))
  return {
    attempts: attempts.length,
    questions: { total: rows.length, ...progressIn(rows) },
    daysPractised: { count: days.length, dates: days.map(([practised]) => dateOf(practised)) },
    byDay: days.map(([practised, own]) => ({
      date: dateOf(practised),
      attempts: own.length,
      meanScore: meanScore(own),
    })),
    firstAt: attempts[0]?.at ?? null,
    lastAt: attempts.at(-1)?.at ?? null,
    meanScore: meanScore(attempts),
    calibration: calibration(attempts),
    time: timeOf(attempts),
    bySection: rowsOf.flatMap((bank) =>
      [...grouped(bank.rows, ({ section }) => section)].map(([section, own]) =>
        sectionOf(bank.slug, section, own),
      ),
    ),
    byQuestion: [...rows, ...vanished.map((id) => rowOf(id, null))],
    weakest: weakest(rows),
  }
}
