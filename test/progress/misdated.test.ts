import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { misdatedIn } from '../../src/progress/misdated.ts'

/** Some day, and so many days after it. */
const day = (days: number): number => 20_000 + days

describe('of the days of attempts, in the order in which they were written,', () => {
  it.each<[what: string, days: number[], today: number, wrong: number[]]>([
    ['none is wrong where they go forward', [0, 0, 1, 5, 400], 400, []],
    ['one to come is wrong', [0, 1200, 1], 1, [1]],
    ['tomorrow may be a flight away', [0, 2], 1, []],
    ['a day back may be one too', [5, 4, 5], 5, []],
    ['one that was two days ahead stays wrong when its day has come', [2, 0], 9, [0]],
    ['also where an evening was rehearsed with that clock', [0, 3, 3, 3, 1], 9, [1, 2, 3]],
    ['and where the one after it was long ago', [0, 1, 40, 2, 3, 9], 90, [2]],
    ['a clock that starts in 1970 leaves the others alone', [0, 1, 2, -20_000, 3], 9, [3]],
    ['also after the first attempt', [0, -20_000, 1], 9, [1]],
    ['one that was a month behind is wrong and not the month', [0, 10, 20, 30, 5, 31], 40, [4]],
  ])('%s', (_, days, today, wrong) => {
    expect([...misdatedIn(days.map(day), day(today))].sort((a, b) => a - b)).toEqual(wrong)
  })

  it('those that are left go forward, and the one written last is among them or far behind', () => {
    const days = fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1 })
    fc.assert(
      fc.property(days, (some) => {
        const wrong = misdatedIn(some, 30)
        const left = some.filter((_, place) => !wrong.has(place))
        expect(left.length).toBeGreaterThan(0)
        for (const [place, each] of left.entries())
          expect(each).toBeGreaterThanOrEqual((left[place - 1] ?? each) - 1)
      }),
    )
  })
})
