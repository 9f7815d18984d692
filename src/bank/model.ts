/** One thing that a good answer says; `label` is short enough for a checklist. Both are plain text. */
export interface KeyPoint {
  text: string
  label: string
}

/** How an answer is built: Situation-Task-Action-Result, Context-Action-Result, or freely. */
export type Shape = 'star' | 'car' | 'none'

/** What is asked. `question`, `answer` and `followUps` are markdown that went through `safe()`. */
export interface Question {
  /** `bank-slug/question-slug`; it stays when the wording changes. */
  id: string
  /** Position in the bank, from 1. */
  number: number
  section: string | null
  question: string
  answer: string | null
  keyPoints: KeyPoint[]
  followUps: string[]
  budgetMs: number | null
  shape: Shape | null
  /** Where it starts in its source, from 1. */
  line: number
}

/** A question as its bank lists it. */
export type Listed = Pick<Question, 'id' | 'number' | 'section'>

/** What is in a bank. The questions themselves are read when they are needed: of 100,000 one asks three. */
export interface Contents {
  slug: string
  questions: readonly Listed[]
  /** The questions of the list that are named, in their order. */
  read(listed: readonly Listed[]): Question[]
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
  /** From 1; null where it is about the whole file. */
  line: number | null
  code: WarningCode
  /** A sentence saying what, and one saying what to do. */
  message: string
}

/** A set of questions from one source. */
export interface Bank {
  slug: string
  title: string
  questions: Question[]
  warnings: Warning[]
}
