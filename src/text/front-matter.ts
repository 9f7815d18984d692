const delimiter = /^(?:---|\+\+\+)[ \t]*$/
const mostRows = 200

/** The rows at the head of a text that are about it, between `---` (YAML) or `+++` (TOML). */
export interface FrontMatter {
  /** How many rows it takes, the delimiters included; 0 if there is none. */
  rows: number
  /** What `title: …` gives. */
  title: string | null
}

/** The front matter of a text, by its rows. */
export function frontMatterOf(rows: readonly string[]): FrontMatter {
  const none = { rows: 0, title: null }
  if (!delimiter.test(rows[0] ?? '') || !/^[\w-]+[ \t]*[:=]/.test(rows[1] ?? '')) return none
  const head = rows.slice(1, mostRows)
  const end = head.findIndex((row) => delimiter.test(row))
  if (end < 0) return none
  const line = head.slice(0, end).find((row) => /^title[ \t]*[:=]/i.test(row)) ?? ''
  const title = line
    .replace(/^title[ \t]*[:=][ \t]*/i, '')
    .replace(/^(["'])(.*)\1[ \t]*$/, '$2')
    .trim()
  return { rows: end + 2, title: title === '' ? null : title }
}
