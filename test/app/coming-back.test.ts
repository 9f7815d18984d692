import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Score } from '../../src/rehearsal/records.ts'
import { dateOf, dayOfDate } from '../../src/text/dates.ts'
import { inDays as inWords } from '../../src/text/words.ts'
import { runs } from '../chance.ts'
import { newFolder } from '../files.ts'
import { attempt } from '../progress/lines.ts'
import { write } from '../store/home.ts'
import { greenroom, inDays, json, output } from '../world.ts'

// What comes back when, as the home screen, `next`, `plan`, `list`, `show` and the results say it.

const monday = dayOfDate(inDays(0)) ?? 0
const ids = [
  'hands-on-vs-leadership',
  'mentor-engineers',
  'underperforming-team-members',
  'platform-vs-features',
  'push-back-on-stakeholders',
  'excellence-and-ownership',
  'assess-technical-debt',
].map((slug) => `leadership/${slug}`)

interface Past {
  question: number
  ago: number
  score: Score
  talkMs: number
  extra: boolean
}

const score = fc.constantFrom<Score>(1, 2, 3, 4)
const pasts = fc.array(
  fc.record<Past>({
    question: fc.integer({ min: 0, max: 6 }),
    ago: fc.integer({ min: 0, max: 12 }),
    score,
    talkMs: fc.constantFrom(60_000, 90_000, 200_000),
    extra: fc.boolean(),
  }),
  { maxLength: 14 },
)

/** A home with such a history, on a Monday. */
function homeWith(history: readonly Past[]): string {
  const home = newFolder()
  const lines = [...history]
    .sort((a, b) => b.ago - a.ago)
    .map(({ question, ago, ...given }, index) => {
      const { device: _device, ...line } = attempt({
        ...given,
        id: randomUUID(),
        committed: given.score,
        question: ids[question] ?? '',
        at: `${dateOf(monday - ago)}T08:00:${10 + index}.000+00:00`,
      })
      return `\n${JSON.stringify(line)}\n`
    })
  if (lines.length > 0) write(home, `attempts/${randomUUID()}.jsonl`, lines.join(''))
  return home
}

/** Start, done, score, points, final score, change. */
const scored = (each: Score): string => `\n\n${each}\n\n\n\n`

interface Listed {
  id: string
  number: number
  due: string | null
}

/** By the id of each question, what `list` says: the date on which it is asked next. */
async function dues(home: string): Promise<Record<string, string | null>> {
  const rows: Listed[] = await json(['list'], { home })
  return Object.fromEntries(rows.map(({ id, due }) => [id, due?.slice(0, 10) ?? null]))
}

/** How it is said to people, after a word for it; where there is a plan, it may not be asked again. */
const words = (before: string, due: string | null | undefined): string =>
  due == null
    ? 'not asked again before the interview'
    : `${before} ${inWords((dayOfDate(due) ?? 0) - monday)}`

interface Named {
  name: string | null
}

const asked = (names: readonly string[]): string =>
  names.map((name) => `### ${name}?\nAn answer that is long enough to be one.`).join('\n')

async function agree(home: string): Promise<void> {
  const plan = await json(['plan'], { home })
  const due = await dues(home)
  const days: { date: string; questions: { id: string; number: number }[] }[] = plan.days
  const planned = (id: string): string | null =>
    days.find(({ questions }) => questions.some((each) => each.id === id))?.date ?? null
  for (const [index, id] of ids.entries()) {
    expect(due[id]).toBe(planned(id))
    const { due: shownDue, attempts } = await json(['show', id], { home })
    expect(shownDue?.slice(0, 10) ?? null).toBe(planned(id))
    const word = attempts === 0 && planned(id) !== days[0]?.date ? 'asked' : 'due'
    expect(await output(['show', String(index + 1)], { home })).toContain(` · ${words(word, due[id])}`)
  }
  expect(Object.values(due).filter((each) => each !== null && each >= plan.date)).toEqual([])
  const todays = days[0]?.questions ?? []
  expect((await json(['next'], { home })).map(({ id }: Listed) => id)).toEqual(todays.map(({ id }) => id))
  expect(plan.today.questions).toEqual(todays)
  const screen = (await greenroom([], { home })).out.split('\nQuestion ')[0] ?? ''
  const shown = [...screen.matchAll(/^(\d+)\. .*min, /gm)].map(([, number]) => Number(number))
  expect(shown).toEqual(todays.map(({ number }) => number))
}

