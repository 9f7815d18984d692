/** What stands in the one fence that a whole file may be; null if there is none. */
export function unfenced(text: string): string | null {
  const trimmed = text.trim()
  const open = /^(`{3,12}|~{3,12})[^\n`]*\n/.exec(trimmed)
  if (!open) return null
  const mark = open[1] ?? '```'
  const inner = trimmed.slice(open[0].length)
  const end = inner.lastIndexOf(`\n${mark}`)
  if (
    end < 0 ||
    inner.slice(end + 1 + mark.length).trim() !== '' ||
    inner.slice(0, end).includes(`\n${mark}`)
  )
    return null
  return inner.slice(0, end)
}
