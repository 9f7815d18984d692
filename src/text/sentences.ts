import { onOneLine } from './plain-text.ts'
import { unicode } from './unicode.ts'

const END = /(?<![.!?])[.!?]+["'”’)\]*_]*(?=\s)|[。！？]+[」』”’）]*/g
const ABBREVIATION =
  /(?:^|[\s("'“‘*_])(?:e\.g|i\.e|etc|vs|cf|approx|incl|no|mr|mrs|ms|dr|st|inc|ltd|fig|[a-z])\.$/i

/** The sentences of one paragraph, in which line breaks are spaces. */
export function sentencesOf(paragraph: string): string[] {
  const text = onOneLine(paragraph)
  const sentences: string[] = []
  let start = 0
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length
    const sentence = text.slice(start, end).trim()
    if (isAbbreviation(sentence, text.slice(end, end + 2))) continue
    sentences.push(sentence)
    start = end
  }
  const last = text.slice(start).trim()
  if (last !== '') sentences.push(last)
  return sentences
}

const isAbbreviation = (sentence: string, after: string): boolean =>
  sentence.endsWith('.') && (ABBREVIATION.test(sentence.slice(-12)) || unicode('^ \\p{Ll}').test(after))
