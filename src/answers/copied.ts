import { unicode } from '../text/unicode.ts'

/** So many words in a row are hardly ever the same by chance. */
const runLength = 5

/** An answer of fewer words may be a quotation. */
const shortest = 20

/** Whether most of an answer stands in another text word for word. */
export function isCopied(answer: string, text: string): boolean {
  const runs = runsOf(answer)
  if (runs.length < shortest - runLength) return false
  const theirs = new Set(runsOf(text))
  return runs.filter((run) => theirs.has(run)).length > runs.length / 2
}

/** Every run of words, in lower case. */
function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(unicode('[\\p{L}\\p{N}]+', 'gu')) ?? []
  return words.slice(0, 1 - runLength).map((_, at) => words.slice(at, at + runLength).join(' '))
}
