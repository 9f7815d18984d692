import type { Clock } from '../clock.ts'
import type { Item } from '../item.ts'
import type { PracticeRecord } from './records.ts'

/** `warm-up`: one question before a mock, which leaves no trace. */
export type PracticeMode = 'ladder' | 'sprint' | 'warm-up'

/** One go that is over. `isSaid` false: nothing came. `text`: what was cut, or the first line as it was written. */
export interface Gone {
  item: Item
  ms: number
  isSaid: boolean
  text: string | null
}

export interface Going {
  name: 'go'
  clock: Clock
  /** The key that was pressed once and acts when it is pressed again; the clock is paused for it. */
  confirming: 's' | 'q' | null
}

export type PracticePhase =
  /** Waits for the user to start. */
  | { name: 'ready' }
  | Going
  /** Asks what was cut. */
  | { name: 'cut' }
  | { name: 'over'; isQuit: boolean }

/** A practice form as one value. */
export interface Practice {
  mode: PracticeMode
  /** One for each go, with its budget; in a ladder they all have the same question. */
  items: Item[]
  at: number
  gone: Gone[]
  /** How many of them come first because the user froze on them last time. */
  comingBack?: number
  /** A go ends at its budget. */
  strict: boolean
  /** First lines are written instead of said. */
  typed: boolean
  phase: PracticePhase
}

/** What goes to the scrollback, as data. */
export type PracticePassage =
  | { kind: 'intro' }
  /** A go begins, or waits to be begun. */
  | { kind: 'go'; item: Item; number: number; of: number }
  | { kind: 'gone'; gone: Gone }
  /** What there is to say, from which the shorter answers have to choose. */
  | { kind: 'points'; item: Item }
  /** So many freezes come back now. */
  | { kind: 'once-more'; freezes: number }
  | { kind: 'time-up' | 'skipped' | 'invalid' | 'help' | 'results' }

export type PracticeEffect =
  | { type: 'print'; passage: PracticePassage }
  /** The whole of it so far: a new version of the one line of this practice. */
  | { type: 'record'; entry: { type: 'practice' } & PracticeRecord }

export interface PracticeStep {
  practice: Practice
  effects: PracticeEffect[]
}

/** The budgets of a ladder, in ms. */
export const ladderMs: readonly number[] = [180_000, 90_000, 60_000, 30_000]

/** How long a sprint gives for each question, in ms, and how many questions it asks. */
export const sprintMs = 10_000
export const sprintCount = 10

/** How far over its budget a time is, in ms. Clocks show whole seconds, and only those count. */
export const overBy = (ms: number, budgetMs: number): number =>
  Math.max(0, Math.floor(ms / 1000) * 1000 - budgetMs)

/** Nothing came, or not in time. */
export const isFreeze = ({ isSaid, ms, item }: Gone): boolean => !isSaid || overBy(ms, item.budgetMs) > 0

/** Throws a RangeError where there is none. */
export function itemInGo({ items, at }: Practice): Item {
  const item = items[at]
  if (item === undefined) throw new RangeError(`No go ${at} in this practice`)
  return item
}
