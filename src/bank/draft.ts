import type { KeyPoint, Shape, Warning } from './model.ts'

/** A question as a reader finds it in a text, before the bank cleans it, gives it an id and a number. */
export interface Draft {
  /** Where it starts, from 1. */
  line: number
  section: string | null
  question: string
  answer: string | null
  /** An id written in the source, without the bank's slug. */
  id?: string | null | undefined
  /** Null where the source gives none: then they are taken from the answer. */
  keyPoints?: KeyPoint[] | null
  followUps?: string[]
  alsoAskedAs?: string[]
  weakAnswer?: string
  competencies?: string[]
  budgetMs?: number | null
  shape?: Shape | null
  /** Values for the budget or the shape that make no sense. */
  ignored?: Ignored[]
  /** Whether the question is clean already. */
  verbatim?: boolean
}

/** A value that is not understood, as it is written. */
export interface Ignored {
  line: number
  of: 'time' | 'shape'
  text: string
}

/** A heading, by its line and its name. */
export interface NamedLine {
  line: number
  name: string
}

/** A column of a table by its name, and what it was taken for: `question`, `answer`, `not used`. */
export interface ColumnUse {
  name: string
  use: string
}

/** What a reader finds in a text. */
export interface Reading {
  /** Null where the text has no title. */
  title: string | null
  drafts: Draft[]
  /** Sections without questions. */
  emptySections?: NamedLine[]
  /** Headings that read like questions, but are not among them. */
  leftOut?: NamedLine[]
  /** Lines within answers that read like questions. */
  withinAnswers?: NamedLine[]
  /** Lines within answers that stand as questions do, but may be either. */
  undecided?: NamedLine[]
  /** The line of the first fence that is never closed. */
  unclosedFence?: number | null
  /** Of a table, in order. */
  columns?: ColumnUse[]
  /** Of what the reader alone can know. */
  warnings?: Warning[]
}
