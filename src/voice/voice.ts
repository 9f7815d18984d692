/** What is counted in what the user's own program wrote down of an answer. */
export interface Counted {
  words: number
  /** With all pauses. */
  wordsAMinute: number
  /** There were at least so many: such programs leave most of them out. */
  fillers: number
}

/** What is measured of the sound of an answer, and counted in its transcript, where it has one. */
export interface Voice extends Partial<Counted> {
  /** From the start of the talk time to the first word, in ms; null where nothing was said, or where it is not known. */
  firstMs: number | null
  /** The longest pause between two words, in ms. */
  longestPauseMs: number
  /** How many pauses were longer than two seconds. */
  pauses: number
  /** The share of silence from the first word to the last, from 0 to 1. */
  silence: number
}

/** Whether anybody spoke. */
export const hasSpeech = (voice: Voice): boolean => voice.silence < 1
