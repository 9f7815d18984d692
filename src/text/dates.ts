// A day is a number: whole days since 1970-01-01 in local time. It starts at the hour that the user chose, because people
// rehearse past midnight. A time carries its own offset, so no time zone is ever looked up, wherever people travel.

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:[.]\d+)?)?(?:Z|[+-]\d\d:\d\d)$/
const isoDate = /^\d{4}-\d\d-\d\d$/

interface Moment {
  /** What a clock on the wall showed, as ms since it showed 1970-01-01 00:00. */
  wallMs: number
  /** Minutes east of UTC. */
  offsetMinutes: number
}

/** The instant of an ISO time with offset, in ms since the epoch; null where it is not such a time. */
export function instantOf(at: string): number | null {
  const moment = momentOf(at)
  return moment && moment.wallMs - moment.offsetMinutes * minuteMs
}

/** The local day of an ISO time with offset, of days that start so many minutes after midnight; null where it is not one. */
export function dayOf(at: string, dayStartMinutes: number): number | null {
  const moment = momentOf(at)
  return moment && Math.floor((moment.wallMs - dayStartMinutes * minuteMs) / dayMs)
}

/** The day of a date such as `2026-12-05`; null where there is no such date. */
export function dayOfDate(text: string): number | null {
  return isoDate.test(text) ? leadingDate(text) : null
}

/** A day as a date: `2026-12-05`. */
export function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

/** An instant as `2026-11-23T10:12:33.123+01:00`; the offset is in minutes east of UTC (`-date.getTimezoneOffset()`). */
export function localTime(date: Date, offsetMinutes: number): string {
  const wall = new Date(date.getTime() + offsetMinutes * minuteMs).toISOString().slice(0, -1)
  const east = Math.abs(offsetMinutes)
  const padded = (part: number) => String(part).padStart(2, '0')
  return `${wall}${offsetMinutes < 0 ? '-' : '+'}${padded(Math.floor(east / 60))}:${padded(east % 60)}`
}

/** When a day starts, as an ISO time with the offset, which is in minutes east of UTC. */
export function dayStartsAt(day: number, dayStartMinutes: number, offsetMinutes: number): string {
  return localTime(new Date(day * dayMs + (dayStartMinutes - offsetMinutes) * minuteMs), offsetMinutes)
}

function momentOf(at: string): Moment | null {
  if (!isoTime.test(at)) return null
  const day = leadingDate(at)
  const zone = at.length - (at.endsWith('Z') ? 1 : 6)
  const hour = twoDigits(at, 11)
  const minute = twoDigits(at, 14)
  const second = zone > 16 ? twoDigits(at, 17) : 0
  if (day === null || hour > 23 || minute > 59 || second > 59) return null
  const ms = zone > 20 ? Number(at.slice(20, Math.min(zone, 23)).padEnd(3, '0')) : 0
  const wallMs = day * dayMs + ((hour * 60 + minute) * 60 + second) * 1000 + ms
  if (at.endsWith('Z')) return { wallMs, offsetMinutes: 0 }
  const hours = twoDigits(at, zone + 1)
  const minutes = twoDigits(at, zone + 4)
  if (hours > 23 || minutes > 59) return null
  return { wallMs, offsetMinutes: (at[zone] === '-' ? -1 : 1) * (hours * 60 + minutes) }
}

/** The day of the date that a text begins with, by Howard Hinnant's `days_from_civil`; null where there is no such date. */
function leadingDate(text: string): number | null {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const date = twoDigits(text, 8)
  if (month < 1 || month > 12 || date < 1 || date > daysIn(month, year)) return null
  // Years are counted from March, so that a leap day comes last.
  const years = month > 2 ? year : year - 1
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400)
  const daysBeforeMonth = Math.floor((153 * ((month + 9) % 12) + 2) / 5)
  return 365 * years + leapDays + daysBeforeMonth + date - 719_469
}

function daysIn(month: number, year: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** The number that two digits make. No text is cut out for it, because every line of a journal has a time. */
const twoDigits = (text: string, at: number): number =>
  (text.charCodeAt(at) - zero) * 10 + text.charCodeAt(at + 1) - zero

const zero = 48
