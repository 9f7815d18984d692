import type { KeyPoint } from '../bank/model.ts'
import { plainText } from '../text/plain-text.ts'
import { safeLine } from '../text/safe.ts'

/** A point with its label in front, where it does not begin with it. */
export function wholePoint(point: KeyPoint): string {
  const label = safeLine(point.label)
  const text = plainText(point.text)
  return text.startsWith(label) ? text : `${label}: ${text}`
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
