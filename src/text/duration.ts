const duration =
  /^(?:(\d{1,4})(?: ?s(?:ecs?|econds?)?)?|(\d{1,2}) ?m(?:ins?|inutes?)?(?: ?(\d{1,4}) ?s(?:ecs?|econds?)?)?|(\d{1,2}):([0-5]\d))$/i
const longestMs = 60 * 60_000

/** Reads `90`, `90s`, `2m`, `1m30s`, `2:30` or `5 min` as ms; null for anything else, and for nothing or more than an hour. */
export function parseDuration(text: string): number | null {
  const match = duration.exec(text.trim())
  if (!match) return null
  const [, alone, minutes = match[4], seconds = match[5]] = match
  const ms = (Number(alone ?? 0) + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) * 1000
  return ms > 0 && ms <= longestMs ? ms : null
}

/** The same of what somebody types now: null for a digit alone, which may mean seconds or minutes. */
export const typedDuration = (text: string): number | null =>
  /^\d$/.test(text.trim()) ? null : parseDuration(text)

/** Writes ms as `parseDuration` reads them: `45s`, `2m`, `1m30s`. */
export function formatDuration(ms: number): string {
  const [minutes, seconds] = split(Math.round(ms / 1000))
  if (minutes === 0) return `${seconds}s`
  return seconds === 0 ? `${minutes}m` : `${minutes}m${seconds}s`
}

/** Writes ms as a clock shows them: `0:45`, `1:30`. Only whole seconds count. */
export function formatClock(ms: number): string {
  const [minutes, seconds] = split(Math.floor(ms / 1000))
  return `${minutes}:${String(seconds).padStart(2, '0')}`
}

function split(total: number): [minutes: number, seconds: number] {
  const seconds = Math.max(0, total)
  return [Math.floor(seconds / 60), seconds % 60]
}
