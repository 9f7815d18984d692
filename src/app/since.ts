import { UsageError } from '../ports.ts'
import { dayOfDate } from '../text/dates.ts'
import { safeLine } from '../text/safe.ts'

/** The day of `--since`, as a date or as so many days up to today. */
export function sinceDay(text: string, today: number): number {
  const days = /^(\d{1,5})d$/i.exec(text.trim())?.[1]
  const day = days === undefined ? dayOfDate(text.trim()) : today - Number(days) + 1
  if (day !== null && day <= today) return day
  throw new UsageError(
    `--since cannot be "${safeLine(text)}".`,
    'Give a date in the past, such as 2026-11-01, or a number of days, such as 14d.',
  )
}
