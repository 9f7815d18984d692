import type { Reading } from '../../bank/draft.ts'

/** A reading of a text, with what speaks for it against other readings of the same text. */
export interface ScoredReading extends Reading {
  /** Grows with the number of questions and with how clearly they are marked. */
  score: number
  /** How certain it is that these are questions, from 0 to 1. */
  certainty: number
}
