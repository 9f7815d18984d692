import type { Mode, RehearsalOptions, Score } from '../rehearsal/records.ts'
import type { PlanTerms, SettingValue } from './journal.ts'
import { emptyTally, type QuestionTally, type Tallies } from './tallies.ts'

/** What FSRS knows of a question. Days are counted from 1970-01-01 local, see `dayOf`. */
export interface Schedule {
  stability: number
  difficulty: number
  reps: number
  lapses: number
  lastDay: number
  dueDay: number
}

/** What is known of one question: all that screens, lists and picks need. */
export interface QuestionProgress extends QuestionTally {
  /** On how many days it was rehearsed. */
  days: number
  lastDay: number
  lastAt: string
  lastScore: Score
  lastTalkMs: number
  lastBudgetMs: number
  /** The change noted last. */
  change: string | null
  /** Follow-ups asked so far, the one asked longest ago first. */
  followUps: string[]
  /** Null while every attempt was `extra`. */
  schedule: Schedule | null
}

/** A rehearsal that has a scored answer and no end. */
export interface Unfinished {
  id: string
  at: string
  device: string
  pid: number
  processMark?: string | undefined
  mode: Mode
  questions: string[]
  options: RehearsalOptions
  /** Ids of the questions that were scored or skipped. */
  done: string[]
}

/** The summary derived from the journals: a fold over all of their lines. */
export interface Progress extends Tallies {
  /** The bytes of each journal that it was made from, by device. */
  journals: Record<string, number>
  /** How many lines of the journals have a later version than this greenroom writes, understood or not. */
  newerLines: number
  attempts: number
  /** Every attempted question, by id. */
  questions: ReadonlyMap<string, QuestionProgress>
  /** By id of the question. */
  stories: Record<string, string>
  settings: Record<string, SettingValue>
  /** The sources of the added banks, by slug. */
  banks: Record<string, string>
  /** The ids that reworded questions keep, by the id that their new wording would have. */
  reworded: Record<string, string>
  /** The change noted last, of a drill or a mock. */
  change: string | null
  /** The ids of the questions asked in the last mock with a scored answer, and its day. */
  lastMock: string[]
  lastMockDay: number | null
  /** The plan made last. */
  plan: PlanTerms | null
  /** Oldest first. */
  unfinished: Unfinished[]
}

export const noProgress: Progress = {
  journals: {},
  newerLines: 0,
  attempts: 0,
  total: emptyTally(),
  byBank: {},
  questions: new Map(),
  stories: {},
  settings: {},
  banks: {},
  reworded: {},
  change: null,
  lastMock: [],
  lastMockDay: null,
  plan: null,
  unfinished: [],
}

/** What is known of a question; null before its first attempt. */
export function progressOf(progress: Progress, id: string): QuestionProgress | null {
  return progress.questions.get(id) ?? null
}
