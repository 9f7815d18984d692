import type { PointCoverage } from '../answers/coverage.ts'

/** A point that is a heading is found by the words of all that stands below it; so many say enough. */
const mostWords = 8

/** The words that decided: `(goals, checked)`; empty where there were none. */
const wordsThatDecided = ({ words }: PointCoverage): string =>
  words.length === 0 ? '' : ` (${words.slice(0, mostWords).join(', ')})`

/** `label (goals, checked)`. */
export const withWords = (label: string, point: PointCoverage): string => label + wordsThatDecided(point)

/** `maybe (goals)`. */
export const stateWithWords = (point: PointCoverage): string => point.state + wordsThatDecided(point)

/** Whether an answer has so much, and so little of any point, that it may be in another language: a name or two are alike. */
const isForeign = (points: readonly PointCoverage[], words: number): boolean =>
  words >= 30 &&
  points.length > 0 &&
  points.every(({ state }) => state !== 'covered') &&
  new Set(points.flatMap((point) => point.words)).size <= 2

/** What the states of some points are worth, for an answer of so many words. */
export const whatItIsWorth = (points: readonly PointCoverage[], words: number): string =>
  `Found by the words in brackets, which they share or nearly share: you decide.${
    isForeign(points, words) ? ' If it is in another language than the points, words cannot tell.' : ''
  }`
