const FENCE = /^(?:---|\+\+\+)[ \t]*$/
const LONGEST = 200

/** The lines about a text at its head, between `---`. */
export interface FrontMatter {
  /** How many rows it takes; 0 if there is none. */
  rows: number
  title: string | null
}

export function frontMatterOf(rows: readonly string[]): FrontMatter {
  const none = { rows: 0, title: null }
  if (!FENCE.test(rows[0] ?? '') || !/^[\w-]+[ \t]*[:=]/.test(rows[1] ?? '')) return none
  const head = rows.slice(1, LONGEST)
  const end = head.findIndex((row) => FENCE.test(row))
  if (end < 0) return none
  const line = head.slice(0, end).find((row) => /^title[ \t]*[:=]/i.test(row)) ?? ''
  const title = line
    .replace(/^title[ \t]*[:=][ \t]*/i, '')
    .replace(/^(["'])(.*)\1[ \t]*$/, '$2')
    .trim()
  return { rows: end + 2, title: title === '' ? null : title }
}
