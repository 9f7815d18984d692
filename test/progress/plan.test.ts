import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  leftOf,
  minutePrice,
  minutesNeeded,
  minutesOf,
  outlook,
  type Planned,
  type PlanParameters,
  questionsOf,
} from '../../src/progress/plan.ts'
import { type Memory, memoryAfter } from '../../src/progress/schedule.ts'
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
  .array(
    fc.record({
      memory,
      minutes: fc.double({ min: 0.5, max: 6, noNaN: true }),
      days: fc.integer({ min: 1, max: 3 }),
      isWeak: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(
      (each, index): Planned => ({
        id: `q${index}`,
        place: index,
        ...each,
        days: each.memory === null ? 0 : 2,
        isWeak: false,
      }),
    ),
  )
/** A plan with a single round. */
interface Alone {
  interview: number
  minutes: number
  kappa: number
}
const alone = ({ interview, minutes, kappa }: Alone): PlanParameters => ({
  minutes,
  rounds: [{ interview, kappa, covers: null }],
})
const parameters = fc.record<Alone>({
  interview: fc.integer({ min: today + 1, max: today + 12 }),
  minutes: fc.integer({ min: 1, max: 30 }),
  kappa: fc.double({ min: 0, max: 0.5, noNaN: true }),
})

const idsOf = (chosen: readonly Planned[]): string[] => chosen.map(({ id }) => id)

/** A question that was never rehearsed, or was on two days. */
const planned = (id: string, place: number, minutes: number, memory: Memory | null = null): Planned => ({
  id,
  place,
  memory,
  minutes,
  days: memory === null ? 0 : 2,
  isWeak: false,
})
const freshOf = (lengths: readonly number[]): Planned[] =>
  lengths.map((minutes, place) => planned(`q${place}`, place, minutes))

/** A plan over questions of which none was answered today. */
const ahead = (all: readonly Planned[], from: number, each: PlanParameters) =>
  outlook(all, from, leftOf({ now: all, morning: all }, from, each), each)
/** The ids of the questions of a day of a plan with a single round. */
const listOf = (all: readonly Planned[], day: number, each: Alone) => questionsOf(all, day, alone(each))
const aheadAlone = (all: readonly Planned[], from: number, each: Alone) => {
  const { days, rounds } = ahead(all, from, alone(each))
  return { days, questions: rounds[0] ?? [] }
}

describe('the questions of a day', () => {
  it('fit its minutes and come once', () => {
    fc.assert(
      fc.property(questions, parameters, fc.integer({ min: 0, max: 11 }), (all, each, later) => {
        const chosen = listOf(all, Math.min(today + later, each.interview - 1), each)
        expect(minutesOf(chosen)).toBeLessThanOrEqual(each.minutes)
        expect(new Set(idsOf(chosen)).size).toBe(chosen.length)
      }),
    )
  })

  it('are the same in whatever order the questions come', () => {
    fc.assert(
      fc.property(questions, parameters, (all, each) => {
        expect(listOf(all.toReversed(), today, each)).toEqual(listOf(all, today, each))
      }),
    )
  })

  it('are not those that were answered today', () => {
    const answered = planned('a', 0, 2, memoryOf([1], [0], 0))
    expect(listOf([answered], today, { interview: today + 5, minutes: 20, kappa: 0 })).toEqual([])
  })

  it('are none on the day of the interview, and later', () => {
    for (const day of [today, today + 1])
      expect(listOf(freshOf([2]), day, { interview: today, minutes: 20, kappa: 0 })).toEqual([])
  })

  it('are new ones first where there are barely enough days for them', () => {
    const known = planned('a', 9, 2, memoryOf([1], [0], 9))
    const chosen = listOf([known, ...freshOf([6, 6, 6])], today, {
      interview: today + 4,
      minutes: 6,
      kappa: 0,
    })
    expect(idsOf(chosen)).toEqual(['q0'])
  })

  it('are new ones on the last day too, where these gain clearly more', () => {
    const known = ['a', 'b'].map((id, place) => planned(id, place, 3, memoryOf([3, 3], [0, 3], 3)))
    const eve = { interview: today + 1, minutes: 3, kappa: 0.5 }
    expect(idsOf(listOf([...known, planned('c', 2, 3)], today, eve))).toEqual(['c'])
    // of what gains about as much, the known goes first
    const blanked = planned('b', 1, 3, memoryOf([1, 1, 1], [0, 1, 1], 60))
    expect(idsOf(listOf([blanked, planned('c', 2, 9)], today, { ...eve, minutes: 9 }))).toEqual(['b'])
  })

  it.each<[string, Partial<Planned>]>([
    ['was shaky or over time', { isWeak: true }],
    ['was rehearsed on one day only', { days: 1 }],
  ])('are also one that %s, however well it is remembered', (_, lack) => {
    const sure = planned('a', 0, 3, { stability: 900, difficulty: 3, lastDay: today - 1 })
    const four = { interview: today + 4, minutes: 20, kappa: 0 }
    expect(listOf([sure], today, four)).toEqual([])
    expect(idsOf(listOf([{ ...sure, ...lack }], today, four))).toEqual(['a'])
  })
})

describe('the list of a day', () => {
  it('does not grow or change while it is worked through', () => {
    fc.assert(
      fc.property(questions, parameters, fc.array(score, { maxLength: 6 }), (all, each, scores) => {
        const list = listOf(all, today, each)
        const now = all.map((question): Planned => {
          const answer = scores[idsOf(list).indexOf(question.id)]
          if (answer === undefined) return question
          return { ...question, memory: memoryAfter(question.memory, answer, today), minutes: 1 }
        })
        const left = leftOf({ now, morning: all }, today, alone(each))
        expect(idsOf(left)).toEqual(idsOf(list).slice(Math.min(scores.length, list.length)))
      }),
    )
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
          const minutes = 3 * Math.ceil(count / (days - 1))
          const each = { interview: today + days, minutes, kappa }
          const { questions: then } = aheadAlone(freshOf(Array(count).fill(3)), today, each)
          expect(then.filter(({ memory }) => memory === null)).toEqual([])
        },
      ),
    )
  })

  it('can be taken up on any day, whatever was missed', () => {
    fc.assert(
      fc.property(questions, parameters, fc.integer({ min: 0, max: 11 }), (all, each, missed) => {
        const from = Math.min(today + missed, each.interview)
        const { days } = aheadAlone(all, from, each)
        expect(days.map(({ day }) => day)).toEqual(
          Array.from({ length: each.interview - from }, (_, i) => from + i),
        )
        for (const { questions: chosen } of days) expect(minutesOf(chosen)).toBeLessThanOrEqual(each.minutes)
      }),
    )
  })

  it('is what the days bring, if every answer is solid', () => {
    fc.assert(
      fc.property(questions, parameters, (all, each) => {
        const { days } = aheadAlone(all, today, each)
        let then = all
        for (const { day, questions: chosen } of days) {
          expect(idsOf(listOf(then, day, each))).toEqual(idsOf(chosen))
          then = then.map((question) =>
            idsOf(chosen).includes(question.id)
              ? {
                  ...question,
                  memory: memoryAfter(question.memory, 3, day),
                  days: question.days + 1,
                  isWeak: false,
                }
              : question,
          )
        }
      }),
    )
  })
})

