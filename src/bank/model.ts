/** One thing that a good answer says. `label` is short enough for a checklist. Both are plain text. */
export interface KeyPoint {
  text: string
  label: string
  /** What stands below it, where it is a heading of a story: an answer that has this makes the point too. Plain text. */
  below?: string
}

/** How an answer is built: Situation-Task-Action-Result, Context-Action-Result, or freely. */
export type Shape = 'star' | 'car' | 'none'

/** A question of a bank. Its texts are markdown that went through `safe()`. */
export interface Question {
  /** `bank-slug/question-slug`. It stays the same when the wording changes. */
  id: string
  /** Position in the bank, from 1. */
  number: number
  section: string | null
  question: string
  answer: string | null
  keyPoints: KeyPoint[]
  followUps: string[]
  /** Other wordings of it, as markdown; absent where the source gives none. */
  alsoAskedAs?: string[]
  /** One line on what a weak answer does; absent where the source has none. */
  weakAnswer?: string
  /** What the question looks for, in lower case, as `conflict`; absent where the source does not say. */
  competencies?: string[]
  budgetMs: number | null
  shape: Shape | null
  /** Where it starts in its source, from 1. */
  line: number
}

/** What a list of a bank's questions needs to know of each. */
export type Listed = Pick<Question, 'id' | 'number' | 'section'>

/** What is in a bank. Whole questions are read only when they are needed: a rehearsal asks three of 100,000. */
export interface Contents {
  slug: string
  /** What its copy was made from; null where it has none. */
  copy: { source: string; stamp: string | null } | null
  questions: readonly Listed[]
  /** The whole questions for some of the list, in the order given. */
  read(listed: readonly Listed[]): Promise<Question[]>
}

export type WarningCode =
  | 'mojibake'
  | 'lost-amount'
  | 'no-answer'
  | 'duplicate'
  | 'empty-section'
  | 'not-understood'
  | 'unclosed-fence'
  | 'too-long'
  | 'control-characters'
  | 'not-utf8'
  | 'no-questions'
  | 'unreadable'

export interface Warning {
  severity: 'error' | 'warning'
  /** The name of the file, where the source has several. */
  file?: string
  /** From 1; null where it concerns the whole source. */
  line: number | null
  code: WarningCode
  /** One sentence that says what is wrong, and one that says what to do. */
  message: string
}

/** Why lines of a source are in no question, answer, section or metadata. */
export type SkipReason =
  | 'question-like'
  | 'questions-to-ask'
  | 'empty-section'
  | 'beyond-header'
  | 'part-of-line'
  | 'unused-field'
  | 'table-of-contents'
  | 'links'
  | 'picture'
  | 'licence'
  | 'before-first-question'
  | 'other-text'

/** Lines of a source that are not in its bank. */
export interface Skipped {
  /** The name of the file, where the source has several. */
  file?: string
  /** The first and the last line, from 1. */
  line: number
  to: number
  reason: SkipReason
  /** The first words, as plain text. */
  text: string
}

/** A set of questions from one source. */
export interface Bank {
  slug: string
  title: string
  questions: Question[]
  /** Questions for the interviewers, as plain text, which are never rehearsed; absent where there are none. */
  toAsk?: string[]
  warnings: Warning[]
}
