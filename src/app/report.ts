import { bankSlugOf } from '../bank/ids.ts'
import type { Bank } from '../bank/model.ts'
import type { LineOf } from '../progress/journal.ts'
import { pointsMadeIn } from '../progress/points.ts'
import { progressOf } from '../progress/progress.ts'
import { readyDay } from '../progress/ready.ts'
import { shapeTrendOf } from '../progress/shape-trend.ts'
import { type Statistics, statisticsOf } from '../progress/statistics.ts'
import { attemptsByQuestion, talliesOf } from '../progress/tallies.ts'
import { pointsOf } from '../rehearsal/item.ts'
import type { Report } from '../screens/report/data.ts'
import { dateOf, dayOf } from '../text/dates.ts'
import { plainText } from '../text/plain-text.ts'
import { banksIn } from './banks.ts'
import type { Context } from './context.ts'
import { attemptsOf } from './history.ts'
import type { CommonOptions } from './options.ts'
import { planFor } from './plan.ts'
import { viewOf } from './plan-view.ts'

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
  const statistics = (from: typeof attempts | null): Statistics => {
    const tallies = from === null ? progress : talliesOf(from, settings.dayStart)
    return statisticsOf({ tallies, progress, day: readyDay(progress, today) }, banks, only)
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
    ...storiesIn(banks, context),
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
    const story = Object.hasOwn(progress.stories, id) ? (progress.stories[id] ?? null) : null
    const points = pointsOf({ question, story, lastChange: null, followUp: null, budgetMs: 0, shape: 'none' })
    const made = pointsMadeIn(own, points, story === null ? 'answer' : 'story')
    return made === null ? [] : [{ question: row, made }]
  })
  return found.sort((a, b) => b.made.of - b.made.made - (a.made.of - a.made.made))
}

/** The stories, and what the questions of these banks ask for, the most asked first. */
function storiesIn(banks: readonly Bank[], { progress }: Context): Pick<Report, 'stories' | 'competencies'> {
  const questions = banks.flatMap((bank) => bank.questions)
  const counts = new Map<string, number>()
  for (const name of questions.flatMap(({ competencies = [] }) => competencies))
    counts.set(name, (counts.get(name) ?? 0) + 1)
  return {
    stories: questions.flatMap(({ id, competencies = [] }) => {
      const story = Object.hasOwn(progress.stories, id) ? progress.stories[id] : undefined
      return story === undefined ? [] : [{ name: nameIn(story), competencies }]
    }),
    competencies: [...counts]
      .map(([name, questions]) => ({ name, questions }))
      .sort((a, b) => b.questions - a.questions),
  }
}

/** A story's first words: those of its heading, where it begins with one. */
const nameIn = (story: string): string =>
  plainText(
    story
      .trim()
      .slice(0, 300)
      .replace(/^#+ */, '')
      .replace(/\n[\s\S]*/, ''),
  )
    .split(' ')
    .slice(0, 8)
    .join(' ')
