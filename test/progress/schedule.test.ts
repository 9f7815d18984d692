import fc from 'fast-check'
import { createEmptyCard, fsrs } from 'ts-fsrs'
import { describe, expect, it } from 'vitest'
import { nextSchedule, recallOn } from '../../src/progress/schedule.ts'
import type { Score } from '../../src/rehearsal/records.ts'
import { runs } from '../chance.ts'

const scores = fc.constantFrom<Score>(1, 2, 3, 4)

describe('a schedule', () => {
  it.each<[Score, number]>([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 8],
  ])('after a first score of %i brings the question back in %i days', (score, days) => {
    const schedule = nextSchedule(null, score, 20_780)
    expect(schedule).toMatchObject({ lastDay: 20_780, dueDay: 20_780 + days, reps: 1, lapses: 0 })
  })

  it('grows with each good answer on its due day', () => {
    let schedule = nextSchedule(null, 3, 100)
    const gaps = [schedule.dueDay - 100]
    for (let i = 0; i < 4; i++) {
      schedule = nextSchedule(schedule, 3, schedule.dueDay)
      gaps.push(schedule.dueDay - schedule.lastDay)
    }
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b))
    expect(gaps.at(-1)).toBeGreaterThan(60)
  })

  it('counts a lapse and comes back soon after a blank', () => {
    const solid = nextSchedule(nextSchedule(null, 4, 100), 4, 108)
    const blank = nextSchedule(solid, 1, solid.dueDay)
    expect(blank.lapses).toBe(1)
    expect(blank.dueDay - blank.lastDay).toBeLessThan(solid.dueDay - solid.lastDay)
  })

  it('is not moved by a second attempt of the day, nor by one of a day before', () => {
    fc.assert(
      fc.property(scores, scores, fc.nat(3), (first, second, back) => {
        const schedule = nextSchedule(null, first, 20_780)
        expect(nextSchedule(schedule, second, 20_780 - back)).toBe(schedule)
      }),
    )
  })

  it('is due later than it was rehearsed, and recall falls from 1', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(scores, fc.integer({ min: 1, max: 400 })), { minLength: 1, maxLength: 20 }),
        (all) => {
          let day = 20_000
          let schedule = nextSchedule(null, 3, day)
          for (const [score, gap] of all) {
            day += gap
            schedule = nextSchedule(schedule, score, day)
            expect(schedule.lastDay).toBe(day)
            expect(schedule.dueDay).toBeGreaterThan(day)
          }
          expect(recallOn(schedule, day)).toBe(1)
          expect(recallOn(schedule, day + 10)).toBeLessThan(1)
          expect(recallOn(schedule, day + 10)).toBeGreaterThan(recallOn(schedule, day + 20))
        },
      ),
    )
  })

  it('is the one that the scheduler of ts-fsrs makes', () => {
    const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false, request_retention: 0.9 })
    const midnight = (day: number) => new Date(day * 86_400_000)
    const gaps = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 40_000 }))
    fc.assert(
      fc.property(
        scores,
        fc.array(fc.tuple(scores, gaps), { maxLength: 40 }),
        fc.integer({ min: -1000, max: 30_000 }),
        (first, others, start) => {
          let day = start
          let schedule = nextSchedule(null, first, day)
          let { card } = scheduler.next(createEmptyCard(midnight(day)), midnight(day), first)
          for (const [score, gap] of [[null, 0] as const, ...others]) {
            if (score !== null) {
              day += gap
              schedule = nextSchedule(schedule, score, day)
              card = scheduler.next(card, midnight(day), score).card
            }
            const { stability, difficulty, reps, lapses, due } = card
            const dueDay = Math.round(due.getTime() / 86_400_000)
            expect(schedule).toEqual({ stability, difficulty, reps, lapses, lastDay: day, dueDay })
          }
        },
      ),
      { numRuns: runs(300) },
    )
  })

  it('expects a recall of 0.9 after as many days as its stability', () => {
    const schedule = { ...nextSchedule(null, 3, 0), stability: 7 }
    expect(recallOn(schedule, 7)).toBeCloseTo(0.9, 6)
    expect(recallOn(schedule, -1)).toBe(1)
  })
})
