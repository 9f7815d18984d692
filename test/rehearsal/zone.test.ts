import { expect, test } from 'vitest'
import { zoneNow, zoneOf } from '../../src/rehearsal/zone.ts'

test.each([
  [0, 'short'],
  [74_999, 'short'],
  [75_000, 'on time'],
  [110_000, 'on time'],
  [110_001, 'over'],
])('%i ms of 100 s are %s', (ms, zone) => {
  expect(zoneOf(ms, 100_000)).toBe(zone)
})

test.each([30_000, 45_000, 90_000, 120_000, 123_450])('a tenth above %i ms is on time', (budgetMs) => {
  expect(zoneOf(Math.round(budgetMs * 1.1), budgetMs)).toBe('on time')
})

test.each([
  [99_999, 'on time'],
  [100_000, 'wrap up'],
  [110_000, 'wrap up'],
  [110_001, 'over'],
])('while the clock runs, %i ms of 100 s are %s', (ms, zone) => {
  expect(zoneNow(ms, 100_000)).toBe(zone)
})
