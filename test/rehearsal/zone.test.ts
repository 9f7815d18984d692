import { expect, test } from 'vitest'
import { zoneOf } from '../../src/rehearsal/zone.ts'

test.each([
  [0, 'short'],
  [74_999, 'short'],
  [75_000, 'on time'],
  [125_000, 'on time'],
  [125_001, 'wrap up'],
  [150_000, 'wrap up'],
  [150_001, 'over'],
])('%i ms of 100 s are %s', (ms, zone) => {
  expect(zoneOf(ms, 100_000)).toBe(zone)
})
