import { isForeign, type PointCoverage } from '../answers/coverage.ts'
import type { Measures } from '../answers/measures.ts'
import { formatClock } from '../text/duration.ts'
import { count } from '../text/words.ts'

/** What was counted in a written answer: `63 words, about 0:26 spoken`, `no filler`, … */
export const measuresInWords = ({ words, spokenMs, fillers, firstPerson, figures }: Measures): string[] => [
  `${count(words, 'word')}, about ${formatClock(spokenMs)} spoken`,
  count(fillers, 'filler'),
  `"I" ${firstPerson.i}, "we" ${firstPerson.we}`,
  figures === 0 ? 'no figure' : count(figures, 'figure'),
]

/** The words that decided: `(goals, checked)`; empty where there were none. */
const wordsThatDecided = ({ words }: PointCoverage): string =>
  words.length === 0 ? '' : ` (${words.join(', ')})`

/** `label (goals, checked)`. */
export const withWords = (label: string, point: PointCoverage): string => label + wordsThatDecided(point)

/** `maybe (goals)`. */
export const stateWithWords = (point: PointCoverage): string => point.state + wordsThatDecided(point)

/** What the states of some points are worth, for an answer of so many words. */
export const whatItIsWorth = (points: readonly PointCoverage[], words: number): string =>
  `Found by the words that they share, shown in brackets: you decide.${
    isForeign(points, words) ? ' If it is in another language than the points, words cannot tell.' : ''
  }`

export const copiedAdvice =
  'Most of it stands in the model answer word for word: say it in words of your own, they come back more easily.'
