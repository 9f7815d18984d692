import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  minutePrice,
  minutesNeeded,
  minutesOf,
  outlook,
  type Planned,
  type PlanParameters,
  questionsOf,
} from '../../src/progress/plan.ts'
import type { Score } from '../../src/rehearsal/records.ts'
import { memoryOf, today } from './memory.ts'

const score = fc.constantFrom<Score>(1, 2, 3, 4)
const memory = fc.option(
  fc.array(fc.tuple(score, fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 4 }).chain((answers) =>
    fc.integer({ min: 1, max: 20 }).map((ago) =>
      memoryOf(
        answers.map(([each]) => each),
        answers.map(([, gap]) => gap),
        ago,
      ),
    ),
  ),
  { nil: null },
)
const questions = fc
  .array(fc.record({ memory, minutes: fc.double({ min: 0.5, max: 6, noNaN: true }) }), { maxLength: 12 })
  .map((all) => all.map((each, index): Planned => ({ id: `q${index}`, place: index, ...each })))
const parameters = fc.record<PlanParameters>({
  interview: fc.integer({ min: today + 1, max: today + 12 }),
  minutes: fc.integer({ min: 1, max: 30 }),
  kappa: fc.double({ min: 0, max: 0.5, noNaN: true }),
})

const idsOf = (chosen: readonly Planned[]): string[] => chosen.map(({ id }) => id)

describe('the questions of a day', () => {
  it('fit its minutes, come once, and are new on the last day only where all are', () => {
    fc.assert(
      fc.property(questions, parameters, fc.integer({ min: 0, max: 11 }), (all, each, ahead) => {
        const day = Math.min(today + ahead, each.interview - 1)
        const chosen = questionsOf(all, day, each)
        expect(minutesOf(chosen)).toBeLessThanOrEqual(each.minutes)
        expect(new Set(idsOf(chosen)).size).toBe(chosen.length)
        if (day === each.interview - 1 && all.some((question) => question.memory !== null)) {
          expect(chosen.filter((question) => question.memory === null)).toEqual([])
        }
      }),
    )
  })

  it('are the same in whatever order the questions come', () => {
    fc.assert(
      fc.property(questions, parameters, (all, each) => {
        expect(questionsOf(all.toReversed(), today, each)).toEqual(questionsOf(all, today, each))
      }),
    )
  })

  it('are not those that were answered today', () => {
    const answered: Planned = { id: 'a', place: 0, memory: memoryOf([1], [0], 0), minutes: 2 }
    expect(questionsOf([answered], today, { interview: today + 5, minutes: 20, kappa: 0 })).toEqual([])
  })

  it('are none on the day of the interview, and later', () => {
    const fresh: Planned = { id: 'a', place: 0, memory: null, minutes: 2 }
    for (const day of [today, today + 1])
      expect(questionsOf([fresh], day, { interview: today, minutes: 20, kappa: 0 })).toEqual([])
  })

  it('are new ones first where there are barely enough days for them', () => {
    const known: Planned = { id: 'a', place: 0, memory: memoryOf([1], [0], 9), minutes: 2 }
    const fresh = ['b', 'c', 'd'].map((id, place): Planned => ({ id, place, memory: null, minutes: 6 }))
    const chosen = questionsOf([known, ...fresh], today, { interview: today + 4, minutes: 6, kappa: 0 })
    expect(idsOf(chosen)).toEqual(['b'])
  })
})

describe('an outlook', () => {
  it('rehearses every question at least once, where there are minutes for that', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 2, max: 9 }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (count, days, kappa) => {
          const all = Array.from(
            { length: count },
            (_, i): Planned => ({ id: `q${i}`, place: i, memory: null, minutes: 3 }),
          )
          const minutes = 3 * Math.ceil(count / (days - 1))
          const { questions: then } = outlook(all, today, 0, { interview: today + days, minutes, kappa })
          expect(then.filter((each) => each.memory === null)).toEqual([])
        },
      ),
    )
  })

  it('can be taken up on any day, whatever was missed', () => {
    fc.assert(
      fc.property(questions, parameters, fc.integer({ min: 0, max: 11 }), (all, each, missed) => {
        const from = Math.min(today + missed, each.interview)
        const { days } = outlook(all, from, 0, each)
        expect(days.map(({ day }) => day)).toEqual(
          Array.from({ length: each.interview - from }, (_, i) => from + i),
        )
        for (const { questions: chosen } of days) expect(minutesOf(chosen)).toBeLessThanOrEqual(each.minutes)
      }),
    )
  })

  it('leaves out the minutes of today that are spent', () => {
    const all = ['a', 'b', 'c'].map((id, place): Planned => ({ id, place, memory: null, minutes: 5 }))
    const [first] = outlook(all, today, 12, { interview: today + 9, minutes: 20, kappa: 0 }).days
    expect(first?.questions).toHaveLength(1)
  })
})

describe('the minutes needed', () => {
  it('are the fewest in which every new question can be rehearsed before the last day', () => {
    const fits = (lengths: readonly number[], days: number, minutes: number): boolean => {
      let left = days
      let room = 0
      for (const length of lengths) {
        if (length > minutes) return false
        if (length > room) {
          left--
          room = minutes
        }
        room -= length
      }
      return left >= 0
    }
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 15 }),
        fc.integer({ min: 2, max: 8 }),
        (lengths, days) => {
          const all = lengths.map((minutes, i): Planned => ({ id: `q${i}`, place: i, memory: null, minutes }))
          const found = minutesNeeded(all, today, today + days) ?? 0
          expect(fits(lengths, days - 1, found)).toBe(true)
          expect(fits(lengths, days - 1, found - 1)).toBe(false)
        },
      ),
    )
  })

  it('are null where a question takes longer than a day', () => {
    expect(minutesNeeded([{ id: 'a', place: 0, memory: null, minutes: 2000 }], today, today + 5)).toBeNull()
  })
})

it('minutes cost most where there is time for few answers to each question', () => {
  expect(minutePrice(60, 6, 14)).toBe(0.5)
  expect(minutePrice(30, 9, 10)).toBe(0)
  expect(minutePrice(20, 5, 10)).toBe(0.25)
  expect(minutePrice(5, 0, 10)).toBe(0.5)
  expect(minutePrice(0, 5, 10)).toBe(0)
})
