import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/progress/fold.ts'
import type { MergedLine } from '../../src/progress/journal.ts'
import { merge } from '../../src/progress/merge.ts'
import { noProgress } from '../../src/progress/progress.ts'
import type { Score } from '../../src/rehearsal/records.ts'
import { dayOf, localTime } from '../../src/text/dates.ts'
import { cpuSeconds, soon } from '../cpu.ts'
import { attempt, draft, rehearsal, set, skip, story, undo } from './lines.ts'

const on = (day: number, time = '10:00') => `2026-11-${day}T${time}:00.000+01:00`
const progressOf = (...lines: MergedLine[]) => fold(lines, {})
const one = (...lines: MergedLine[]) => progressOf(...lines).questions.get('bank/one')

describe('progress', () => {
  it('is nothing at first', () => {
    expect(fold([], {})).toEqual(noProgress)
  })

  it('knows the journals it was made from', () => {
    expect(fold([], { here: 120 }).journals).toEqual({ here: 120 })
  })

  it('knows how many lines a newer greenroom wrote, understood or not', () => {
    expect(fold([attempt(), attempt({ v: 2 })], {}, { unread: 3 })).toMatchObject({
      attempts: 2,
      newerLines: 4,
    })
  })

  it('sums up the attempts of a question', () => {
    const question = one(
      attempt({ at: on(23), score: 2, change: 'Slower', followUp: { text: 'Why?', talkMs: 1 } }),
      attempt({ at: on(23, '11:00'), score: 1, followUp: { text: 'How?', talkMs: 1 } }),
      attempt({ at: on(25), score: 4, talkMs: 80_000, followUp: { text: 'Why?', talkMs: 1 } }),
    )
    expect(question).toMatchObject({
      attempts: 3,
      days: 2,
      lastDay: dayOf(on(25), 240),
      lastAt: on(25),
      lastScore: 4,
      lastTalkMs: 80_000,
      lastBudgetMs: 90_000,
      change: 'Slower',
      followUps: ['How?', 'Why?'],
      schedule: { reps: 2 },
    })
  })

  it('moves the schedule with the first attempt of a day only', () => {
    const first = attempt({ at: on(23), score: 3 })
    const second = attempt({ at: on(24, '02:00'), score: 1 })
    expect(one(first, second)?.schedule).toEqual(one(first)?.schedule)
    expect(one(first, second)).toMatchObject({ attempts: 2, days: 1, lastScore: 1 })
  })

  it('counts a day once that was lived twice, after a flight west', () => {
    const tokyo = attempt({ at: '2026-11-23T09:00:00.000+09:00', score: 3 })
    const evening = attempt({ at: '2026-11-22T20:00:00.000-08:00', score: 1 })
    const morning = attempt({ at: '2026-11-23T09:00:00.000-08:00', score: 1 })
    const next = attempt({ at: '2026-11-24T09:00:00.000-08:00', score: 3 })
    expect(one(tokyo, evening, morning)).toMatchObject({ days: 1, schedule: one(tokyo)?.schedule })
    expect(one(tokyo, evening, morning, next)).toMatchObject({ days: 2, schedule: { lastDay: 20_781 } })
  })

  it('does not move the schedule with --extra', () => {
    expect(one(attempt({ extra: true }))).toMatchObject({ attempts: 1, schedule: null })
    const before = attempt({ at: on(23) })
    expect(one(before, attempt({ at: on(26), extra: true }))?.schedule).toEqual(one(before)?.schedule)
  })

  it('takes the start of a day from the settings, even if they come last', () => {
    const late = [attempt({ at: on(23, '23:00') }), attempt({ at: on(24, '01:00') })]
    expect(one(...late)?.days).toBe(1)
    expect(one(...late, set('dayStart', '00:00', on(25)))?.days).toBe(2)
    expect(one(...late, set('dayStart', 'noon', on(25)))?.days).toBe(1)
  })

  it('keeps the last value of a setting until it is unset', () => {
    expect(progressOf(set('count', 5), set('count', 7), set('think', '1m')).settings).toEqual({
      count: 7,
      think: '1m',
    })
    expect(progressOf(set('count', 5), set('count', null)).settings).toEqual({})
  })

  it('keeps the last story until it is removed', () => {
    expect(progressOf(story('bank/one', 'a'), story('bank/one', 'b')).stories).toEqual({ 'bank/one': 'b' })
    expect(progressOf(story('bank/one', 'a'), story('bank/one', null)).stories).toEqual({})
  })

  it('keeps the change noted last, in a drill or after a mock', () => {
    const drilled = attempt({ at: on(23), change: 'Slower' })
    expect(progressOf(drilled, attempt({ at: on(24) })).changes).toEqual([['bank', 'Slower']])
    expect(progressOf(drilled, rehearsal({ state: 'end', change: 'Numbers', at: on(24) })).changes).toEqual([
      ['bank', 'Numbers'],
    ])
  })

  it('takes an id such as __proto__ as an id', () => {
    const { questions } = progressOf(attempt({ question: '__proto__' }))
    expect([...new Map(questions).keys()]).toEqual(['__proto__'])
  })
})

