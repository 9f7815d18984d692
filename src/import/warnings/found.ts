import type { Warning, WarningCode } from '../../bank/model.ts'

/** Where one kind of damage is. */
export interface Place {
  line: number
  /** What it is about, in a few words. */
  what: string
}

/** More of a kind are counted, not listed. */
const MOST = 5

/** A warning for each place, or one for all of them where there are many. */
export function found(
  code: WarningCode,
  places: readonly Place[],
  one: (what: string) => string,
  many: (count: number) => string,
): Warning[] {
  if (places.length <= MOST) return places.map(({ line, what }) => warning(code, line, one(what)))
  return [warning(code, places[0]?.line ?? null, many(places.length))]
}

export const warning = (code: WarningCode, line: number | null, message: string): Warning => ({
  severity: code === 'no-questions' || code === 'unreadable' ? 'error' : 'warning',
  line,
  code,
  message,
})

/** Words to tell which question is meant. */
export function quoted(text: string): string {
  const words = text.replace(/\s+/g, ' ')
  return `"${words.length > 60 ? `${words.slice(0, 57).trimEnd()}…` : words}"`
}
