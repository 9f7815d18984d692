import { dateOf, dayOfDate } from './dates.ts'

const weekdays = ['thursday', 'friday', 'saturday', 'sunday', 'monday', 'tuesday', 'wednesday']
const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/**
 * The day that somebody means by `2026-12-5`, `2026/12/05`, `5.12.2026`, `5.12.`, `+10d`, `2w`, `in 3 days`, `tomorrow`, `friday` (the next one) or
 * `5 dec` (the next one, unless a year follows); null where it is none of these.
 */
export function dayMeant(text: string, today: number): number | null {
  const wanted = text.trim().toLowerCase()
  const [, count, unit] = /^(?:\+|in )?(\d{1,6}) ?([dw])(?:ays?|eeks?)?$/.exec(wanted) ?? []
  if (count !== undefined) return today + Number(count) * (unit === 'w' ? 7 : 1)
  if (wanted === 'today') return today
  if (wanted === 'tomorrow') return today + 1
  return weekdayMeant(wanted, today) ?? dateMeant(wanted, today)
}

/** The next day of that name, which may be shortened to three letters; never today. */
function weekdayMeant(wanted: string, today: number): number | null {
  // day 0 was a Thursday
  const index = /^[a-z]{3,}$/.test(wanted) ? weekdays.findIndex((name) => name.startsWith(wanted)) : -1
  return index < 0 ? null : today + 1 + ((((index - today - 1) % 7) + 7) % 7)
}

function dateMeant(wanted: string, today: number): number | null {
  const [, year, month, date] =
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(wanted) ??
    turned(/^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/.exec(wanted))
  if (year !== undefined) return dayOf(year, month, date)
  const [, dayAlone, monthAlone] = /^(\d{1,2})\.\s*(\d{1,2})\.$/.exec(wanted) ?? []
  if (dayAlone !== undefined) return nextOf(Number(monthAlone), dayAlone, today)
  const [, day = '', name = '', own] =
    /^(\d{1,2})\.?\s+([a-z]{3,9})\.?(?:,?\s+(\d{4}))?$/.exec(wanted) ??
    swapped(/^([a-z]{3,9})\.?\s+(\d{1,2})(?:,?\s+(\d{4}))?$/.exec(wanted))
  const number = (name === '' ? -1 : months.findIndex((each) => each.startsWith(name))) + 1
  if (number === 0) return null
  if (own !== undefined) return dayOf(own, number, day)
  return nextOf(number, day, today)
}

/** This year's day of that date, or next year's where it is past. */
function nextOf(month: number, date: string, today: number): number | null {
  const year = Number(dateOf(today).slice(0, 4))
  const next = [year, year + 1].map((each) => dayOf(each, month, date))
  return next.find((each) => each !== null && each >= today) ?? null
}

type Match = RegExpExecArray | null

const turned = (match: Match) => (match === null ? [] : [match[0], match[3], match[2], match[1]])
const swapped = (match: Match) => (match === null ? [] : [match[0], match[2], match[1], match[3]])

const dayOf = (
  year: string | number,
  month: string | number = '',
  date: string | number = '',
): number | null => dayOfDate(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
