import type { PointCoverage } from '../answers/coverage.ts'
import type { Counted, Voice } from '../voice/voice.ts'
import type { Clock } from './clock.ts'
import type { Item, Model } from './item.ts'
import type {
  Attempt,
  Drafted,
  Measured,
  Mode,
  RehearsalOptions,
  RehearsalRecord,
  Score,
  Skip,
} from './records.ts'
import type { Marks } from './shape.ts'

/** An answer that has at least its committed score. */
export interface Answered {
  /** Index into `items`. */
  at: number
  attempt: Attempt
}

export interface Talk {
  name: 'talk'
  clock: Clock
  /** So far: the talk time is still on the clock. */
  measured: Measured
  /** Lines written so far with `--typed`. */
  typed: string[]
  /** Where the parts of the answer after the first one began. */
  marks: Marks
  /** The key that was pressed once and acts when it is pressed again; the clock is paused for it. */
  confirming: 's' | 'q' | null
  /** How many cues were given. */
  cues: number
}

export interface FollowUp {
  name: 'follow-up'
  clock: Clock
  measured: Measured
  /** The answer before it, for when Enter was pressed too early. */
  back: Talk
  confirming: 's' | 'q' | null
}

export interface Review {
  name: 'review'
  answered: Answered
  /** Row of the checklist; the row after the points is the change from last time. */
  cursor: number
  ticked: number[]
  /** The rows that the user ticked or unticked: no proposal changes them. */
  decided: number[]
  /** What was heard of a spoken answer; null where nothing was, or not yet. */
  transcript: string | null
  /** Which points it seems to make, where it is known word for word. Those that are covered were ticked beforehand. */
  coverage: PointCoverage[] | null
  score: Score
  /** How often the next page of the answer was asked for: it goes round, and nothing of it is shown in between. */
  turns: number
  /** Which line is read next in plain mode. */
  line: 'points' | 'final'
}

/** Where a rehearsal stands. */
export type Phase =
  | { name: 'think'; clock: Clock }
  | Talk
  | FollowUp
  | { name: 'score'; measured: Measured; back: Talk | FollowUp }
  | Review
  /**
   * `answered` null: the change for a whole mock. `again`: the question is to be asked once more. `typed`: what was typed of it
   * before the rehearsal was taken up.
   */
  | { name: 'change'; answered: Answered | null; again: boolean; typed: string }
  | { name: 'results' }
  | { name: 'over'; next: Next }

/** What the user wants after it: `again` (the weakest question) and `mock` start another rehearsal. */
export type Next = 'done' | 'quit' | 'again' | 'mock'

/** A rehearsal as one value. */
export interface Rehearsal {
  id: string
  mode: Mode
  options: RehearsalOptions
  cue: 'none' | 'bell' | 'words'
  pid: number
  processMark?: string | undefined
  items: Item[]
  /** Index of the question asked last; before anything was asked, of the one to begin with. */
  at: number
  answered: Answered[]
  /** Indexes into `answered` of the reviews still to come in a debrief; null before it. */
  debrief: number[] | null
  /** The one change noted at the end of a mock. */
  change: string | null
  /** What was typed and not given when it was left; null once it is on the screen again. */
  draft?: Drafted | null
  /** The user has a coach to ask. */
  hasCoach?: boolean
  /** The user hid the talk clock, once for all questions. */
  clockHidden?: boolean
  /** Answers are recorded, and the recordings kept. */
  keepsTakes?: boolean
  phase: Phase
}

/** What happens in a rehearsal; `now` is a monotonic time in ms. */
export type Event = { now: number } & (
  | { type: 'key'; key: string }
  | { type: 'line'; text: string }
  /** What was written of an answer so far, made safe. */
  | { type: 'written'; lines: string[] }
  /** A written answer was held against the points. */
  | { type: 'compared'; coverage: PointCoverage[]; rows: number[] }
  | { type: 'tick' }
  /** The process was suspended for `ms`. */
  | { type: 'away'; ms: number }
  /** The answer that is being scored was recorded, and measured. */
  | { type: 'voice'; voice: Voice }
  /** The answer in review was transcribed. `counted`: what that adds to what was measured of its sound. */
  | { type: 'transcript'; text: string; counted: Counted; coverage: PointCoverage[] }
  /** A story was written, for the question in review or for the weakest one. */
  | { type: 'story'; text: string }
  /** The end of input. */
  | { type: 'end' }
)

