import type { Question } from '../bank/model.ts'
import { scoreNames } from '../rehearsal/scores.ts'
import { type Progress, progressOf, type QuestionProgress } from './progress.ts'
import { shuffle } from './random.ts'

interface Named {
  id: string
}

export interface Picked<Q extends Named = Question> {
  question: Q
  /** In plain words, such as `due since yesterday`. */
  reason: string
}

export interface PickOptions {
  by: 'due' | 'random' | 'weak' | 'new'
  count: number
  /** Today. */
  day: number
  /** Decides ties, and everything with `by: 'random'`. Null: the order of the bank does. */
  random: (() => number) | null
  /** Ids of questions to pick last, such as those of the last mock. */
  avoid?: readonly string[]
}

type State = 'due' | 'new' | 'weak'

/** A question with what it is sorted by: `state`, then `first`, then `second`, the lowest first. */
interface Ranked<Q extends Named> {
  question: Q
  isAvoided: boolean
  state: State
  first: number
  second: number
}

/** The order of the states. */
const places: Record<PickOptions['by'], Record<State, number>> = {
  due: { due: 0, new: 1, weak: 2 },
  new: { new: 0, due: 1, weak: 2 },
  weak: { weak: 0, due: 0, new: 1 },
  random: { due: 0, new: 0, weak: 0 },
}

/** How much of a question is forgotten: days passed per day of stability. Of two equal scores it shows the weaker. */
function forgotten({ schedule }: QuestionProgress, day: number): number {
  return schedule ? (day - schedule.lastDay) / schedule.stability : Number.MAX_VALUE
}

function rank<Q extends Named>(
  question: Q,
  known: QuestionProgress | null,
  isAvoided: boolean,
  by: PickOptions['by'],
  day: number,
): Ranked<Q> {
  if (!known) return { question, isAvoided, state: 'new', first: 0, second: 0 }
  const { lastScore, dueDay } = known
  if (by === 'weak' || dueDay === null || dueDay > day) {
    return { question, isAvoided, state: 'weak', first: lastScore, second: -forgotten(known, day) }
  }
  return { question, isAvoided, state: 'due', first: dueDay, second: lastScore }
}

function reasonOf({ question, state, first }: Ranked<Named>, progress: Progress, day: number): string {
  const known = progressOf(progress, question.id)
  if (known === null) return 'not rehearsed yet'
  if (state === 'weak') return `last score ${known.lastScore}, ${scoreNames[known.lastScore]}`
  if (first === day) return 'due today'
  return first === day - 1 ? 'due since yesterday' : `due for ${day - first} days`
}

/**
 * At most `count` questions to rehearse, and why. By `due`: the most overdue, then new ones, then the weakest (lowest last
 * score, most forgotten); by `weak`: the weakest, then new ones; by `new`: new ones, then as by `due`.
 */
export function pick<Q extends Named>(
  questions: readonly Q[],
  progress: Progress,
  options: PickOptions,
): Picked<Q>[] {
  const { by, count, day, random } = options
  const avoided = new Set(options.avoid)
  const place = places[by]
  const ranked = (question: Q): Ranked<Q> => {
    const { id } = question
    return rank(question, progressOf(progress, id), avoided.has(id), by, day)
  }
  const inOrder = (a: Ranked<Q>, b: Ranked<Q>): number => {
    if (a.isAvoided !== b.isAvoided) return a.isAvoided ? 1 : -1
    if (by === 'random') return 0
    return place[a.state] - place[b.state] || a.first - b.first || a.second - b.second
  }
  const candidates = random ? shuffle(questions, random) : questions
  return firstOf(candidates, count, ranked, inOrder).map((each) => ({
    question: each.question,
    reason: reasonOf(each, progress, day),
  }))
}

/** The first `count` items in order, equals as they come. A few of very many are found without sorting all of them. */
function firstOf<T, R>(
  items: readonly T[],
  count: number,
  ranked: (item: T) => R,
  inOrder: (a: R, b: R) => number,
): R[] {
  if (count > 100) return items.map(ranked).sort(inOrder).slice(0, count)
  const found: R[] = []
  for (const item of items) {
    const own = ranked(item)
    let at = found.length
    while (at > 0 && inOrder(own, found[at - 1] as R) < 0) at--
    if (at < count) found.splice(at, 0, own)
    if (found.length > count) found.pop()
  }
  return found
}