describe('an unfinished rehearsal', () => {
  const start = rehearsal({ id: 'r1', at: on(23, '09:00') })

  it('has a start, a scored answer and no end', () => {
    const { unfinished } = progressOf(start, attempt(), skip('bank/two'))
    expect(unfinished).toEqual([
      {
        id: 'r1',
        at: start.at,
        device: 'here',
        pid: 1,
        mode: 'drill',
        questions: start.questions,
        options: start.options,
        done: ['bank/one', 'bank/two'],
        pending: false,
      },
    ])
  })

  it.each([
    ['a score lacks its review', [attempt({ final: false })], true],
    ['a change was not asked for', [attempt({ pending: 'change' })], true],
    ['no change was wanted', [attempt({ id: 'a', pending: 'change' }), draft({ text: null })], false],
    ['something was typed', [attempt(), draft({ of: 'b' })], true],
  ])('has something to ask for or not where %s', (_, lines, pending) => {
    expect(progressOf(start, ...lines).unfinished).toMatchObject([{ pending }])
  })

  it.each([
    ['nothing was scored', [start, skip('bank/one')]],
    ['its only answer was taken back', [start, attempt({ id: 'a' }), undo('a')]],
    ['its start is lost', [attempt()]],
    ['what was typed was given up', [start, draft({ text: null })]],
    ['what was typed became a part of nothing', [start, draft({ what: 'change' })]],
    ['it has ended', [rehearsal({ id: 'r1', state: 'end' }), attempt()]],
  ])('is not there where %s', (_, lines) => {
    expect(progressOf(...lines).unfinished).toEqual([])
  })
})

describe('a rehearsal with a draft', () => {
  const start = rehearsal({ id: 'r1', at: on(23, '09:00') })

  it.each([
    ['an answer', [draft()]],
    ['an answer whose attempt was taken back', [draft(), attempt({ id: 'a' }), undo('a')]],
    ['the change after a mock', [draft({ what: 'change', of: 'r1', question: null })]],
  ])('is unfinished with %s', (_, lines) => {
    expect(progressOf(start, ...lines).unfinished).toMatchObject([{ id: 'r1', done: [] }])
  })
})

it('rehearsals that were all left with a draft are found in one pass', () => {
  const lines = Array.from({ length: 15_000 }, (_, i) => [
    rehearsal({ id: `r${i}` }),
    draft({ id: `d${i}`, of: `a${i}`, rehearsal: `r${i}` }),
  ]).flat()
  let found = 0
  const seconds = cpuSeconds(() => {
    found = progressOf(...lines).unfinished.length
  })
  expect(found).toBe(15_000)
  expect(seconds).toBeLessThan(soon)
})

describe('a change that was typed and not given', () => {
  const pending = attempt({ id: 'a', pending: 'change' })
  const typed = draft({ what: 'change', of: 'a', text: 'Slower' })
  const ofMock = draft({ what: 'change', of: 'r1', question: null, text: 'Slower' })
  const mock = rehearsal({ id: 'r1', mode: 'mock', state: 'end' })

  it.each([
    ['counts after an answer', [pending, typed], 'Slower'],
    ['counts after a mock', [mock, ofMock], 'Slower'],
    ['was given up', [pending, { ...typed, text: null }], null],
    ['was emptied', [mock, { ...ofMock, text: '' }], null],
    ['was given in other words', [attempt({ id: 'a', change: 'Louder' }), typed], 'Louder'],
    ['went with its answer', [pending, typed, undo('a')], null],
  ])('%s', (_, lines, change) => {
    expect(progressOf(...lines).changes).toEqual(change === null ? [] : [['bank', change]])
  })
})

