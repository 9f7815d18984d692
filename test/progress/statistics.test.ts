import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/progress/fold.ts'
import type { LineOf, MergedLine } from '../../src/progress/journal.ts'
import type { Progress } from '../../src/progress/progress.ts'
import { type Statistics, statisticsOf } from '../../src/progress/statistics.ts'
import { type Tallies, talliesOf } from '../../src/progress/tallies.ts'
import { withoutUndone } from '../../src/progress/without-undone.ts'
import type { Score } from '../../src/rehearsal/records.ts'
import { zoneOf } from '../../src/rehearsal/zone.ts'
import { dateOf, dayOf, localTime } from '../../src/text/dates.ts'
import { attempt, bank, question, set, undo } from './lines.ts'

type Attempt = LineOf<'attempt'>

const dayStart = 4 * 60
const banks = [
  bank('bank', [
    question('bank/one', { section: 'First', budgetMs: 60_000 }),
    question('bank/two', { section: 'Second', number: 2 }),
    question('bank/three', { section: 'First', number: 3 }),
  ]),
  bank('other', [question('other/one')]),
]
const day = 20_800

const statistics = (progress: Progress, tallies: Tallies = progress) =>
  statisticsOf({ tallies, progress, dayFor: () => day }, banks, null)

const scores = fc.constantFrom<Score>(1, 2, 3, 4)
const times = fc.constantFrom(0, 1, 44_999, 45_000, 75_000, 90_000, 100_001, 200_000)
const history = fc
  .array(
    fc.record({
      question: fc.constantFrom(
        'bank/one',
        'bank/two',
        'other/one',
        'bank/gone',
        'lost/one',
        'bank',
        '__proto__/a',
      ),
      hours: fc.integer({ min: 0, max: 40 }),
      offset: fc.constantFrom(-480, 0, 60),
      score: scores,
      committed: scores,
      final: fc.boolean(),
      talkMs: times,
      budgetMs: times,
      extra: fc.boolean(),
      isUndone: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((all): MergedLine[] => {
    let instant = Date.UTC(2026, 0, 1)
    return all.flatMap(({ hours, offset, isUndone, ...given }, i) => {
      instant += hours * 3_600_000
      const at = localTime(new Date(instant), offset)
      const line = attempt({ id: `a${i}`, at, ...given })
      return isUndone ? [line, undo(line.id, at)] : [line]
    })
  })

/** A mean as statistics give it, by adding up and dividing. */
function mean(values: readonly number[], unit = 100): number | null {
  const sum = values.reduce((all, each) => all + each, 0)
  return values.length === 0 ? null : Math.round((sum / values.length) * unit) / unit || 0
}

const attemptsIn = (lines: readonly MergedLine[]): Attempt[] =>
  withoutUndone(lines).filter((line) => line.type === 'attempt')

const dateIn = ({ at }: Attempt): string => dateOf(dayOf(at, dayStart) ?? Number.NaN)

const isSpoken = ({ talkMs, committed }: Attempt): boolean => talkMs > 0 || committed > 1

const overrated = (attempts: readonly Attempt[]): number[] =>
  attempts.filter(({ final }) => final).map(({ committed, score }) => committed - score)

const means = (attempts: readonly Attempt[]) => ({
  attempts: attempts.length,
  meanScore: mean(attempts.map(({ score }) => score)),
  meanTalkMs: mean(
    attempts.filter(isSpoken).map(({ talkMs }) => talkMs),
    1,
  ),
})

/** The statistics worked out from each attempt. */
function direct(attempts: readonly Attempt[], within: typeof banks): Partial<Statistics> {
  const dates = [...new Set(attempts.map(dateIn))].sort()
  const measured = attempts.filter(isSpoken).filter(({ budgetMs }) => budgetMs > 0)
  const inZone = (zone: string) =>
    measured.filter(({ talkMs, budgetMs }) => zoneOf(talkMs, budgetMs) === zone).length
  return {
    attempts: attempts.length,
    daysPractised: { count: dates.length, dates },
    byDay: dates.map((date) => {
      const { meanTalkMs, ...rest } = means(attempts.filter((each) => dateIn(each) === date))
      return { date, ...rest }
    }),
    firstAt: attempts[0]?.at ?? null,
    lastAt: attempts.at(-1)?.at ?? null,
    meanScore: means(attempts).meanScore,
    calibration: { mean: mean(overrated(attempts)), attempts: overrated(attempts).length },
    time: {
      short: inZone('short'),
      onTime: inZone('on time'),
      wrapUp: inZone('wrap up'),
      over: inZone('over'),
      meanRatio: mean(measured.map(({ talkMs, budgetMs }) => talkMs / budgetMs)),
    },
    bySection: within.flatMap(({ slug, questions }) =>
      [...new Set(questions.map(({ section }) => section))].map((section) => {
        const ids = questions.filter((each) => each.section === section).map(({ id }) => id)
        const own = attempts.filter((each) => ids.includes(each.question))
        const attempted = ids.filter((id) => own.some((each) => each.question === id)).length
        const ready = expect.any(Number)
        return { bank: slug, section, questions: ids.length, attempted, ready, ...means(own) }
      }),
    ),
  }
}

function questionsOf(attempts: readonly Attempt[], within: typeof banks) {
  const present = within.flatMap(({ questions }) => questions.map(({ id }) => id))
  const vanished = [...new Set(attempts.map((each) => each.question))].filter((id) => !present.includes(id))
  return [...present, ...vanished].map((id) => {
    const own = attempts.filter((each) => each.question === id)
    const budgetMs = within.flatMap(({ questions }) => questions).find((each) => each.id === id)?.budgetMs
    return {
      id,
      ...means(own),
      lastScore: own.at(-1)?.score ?? null,
      budgetMs: own.at(-1)?.budgetMs ?? budgetMs ?? null,
      calibration: mean(overrated(own)),
    }
  })
}

describe('statistics', () => {
  it('are what each attempt adds up to', () => {
    fc.assert(
      fc.property(history, (lines) => {
        const all = statistics(fold(lines, {}))
        expect(all).toMatchObject(direct(attemptsIn(lines), banks))
        expect(all.byQuestion).toMatchObject(questionsOf(attemptsIn(lines), banks))
      }),
    )
  })

  it('of one bank count its own attempts alone', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...banks), (lines, only) => {
        const own = attemptsIn(lines).filter((each) => each.question.startsWith(`${only.slug}/`))
        const progress = fold(lines, {})
        const some = statisticsOf({ tallies: progress, progress, dayFor: () => day }, [only], only.slug)
        expect(some).toMatchObject(direct(own, [only]))
        expect(some.byQuestion).toMatchObject(questionsOf(own, [only]))
      }),
    )
  })

  it('of fewer attempts are made from their own tallies', () => {
    fc.assert(
      fc.property(history, fc.nat(40), (lines, n) => {
        const some = attemptsIn(lines).slice(n)
        const all = statistics(fold(lines, {}), talliesOf(some, dayStart))
        expect(all).toMatchObject(direct(some, banks))
      }),
    )
  })

  it('count days from the time at which they start', () => {
    const late = attempt({ at: '2026-11-24T03:00:00.000+01:00' })
    const progress = fold([late, set('dayStart', '00:00')], {})
    expect(statistics(progress, fold([late], {})).daysPractised.dates).toEqual(['2026-11-23'])
    expect(statistics(progress).daysPractised.dates).toEqual(['2026-11-24'])
  })

  it('put the lowest last score first, then the lowest mean', () => {
    const lines = [
      attempt({ question: 'bank/one', score: 3 }),
      attempt({ question: 'bank/two', score: 4 }),
      attempt({ question: 'bank/two', score: 2 }),
      attempt({ question: 'bank/three', score: 2 }),
    ]
    const progress = fold(lines, {})
    expect(statistics(progress).weakest.map(({ id }) => id)).toEqual(['bank/three', 'bank/two', 'bank/one'])
  })

  it('stay numbers whatever a journal says', () => {
    const absurd = attempt({ talkMs: 1.7e308, budgetMs: 1e-300 })
    const { total, questions } = fold([absurd, absurd], {})
    const sums = { total, question: questions.get('bank/one') }
    expect(JSON.parse(JSON.stringify(sums))).toEqual(sums)
  })
})
