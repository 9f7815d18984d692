import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatClock, formatDuration, parseDuration } from '../../src/text/duration.ts'

test.each([
  ['90', 90_000],
  ['90s', 90_000],
  [' 2m ', 120_000],
  ['1m30s', 90_000],
  ['1m90s', 150_000],
  ['60m', 3_600_000],
  ['60m1s', null],
  ['0', null],
  ['', null],
  ['1h', null],
  ['-5', null],
  ['1.5m', null],
])('%j is %j ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms)
})

test.each([
  [0, '0s', '0:00'],
  [45_000, '45s', '0:45'],
  [89_600, '1m30s', '1:29'],
  [120_000, '2m', '2:00'],
  [-1000, '0s', '0:00'],
])('%i ms are %s, and %s on a clock', (ms, duration, clock) => {
  expect(formatDuration(ms)).toBe(duration)
  expect(formatClock(ms)).toBe(clock)
})

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3600 }), (seconds) => {
      expect(parseDuration(formatDuration(seconds * 1000))).toBe(seconds * 1000)
    }),
  )
})
