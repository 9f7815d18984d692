import { onOneLine } from './plain-text.ts'
import { unicode } from './unicode.ts'

const sentenceEnd = /(?<![.!?])[.!?]+["'”’)\]*_]*(?=\s)|[。！？]+[」』”’）]*/g
const abbreviation =
  /(?:^|[\s("'“‘*_])(?:e\.g|i\.e|etc|vs|cf|approx|incl|no|mr|mrs|ms|dr|st|inc|ltd|fig|[a-z])\.$/i

/** The sentences of one paragraph. Line breaks count as spaces, and abbreviations such as `e.g.` end no sentence. */
export function sentencesOf(paragraph: string): string[] {
  const text = onOneLine(paragraph)
  const sentences: string[] = []
  let start = 0
  for (const match of text.matchAll(sentenceEnd)) {
    const end = match.index + match[0].length
    const sentence = text.slice(start, end).trim()
    if (goesOn(sentence, text.slice(end, end + 2))) continue
    sentences.push(sentence)
    start = end
  }
  const last = text.slice(start).trim()
  if (last !== '') sentences.push(last)
  return sentences
}

/** Whether the full stop is that of an abbreviation, or a lower-case word follows. */
const goesOn = (sentence: string, after: string): boolean =>
  sentence.endsWith('.') && (abbreviation.test(sentence.slice(-12)) || unicode('^ \\p{Ll}').test(after))
