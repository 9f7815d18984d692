import { unicode } from '../text/unicode.ts'
import { spokenMsOf, wordsIn } from './length.ts'

/** What can be counted in an answer without judging it. */
export interface Measures {
  words: number
  /** How long it takes to say. */
  spokenMs: number
  /** How often it has an `um`, `uh`, `you know` and the like. */
  fillers: number
  /** How often it says I, me, my, and how often we, us, our. */
  firstPerson: { i: number; we: number }
  /** How many figures it names, in digits or in words. */
  figures: number
}

// `like` is not among them: it is a word of its own far too often
const filler = 'u+m+|u+h+|e+r+m+|hm+|mhm|äh+m?|you know|i mean'
const i = 'i|me|my|mine|myself'
const we = 'we|us|our|ours|ourselves'
const inWords =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\p{L}{3,5}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|billion|half|third|quarter|doubled|tripled|halved'

/** One of these, and not as a part of a longer word. */
const word = (words: string): string => `(?<!\\p{L})(?:${words})(?!\\p{L})`

/** Counts what an answer in English has, as plain text; in other languages only words, time and digits mean much. */
export function measuresOf(text: string): Measures {
  const countOf = (pattern: string): number => text.match(unicode(pattern, 'giu'))?.length ?? 0
  const words = wordsIn(text)
  return {
    words,
    spokenMs: spokenMsOf(words),
    fillers: countOf(word(filler)),
    firstPerson: { i: countOf(word(i)), we: countOf(word(we)) },
    figures: countOf(`\\d+(?:[.,]\\d+)*|${word(inWords)}`),
  }
}