/** What goes to the scrollback, as data. */
export type Passage =
  | { kind: 'question'; item: Item; number: number; of: number }
  | { kind: 'follow-up'; text: string }
  | { kind: 'scored'; attempt: Attempt }
  | { kind: 'model'; item: Item; model: Model }
  /** There is nothing to compare the answer with. */
  | { kind: 'no-model'; item: Item }
  /** `answered`: what was saved for good and moved the schedule; null while its review is still to come. */
  | { kind: 'saved'; answered: Answered | null }
  | { kind: 'updated' | 'skipped' | 'time-up' | 'story-saved' }
  | { kind: 'cue'; leftMs: number }
  | { kind: 'review-of'; item: Item; attempt: Attempt }
  | { kind: 'invalid' | 'help' }
  | { kind: 'debrief' }
  | { kind: 'results' }
  /** What was heard of an answer. */
  | { kind: 'transcript'; text: string; voice: Voice }
  /** In plain mode, the points once more, with what is new of them. */
  | { kind: 'points'; item: Item }
  /** Something that is said beside the rehearsal. */
  | { kind: 'remark'; text: string }
  /** What was written and has no score: it stays on the screen. */
  | { kind: 'unscored'; text: string }
  /** What was written before the rehearsal was taken up. */
  | { kind: 'written-so-far'; text: string }
  /** `open`: the rehearsal can be taken up again. */
  | { kind: 'stopped'; open: boolean }

/** What the shell has to do. Records with the same `as` are versions of one line of the journal. */
export type Effect =
  | { type: 'print'; passage: Passage }
  | { type: 'record'; as: string; entry: RecordEntry }
  | { type: 'draft'; draft: Drafted }
  | { type: 'bell' }
  | { type: 'story'; item: Item }
  /** An answer is to be held against the points; what is covered in these rows is ticked then. `isSpoken`: it was transcribed. */
  | { type: 'compare'; item: Item; text: string; rows: number[]; isSpoken: boolean }
  /** What was heard of an answer, to be kept if the user wants that. `as`: the name of the record of the answer. */
  | { type: 'keep-transcript'; question: string; text: string; as: string }
  /** The user wants to hear what their coach says about their answer. `as`: the name of the record of the answer. */
  | { type: 'coach'; item: Item; text: string; as: string }
  /** Plays the recording of an answer; `older`: the one before it of the same question. */
  | { type: 'listen'; index: number; older: boolean }

export type RecordEntry =
  | ({ type: 'attempt' } & Attempt)
  | ({ type: 'rehearsal' } & RehearsalRecord)
  | ({ type: 'skip' } & Skip)

export interface Step {
  rehearsal: Rehearsal
  effects: Effect[]
}

/** Index of the question in hand: the one that is asked or, in a review, the one that is reviewed. */
export const indexInHand = ({ phase, at }: Rehearsal): number =>
  phase.name === 'review' || phase.name === 'change' ? (phase.answered?.at ?? at) : at

export const itemInHand = (rehearsal: Rehearsal): Item => itemAt(rehearsal, indexInHand(rehearsal))

/** Throws a RangeError where there is no such question. */
export function itemAt({ items }: Rehearsal, at: number): Item {
  const item = items[at]
  if (item === undefined) throw new RangeError(`No question ${at} in this rehearsal`)
  return item
}

/** The number of a question, and how many there are. One that is asked again keeps its number. */
export function numberOf(items: readonly Item[], at: number): { number: number; of: number } {
  const isFirst = items.map((item) => item.again !== true)
  return { number: isFirst.slice(0, at + 1).filter(Boolean).length, of: isFirst.filter(Boolean).length }
}

/** Gives the question at `at` a story, and all that had the same one before; a blank one takes the story away. */
export function withStory(rehearsal: Rehearsal, at: number, text: string): Rehearsal {
  const { question, story: before = null } = rehearsal.items[at] ?? {}
  const story = text.trim() === '' ? null : text
  const isShared = (item: Item): boolean => before !== null && item.story === before
  const items = rehearsal.items.map((item) =>
    item.question.id === question?.id || isShared(item) ? { ...item, story } : item,
  )
  return { ...rehearsal, items }
}
