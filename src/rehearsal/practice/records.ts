/** One go at the same answer. `cut`: what was left out of it this time, in the user's words. Times in ms. */
export interface Round {
  budgetMs: number
  talkMs: number
  cut: string | null
}

/** A story named and its first line said: after how many ms, and what was written of it, if anything. */
export interface FirstLine {
  question: string
  ms: number
  line: string | null
  /** Nothing came, or not in time. */
  froze: boolean
}

/** A practice form: recorded, but neither scored nor scheduled. */
export type PracticeRecord =
  | { mode: 'ladder'; question: string; rounds: Round[] }
  /** A question on which the user froze is asked once more, and so has two answers. */
  | { mode: 'sprint'; answers: FirstLine[] }
