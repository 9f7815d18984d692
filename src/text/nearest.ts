/** The word closest to what was typed, or null if none is close enough to be what was meant. */
export function nearest(typed: string, words: readonly string[]): string | null {
  const wanted = typed.toLowerCase()
  let best: string | null = null
  let least = Math.max(1, Math.floor(wanted.length * 0.4)) + 1
  for (const word of words) {
    const candidate = word.toLowerCase()
    const isShort = wanted.length > 2 && (candidate.startsWith(wanted) || isShortened(wanted, candidate))
    const edits = isShort ? 1 : distance(wanted, candidate, least)
    if (edits < least) {
      least = edits
      best = word
    }
  }
  return best
}

/** How many letters a word may lack, and still be the same one. */
const mostLeftOut = 2

/** Whether one word is the other without a letter or two, but with the first: `ladr` for `ladder`. */
function isShortened(short: string, word: string): boolean {
  const isNear = short.length < word.length && word.length - short.length <= mostLeftOut
  if (!isNear || short[0] !== word[0]) return false
  let at = 0
  for (const letter of word) if (letter === short[at]) at++
  return at === short.length
}

/**
 * How many edits turn one text into the other (optimal string alignment distance): a letter inserted, deleted, replaced, or
 * swapped with its neighbour. `most` where the lengths alone show that it is at least that.
 */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) >= most) return most
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      )
    }
    before = last
    last = row
  }
  return last[b.length] ?? most
}
