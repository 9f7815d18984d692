/** `1 question`, `3 questions`. */
export const count = (n: number, noun: string, nouns = `${noun}s`): string => `${n} ${n === 1 ? noun : nouns}`

/** `3 attempts and 2 other entries`, or just one of the two; null where there is neither. */
export function entries({ attempts, others }: { attempts: number; others: number }): string | null {
  const parts = [
    ...(attempts > 0 ? [count(attempts, 'attempt')] : []),
    ...(others > 0 ? [count(others, 'other entry', 'other entries')] : []),
  ]
  return parts.length === 0 ? null : parts.join(' and ')
}

/** The first five names, and how many more there are: `a, b, c, d, e and 2 others`. */
export const listed = (names: readonly string[]): string =>
  names.length <= 5
    ? names.join(', ')
    : `${names.slice(0, 5).join(', ')} and ${count(names.length - 5, 'other')}`

/** A span of time in its largest unit: `3 hours`. */
export function span(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 90) return count(minutes, 'minute')
  const hours = Math.round(minutes / 60)
  return hours < 48 ? count(hours, 'hour') : count(Math.round(hours / 24), 'day')
}

/** `today`, `tomorrow`, `in 4 days`. */
export const inDays = (days: number): string =>
  days <= 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`

/** A local ISO time for people: `2026-11-23 10:12`. */
export const dateAndTime = (at: string): string => at.slice(0, 16).replace('T', ' ')

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A date such as `2026-12-05` for people: `Sat 5 Dec`; `Tue 5 Jan 2027` where today is in another year. */
export function dateInWords(date: string, today: string): string {
  const at = new Date(`${date}T00:00:00Z`)
  const day = `${weekdays[at.getUTCDay()]} ${at.getUTCDate()} ${months[at.getUTCMonth()]}`
  const year = date.slice(0, -6)
  return today.startsWith(`${year}-`) ? day : `${day} ${year}`
}

/** The day of the month of a date such as `2026-12-05`: `5th`. */
export function dayOfMonth(date: string): string {
  const day = Number(date.slice(8))
  const ending = day % 100 >= 11 && day % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return `${day}${ending}`
}