describe('with a plan', () => {
  test('all screens name the day on which the plan asks a question next, whatever was rehearsed', async () => {
    await fc.assert(
      fc.asyncProperty(
        pasts,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(3, 8, 20, 60),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), score), { minLength: 1, maxLength: 3 }),
        async (history, days, minutes, answers) => {
          const home = homeWith(history)
          await greenroom(['plan', '--date', `+${days}d`, '--minutes', String(minutes)], { home })
          await agree(home)
          for (const [number, each] of answers) {
            const { out } = await greenroom(['drill', String(number)], { home, input: scored(each) })
            const due = words('back', (await dues(home))[ids[number - 1] ?? ''])
            expect(out).toContain(`Saved.\n${due.slice(0, 1).toUpperCase()}${due.slice(1)}.\n`)
            expect(out).toContain(` ${due}\n`)
          }
          await agree(home)
        },
      ),
      { numRuns: runs(5) },
    )
  })

  test('a question that it does not cover comes back when it is due, or after the interview', async () => {
    const home = homeWith([])
    write(home, 'mine.md', '### One?\n### Two?\n')
    await greenroom(['bank', 'add', `${home}/mine.md`, '--as', 'mine', '--yes'], { home })
    await greenroom(['plan', '--date', '+5d'], { home })
    const drill = async (number: string, each: number) =>
      output(['drill', number, '--bank', 'mine'], { home, input: `\n\n${each}\n\n\n` })
    expect(await drill('1', 3)).toContain('Back in 3 days.')
    expect(await drill('2', 4)).toContain('Not asked again before the interview.')
    expect(
      (await json(['list', '--bank', 'mine'], { home })).map(({ due }: Listed) => due?.slice(0, 10)),
    ).toEqual([inDays(3), undefined])
    expect((await json(['next', '--bank', 'mine'], { home })).map(({ id }: Listed) => id)).toHaveLength(2)
    expect(await output(['drill', '--bank', 'mine'], { home })).toContain('Question 1 of 2')
  })
})

