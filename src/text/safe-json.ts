import { invisibles, safe } from './safe.ts'

/** What `safe()` might change, as it looks in JSON, which always escapes C0 characters. */
const suspect = new RegExp(`\\\\[bfru]|[\\x7f-\\x9f${invisibles}]`)

/** Whether JSON may hold a string that `safe()` would change. Visiting every string takes long, and is rarely needed. */
export const isSuspect = (json: string): boolean => suspect.test(json)

/** The value of JSON with its strings made safe; undefined where it is not JSON. `isClean` says that it is not suspect. */
export function parseJson(json: string, isClean = !isSuspect(json)): unknown {
  try {
    if (isClean) return JSON.parse(json)
    return JSON.parse(json, (_, value) => (typeof value === 'string' ? safe(value) : value))
  } catch {
    return undefined
  }
}

/** Whether a value has keys: not null, not an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
