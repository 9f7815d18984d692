import { bankSlugOf } from '../bank/ids.ts'
import type { Bank } from '../bank/model.ts'
import type { LineOf } from '../progress/journal.ts'
import { pointsMadeIn } from '../progress/points.ts'
import { practiceStatisticsOf, practicesIn } from '../progress/practice.ts'
import { progressOf, writtenFor } from '../progress/progress.ts'
import { readyDayOf } from '../progress/ready.ts'
import { shapeTrendOf } from '../progress/shape-trend.ts'
import { type Statistics, statisticsOf } from '../progress/statistics.ts'
import { attemptsByQuestion, talliesOf } from '../progress/tallies.ts'
import { type Item, pointsFrom, pointsOf } from '../rehearsal/item.ts'
import type { Report } from '../screens/report/data.ts'
import { dateOf, dayOf } from '../text/dates.ts'
import { banksIn } from './banks.ts'
import type { Context } from './context.ts'
import { attemptsOf, practicesOf } from './history.ts'
import type { CommonOptions } from './options.ts'
import { planFor } from './plan.ts'
import { viewOf } from './plan-view.ts'
import { storiesFor } from './stories.ts'

/** What the report shows: over all banks, or one named with `--bank`; of answers from a day on, null: of all. */
export async function reportOf(
  options: CommonOptions,
  since: number | null,
  context: Context,
): Promise<Report> {
  const { progress, settings, today } = context
  const banks = await banksIn(options, context)
  const only = options.bank === undefined ? null : (banks[0]?.slug ?? null)
  const attempts = attemptsOf(context)
    .map((line) => ({ ...line, day: dayOf(line.at, settings.dayStart) ?? 0 }))
    .filter(({ question, day }) => (only === null || bankSlugOf(question) === only) && day >= (since ?? day))
  const practices = (only === null ? practicesOf(context) : practicesIn(practicesOf(context), only)).filter(
    ({ at }) => since === null || (dayOf(at, settings.dayStart) ?? 0) >= since,
  )
  const statistics = (from: typeof attempts | null): Statistics => {
    const tallies = from === null ? progress : talliesOf(from, settings.dayStart)
    return statisticsOf({ tallies, progress, dayFor: readyDayOf(progress, today) }, banks, only)
  }
  const standing = statistics(null)
  const plan = await planFor(options.bank, context)
  const chosen = since === null ? standing : statistics(attempts)
  const changes = chosen.weakest.flatMap(({ id }): [string, string][] => {
    const change = progressOf(progress, id)?.change ?? null
    return change === null ? [] : [[id, change]]
  })
  return {
    date: dateOf(today),
    day: today,
    since: since === null ? null : dateOf(since),
    banks: banks.map(({ title }) => title),
    plan: plan === null ? null : await viewOf(plan, context),
    standing,
    statistics: chosen,
    shape: shapeTrendOf(attempts.flatMap(({ shape }) => (shape === undefined ? [] : [shape]))),
    answers: attempts.map((line) => ({ ...line, date: dateOf(line.day) })),
    points: pointsIn(attempts, banks, chosen, context),
    changes: new Map(changes),
    practice: practiceStatisticsOf(practices),
    stories: await storiesIn(banks, only, context),
  }
}

/** Those of the questions that were compared with their points, the most missed ones first. */
function pointsIn(
  attempts: readonly LineOf<'attempt'>[],
  banks: readonly Bank[],
  { byQuestion }: Statistics,
  { progress }: Context,
): Report['points'] {
  const rows = new Map(byQuestion.map((row) => [row.id, row]))
  const questions = new Map(banks.flatMap((bank) => bank.questions.map((each) => [each.id, each])))
  const found = [...attemptsByQuestion(attempts)].flatMap(([id, own]) => {
    const row = rows.get(id)
    const question = questions.get(id)
    if (row === undefined || question === undefined) return []
    const story = writtenFor(progress, id)
    const item: Item = { question, story, lastChange: null, followUp: null, budgetMs: 0, shape: 'none' }
    const made = pointsMadeIn(own, pointsOf(item), pointsFrom(item))
    return made === null ? [] : [{ question: row, made }]
  })
  return found.sort((a, b) => b.made.of - b.made.made - (a.made.of - a.made.made))
}

/** The stories for these banks: those that were written for a question of the one that is named, else all. */
async function storiesIn(
  banks: readonly Bank[],
  only: string | null,
  context: Context,
): Promise<Report['stories']> {
  const written = Object.entries(context.progress.stories).filter(
    ([id]) => only === null || bankSlugOf(id) === only,
  )
  const questions = banks.flatMap((bank) => bank.questions)
  const whole: Bank = { slug: only ?? '', title: '', questions, warnings: [] }
  return storiesFor(whole, Object.fromEntries(written), context)
}
