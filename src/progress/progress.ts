import type { Mode, RehearsalOptions, Score } from '../rehearsal/records.ts'
import type { PlanTerms, RoundTerms, SettingValue } from './journal.ts'
import type { Latest } from './order.ts'
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
  /** On how many days it was rehearsed, and the last of them; 0 where no clock was right. */
  days: number
  lastDay: number
  lastAt: string
  lastScore: Score
  /** The last scores as digits, the oldest first: `2334`. */
  recent: string
  /** Of the last answer that was not written; 0 where all were. */
  lastTalkMs: number
  lastBudgetMs: number
  /** The change noted last. */
  change: string | null
  /** Follow-ups asked so far, the one asked longest ago first. */
  followUps: string[]
  /** Null while every attempt was `extra`. */
  schedule: Schedule | null
  /** When it is due: as the schedule says, or sooner where a worse answer followed on the same day. */
  dueDay: number | null
}

/**
 * What was known on the morning of the latest day with an attempt or a story, of the questions that these are of: the list
 * of a day is made from what was known on its morning, so that it does not change while it is worked through.
 */
export interface Morning {
  day: number
  /** By id; null for a question that had not been attempted. */
  questions: [id: string, QuestionProgress | null][]
  /** By id of the question; null where there was none. */
  stories: Record<string, string | null>
}

/** How many scores are known one by one. */
export const recentScores = 5

/** How a question landed in an interview, from 1 to 4; `at` is when that was noted. */
export interface Landed {
  landed: Score
  /** As a date. */
  interview: string
  at: string
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
  /** Something is still to be asked for: what was typed has no score, or a score has no review. */
  pending: boolean
}

/** The summary derived from the journals: a fold over all of their lines. */
export interface Progress extends Tallies {
  /** The bytes of each journal that it was made from, by device. */
  journals: Record<string, number>
  /** How many lines of the journals have a later version than this greenroom writes, understood or not. */
  newerLines: number
  /** Where the last line stands, null where there is none: what is appended comes after it. */
  latest: Latest | null
  /** This holds on the days from `from` on and before `until`, null: on all. On others, other attempts are in the future. */
  holds: { from: number | null; until: number | null }
  attempts: number
  /** Every attempted question, by id. */
  questions: ReadonlyMap<string, QuestionProgress>
  morning: Morning
  /** By id of the question. */
  stories: Record<string, string>
  /** How questions landed in the last interview in which they came up, by their ids. */
  landed: Record<string, Landed>
  /** What the user never wants to say in an interview, in the order in which it was noted. */
  never: string[]
  settings: Record<string, SettingValue>
  /** The sources of the added banks, by slug. */
  banks: Record<string, string>
  /** The ids that reworded questions keep, by the id that their new wording would have. */
  reworded: Record<string, string>
  /** The change noted last in each bank, in a drill or after a mock; the one noted last of all comes last. */
  changes: [bank: string, change: string][]
  /** The ids of the questions asked in the last mock with a scored answer, and its day. */
  lastMock: string[]
  lastMockDay: number | null
  /** The plan made last. */
  plan: PlanTerms | null
  /** The rounds with a name that are not set aside, by that name. */
  rounds: Record<string, RoundTerms & { date: string }>
  /** Oldest first. */
  unfinished: Unfinished[]
}

export const noProgress: Progress = {
  journals: {},
  newerLines: 0,
  latest: null,
  holds: { from: null, until: null },
  attempts: 0,
  total: emptyTally(),
  byBank: {},
  questions: new Map(),
  morning: { day: Number.MIN_SAFE_INTEGER, questions: [], stories: {} },
  stories: {},
  landed: {},
  never: [],
  settings: {},
  banks: {},
  reworded: {},
  changes: [],
  lastMock: [],
  lastMockDay: null,
  plan: null,
  rounds: {},
  unfinished: [],
}

/** Ids of the questions of which something was not known yet on the morning of a day. */
export const changedSinceMorningOf = (day: number, { morning }: Pick<Progress, 'morning'>): string[] =>
  morning.day === day ? [...morning.questions.map(([id]) => id), ...Object.keys(morning.stories)] : []

/** Progress as it was on the morning of a day, as far as a list of questions needs it. */
export function onMorningOf(day: number, progress: Progress): Pick<Progress, 'questions' | 'stories'> {
  const { morning, questions, stories } = progress
  if (morning.day !== day) return { questions, stories }
  const then = new Map(questions)
  for (const [id, known] of morning.questions) {
    if (known === null) then.delete(id)
    else then.set(id, known)
  }
  const written = Object.entries({ ...stories, ...morning.stories }).filter(([, text]) => text !== null)
  return { questions: then, stories: Object.fromEntries(written) as Progress['stories'] }
}

/** What is known of a question; null before its first attempt. */
export function progressOf(progress: Pick<Progress, 'questions'>, id: string): QuestionProgress | null {
  return progress.questions.get(id) ?? null
}

/** The user's own story of a question; null where none is written. Ids come from elsewhere too, such as `constructor`. */
export const writtenFor = ({ stories }: Pick<Progress, 'stories'>, id: string): string | null =>
  Object.hasOwn(stories, id) ? (stories[id] ?? null) : null

/** How a question landed in the last interview in which it came up; null where it did not. */
export const landedOf = ({ landed }: Pick<Progress, 'landed'>, id: string): Landed | null =>
  Object.hasOwn(landed, id) ? (landed[id] ?? null) : null

/** The day that FSRS says, by the id of a question; null for a new one. */
export const dueDayOf =
  (progress: Progress) =>
  (id: string): number | null =>
    progressOf(progress, id)?.dueDay ?? null
