import { dateOf } from '../text/dates.ts'
import { count, dateInWords } from '../text/words.ts'
import { wrap } from '../text/wrap.ts'
import type { Style } from './style.ts'

/** From how many attempts a day counts as some, several and many. */
const thresholds = [1, 3, 6]
const cells = { unicode: ['·', '░', '▒', '█'], ascii: ['.', 'o', 'O', '@'] }
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** How many of the last days are counted. */
const lastDays = 14

/**
 * The days practised as a calendar: a row for each weekday, and a column for each week up to that of `today`, as many as
 * fit into `width`, at most half a year; for ears, the days of the last two weeks in a sentence.
 */
export function calendar(
  byDay: readonly { date: string; attempts: number }[],
  today: number,
  width: number,
  style: Style,
): string {
  const attempts = new Map(byDay.map((each) => [each.date, each.attempts]))
  const attemptsOn = (day: number): number => attempts.get(dateOf(day)) ?? 0
  const practised = Array.from({ length: lastDays }, (_, ago) => today - ago).filter(
    (day) => attemptsOn(day) > 0,
  )
  const counted = `${practised.length} of the last ${lastDays} days`
  if (style.plain) {
    const days = practised.reverse().map((day) => {
      const name = day === today ? 'today' : dateInWords(dateOf(day), dateOf(today))
      return `${name} ${count(attemptsOn(day), 'attempt')}`
    })
    return `${wrap(`${counted}${days.length === 0 ? '' : `: ${days.join(', ')}`}.`, width)}\n`
  }
  // day 0, 1970-01-01, was a Thursday
  const monday = today - ((today + 3) % 7)
  const weeks = Math.max(1, Math.min(26, Math.floor((width - 4) / 2)))
  const rows = weekdays.map((name, weekday) => {
    const days = Array.from({ length: weeks }, (_, week) => monday + weekday - 7 * (weeks - 1 - week))
    const drawn = days.map((day) => (day > today ? ' ' : cellFor(attemptsOn(day), style)))
    return `${style.quiet(name)} ${drawn.join(' ')}`.trimEnd()
  })
  const months = monthsOver(Array.from({ length: weeks }, (_, week) => monday - 7 * (weeks - 1 - week)))
  const [, some, several, many] = cells[style.ascii ? 'ascii' : 'unicode'].map((cell) => style.good(cell))
  const legend = `${counted}. Attempts a day: ${some} 1 or 2, ${several} 3 to 5, ${many} 6 or more.`
  return `${style.quiet(months)}\n${rows.join('\n')}\n${wrap(legend, width)}\n`
}

/** The names of the months, each above the first week that begins in it. */
function monthsOver(mondays: readonly number[]): string {
  const monthOf = (day: number | undefined): string =>
    day === undefined ? '' : (dateInWords(dateOf(day), dateOf(day)).split(' ')[2] ?? '')
  return mondays.reduce((line, day, week) => {
    const month = monthOf(day)
    const at = 4 + 2 * week
    const isNew = month !== monthOf(mondays[week - 1])
    // a name takes two weeks, and a blank before the next one
    return isNew && line.length < at ? line.padEnd(at) + month : line
  }, '')
}

function cellFor(attempts: number, style: Style): string {
  const level = thresholds.filter((threshold) => attempts >= threshold).length
  const cell = cells[style.ascii ? 'ascii' : 'unicode'][level] ?? ''
  return level === 0 ? style.quiet(cell) : style.good(cell)
}
