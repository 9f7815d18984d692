import type { PracticeRecord } from '../rehearsal/practice/records.ts'
import type { Attempt, Draft, RehearsalRecord, Score, Skip } from '../rehearsal/records.ts'

export type SettingValue = string | number | boolean | null

/** What is fixed when a plan is made: what it asks for, and κ, see `minutePrice` in `plan.ts`. */
export interface PlanTerms {
  banks: string[]
  kappa: number
  /** Only questions of this section, and with this competency; absent: all. */
  topic?: string
  competency?: string
}

/** A round of interviews that has a name. */
export interface RoundTerms {
  /** The day of the interview, as a date; null: it is over, or was given up. */
  date: string | null
  banks: string[]
  topic: string | null
  competency: string | null
  kappa: number
}

/** A line without its stamp. */
export type Entry =
  | ({ type: 'attempt' } & Attempt)
  | ({ type: 'rehearsal' } & RehearsalRecord)
  | ({ type: 'skip' } & Skip)
  /** A ladder or a sprint: neither scored nor scheduled. */
  | ({ type: 'practice' } & PracticeRecord)
  | ({ type: 'draft' } & Draft)
  /** `text` null: the story was removed. */
  | { type: 'story'; question: string; text: string | null }
  /** `of`: the id of the line taken back. */
  | { type: 'undo'; of: string }
  /** `value` null: back to the default. */
  | { type: 'set'; key: string; value: SettingValue }
  /** What the user's coach said about an attempt, or with null about an answer from elsewhere. */
  | { type: 'coach'; question: string; of: string | null; text: string }
  /** What was heard of a spoken attempt, where the user keeps that. */
  | { type: 'transcript'; question: string; of: string; text: string }
  | { type: 'bank'; slug: string; source: string; state: 'added' | 'removed' }
  | { type: 'reworded'; question: string; slug: string }
  /** How a question landed in an interview on that date, from 1 to 4. */
  | { type: 'landed'; question: string; landed: Score; interview: string }
  /** Something never to say in an interview. */
  | { type: 'never'; text: string; state: 'added' | 'removed' }
  /** A plan was made, for these banks; its date and minutes are settings. */
  | ({ type: 'plan' } & PlanTerms)
  /** A round with a name beside that plan, or instead of it. */
  | ({ type: 'round'; name: string } & RoundTerms)

/** Where a line stands among all lines: they are compared by era, then by moment, in ms since the epoch. */
export type Order = [era: number, moment: number]

/** What every line has: version, UUID, and local time with offset, as `2026-11-23T10:12:33.123+01:00`. */
interface Stamp {
  v: number
  id: string
  at: string
  /** Where its time alone would put it before a line that its device had seen, see `order.ts`. Not checked when read. */
  order?: Order
}

export type Line = Stamp & Entry

export type LineOf<T extends Entry['type']> = Extract<Line, { type: T }>

/** A line with the device whose journal it is in. */
export type MergedLine = Line & { device: string }
