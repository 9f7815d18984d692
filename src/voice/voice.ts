/** What is measured of the sound of an answer. */
export interface Voice {
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
