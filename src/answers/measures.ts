import { isWord } from '../text/plain-text.ts'

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

/** Interviewers are followed best at 130 to 160 words a minute. */
export const wordsAMinute = 145

// `like` is not among them: it is a word of its own far too often
const filler = /(?<!\p{L})(?:u+m+|u+h+|e+r+m+|hm+|mhm|äh+m?|you know|i mean)(?!\p{L})/giu
const i = /(?<!\p{L})(?:i|me|my|mine|myself)(?!\p{L})/giu
const we = /(?<!\p{L})(?:we|us|our|ours|ourselves)(?!\p{L})/giu
const figure =
  /\d+(?:[.,]\d+)*|(?<!\p{L})(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}{3,5}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|billion|half|third|quarter|doubled|tripled|halved)(?!\p{L})/giu

/** Counts what an answer in English has, as plain text; in other languages only words, time and digits mean much. */
export function measuresOf(text: string): Measures {
  const countOf = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  const words = text.split(/\s+/).filter(isWord).length
  return {
    words,
    spokenMs: Math.round((words / wordsAMinute) * 60_000),
    fillers: countOf(filler),
    firstPerson: { i: countOf(i), we: countOf(we) },
    figures: countOf(figure),
  }
}
