import type { Clock } from './clock.ts'
import type { Item, Model } from './item.ts'
import type { Attempt, Mode, RehearsalOptions, RehearsalRecord, Score, Skip } from './records.ts'

/** What was measured of an answer before it is scored. */
export interface Take {
  thinkMs: number
  talkMs: number
  typed: string | null
  followUpMs: number | null
}

/** An answer that has at least its committed score. */
export interface Answered {
  /** Index into `items`. */
  at: number
  attempt: Attempt
}

export interface Talk {
  name: 'talk'
  clock: Clock
  thinkMs: number
  /** Lines written so far with `--typed`. */
  typed: string[]
  /** `s` or `q` was pressed once, and the clock paused for it. */
  sure: 's' | 'q' | null
  /** How many cues were given. */
  cues: number
}

export interface FollowUp {
  name: 'follow-up'
  clock: Clock
  take: Take
  /** The answer before it, for an enter too many. */
  back: Talk
  sure: 's' | 'q' | null
}

export interface Review {
  name: 'review'
  answered: Answered
  /** Row of the checklist; the row after the points is the change from last time. */
  cursor: number
  ticked: number[]
  score: Score
  showing: Model['kind']
  /** Which line is read next in plain mode. */
  line: 'points' | 'final'
}

/** Where a rehearsal stands. */
export type Phase =
  | { name: 'think'; clock: Clock }
  | Talk
  | FollowUp
  | { name: 'score'; take: Take; back: Talk | FollowUp }
  | Review
  | { name: 'change'; answered: Answered | null; again: boolean }
  | { name: 'results' }
  | { name: 'over'; next: Next }

/** What the user wants after it: `again` and `mock` start another one. */
export type Next = 'done' | 'quit' | 'again' | 'mock'

/** A rehearsal as one value: everything that is to know of it. */
export interface Rehearsal {
  id: string
  mode: Mode
  options: RehearsalOptions
  cue: 'none' | 'bell' | 'words'
  pid: number
  items: Item[]
  /** Index of the question in hand. */
  at: number
  answered: Answered[]
  /** Indexes into `answered` still to be reviewed, in a debrief; null before it. */
  debrief: number[] | null
  /** The one to take along from a mock. */
  change: string | null
  /** The user hid the talk clock, once for all questions. */
  clockHidden?: boolean
  phase: Phase
}

/** What happens to a rehearsal; `now` is a monotonic time in ms. */
export type Event = { now: number } & (
  | { type: 'key'; key: string }
  /** `pasted`: a line of a longer text, in which nothing is a command. */
  | { type: 'line'; text: string; pasted?: boolean }
  | { type: 'tick' }
  /** The process was suspended for `ms`. */
  | { type: 'away'; ms: number }
  /** The story of the question in review was written. */
  | { type: 'story'; text: string }
  | { type: 'end' }
)

/** What goes to the scrollback, as data. */
export type Passage =
  | { kind: 'question'; item: Item; number: number; of: number }
  | { kind: 'follow-up'; text: string }
  | { kind: 'take'; attempt: Attempt }
  | { kind: 'model'; item: Item; model: Model }
  /** There is nothing to compare with. */
  | { kind: 'no-model'; item: Item }
  /** `answered`: what was saved for good, so that it moved the schedule; null where the review is still to come. */
  | { kind: 'saved'; answered: Answered | null }
  | { kind: 'updated' | 'skipped' | 'time-up' }
  | { kind: 'cue'; leftMs: number }
  | { kind: 'review-of'; item: Item; attempt: Attempt }
  | { kind: 'invalid' | 'help' }
  | { kind: 'debrief' }
  | { kind: 'results' }
  /** Was written, and is in no journal: at least it stays on the screen. */
  | { kind: 'unscored'; text: string }
  /** `open`: it can be taken up again. */
  | { kind: 'stopped'; open: boolean }

/** What the shell has to do. Records with the same `as` are versions of one line of the journal. */
export type Effect =
  | { type: 'print'; passage: Passage }
  | { type: 'record'; as: string; entry: RecordEntry }
  | { type: 'bell' }
  | { type: 'story'; item: Item }

export type RecordEntry =
  | ({ type: 'attempt' } & Attempt)
  | ({ type: 'rehearsal' } & RehearsalRecord)
  | ({ type: 'skip' } & Skip)

export interface Step {
  rehearsal: Rehearsal
  effects: Effect[]
}

export const print = (passage: Passage): Effect => ({ type: 'print', passage })

/** The question in hand. */
export function itemInHand(rehearsal: Rehearsal): Item {
  const { phase } = rehearsal
  const at =
    phase.name === 'review' || phase.name === 'change' ? (phase.answered?.at ?? rehearsal.at) : rehearsal.at
  const item = rehearsal.items[at]
  if (item === undefined) throw new RangeError(`No question ${at} in this rehearsal`)
  return item
}

/** The number a question goes by, and of how many: one that is asked again keeps its own. */
export function numberOf(items: readonly Item[], at: number): { number: number; of: number } {
  const asked = items.map((item) => item.again !== true)
  return { number: asked.slice(0, at + 1).filter(Boolean).length, of: asked.filter(Boolean).length }
}
