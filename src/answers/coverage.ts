import type { KeyPoint } from '../bank/model.ts'
import { contentWords } from './content-words.ts'
import { meaningOf } from './families.ts'

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

/** What a word counts that the answer has in another form of the same family, see `families.ts`. */
const kin = 0.8

/**
 * Which points an answer seems to make, by the share of their content words that it has. One word alone covers no point of
 * three words or more.
 */
export function coverageOf(points: readonly KeyPoint[], answer: string): PointCoverage[] {
  const worthOf = worthIn(answer)
  return points.map((point) => {
    const wanted = new Map(contentWords(point.text).map(({ word, stem }) => [stem, word]))
    const had = worthOf([...wanted.keys()])
    const share = had.reduce((sum, { worth }) => sum + worth, 0) / Math.max(1, wanted.size)
    const isEnough = had.length > 1 || wanted.size <= 2
    const state = share >= covered && isEnough ? 'covered' : share >= maybe ? 'maybe' : 'missing'
    return { ...point, state, words: had.map(({ stem }) => wanted.get(stem) ?? stem) }
  })
}

/**
 * Those of some stems that an answer has, and what each counts: 1, or less where the answer has one of the same family. A
 * family counts once: who writes has not written a memo and a page.
 */
function worthIn(answer: string): (stems: readonly string[]) => { stem: string; worth: number }[] {
  const said = new Set(contentWords(answer).map(({ stem }) => stem))
  const meant = new Set([...said].map(meaningOf))
  // an answer with a figure has what "a result in numbers" asks for
  if ([...said].some((stem) => /^\d/.test(stem))) meant.add(meaningOf('number'))
  return (stems) => {
    const counted = new Set(stems.filter((stem) => said.has(stem)).map(meaningOf))
    return stems.flatMap((stem) => {
      if (said.has(stem)) return [{ stem, worth: 1 }]
      const meaning = meaningOf(stem)
      if (!meant.has(meaning) || counted.has(meaning)) return []
      counted.add(meaning)
      return [{ stem, worth: kin }]
    })
  }
}
