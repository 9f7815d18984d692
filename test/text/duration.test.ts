import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatClock, formatDuration, parseDuration, typedDuration } from '../../src/text/duration.ts'

test.each([
  ['90', 90_000],
  ['90s', 90_000],
  [' 2m ', 120_000],
  ['1m30s', 90_000],
  ['1m90s', 150_000],
  ['60m', 3_600_000],
  ['2:30', 150_000],
  ['5 min', 300_000],
  ['5min', 300_000],
  ['90 sec', 90_000],
  ['1 min 30 s', 90_000],
  ['2:3', null],
  ['60m1s', null],
  ['0', null],
  ['', null],
  ['1h', null],
  ['-5', null],
  ['1.5m', null],
])('%j is %j ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms)
})

test('a digit alone is refused where somebody types it: it may mean seconds or minutes', () => {
  expect([typedDuration('3'), typedDuration(' 2 '), typedDuration('3s'), typedDuration('90')]).toEqual([
    null,
    null,
    3000,
    90_000,
  ])
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
