import type { KeyPoint, Question, Shape } from '../bank/model.ts'
import { type Story, storyOf } from './story.ts'

/** What is shown in the review. */
export interface Model {
  kind: 'answer' | 'story'
  text: string
}

/** A question as one rehearsal asks it. */
export interface Item {
  question: Question
  /** As the user wrote it. */
  story: string | null
  /** Points that were ticked before its story was written in the review, and that the story lacks. */
  tickedBefore?: KeyPoint[]
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

/** What of an item says what it is compared with. */
type Compared = Pick<Item, 'question' | 'story' | 'tickedBefore'>

const stories = new WeakMap<Compared, Story>()

/** The story of a question, taken apart: for a long one that is too slow to repeat at every key. */
function storyIn(item: Compared): Story | null {
  if (item.story === null) return null
  const story = stories.get(item) ?? storyOf(item.story)
  stories.set(item, story)
  return story
}

/** What an answer is compared with: the user's story, once it is written, takes the place of the bank's answer. */
export function modelOf(item: Item): Model | null {
  const story = storyIn(item)
  if (story !== null && story.text !== '') return { kind: 'story', text: story.text }
  return item.question.answer === null ? null : { kind: 'answer', text: item.question.answer }
}

/** All there is to compare with: the story, and the answer whose place it took. */
export function modelsOf(item: Item): Model[] {
  const first = modelOf(item)
  const { answer } = item.question
  if (first === null) return []
  return first.kind === 'answer' || answer === null ? [first] : [first, { kind: 'answer', text: answer }]
}

/** Whose points are ticked: a story has some where it has headings, list items or bold words, else the bank's stay. */
export const pointsFrom = (item: Compared): Model['kind'] =>
  (storyIn(item)?.points.length ?? 0) > 0 ? 'story' : 'answer'

/** The points to tick. */
export function pointsOf(item: Compared): KeyPoint[] {
  const points = pointsFrom(item) === 'story' ? (storyIn(item)?.points ?? []) : item.question.keyPoints
  return item.tickedBefore === undefined ? points : [...points, ...item.tickedBefore]
}
