import type { Warning, WarningCode } from '../../bank/model.ts'

/** More warnings of a kind are counted, not listed. */
const mostListed = 5

/** A warning, or an error where nothing can be rehearsed. `line` is null where it concerns the whole source. */
export const warning = (code: WarningCode, line: number | null, message: string): Warning => ({
  severity: code === 'no-questions' || code === 'unreadable' ? 'error' : 'warning',
  line,
  code,
  message,
})

/** One warning for each place, or, where there are many, a single one at the first that says how many. */
export function warningsAt<T extends { line: number }>(
  code: WarningCode,
  places: readonly T[],
  one: (place: T) => string,
  many: (count: number) => string,
): Warning[] {
  if (places.length <= mostListed) return places.map((place) => warning(code, place.line, one(place)))
  return [warning(code, places[0]?.line ?? null, many(places.length))]
}

/** The items with the same key as an earlier one, each with the line of the first one. */
export function repeatsOf<T extends { line: number }>(
  items: readonly T[],
  keyOf: (item: T) => string,
): { line: number; item: T; firstLine: number }[] {
  const first = new Map<string, number>()
  return items.flatMap((item) => {
    const key = keyOf(item)
    const firstLine = first.get(key)
    if (firstLine !== undefined) return [{ line: item.line, item, firstLine }]
    first.set(key, item.line)
    return []
  })
}

/** The first words of a text in quotation marks, to show which one is meant. */
export function quoted(text: string): string {
  const words = text.replace(/\s+/g, ' ')
  return `"${words.length > 60 ? `${words.slice(0, 57).trimEnd()}…` : words}"`
}
