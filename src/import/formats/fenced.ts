/** What is inside a text that is a single code fence; null if it is not. */
export function unfenced(text: string): string | null {
  const trimmed = text.trim()
  const open = /^(`{3,12}|~{3,12})[^\n`]*\n/.exec(trimmed)
  if (!open) return null
  const fence = open[1] ?? '```'
  const inner = trimmed.slice(open[0].length)
  const end = inner.lastIndexOf(`\n${fence}`)
  if (end < 0 || inner.slice(end + 1 + fence.length).trim() !== '') return null
  const code = inner.slice(0, end)
  return code.includes(`\n${fence}`) ? null : code
}

const textFence = /^ {0,3}(?:`{3,12}|~{3,12})(?:markdown|md|text|txt|plain(?:text)?|csv|tsv)?[ \t]*$/i

/**
 * A text whose fences hold most of it, as a chat writes a table to copy, without the rows that open and close them; null
 * where code is fenced, or little.
 */
export function withoutFences(text: string): string | null {
  const rows = text.split('\n')
  const fences = rows.flatMap((row, at) => (/^ {0,3}(?:`{3}|~{3})/.test(row) ? [at] : []))
  if (fences.length === 0 || fences.length % 2 > 0 || !fences.every((at) => textFence.test(rows[at] ?? '')))
    return null
  let inside = 0
  for (let index = 0; index < fences.length; index += 2)
    inside += rows
      .slice((fences[index] ?? 0) + 1, fences[index + 1])
      .filter((row) => row.trim() !== '').length
  const outside = rows.filter((row) => row.trim() !== '').length - fences.length - inside
  if (inside <= outside) return null
  const hidden = new Set(fences)
  return rows.map((row, at) => (hidden.has(at) ? '' : row)).join('\n')
}
