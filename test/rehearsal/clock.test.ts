import { expect, test } from 'vitest'
import { elapsed, leaveOut, pause, resume, startClock, untilNextSecond } from '../../src/rehearsal/clock.ts'

test('a clock counts from its start, and not while it is paused', () => {
  const paused = pause(startClock(1000), 4000)
  expect(elapsed(paused, 60_000)).toBe(3000)
  expect(elapsed(resume(paused, 60_000), 62_000)).toBe(5000)
})

test('pausing twice, or resuming a running clock, changes nothing', () => {
  const clock = startClock(1000)
  expect(resume(clock, 4000)).toEqual(clock)
  expect(pause(pause(clock, 4000), 9000)).toEqual(pause(clock, 4000))
})

test('suspended time is left out of a running clock, and once of a paused one', () => {
  const clock = startClock(1000)
  expect(elapsed(leaveOut(clock, 2000), 4000)).toBe(1000)
  expect(elapsed(leaveOut(pause(clock, 2000), 2000), 4000)).toBe(1000)
})

test('no clock runs backwards', () => {
  expect(elapsed(startClock(1000), 400)).toBe(0)
})

test('the next second is never further away than one', () => {
  expect([1000, 1001, 1999, 2000].map((now) => untilNextSecond(startClock(1000), now))).toEqual([
    1000, 999, 1, 1000,
  ])
})