describe('the minutes needed', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 15 })

  it('are the fewest with which the plan reaches every new question', () => {
    fc.assert(
      fc.property(
        lengths,
        questions,
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 9 }),
        (long, known, days, aDay) => {
          const all = [
            ...freshOf(long),
            ...known.map((each, i) => ({
              ...each,
              id: `k${i}`,
              place: 99 + i,
              minutes: Math.ceil(each.minutes),
            })),
          ]
          const kappaOf = (minutes: number): number => minutePrice(all.length, minutes / 4, days)
          const parameters = (minutes: number) =>
            alone({ interview: today + days, minutes, kappa: kappaOf(minutes) })
          const reaches = (minutes: number): boolean =>
            ahead(all, today, parameters(minutes)).rounds[0]?.every(({ memory: each }) => each !== null) ===
            true
          fc.pre(!reaches(aDay))
          const found =
            minutesNeeded({ now: all, morning: all }, today, parameters(aDay), parameters)?.minutes ?? 0
          expect([reaches(found), reaches(found - 1)]).toEqual([true, false])
        },
      ),
    )
  })

  it('are null where a question takes longer than a day', () => {
    const all = freshOf([2000])
    const plan = (minutes: number) => alone({ interview: today + 5, minutes, kappa: 0 })
    expect(minutesNeeded({ now: all, morning: all }, today, plan(20), plan)).toBeNull()
  })
})

it('minutes cost most where there is time for few answers to each question', () => {
  expect(minutePrice(60, 6, 14)).toBe(0.5)
  expect(minutePrice(30, 9, 10)).toBe(0)
  expect(minutePrice(20, 5, 10)).toBe(0.25)
  expect(minutePrice(5, 0, 10)).toBe(0.5)
  expect(minutePrice(0, 5, 10)).toBe(0)
})
