import type { Measures } from '../answers/measures.ts'
import { formatClock } from '../text/duration.ts'
import { count } from '../text/words.ts'
import { wrap } from '../text/wrap.ts'
import { sideBySide } from './layout.ts'
import type { Style } from './style.ts'

/** What was counted in a written answer: `63 words, about 0:26 spoken`, `no filler`, … */
export const measuresInWords = ({ words, spokenMs, fillers, firstPerson, figures }: Measures): string[] => [
  `${count(words, 'word')}, about ${formatClock(spokenMs)} spoken`,
  count(fillers, 'filler'),
  `"I" ${firstPerson.i}, "we" ${firstPerson.we}`,
  figures === 0 ? 'no figure' : count(figures, 'figure'),
]

export const copiedAdvice =
  'Most of it stands in the model answer word for word: say it in words of your own, they come back more easily.'

/** What a written answer has, without a verdict. `copied`: most of it is the model answer. */
export function measured(measures: Measures, copied: boolean, columns: number, style: Style): string {
  const facts = sideBySide(measuresInWords(measures), columns, style).join('\n')
  return `\n${style.quiet(facts)}\n${copied ? `${wrap(copiedAdvice, columns)}\n` : ''}`
}
