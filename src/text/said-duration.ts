import { parseDuration } from './duration.ts'

const minutes = /\b(?:m|min|mins|minutes?|minuten?|minutos?|minuti)\b|分|분|мин/
const seconds = /\b(?:s|sec|secs|seconds?|sek|sekunden|segundos|secondes|secondi)\b|秒|초|сек/
const amount = /^(?:about |ca\.? |~)?(\d{1,4}(?:[.,]\d{1,2})?)\s*([\p{L}.]*)$/u
const longestMs = 3_600_000
/** Nobody answers in so few seconds: without a unit, they are minutes. */
const fewest = 10

/** Reads a time in ms as people write it: `90s`, `2:30`, `1.5 min`; `unit` says what an amount alone is in. Else null. */
export function saidDuration(text: string, unit = ''): number | null {
  if (text === '') return null
  const said = text.trim().replace(/\.$/, '')
  const clock = /^(\d{1,2}):([0-5]\d)(?: ?(?:min(?:utes)?|m))?$/.exec(said)
  if (clock) return inRange((Number(clock[1]) * 60 + Number(clock[2])) * 1000)
  const [, number = '', own = ''] = amount.exec(said.toLowerCase()) ?? []
  const named = own || unit.replaceAll('_', ' ').toLowerCase()
  const factor = minutes.test(named) ? 60_000 : seconds.test(named) ? 1000 : null
  if (number === '' || (factor === null && own !== '')) return parseDuration(said)
  const value = Number(number.replace(',', '.'))
  return inRange(Math.round(value * (factor ?? (value < fewest ? 60_000 : 1000))))
}

const inRange = (ms: number): number | null => (ms > 0 && ms <= longestMs ? ms : null)
