/** So many texts are remembered at a time: more than a file has lines that people wrote. */
const mostKept = 50_000

/** A function of a text that remembers what it gave: for one that takes long, and is asked for the same texts several times. */
export function kept<T extends {}>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = of(text)
    if (known.size >= mostKept) known.clear()
    known.set(text, value)
    return value
  }
}
