import type { Voice } from '../voice/voice.ts'
import type { Shaped } from './shape.ts'

/** The four grades, the same as FSRS Again, Hard, Good and Easy. */
export type Score = 1 | 2 | 3 | 4

/** A drill gives feedback after each question, a mock only in the debrief. */
export type Mode = 'drill' | 'mock'

/** What is measured of an answer before it is scored. Times in ms. */
export interface Measured {
  thinkMs: number
  talkMs: number
  /** The answer as written with `--typed`. */
  typed: string | null
  followUp: { text: string; talkMs: number } | null
  /** How long each part took, where the user marked them. */
  shape?: Shaped
  /** What was measured of its sound, where it was recorded. */
  voice?: Voice
}

/** What the review adds to an answer. */
export interface Reviewed {
  /** The review is done: until then nothing was made, and `score` is the committed one. */
  final: boolean
  /** Whose points were ticked. */
  points: 'answer' | 'story'
  /** The texts of the key points made, and how many points there were in all. */
  made: string[]
  of: number
  /** Whether the change from last time was made; null where there was none, or it was not asked about. */
  changeMade: boolean | null
  /** What to do differently next time. */
  change: string | null
  /** What the review is still to ask for. */
  pending?: 'change'
}

/** Whether something of an answer is still to be asked for. */
export const isOpen = ({ final, pending }: Reviewed): boolean => !final || pending !== undefined

/** One question answered once. Times in ms. */
export interface Attempt extends Measured, Reviewed {
  rehearsal: string
  mode: Mode
  /** Id of the question. */
  question: string
  budgetMs: number
  /** Given before the answer was shown. */
  committed: Score
  score: Score
  /** Recorded, but without effect on the schedule. */
  extra: boolean
}

/** What a rehearsal was started with: enough to take it up again. Times in ms. */
export interface RehearsalOptions {
  bank: string
  thinkMs: number
  /** `--talk`, which overrides the budgets of the questions. */
  talkMs: number | null
  typed: boolean
  extra: boolean
  strict: boolean
  followUps: boolean
}

/** The start or the end of a rehearsal; the two lines share one id. */
export interface RehearsalRecord {
  state: 'start' | 'end'
  mode: Mode
  /** Ids, in the order asked. */
  questions: string[]
  options: RehearsalOptions
  pid: number
  /** What tells that process from others with its id. */
  processMark?: string | undefined
  /** The one change noted at the end of a mock. */
  change: string | null
}

/** What was typed and not given yet: an answer without a score, or a change without its Enter. Times in ms. */
export interface Draft {
  rehearsal: string
  /** Id of the line that it is going to be part of: an attempt, or the rehearsal for the change of a whole mock. */
  of: string
  what: 'answer' | 'change'
  /** Id of the question; null for the change of a whole mock. */
  question: string | null
  /** Null: it was given up. */
  text: string | null
  thinkMs: number
  talkMs: number
}

/** A draft as the rehearsal knows it: `as` is the name of the record that it will be part of. */
export type Drafted = Omit<Draft, 'rehearsal' | 'of'> & { as: string }

export interface Skip {
  rehearsal: string
  question: string
}
