import { unicode } from './unicode.ts'

const LONGEST = 60
const isAscii = /^[\x00-\x7f]*$/

/** A text as the part of an id: runs of letters and digits, joined by `-`; empty if there are none. */
export function slugOf(text: string): string {
  const start = text.slice(0, 400)
  // most are, and need neither normal form nor Unicode's tables
  if (isAscii.test(start)) return cut((start.toLowerCase().match(/[a-z0-9]+/g) ?? []).join('-'))
  const words = start
    .normalize('NFKD')
    .replace(unicode('\\p{M}+', 'gu'), '')
    .toLowerCase()
    .match(unicode('[\\p{L}\\p{N}]+', 'gu'))
  return cut((words ?? []).join('-'))
}

/** At the last word that fits, if that leaves most of it. */
function cut(slug: string): string {
  if (slug.length <= LONGEST) return slug
  const end = slug.lastIndexOf('-', LONGEST)
  const short = slug.slice(0, end > LONGEST / 2 ? end : LONGEST)
  return short.replace(/[\ud800-\udbff]$/, '')
}

/** Whether a text could be the slug of a bank. */
export const isSlug = (text: string): boolean =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/i.test(text) || unicode('^[\\p{L}\\p{N}]+(-[\\p{L}\\p{N}]+)*$').test(text)
