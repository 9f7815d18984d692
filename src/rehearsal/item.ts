import { keyPointsOf } from '../bank/key-points.ts'
import type { KeyPoint, Question, Shape } from '../bank/model.ts'

/** What is shown in the review. */
export interface Model {
  kind: 'answer' | 'story'
  text: string
}

/** A question as one rehearsal asks it. */
export interface Item {
  question: Question
  story: string | null
  /** The change noted last time. */
  lastChange: string | null
  /** The probe that a mock adds. */
  followUp: string | null
  budgetMs: number
  /** In which parts it is best answered. */
  shape: Shape
  /** Asked once more, because the user wanted it. */
  again?: boolean
}

/** What an answer is compared with: the user's story, once it is written, takes the place of the bank's answer. */
export function modelOf(item: Item): Model | null {
  if (item.story !== null) return { kind: 'story', text: item.story }
  return item.question.answer === null ? null : { kind: 'answer', text: item.question.answer }
}

/** The other of the two, for `m`. */
export function otherModel(item: Item): Model | null {
  return item.story === null || item.question.answer === null
    ? null
    : { kind: 'answer', text: item.question.answer }
}

const pointsOfStories = new WeakMap<Item, KeyPoint[]>()

/** The points to tick: the story's, or else the bank's. Finding those of a long story is too slow to repeat at every key. */
export function pointsOf(item: Item): KeyPoint[] {
  if (item.story === null) return item.question.keyPoints
  const points = pointsOfStories.get(item) ?? keyPointsOf(item.story)
  pointsOfStories.set(item, points)
  return points
}
