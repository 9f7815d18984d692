const LONGEST = 60

/** A text as the part of an id: runs of letters and digits, joined by `-`; empty if there are none. */
export function slugOf(text: string): string {
  const words = text
    .slice(0, 400)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return cut((words ?? []).join('-'))
}

/** At the last word that fits, if that leaves most of it. */
function cut(slug: string): string {
  if (slug.length <= LONGEST) return slug
  const end = slug.lastIndexOf('-', LONGEST)
  const short = slug.slice(0, end > LONGEST / 2 ? end : LONGEST)
  return short.replace(/[\ud800-\udbff]$/, '')
}
