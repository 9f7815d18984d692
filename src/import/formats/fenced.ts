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
