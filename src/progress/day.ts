// A day is a number: whole days from 1970-01-01, counted in local time and from the hour at which a day starts,
// because people rehearse past midnight and travel. The offset stands in the time itself, so no zone is looked up.

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const isoTime =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:[.](\d{1,3})\d*)?)?(?:Z|([+-])(\d\d):(\d\d))$/
const isoDate = /^(\d{4})-(\d\d)-(\d\d)$/

interface Moment {
  /** What the clock on the wall showed, as ms since 1970-01-01 00:00 of that wall. */
  wallMs: number
  /** Minutes east of UTC. */
  offsetMinutes: number
}

function wallOf(year: string, month: string, date: string): number | null {
  // Date.UTC takes the years 0 to 99 for the 20th century.
  const wall = new Date(0)
  wall.setUTCFullYear(Number(year), Number(month) - 1, Number(date))
  // 30 February has become another day.
  const exists = wall.getUTCMonth() === Number(month) - 1 && wall.getUTCDate() === Number(date)
  return exists ? wall.getTime() : null
}

function momentOf(at: string): Moment | null {
  const match = isoTime.exec(at)
  if (!match) return null
  const [, year = '', month = '', date = '', hour, minute, second = 0, ms = '', sign, east = 0, minutes = 0] =
    match
  const midnight = wallOf(year, month, date)
  if (midnight === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  if (Number(east) > 23 || Number(minutes) > 59) return null
  const clockMs =
    ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + Number(ms.padEnd(3, '0'))
  const offset = Number(east) * 60 + Number(minutes)
  return { wallMs: midnight + clockMs, offsetMinutes: sign === '-' ? -offset : offset }
}

/** The instant of an ISO time with offset, in ms since the epoch; null where it is no such time. */
export function instantOf(at: string): number | null {
  const moment = momentOf(at)
  return moment && moment.wallMs - moment.offsetMinutes * minuteMs
}

/** The local day of an ISO time with offset, for days that start so many minutes after midnight; null where it is no such time. */
export function dayOf(at: string, dayStartMinutes: number): number | null {
  const moment = momentOf(at)
  return moment && Math.floor((moment.wallMs - dayStartMinutes * minuteMs) / dayMs)
}

/** The day of a date as `2026-12-05`; null where there is no such date. */
export function dayOfDate(text: string): number | null {
  const [, year, month, date] = isoDate.exec(text) ?? []
  if (!year || !month || !date) return null
  const midnight = wallOf(year, month, date)
  return midnight === null ? null : Math.floor(midnight / dayMs)
}

/** A day as `2026-12-05`. */
export function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

/** An instant as `2026-11-23T10:12:33.123+01:00`, with the offset in minutes east of UTC (`-date.getTimezoneOffset()`). */
export function localTime(date: Date, offsetMinutes: number): string {
  const wall = new Date(date.getTime() + offsetMinutes * minuteMs).toISOString().slice(0, -1)
  const east = Math.abs(offsetMinutes)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${wall}${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(east / 60))}:${two(east % 60)}`
}

/** When a day starts, as an ISO time with the offset in minutes east of UTC. */
export function dayStartsAt(day: number, dayStartMinutes: number, offsetMinutes: number): string {
  return localTime(new Date(day * dayMs + (dayStartMinutes - offsetMinutes) * minuteMs), offsetMinutes)
}
