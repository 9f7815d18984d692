import type { Score } from '../rehearsal/records.ts'

/** One question; one that vanished from its bank has null for number, section and question. */
export interface QuestionStatistics {
  id: string
  number: number | null
  section: string | null
  question: string | null
  attempts: number
  lastScore: Score | null
  meanScore: number | null
  meanTalkMs: number | null
  /** The budget of the last attempt, else the question's own. */
  budgetMs: number | null
  /** Mean of committed minus final score over final attempts: above 0 is overrated. */
  calibration: number | null
  ready: boolean
}

/** One section of one bank. */
export interface SectionStatistics {
  bank: string
  section: string | null
  questions: number
  /** How many of them were attempted, and how many are ready. */
  attempted: number
  ready: number
  attempts: number
  meanScore: number | null
  meanTalkMs: number | null
}

/** What `stats --json` prints. Means have at most two decimals, times are whole ms, absent values null. */
export interface Statistics {
  /** All attempts, those of vanished questions and `--extra` ones too. */
  attempts: number
  /** Of `total` questions in the banks, how many were attempted, and how many are ready. */
  questions: { total: number; attempted: number; ready: number }
  /** Days with an attempt, as dates, the oldest first. */
  daysPractised: { count: number; dates: string[] }
  /** Scores over time: one entry for each day practised. */
  byDay: { date: string; attempts: number; meanScore: number | null }[]
  /** Times of the first and the last attempt. */
  firstAt: string | null
  lastAt: string | null
  meanScore: number | null
  /** Committed minus final score over the `attempts` that are final: above 0 is overrated. */
  calibration: { mean: number | null; attempts: number }
  /** Talk time against budget, in attempts by zone; those in which nothing was said are left out. `meanRatio` 1 is in time. */
  time: { short: number; onTime: number; wrapUp: number; over: number; meanRatio: number | null }
  bySection: SectionStatistics[]
  /** All questions of the banks in their order, then those that vanished. */
  byQuestion: QuestionStatistics[]
  /** The attempted questions with the lowest last score, then the lowest mean; five at most. */
  weakest: QuestionStatistics[]
}
