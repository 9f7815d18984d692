import type { Question, Shape } from '../bank/model.ts'

/** A part of an answer, in the order in which they are said. */
export interface Part {
  name: string
  /** The share of the answer that it should take, and from where to where that is still well. */
  share: number
  from: number
  to: number
}

/** How long each part of an answer took, in ms, as far as it came. */
export type Shaped = [part: string, ms: number][]

const action: Part = { name: 'Action', share: 0.5, from: 0.45, to: 0.65 }
const ending: Part[] = [
  { name: 'Result', share: 0.15, from: 0.1, to: 0.25 },
  { name: 'Learning', share: 0.1, from: 0.05, to: 0.15 },
]

/**
 * The parts of each shape. Situation 15, Task 10, Action 50 to 60, Result 15 to 25 % are what career services teach
 * (northwestern.edu among them); a Learning of 10 % at the end is CARL's, and marks seniority.
 */
export const partsOf: Record<Shape, readonly Part[]> = {
  star: [
    { name: 'Situation', share: 0.15, from: 0.1, to: 0.2 },
    { name: 'Task', share: 0.1, from: 0.05, to: 0.15 },
    action,
    ...ending,
  ],
  car: [{ name: 'Context', share: 0.25, from: 0.15, to: 0.3 }, action, ...ending],
  none: [],
}

/** It asks for something that happened, as `Describe a conflict` and `Have you ever …`. */
const asksForExample =
  /^(?:please |can you |could you )?(?:describe|tell me about|give (?:me |us )?an? example|share) (?:an?|the|of|your|some\w+)\b|\b(?:a time|an occasion|an instance|an example) (?:when|where|you|of|in which)\b|^when did you|^have you ever\b/

/** One of these is in each text that asks for an example; to compile the expression takes a millisecond of the start. */
const hints = [
  'describe',
  'tell me',
  'example',
  'share',
  'a time',
  'an occasion',
  'an instance',
  'when did',
  'ever',
]

const wantsExample = (question: string): boolean => {
  const text = question.toLowerCase()
  return hints.some((each) => text.includes(each)) && asksForExample.test(text)
}

/** The shape in which a question wants its answer: the user's setting, else what its bank says, else what it asks for. */
export function shapeOf(
  { question, shape }: Pick<Question, 'question' | 'shape'>,
  setting: 'auto' | Shape,
): Shape {
  if (setting !== 'auto') return setting
  return shape ?? (wantsExample(question) ? 'star' : 'none')
}

/** How the user marks the parts while they speak: at how many ms of the talk time each part after the first one began. */
export type Marks = readonly number[]

/** Before this, a mark is taken for a slip of the finger. In ms. */
const firstMark = 2000

/** The marks with that of the next part, where there is one. */
export const marked = (marks: Marks, parts: readonly Part[], ms: number): Marks =>
  ms < firstMark || marks.length + 1 >= parts.length ? marks : [...marks, ms]

/** The marks up to the part with that initial, as it is typed in plain mode; null where there is no such part ahead. */
export function markedTo(initial: string, marks: Marks, parts: readonly Part[], ms: number): Marks | null {
  const at = parts.findIndex(({ name }, index) => index > marks.length && name[0]?.toLowerCase() === initial)
  return at < 0 ? null : [...marks, ...new Array<number>(at - marks.length).fill(ms)]
}

/** How long each part took of an answer of `talkMs`; null where nothing was marked. */
export function shapedBy(marks: Marks, parts: readonly Part[], talkMs: number): Shaped | null {
  if (marks.length === 0) return null
  const starts = [0, ...marks]
  return starts.map((start, at) => [parts[at]?.name ?? '', Math.max(0, (starts[at + 1] ?? talkMs) - start)])
}

/** A part of an answer with the share that it took, from 0 to 1. A part that was left out took none. */
export interface PartTaken extends Part {
  taken: number
}

/** The parts of a shaped answer with their shares, those that were never reached too. */
export function sharesOf(shaped: Shaped): PartTaken[] {
  const whole = shaped.reduce((sum, [, ms]) => sum + ms, 0)
  const parts = shaped[0]?.[0] === partsOf.car[0]?.name ? partsOf.car : partsOf.star
  return parts.map((part) => {
    const ms = shaped.find(([name]) => name === part.name)?.[1] ?? 0
    return { ...part, taken: whole === 0 ? 0 : ms / whole }
  })
}

/** The part that is furthest from what it should take, if any is out of its range. */
export function worstOf(parts: readonly PartTaken[]): PartTaken | null {
  const off = ({ taken, from, to }: PartTaken): number => Math.max(from - taken, taken - to, 0)
  const worst = parts.reduce<PartTaken | null>(
    (most, part) => (most === null || off(part) > off(most) ? part : most),
    null,
  )
  return worst === null || off(worst) === 0 ? null : worst
}
