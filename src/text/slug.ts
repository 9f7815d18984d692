import { unicode } from './unicode.ts'

const longestSlug = 60
const ascii = /^[\x00-\x7f]*$/

/** A text as part of an id: its letters and digits, in lower case, without accents, joined by `-`; at most 60 characters. */
export function slugOf(text: string): string {
  const start = text.slice(0, 400)
  // Most texts are ASCII, and need neither a normal form nor Unicode's tables.
  if (ascii.test(start)) return cut(withoutEnds(start.toLowerCase().replace(/[^a-z0-9]+/g, '-')))
  const words = start
    .normalize('NFKD')
    .replace(unicode('\\p{M}+', 'gu'), '')
    .toLowerCase()
    .match(unicode('[\\p{L}\\p{N}]+', 'gu'))
  return cut((words ?? []).join('-'))
}

const withoutEnds = (slug: string): string =>
  slug.slice(slug.startsWith('-') ? 1 : 0, slug.length > 1 && slug.endsWith('-') ? -1 : undefined)

/** Cuts a slug after the last word that fits, if that leaves more than half. */
function cut(slug: string): string {
  if (slug.length <= longestSlug) return slug
  const end = slug.lastIndexOf('-', longestSlug)
  const short = slug.slice(0, end > longestSlug / 2 ? end : longestSlug)
  return short.replace(/[\ud800-\udbff]$/, '')
}

/** Whether a text has the form of a bank's slug. */
export const isSlug = (text: string): boolean =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/i.test(text) || unicode('^[\\p{L}\\p{N}]+(-[\\p{L}\\p{N}]+)*$').test(text)
