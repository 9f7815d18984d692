import { slugOf } from '../text/slug.ts'
import type { Draft } from './draft.ts'

/** The ids of a bank's questions, in order, of which the wordings are given as plain text. Explicit ones win; the others make way. */
export function idsOf(bankSlug: string, drafts: readonly Draft[], wordings: readonly string[]): string[] {
  const taken = new Set<string>()
  const next = new Map<string, number>()
  const claim = (slug: string): string => {
    let id = slug
    if (taken.has(slug)) {
      let count = next.get(slug) ?? 2
      while (taken.has(id)) id = `${slug}-${count++}`
      next.set(slug, count)
    }
    taken.add(id)
    return `${bankSlug}/${id}`
  }
  const explicit = drafts.map((draft) => (draft.id ? claim(idOf(draft.id)) : null))
  return drafts.map((_, index) => explicit[index] ?? claim(slugOf(wordings[index] ?? '') || `q-${index + 1}`))
}

/** An id that somebody wrote is kept as it is, if it can be typed and stand in a path. */
function idOf(text: string): string {
  return /^[\p{L}\p{N}](?:[._-]?[\p{L}\p{N}]+){0,59}$/u.test(text) ? text : slugOf(text) || 'q'
}

/** The slug of the bank that an id belongs to; empty where the id names none. */
export const bankSlugOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf('/')))
