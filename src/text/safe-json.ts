import { deepestJson } from './limits.ts'
import { invisibles, safe } from './safe.ts'

/** What `safe()` might change, as it looks in JSON, which always escapes C0 characters. */
const suspect = new RegExp(`\\\\[bfru]|[\\x7f-\\x9f${invisibles}]`)

/** Whether JSON may hold a string that `safe()` would change. Visiting every string takes long, and is rarely needed. */
export const isSuspect = (json: string): boolean => suspect.test(json)

/**
 * The value of JSON with its strings made safe; undefined where it is not JSON, or nests too deep for what comes after.
 * `isClean` says that it is not suspect.
 */
export function parseJson(json: string, isClean = !isSuspect(json)): unknown {
  try {
    const value: unknown = isClean
      ? JSON.parse(json)
      : JSON.parse(json, (_, each) => (typeof each === 'string' ? safe(each) : each))
    return mayBeDeep(json) && isDeeper(value, deepestJson) ? undefined : value
  } catch {
    return undefined
  }
}

/** Whether JSON has brackets enough: that takes a tenth of the time of looking at all values, and most lines have three. */
function mayBeDeep(json: string): boolean {
  let left = deepestJson
  for (const bracket of '{[') {
    for (let at = json.indexOf(bracket); at >= 0; at = json.indexOf(bracket, at + 1)) {
      if (--left < 0) return true
    }
  }
  return false
}

/** Whether a value nests deeper than so many levels. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  for (const each of Array.isArray(value) ? value : Object.values(value)) {
    if (typeof each === 'object' && isDeeper(each, levels - 1)) return true
  }
  return false
}

/** Whether a value has keys: not null, not an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
