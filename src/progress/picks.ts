import type { Question } from '../bank/bank.ts'
import { scoreNames } from '../rehearsal/scores.ts'
import { followUpMs } from '../rehearsal/zone.ts'
import { type Progress, progressOf, type QuestionProgress } from './progress.ts'
import { shuffle } from './random.ts'

export interface Pick {
  question: Question
  /** In plain words, such as `due since yesterday`. */
  reason: string
}

export interface PickOptions {
  by: 'due' | 'random' | 'weak' | 'new'
  count: number
  /** Today. */
  day: number
  /** Decides ties, and everything with `by: 'random'`; null: the order of the bank. */
  random: (() => number) | null
  /** Ids that come last, such as those of the last mock. */
  avoid?: readonly string[]
}

type State = 'due' | 'new' | 'weak'

/** A question with what decides its place: by `state`, then `first`, then `second`, the lowest first. */
interface Ranked {
  question: Question
  state: State
  first: number
  second: number
  reason: string
}

/** Which states come first. */
const places: Record<PickOptions['by'], Record<State, number>> = {
  due: { due: 0, new: 1, weak: 2 },
  new: { new: 0, due: 1, weak: 2 },
  weak: { weak: 0, due: 0, new: 1 },
  random: { due: 0, new: 0, weak: 0 },
}

function dueReason(days: number): string {
  if (days === 0) return 'due today'
  return days === 1 ? 'due since yesterday' : `due for ${days} days`
}

/** Of two with the same last score, that one is weaker of which more is forgotten: days passed per day of stability. */
function forgotten({ schedule }: QuestionProgress, day: number): number {
  return schedule ? (day - schedule.lastDay) / schedule.stability : Number.MAX_VALUE
}

function rank(
  question: Question,
  known: QuestionProgress | null,
  by: PickOptions['by'],
  day: number,
): Ranked {
  if (!known) return { question, state: 'new', first: 0, second: 0, reason: 'not rehearsed yet' }
  const { lastScore, schedule } = known
  const reason = `last score ${lastScore}, ${scoreNames[lastScore]}`
  if (by === 'weak' || !schedule || schedule.dueDay > day) {
    return { question, state: 'weak', first: lastScore, second: -forgotten(known, day), reason }
  }
  const { dueDay } = schedule
  return { question, state: 'due', first: dueDay, second: lastScore, reason: dueReason(day - dueDay) }
}

/**
 * Questions to rehearse and why, at most `count`. By `due`: the most overdue, then new ones, then the weakest (lowest last
 * score, most forgotten); by `weak`: the weakest, then new ones; by `new`: new ones, then as by `due`.
 */
export function pick(questions: readonly Question[], progress: Progress, options: PickOptions): Pick[] {
  const { by, count, day, random } = options
  const avoided = new Set(options.avoid)
  const place = places[by]
  const ranked = (random ? shuffle(questions, random) : questions).map((question) =>
    rank(question, progressOf(progress, question.id), by, day),
  )
  return ranked
    .sort((a, b) => {
      const last = Number(avoided.has(a.question.id)) - Number(avoided.has(b.question.id))
      if (last || by === 'random') return last
      return place[a.state] - place[b.state] || a.first - b.first || a.second - b.second
    })
    .slice(0, count)
    .map(({ question, reason }) => ({ question, reason }))
}

/** Minutes that one question takes, not rounded: think time, budget, and 45 s where it has follow-ups. */
export function minutesFor(
  question: { followUps: readonly string[] },
  budgetMs: number,
  thinkMs: number,
): number {
  return (thinkMs + budgetMs + (question.followUps.length > 0 ? followUpMs : 0)) / 60_000
}