describe('with several rounds', () => {
  const mine = `## Coaching\n${asked(['One', 'Two', 'Three'])}\n## Delivery\n${asked(['Four', 'Five'])}`
  const scopes = [
    ['--bank', 'leadership'],
    ['--bank', 'mine'],
    ['--bank', 'mine', '--topic', 'coaching'],
    ['--bank', 'leadership,mine'],
  ]
  const rounds = fc.uniqueArray(
    fc.record({ days: fc.integer({ min: 1, max: 12 }), scope: fc.constantFrom(...scopes) }),
    { minLength: 2, maxLength: 3, selector: ({ days }) => days },
  )

  /** By id, when a question of either bank is asked next, as `list` says it. */
  const allDues = async (home: string): Promise<Record<string, string | null>> => {
    const rows: Listed[] = [
      ...(await json(['list'], { home })),
      ...(await json(['list', '--bank', 'mine'], { home })),
    ]
    return Object.fromEntries(rows.map(({ id, due }) => [id, due?.slice(0, 10) ?? null]))
  }

  async function allAgree(home: string, minutes: number): Promise<void> {
    const plan = await json(['plan'], { home })
    const days: { date: string; minutes: number; questions: { id: string; round: string }[] }[] = plan.days
    const interviews: string[] = plan.rounds.map(({ date }: { date: string }) => date)
    expect(interviews).toEqual(interviews.toSorted())
    expect([plan.date, plan.today.questions]).toEqual([interviews[0], days[0]?.questions])
    const due = await allDues(home)
    const planned = new Map<string, string>()
    for (const { date, questions } of days)
      for (const { id } of questions) if (!planned.has(id)) planned.set(id, date)
    for (const [id, date] of planned) expect([id, due[id]]).toEqual([id, date])
    for (const [index, day] of days.entries()) {
      // the list of today is from the morning, when its questions may have been shorter
      if (index > 0) expect(day.minutes).toBeLessThanOrEqual(minutes)
      if (interviews.includes(day.date)) expect(day.questions).toEqual([])
      const order = day.questions.map(({ round }) =>
        plan.rounds.findIndex(({ name }: Named) => (name ?? 'interview') === round),
      )
      expect(order).toEqual(order.toSorted())
    }
    const todays = days[0]?.questions.map(({ id }) => id)
    expect((await json(['next'], { home })).map(({ id }: Listed) => id)).toEqual(todays)
    const screen = (await greenroom([], { home })).out.split('\nQuestion ')[0] ?? ''
    const shown = [...screen.matchAll(/^(?:(\w+) )?(\d+)\. .*min, for /gm)]
    expect(shown.map(([, bank, number]) => [bank, number])).toEqual(
      plan.today.questions.map((each: { bank: string | null; number: number }) => [
        each.bank ?? undefined,
        String(each.number),
      ]),
    )
    const named = await Promise.all(
      plan.rounds.map(async ({ name }: Named) => json(['plan', '--round', name ?? 'interview'], { home })),
    )
    expect(named.map(({ rounds: [each] }) => each)).toEqual(plan.rounds)
    expect(named.flatMap(({ today: { questions } }) => questions.map(({ id }: Listed) => id))).toEqual(todays)
  }

  test('all screens say when a question is asked, the nearest round is first, and its questions count for it', async () => {
    await fc.assert(
      fc.asyncProperty(
        pasts,
        rounds,
        fc.constantFrom(6, 20, 60),
        fc.tuple(fc.integer({ min: 1, max: 7 }), score),
        async (history, several, minutes, [number, each]) => {
          const home = homeWith(history)
          write(home, 'mine.md', mine)
          await greenroom(['bank', 'add', `${home}/mine.md`, '--as', 'mine', '--yes'], { home })
          for (const [index, { days, scope }] of several.entries()) {
            const name = index === 0 ? [] : ['--round', `r${index}`]
            await greenroom(
              ['plan', ...name, '--date', `+${days}d`, '--minutes', String(minutes), ...scope],
              {
                home,
              },
            )
          }
          await allAgree(home, minutes)
          const { out } = await greenroom(['drill', String(number)], { home, input: scored(each) })
          const back = words('back', (await allDues(home))[ids[number - 1] ?? ''])
          expect(out).toContain(`Saved.\n${back.slice(0, 1).toUpperCase()}${back.slice(1)}.\n`)
          await allAgree(home, minutes)
        },
      ),
      { numRuns: runs(5) },
    )
  })
})

describe('without a plan', () => {
  test('all screens name the day on which a question is due', async () => {
    await fc.assert(
      fc.asyncProperty(pasts, fc.integer({ min: 1, max: 7 }), score, async (history, number, each) => {
        const home = homeWith(history)
        const { out } = await greenroom(['drill', String(number)], { home, input: scored(each) })
        const due = await dues(home)
        const when = inWords((dayOfDate(due[ids[number - 1] ?? ''] ?? '') ?? 0) - monday)
        expect(out).toContain(`Saved.\nBack ${when}.\n`)
        expect(out).toContain(`back ${when}\n`)
        expect(await output(['show', String(number)], { home })).toContain(` · due ${when}`)
        const next: { id: string; reason: string }[] = await json(['next', '-n', '7'], { home })
        for (const { id, reason } of next) {
          expect(reason.startsWith('due')).toBe((due[id] ?? '9') <= inDays(0))
        }
      }),
      { numRuns: runs(12) },
    )
  })

  test('a blank later on the same day brings a question back soon', async () => {
    const home = homeWith([])
    expect(await output(['drill', '1'], { home, input: scored(4) })).toContain('Back in 8 days.')
    expect(await output(['drill', '1'], { home, input: scored(1) })).toContain('Back tomorrow.')
    // a good answer after that does not take it away again
    expect(await output(['drill', '1'], { home, input: scored(4) })).toContain('Back tomorrow.')
    expect((await dues(home))[ids[0] ?? '']).toBe(inDays(1))
  })
})
