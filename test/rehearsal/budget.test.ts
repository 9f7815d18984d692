import { expect, test } from 'vitest'
import { cueTimes } from '../../src/rehearsal/budget.ts'

test.each([
  [120_000, [60_000, 110_000]],
  [20_000, [10_000]],
  [15_000, [7500]],
])('the cues of a budget of %i ms come at %j', (budgetMs, times) => {
  expect(cueTimes(budgetMs)).toEqual(times)
})
