import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOf, dayOf, dayOfDate, dayStartsAt, instantOf, localTime } from '../../src/text/dates.ts'

const four = 4 * 60

describe('the day of a time, where days start at four,', () => {
  test.each([
    ['at noon', '2026-11-23T12:00:00.000+01:00', '2026-11-23'],
    ['past midnight is still the day before', '2026-11-24T03:59:59.999+01:00', '2026-11-23'],
    ['at four is the next one', '2026-11-24T04:00:00.000+01:00', '2026-11-24'],
    ['is local, although it is another day in UTC', '2026-11-23T05:00:00.000+13:00', '2026-11-23'],
    ['is local west of UTC too', '2026-11-23T23:00:00.000-08:00', '2026-11-23'],
    ['in the night when clocks go forward', '2026-03-29T03:30:00.000+02:00', '2026-03-28'],
    ['in the morning after it', '2026-03-29T04:00:00.000+02:00', '2026-03-29'],
    ['in the hour that comes twice, first', '2026-10-25T02:30:00.000+02:00', '2026-10-24'],
    ['in the hour that comes twice, again', '2026-10-25T02:30:00.000+01:00', '2026-10-24'],
    ['in the new year', '2027-01-01T01:00:00.000+01:00', '2026-12-31'],
    ['on a leap day', '2028-02-29T09:00:00.000Z', '2028-02-29'],
    ['without seconds', '2026-11-23T12:00+01:00', '2026-11-23'],
    ['on the first day of all', '1970-01-01T04:00:00.000+00:00', '1970-01-01'],
    ['before that', '1970-01-01T03:00:00.000+00:00', '1969-12-31'],
  ])('%s', (_, at, date) => {
    expect(dateOf(dayOf(at, four) ?? Number.NaN)).toBe(date)
  })

  test('may also start at midnight', () => {
    expect(dayOf('1970-01-02T00:00:00.000+01:00', 0)).toBe(1)
  })
})

test.each([
  '',
  'yesterday',
  '2026-11-23',
  '2026-11-23T12:00:00.000',
  '2026-13-01T12:00:00.000Z',
  '2026-02-29T12:00:00.000Z',
  '2026-11-23T24:00:00.000Z',
  '2026-11-23T12:60:00.000Z',
  '2026-11-23T12:00:60.000Z',
  '2026-11-23T12:00:00.000+1:00',
  '2026-11-23T12:00:00.000+24:00',
  ' 2026-11-23T12:00:00.000Z',
  '2026-11-23T12:00:00.000Z\n',
])('%j is not a time', (at) => {
  expect(dayOf(at, four)).toBeNull()
  expect(instantOf(at)).toBeNull()
})

test.each([
  ['1970-01-01', 0],
  ['2026-12-05', 20_792],
  ['2026-02-30', null],
  ['0000-00-00', null],
  ['2026-12-5', null],
  ['+10d', null],
])('%j is day %j', (text, day) => {
  expect(dayOfDate(text)).toBe(day)
})

test('every date is the day that JavaScript counts', () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_000, max: 2_900_000 }), (day) => {
      expect(dayOfDate(dateOf(day))).toBe(day)
    }),
  )
})

const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
const offsets = fc.integer({ min: -12 * 60, max: 14 * 60 })

describe('a local time', () => {
  test('has its offset and milliseconds', () => {
    const instant = new Date('2026-11-23T09:12:33.123Z')
    expect(localTime(instant, 60)).toBe('2026-11-23T10:12:33.123+01:00')
    expect(localTime(instant, 0)).toBe('2026-11-23T09:12:33.123+00:00')
    expect(localTime(instant, -570)).toBe('2026-11-22T23:42:33.123-09:30')
  })

  test('is the same instant, whatever the offset', () => {
    fc.assert(
      fc.property(instants, offsets, (instant, offset) => {
        expect(instantOf(localTime(instant, offset))).toBe(instant.getTime())
      }),
    )
  })

  test('is in the day that started last', () => {
    fc.assert(
      fc.property(instants, offsets, fc.integer({ min: 0, max: 1439 }), (instant, offset, dayStart) => {
        const day = dayOf(localTime(instant, offset), dayStart) ?? Number.NaN
        expect(instantOf(dayStartsAt(day, dayStart, offset))).toBeLessThanOrEqual(instant.getTime())
        expect(instantOf(dayStartsAt(day + 1, dayStart, offset))).toBeGreaterThan(instant.getTime())
      }),
    )
  })
})
