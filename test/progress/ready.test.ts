import { expect, it } from 'vitest'
import { fold } from '../../src/progress/fold.ts'
import { isReady, readyDayOf } from '../../src/progress/ready.ts'
import { dayOfDate } from '../../src/text/dates.ts'
import type { Given } from './lines.ts'
import { attempt, set } from './lines.ts'

const day = dayOfDate('2026-11-24') ?? 0

/** Of a question answered on two days, the last time so. */
const readyAfter = (last: Given<'attempt'>, target = day) => {
  const lines = [
    attempt({ at: '2026-11-20T10:00:00.000+01:00' }),
    attempt({ at: '2026-11-23T10:00:00.000+01:00', ...last }),
  ]
  return isReady(fold(lines, {}).questions.get('bank/one') ?? null, target)
}

it('a question is ready after two days, the last time solid, in time and not forgotten by then', () => {
  expect(readyAfter({})).toBe(true)
  expect(readyAfter({ score: 4, talkMs: 99_000 })).toBe(true)
})

it.each<[string, Given<'attempt'>, number]>([
  ['the last score was 2', { score: 2 }, day],
  ['the last answer was over its budget', { talkMs: 99_001 }, day],
  ['it was rehearsed on one day only', { at: '2026-11-20T11:00:00.000+01:00' }, day],
  ['it will be forgotten by then', {}, day + 100],
])('a question is not ready where %s', (_, last, target) => {
  expect(readyAfter(last, target)).toBe(false)
})

it('a question is not ready where it was never rehearsed, or only with --extra', () => {
  expect(isReady(null, day)).toBe(false)
  const extra = fold([attempt({ extra: true })], {})
  expect(isReady(extra.questions.get('bank/one') ?? null, day)).toBe(false)
})

it('the day to be ready for is that of the interview, or today', () => {
  const planned = fold([set('plan.date', '2026-12-05')], {})
  expect(readyDayOf(planned, day)(null)).toBe(dayOfDate('2026-12-05'))
  expect(readyDayOf(planned, day + 30)(null)).toBe(day + 30)
  expect(readyDayOf(fold([], {}), day)(null)).toBe(day)
})
