import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { fold } from '../../src/progress/fold.ts'
import {
  minutesOf,
  outlook,
  type Planned,
  questionsOf,
  sharesOn,
  type Target,
  unreached,
} from '../../src/progress/plan.ts'
import { asksFor, openRounds, roundsAhead } from '../../src/progress/rounds.ts'
import { dayOfDate } from '../../src/text/dates.ts'
import { question, round, set } from './lines.ts'
import { today } from './memory.ts'

const target = (interview: number, covers: readonly string[]): Target => ({
  interview: today + interview,
  kappa: 0,
  covers: new Set(covers),
})

describe('the shares of a day', () => {
  it.each<[string, number[], number[]]>([
    ['all for one round', [5], [1]],
    ['as one to the days that are left', [4, 8], [2 / 3, 1 / 3]],
    ['equal on the same day', [6, 6], [0.5, 0.5]],
    ['a quarter for what is far', [2, 100], [0.75, 0.25]],
    ['nothing for what is over', [-1, 3], [0, 1]],
    ['nothing on the day of an interview', [0, 3], [0, 0]],
  ])('are %s', (_, days, shares) => {
    const found = sharesOn(
      today,
      days.map((each) => target(each, ['a'])),
    )
    expect(found.map((share) => share.toFixed(4))).toEqual(shares.map((share) => share.toFixed(4)))
  })

  it('leave out a round that asks for no question', () => {
    const rounds = [target(2, []), target(4, ['a']), target(8, ['b'])]
    expect(sharesOn(today, rounds).map((share) => share.toFixed(4))).toEqual(['0.0000', '0.6667', '0.3333'])
    expect(sharesOn(today, [target(2, [])])).toEqual([0])
  })

  it('add up to one, and the nearest has most', () => {
    const days = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(days, (each) => {
        const shares = sharesOn(
          today,
          each.toSorted((a, b) => a - b).map((day) => target(day, ['a'])),
        )
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
        if (shares.length === 2) expect(shares[0]).toBeGreaterThanOrEqual(shares[1] ?? 0)
      }),
    )
  })
})

const fresh = (ids: readonly string[], minutes = 4): Planned[] =>
  ids.map((id, place) => ({ id, place, memory: null, minutes, days: 0, isWeak: false }))

const names = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${letter}${i}`)

describe('a day with several rounds', () => {
  const phone = names('p', 6)
  const onsite = names('o', 6)
  const all = fresh([...onsite, ...phone])

  it.each<[string, number, string[]]>([
    ['one question: that of the nearest', 5, ['p0']],
    ['two: one of each', 8, ['p0', 'o0']],
    ['more: three for the nearest to one', 24, ['p0', 'p1', 'p2', 'p3', 'o0', 'o1']],
  ])('has %s', (_, minutes, ids) => {
    const rounds = [target(2, phone), target(30, onsite)]
    expect(questionsOf(all, today, { minutes, rounds }).map(({ id }) => id)).toEqual(ids)
  })

  it('gives what one round does not need to the next', () => {
    const rounds = [target(2, ['p0']), target(30, onsite)]
    const chosen = questionsOf(all, today, { minutes: 12, rounds })
    expect(chosen.map(({ id }) => id)).toEqual(['p0', 'o0', 'o1'])
  })

  it('has first what fell flat, whichever round asks for it', () => {
    const flat = all.map((each) => (each.id === 'o3' ? { ...each, leads: true } : each))
    const rounds = [target(2, phone), target(30, onsite)]
    expect(questionsOf(flat, today, { minutes: 8, rounds }).map(({ id }) => id)).toEqual(['o3', 'p0'])
  })

  it('keeps to its minutes, asks each question once, and reaches all where there is time', () => {
    const rounds = fc.array(
      fc.record({ day: fc.integer({ min: 3, max: 20 }), ids: fc.subarray([...phone, ...onsite]) }),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(rounds, fc.integer({ min: 4, max: 40 }), (several, minutes) => {
        const targets = several.toSorted((a, b) => a.day - b.day).map(({ day, ids }) => target(day, ids))
        const parameters = { minutes, rounds: targets }
        const ahead = outlook(all, today, questionsOf(all, today, parameters), parameters)
        for (const { questions } of ahead.days) {
          expect(minutesOf(questions)).toBeLessThanOrEqual(minutes)
          expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
        }
        for (const [place, { covers }] of targets.entries())
          expect(new Set(ahead.rounds[place]?.map(({ id }) => id))).toEqual(covers)
        if (minutes === 40 && targets.length === 1) expect(unreached(ahead, targets, today)).toEqual([])
      }),
    )
  })
})

test('the rounds that are open, the nearest first', () => {
  const progress = fold(
    [
      set('plan.date', '2026-12-05'),
      round('phone', '2026-11-28'),
      round('onsite', '2027-11-28'),
      round('lost', '2026-12-01'),
      round('lost', null),
    ],
    {},
  )
  const named = openRounds(progress).map(({ name }) => name)
  expect(named).toEqual(['phone', null, 'onsite'])
  const day = dayOfDate('2026-11-29') ?? 0
  expect(roundsAhead(progress, day).map(({ name }) => name)).toEqual([null, 'onsite'])
  expect(roundsAhead(progress, day - 3).map(({ name }) => name)).toEqual(['phone', null])
  const [phone] = openRounds(progress)
  const asks = (id: string, section: string | null): boolean =>
    phone !== undefined && asksFor(phone, question(id, { section }))
  expect([asks('mine/a', 'Coaching and people'), asks('mine/a', null), asks('other/a', 'Coaching')]).toEqual([
    true,
    false,
    false,
  ])
})
