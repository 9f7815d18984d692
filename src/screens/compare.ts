import type { PointCoverage, State } from '../answers/coverage.ts'
import type { Measures } from '../answers/measures.ts'
import type { Question } from '../bank/model.ts'
import { formatClock } from '../text/duration.ts'
import { plainText } from '../text/plain-text.ts'
import { safeLine } from '../text/safe.ts'
import { count } from '../text/words.ts'
import { wrap } from '../text/wrap.ts'
import { columns } from './columns.ts'
import type { Style } from './style.ts'

export interface Compared {
  question: Pick<Question, 'question'>
  points: readonly PointCoverage[]
  measures: Measures
  /** What is never to be said, and is in the answer. */
  never?: readonly string[]
}

/** A written answer beside the key points of its question. */
export function compare(
  { question, points, measures, never = [] }: Compared,
  width: number,
  style: Style,
): string {
  const text = (sentence: string): string => `${wrap(sentence, width)}\n`
  return [
    style.bold(text(plainText(question.question))),
    style.dim(text(facts(measures))),
    '\n',
    measures.words === 0
      ? text('There is nothing to compare: the answer is empty.')
      : found(points, measures, width),
    ...(never.length === 0
      ? []
      : ['\n', ...never.map((line) => text(`Never say: "${safeLine(line)}". It is in this answer.`))]),
  ].join('')
}

function facts({ words, spokenMs, fillers, firstPerson, figures }: Measures): string {
  return [
    `${count(words, 'word')}, about ${formatClock(spokenMs)} spoken`,
    count(fillers, 'filler'),
    `"I" ${firstPerson.i}, "we" ${firstPerson.we}`,
    figures === 0 ? 'no figure' : count(figures, 'figure'),
  ].join(' · ')
}

function found(points: readonly PointCoverage[], { words }: Measures, width: number): string {
  if (points.length === 0) {
    return `${wrap('This question has no key points to compare with.', width)}\n`
  }
  const isNone = points.every(({ state }) => state === 'missing')
  const other =
    isNone && words >= 30 ? ' If it is in another language than the points, words cannot tell.' : ''
  return `${columns(
    points.map(({ state, label, words }) => [
      ` ${names[state]}`,
      `${safeLine(label)}${words.length === 0 ? '' : ` (${words.join(', ')})`}`,
    ]),
    width,
  )}\n${wrap(`Found by the words that they share, shown in brackets: you decide.${other}`, width)}\n`
}

const names: Record<State, string> = { covered: 'covered', maybe: 'maybe', missing: 'missing' }
