import type { KeyPoint } from '../bank/model.ts'
import { plainText } from '../text/plain-text.ts'
import { safeLine } from '../text/safe.ts'
import { sentencesOf } from '../text/sentences.ts'

/** Of a longer section only the beginning is looked at, as this is done at every key. */
const longestBeginning = 1000

/** A point with its label in front, where it does not begin with it; of a heading also how what stands below it begins. */
export function wholePoint(point: KeyPoint): string {
  const label = safeLine(point.label)
  const text = plainText(point.text)
  const whole = text.startsWith(label) ? text : `${label}: ${text}`
  const [first] = sentencesOf((point.below ?? '').slice(0, longestBeginning))
  return first === undefined ? whole : `${whole}: ${first}`
}

/**
 * What some points are called where they are to be told apart: by the label, unless it is only the head of the text (`What I
 * did: …`) or that of another point too. Then the text says which it is.
 */
export const namesOf = (points: readonly KeyPoint[]): string[] =>
  points.map((point) => {
    const isHead = point.text.startsWith(point.label)
    const isShared = points.some((other) => other !== point && other.label === point.label)
    return isHead || isShared ? wholePoint(point) : safeLine(point.label)
  })
