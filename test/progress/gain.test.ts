import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestGainAfter, cautiousRecall, gainOn, recallAfter } from '../../src/progress/gain.ts'
import { type Memory, memoryAfter, recallOn } from '../../src/progress/schedule.ts'
import type { Score } from '../../src/rehearsal/records.ts'
import { runs } from '../chance.ts'

const scores = fc.constantFrom<Score>(1, 2, 3, 4)

/** After answers with these scores and days between them; the last answer is on day 0. */
const memories = fc
  .tuple(scores, fc.array(fc.tuple(scores, fc.integer({ min: 1, max: 60 })), { maxLength: 8 }))
  .map(([first, others]) => {
    let day = -others.reduce((sum, [, gap]) => sum + gap, 0)
    let memory = memoryAfter(null, first, day)
    for (const [score, gap] of others) {
      day += gap
      memory = memoryAfter(memory, score, day)
    }
    return memory
  })
const days = fc.integer({ min: 1, max: 60 })

describe('what an answer gains', () => {
  it('is the recall to expect, for a question never answered', () => {
    fc.assert(
      fc.property(days, (left) => {
        expect(gainOn(null, 0, left)).toBe(recallAfter(null, 0, left))
        expect(gainOn(null, 0, left)).toBeGreaterThan(0)
        expect(gainOn(null, 0, left)).toBeLessThan(1)
      }),
    )
  })

  it('is the mean over all scores that the answer may get', () => {
    const memory = memoryAfter(null, 3, 0)
    const recallThen = (score: Score) => cautiousRecall(memoryAfter(memory, score, 4), 10)
    const recalled = recallOn(memory, 4)
    const solid = 0.224 * recallThen(2) + 0.631 * recallThen(3) + 0.145 * recallThen(4)
    expect(recallAfter(memory, 4, 10)).toBeCloseTo(recalled * solid + (1 - recalled) * recallThen(1), 7)
  })

  it('is never negative', () => {
    fc.assert(
      fc.property(fc.option(memories), days, days, (memory, day, left) => {
        expect(gainOn(memory, day, day + left)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: runs(1000) },
    )
  })

  it('is smaller for a more stable memory, on the eve', () => {
    const gains = [1, 4, 16, 64].map((stability): number => {
      const memory: Memory = { stability, difficulty: 5, lastDay: 0 }
      return gainOn(memory, 9, 10)
    })
    expect(gains).toEqual([...gains].sort((a, b) => b - a))
  })
})

describe('the best later day', () => {
  it('is the best of all that are left, if there are few', () => {
    fc.assert(
      fc.property(memories, days, fc.integer({ min: 0, max: 12 }), (memory, day, count) => {
        const last = day + count
        const gains = Array.from({ length: count }, (_, i) => gainOn(memory, day + 1 + i, last + 1))
        expect(bestGainAfter(memory, day, last, last + 1)).toBe(Math.max(0, ...gains))
      }),
    )
  })

  it('is found almost exactly, if there are many', () => {
    fc.assert(
      fc.property(memories, days, fc.integer({ min: 13, max: 120 }), (memory, day, count) => {
        const last = day + count
        const gains = Array.from({ length: count }, (_, i) => gainOn(memory, day + 1 + i, last + 1))
        const best = bestGainAfter(memory, day, last, last + 1)
        expect(best).toBeLessThanOrEqual(Math.max(...gains))
        expect(best).toBeGreaterThan(Math.max(...gains) - 0.01)
      }),
    )
  })

  it('gains nothing when no day is left', () => {
    expect(bestGainAfter(memoryAfter(null, 1, 0), 9, 9, 10)).toBe(0)
    expect(bestGainAfter(null, 9, 8, 10)).toBe(0)
  })
})
