import { slugOf } from '../text/slug.ts'
import type { Draft } from './draft.ts'

/** The bank's slug in a question's id, as `leadership` in `leadership/assess-debt`; empty where there is no slash. */
export const bankSlugOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf('/')))

/** The question's slug in its id: what follows the first slash, or the whole id where there is none. */
export const questionSlugOf = (id: string): string => id.slice(id.indexOf('/') + 1)

/** An id as the source of its bank has it, without the bank's slug. An id of another bank stays whole. */
export const idInBank = (id: string, bankSlug: string): string =>
  id.startsWith(`${bankSlug}/`) ? id.slice(bankSlug.length + 1) : id

/** Hands out each id only once: one that is taken gets `-2`, `-3` and so on at its end. */
export function uniqueIds(taken: Set<string> = new Set()): (wanted: string) => string {
  const next = new Map<string, number>()
  return (wanted) => {
    if (!taken.has(wanted)) {
      taken.add(wanted)
      return wanted
    }
    let n = next.get(wanted) ?? 2
    while (taken.has(`${wanted}-${n}`)) n++
    next.set(wanted, n + 1)
    taken.add(`${wanted}-${n}`)
    return `${wanted}-${n}`
  }
}

/**
 * The ids of a bank's questions, in order. `wordings` are the questions as plain text: an id is made from them where the
 * draft has none. Ids that were written down come first, and the others make way for them.
 */
export function idsOf(bankSlug: string, drafts: readonly Draft[], wordings: readonly string[]): string[] {
  const unique = uniqueIds()
  const idFor = (slug: string): string => `${bankSlug}/${unique(slug)}`
  const explicit = drafts.map(({ id }) => (id ? idFor(explicitSlug(id)) : null))
  return drafts.map((_, index) => explicit[index] ?? idFor(slugOf(wordings[index] ?? '') || `q-${index + 1}`))
}

/** An id that somebody wrote stays as it is, if it can be typed and be part of a path. */
function explicitSlug(text: string): string {
  return /^[\p{L}\p{N}](?:[._-]?[\p{L}\p{N}]+){0,59}$/u.test(text) ? text : slugOf(text) || 'q'
}
