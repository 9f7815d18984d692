import { dateOf } from '../text/dates.ts'
import { wrap } from '../text/wrap.ts'
import type { Style } from './style.ts'

/** From how many attempts a day counts as some, several and many. */
const thresholds = [1, 3, 6]
const cells = { unicode: ['·', '░', '▒', '█'], ascii: ['.', 'o', 'O', '@'] }
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/**
 * The days practised as a calendar: a row for each weekday, and a column for each week up to that of `today`, as many as
 * fit into `width`, at most half a year. Below it, on how many of the last 14 days the user practised.
 */
export function calendar(
  byDay: readonly { date: string; attempts: number }[],
  today: number,
  width: number,
  { ascii }: Style,
): string {
  const attempts = new Map(byDay.map((each) => [each.date, each.attempts]))
  const attemptsOn = (day: number): number => attempts.get(dateOf(day)) ?? 0
  // day 0, 1970-01-01, was a Thursday
  const monday = today - ((today + 3) % 7)
  const weeks = Math.max(1, Math.min(26, Math.floor((width - 4) / 2)))
  const rows = weekdays.map((name, weekday) => {
    const days = Array.from({ length: weeks }, (_, week) => monday + weekday - 7 * (weeks - 1 - week))
    return `${name} ${days.map((day) => (day > today ? ' ' : cellFor(attemptsOn(day), ascii))).join(' ')}`.trimEnd()
  })
  const practised = Array.from({ length: 14 }, (_, ago) => attemptsOn(today - ago)).filter(
    (each) => each > 0,
  ).length
  const [, some, several, many] = cells[ascii ? 'ascii' : 'unicode']
  const legend = `${practised} of the last 14 days. Attempts a day: ${some} 1 or 2, ${several} 3 to 5, ${many} 6 or more.`
  return `${rows.join('\n')}\n${wrap(legend, width)}\n`
}

const cellFor = (attempts: number, ascii: boolean): string =>
  cells[ascii ? 'ascii' : 'unicode'][thresholds.filter((threshold) => attempts >= threshold).length] ?? ''
