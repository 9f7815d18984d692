import type { Reading } from '../../bank/draft.ts'

/** A reading of a text, with a score to compare it with other readings of the same text. */
export interface ScoredReading extends Reading {
  /** Grows with the number of questions and with how clearly they are marked. */
  score: number
  /** How certain it is that these are questions, from 0 to 1. */
  certainty: number
}
