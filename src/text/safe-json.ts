import { safe } from './safe.ts'

/** What `safe()` might change, as it looks in JSON, where C0 characters are always escaped. */
const suspect = /\\[bfru]|[\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/

/** Whether JSON may hold a text that `safe()` would change: going through every text costs time, and is rarely needed. */
export const isSuspect = (text: string): boolean => suspect.test(text)

/** What JSON holds, its texts made safe; undefined where it is none. `isClean`: it was looked through already. */
export function parseJson(text: string, isClean = !isSuspect(text)): unknown {
  try {
    if (isClean) return JSON.parse(text)
    return JSON.parse(text, (_, value) => (typeof value === 'string' ? safe(value) : value))
  } catch {
    return undefined
  }
}

/** Whether it has keys and values: no array, not null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
