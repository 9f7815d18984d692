import type { KeyPoint, Shape } from './model.ts'

/** A question as a format's reader found it: before it is cleaned, named and numbered. */
export interface Draft {
  line: number
  section: string | null
  question: string
  answer: string | null
  /** Explicit, without the bank's slug. */
  id?: string | null | undefined
  /** Where the source gives them; else they are taken from the answer. */
  keyPoints?: KeyPoint[] | null
  followUps?: string[]
  budgetMs?: number | null
  shape?: Shape | null
  /** What stands there for them, but is none. */
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

/** A heading, where it stands and what it says. */
export interface NamedLine {
  line: number
  name: string
}

/** What a reader gives: the questions, and the title if the text has one. */
export interface Reading {
  title: string | null
  drafts: Draft[]
  /** Sections that hold no questions. */
  emptySections?: NamedLine[]
  /** Headings that ask as questions do, and were not taken for any. */
  leftOut?: NamedLine[]
  /** The line of the first fence that nothing closes. */
  unclosedFence?: number | null
}

/** A reading with what speaks for it, against other readings of the same text. */
export interface Candidate extends Reading {
  score: number
  /** How sure it is, from 0 to 1. */
  certainty: number
}

/** What a reader is given. */
export interface ImportText {
  /** Repaired. */
  text: string
  /** The name of the file without its ending, if it is known. */
  name: string | null
}
