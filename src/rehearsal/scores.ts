import type { Score } from './records.ts'

export const scoreNames: Record<Score, string> = { 1: 'blanked', 2: 'shaky', 3: 'solid', 4: 'nailed it' }

export const scoreMeanings: Record<Score, string> = {
  1: 'had nothing to say',
  2: 'got there, with gaps or rambling',
  3: 'the main points, in order, in time',
  4: 'would say it like this on the day',
}

export const allScores: readonly Score[] = [1, 2, 3, 4]
