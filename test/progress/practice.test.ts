import { describe, expect, test } from 'vitest'
import { freezesIn, practiceStatisticsOf, practicesIn } from '../../src/progress/practice.ts'
import { ladder, sprint } from './lines.ts'

describe('the freezes that come first', () => {
  test.each<[string, Parameters<typeof sprint>[0][], string[]]>([
    ['none', [], []],
    ['none without a freeze', [{ one: 'said' }], []],
    ['those of a sprint', [{ one: 'froze', two: 'said', three: 'froze' }], ['bank/one', 'bank/three']],
    ['those said since', [{ one: 'froze' }, { one: 'said' }], []],
    ['those not asked since', [{ one: 'froze' }, { two: 'froze' }], ['bank/two', 'bank/one']],
    ['those said only once more', [{ one: 'froze then said' }], ['bank/one']],
  ])('are %s', (_, sprints, ids) => {
    expect(freezesIn([ladder(), ...sprints.map((each) => sprint(each))])).toEqual(ids)
  })
})

test('ladders and sprints are counted, without what was asked once more', () => {
  const practices = [
    ladder({
      rounds: [
        { budgetMs: 180_000, talkMs: 180_900, cut: null },
        { budgetMs: 90_000, talkMs: 92_000, cut: 'dates' },
      ],
    }),
    sprint({ one: 'said', two: 'said' }),
    sprint({ one: 'froze then said', two: 'said', three: 'froze' }),
  ]
  expect(practiceStatisticsOf(practices)).toEqual({
    ladders: { count: 1, rounds: 2, inTime: 1 },
    sprints: {
      count: 2,
      answers: 5,
      froze: 2,
      last: { answers: 3, froze: 2 },
      comingBack: ['bank/one', 'bank/three'],
    },
  })
  expect(practicesIn(practices, 'bank')).toEqual(practices)
  expect(practicesIn(practices, 'other')).toEqual([])
})

test('freezes of a sprint that is longer than anybody has', () => {
  const names = Array.from({ length: 200_000 }, (_, at) => [`${at}`, 'froze'] as const)
  expect(freezesIn([sprint(Object.fromEntries(names))])).toHaveLength(200_000)
})
