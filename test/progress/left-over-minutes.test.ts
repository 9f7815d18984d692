import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leftOverUses } from '../../src/progress/left-over-minutes.ts'
import type { Planned } from '../../src/progress/plan.ts'
import { memoryOf, today } from './memory.ts'

describe('left-over minutes', () => {
  const known = ['a', 'b', 'c', 'd'].map(
    (id, place): Planned => ({
      id,
      place,
      memory: memoryOf([3], [0], 2 + place),
      minutes: 3,
      days: 1,
      isWeak: false,
    }),
  )
  const fresh: Planned = { ...(known[0] as Planned), id: 'new', place: 4, memory: null, days: 0 }
  const uses = (
    minutes: number,
    day: number,
    { storyless = ['c'], lastMockDay = null as number | null, questions = known } = {},
  ) =>
    leftOverUses(questions, [], day, [{ interview: today + 6, kappa: 0, covers: null }], {
      minutes,
      storyless: new Set(storyless),
      lastMockDay,
    })

  it('go to a missing story, a mock every third day, and questions ahead of schedule, in this order', () => {
    expect(uses(24, today)).toMatchObject([
      { kind: 'story', id: 'c' },
      { kind: 'mock', minutes: 8 },
      { kind: 'question', id: 'd' },
      { kind: 'question' },
    ])
    expect(uses(24, today, { storyless: [] })).toMatchObject([
      { kind: 'mock' },
      { kind: 'question' },
      ...Array(3).fill({ kind: 'question' }),
    ])
    expect(uses(24, today, { storyless: [], lastMockDay: today - 2 })).toMatchObject(
      Array(4).fill({ kind: 'question' }),
    )
    expect(uses(24, today, { storyless: [], lastMockDay: today - 3 })[0]).toMatchObject({ kind: 'mock' })
    expect(uses(2, today)).toEqual([])
  })

  it('go to what is not rehearsed yet, and to no mock while there is such a question', () => {
    const questions = [...known, fresh]
    expect(uses(24, today, { questions })).toMatchObject([
      { kind: 'story' },
      { kind: 'question', id: 'new' },
      ...Array(3).fill({ kind: 'question' }),
    ])
    expect(uses(8, today, { questions: [...known, { ...fresh, minutes: 9 }] })).not.toContainEqual(
      expect.objectContaining({ kind: 'mock' }),
    )
    expect(uses(20, today + 5, { questions })).toMatchObject([{ kind: 'mock' }])
  })

  it('go to a mock on the last evening', () => {
    expect(uses(20, today + 5, { lastMockDay: today + 4 })).toEqual([{ kind: 'mock', minutes: 20 }])
  })

  it('are never overspent', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.integer({ min: 0, max: 5 }),
        (minutes, ahead) => {
          expect(
            uses(minutes, today + ahead).reduce((sum, each) => sum + each.minutes, 0),
          ).toBeLessThanOrEqual(minutes)
        },
      ),
    )
  })
})
