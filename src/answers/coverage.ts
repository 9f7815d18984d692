import type { KeyPoint } from '../bank/model.ts'
import { contentWords } from './content-words.ts'

/** Whether an answer seems to make a point. It is a guess by words: the user decides. */
export type State = 'covered' | 'maybe' | 'missing'

export interface PointCoverage extends KeyPoint {
  state: State
  /** The words of the point that the answer has too, as the point has them. */
  words: string[]
}

/** From these shares of a point's words on, it is taken for covered, and for maybe covered. */
const covered = 0.3
const maybe = 0.14

/** Which points an answer seems to make, by the share of their content words that it has. */
export function coverageOf(points: readonly KeyPoint[], answer: string): PointCoverage[] {
  const said = new Set(contentWords(answer).map(({ stem }) => stem))
  return points.map((point) => {
    const wanted = new Map(contentWords(point.text).map(({ word, stem }) => [stem, word]))
    const words = [...wanted].filter(([stem]) => said.has(stem)).map(([, word]) => word)
    const share = wanted.size === 0 ? 0 : words.length / wanted.size
    return { ...point, state: share >= covered ? 'covered' : share >= maybe ? 'maybe' : 'missing', words }
  })
}
