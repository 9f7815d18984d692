import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayMeant } from '../../src/text/date-words.ts'
import { dateOf, dayOfDate } from '../../src/text/dates.ts'

/** A Monday. */
const today = dayOfDate('2026-11-23') ?? 0

test.each([
  ['2026-12-05', '2026-12-05'],
  ['2026-12-5', '2026-12-05'],
  ['2026/12/05', '2026-12-05'],
  ['5.12.2026', '2026-12-05'],
  ['05. 12. 2026', '2026-12-05'],
  ['+10d', '2026-12-03'],
  ['10d', '2026-12-03'],
  ['+2w', '2026-12-07'],
  ['in 3 days', '2026-11-26'],
  ['3 days', '2026-11-26'],
  ['in 1 week', '2026-11-30'],
  ['5.12.', '2026-12-05'],
  ['1.2.', '2027-02-01'],
  ['today', '2026-11-23'],
  ['Tomorrow', '2026-11-24'],
  ['friday', '2026-11-27'],
  ['FRI', '2026-11-27'],
  ['monday', '2026-11-30'],
  ['sunday', '2026-11-29'],
  ['5 dec', '2026-12-05'],
  ['5 December', '2026-12-05'],
  ['Dec 5', '2026-12-05'],
  ['dec 5, 2027', '2027-12-05'],
  ['5. Jan.', '2027-01-05'],
  ['23 nov', '2026-11-23'],
  ['22 nov', '2027-11-22'],
])('%s is %s', (text, date) => {
  const day = dayMeant(text, today)
  expect(day === null ? null : dateOf(day)).toBe(date)
})

test.each(['', 'fr', 'soon', '2026-02-30', '31.4.2026', '5 foo', '5 mayor', '12/5', '+d', '99999999d'])(
  '%j is no day',
  (text) => {
    expect(dayMeant(text, today)).toBe(null)
  },
)

test('a weekday is within the next seven days, and any date is itself', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60_000 }),
      fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'),
      (day, name) => {
        const found = dayMeant(name, day) ?? 0
        expect(found - day).toBeGreaterThan(0)
        expect(found - day).toBeLessThan(8)
        expect(new Date(dateOf(found)).toUTCString().toLowerCase().startsWith(name)).toBe(true)
        expect(dayMeant(dateOf(day), 0)).toBe(day)
      },
    ),
  )
})