describe('the last mock', () => {
  it('is the last one with a scored answer, and the questions it came to ask', () => {
    const { lastMock } = progressOf(
      attempt({ mode: 'mock', rehearsal: 'r0', question: 'bank/three' }),
      attempt({ mode: 'mock', question: 'bank/two' }),
      skip('bank/one'),
      rehearsal({ id: 'r2', mode: 'mock' }),
      attempt({ rehearsal: 'r3', question: 'bank/four' }),
    )
    expect(lastMock).toEqual(['bank/two', 'bank/one'])
  })
})

describe('undo', () => {
  const history = fc.array(
    fc.record({
      question: fc.constantFrom('bank/one', 'bank/two'),
      rehearsal: fc.constantFrom('r1', 'r2'),
      hours: fc.integer({ min: 1, max: 60 }),
      score: fc.constantFrom<Score>(1, 2, 3, 4),
      extra: fc.boolean(),
      change: fc.constantFrom(null, 'Slower', 'Numbers'),
      isDrafted: fc.boolean(),
    }),
    { minLength: 1, maxLength: 20 },
  )

  function linesOf(attempts: typeof history extends fc.Arbitrary<infer T> ? T : never): MergedLine[] {
    let instant = Date.UTC(2026, 0, 1)
    const starts = ['r1', 'r2'].map((id) => rehearsal({ id, at: localTime(new Date(instant), 60) }))
    const answers = attempts.flatMap(({ hours, isDrafted, ...given }, i) => {
      instant += hours * 3_600_000
      const at = localTime(new Date(instant), 60)
      const before = isDrafted ? [draft({ id: `d${i}`, at, of: `a${i}`, rehearsal: given.rehearsal })] : []
      return [...before, attempt({ id: `a${i}`, at, ...given })]
    })
    return [...starts, ...answers]
  }

  it('restores exactly what was before', () => {
    fc.assert(
      fc.property(history, (attempts) => {
        const lines = linesOf(attempts)
        const last = lines.at(-1)?.id ?? ''
        expect(fold([...lines, undo(last)], {})).toEqual(fold(lines.slice(0, -1), {}))
      }),
    )
  })

  it('takes back any line, not just the last', () => {
    fc.assert(
      fc.property(history, fc.nat(), (attempts, n) => {
        const lines = linesOf(attempts)
        const gone = lines[n % lines.length]?.id ?? ''
        expect(fold([...lines, undo(gone)], {})).toEqual(
          fold(
            lines.filter(({ id }) => id !== gone),
            {},
          ),
        )
      }),
    )
  })

  it('can itself be taken back', () => {
    const lines = [attempt({ id: 'a' })]
    expect(progressOf(...lines, undo('a', undefined, 'u'), undo('u'))).toEqual(progressOf(...lines))
  })

  it('takes back what another device recorded, in whatever order the journals come', () => {
    const lines = [attempt({ id: 'a', at: on(23) })]
    const other = [undo('a', on(24))]
    const merged = merge([
      { device: 'y', lines: other },
      { device: 'x', lines },
    ])
    expect(fold(merged, {})).toEqual(noProgress)
  })

  it('of an unknown line does nothing', () => {
    expect(progressOf(undo('gone'))).toEqual(noProgress)
  })
})

it('takes no time of a written answer for talk time', () => {
  const spoken = attempt({ talkMs: 60_000, budgetMs: 90_000, thinkMs: 1000 })
  const written = attempt({ talkMs: 600_000, budgetMs: 120_000, thinkMs: 9000, typed: 'So.' })
  const { total, questions } = fold([spoken, written], {})
  expect(questions.get('bank/one')).toMatchObject({
    attempts: 2,
    spoken: 1,
    talkMs: 60_000,
    thinkMs: 1000,
    lastTalkMs: 60_000,
    lastBudgetMs: 90_000,
  })
  expect(total.zones).toEqual({ short: 1, 'on time': 0, over: 0 })
  expect(fold([written], {}).questions.get('bank/one')).toMatchObject({ spoken: 0, lastTalkMs: 0 })
})
