import type { PointCoverage } from '../answers/coverage.ts'
import type { Measures } from '../answers/measures.ts'
import type { Question } from '../bank/model.ts'
import { plainText } from '../text/plain-text.ts'
import { safeLine } from '../text/safe.ts'
import { wrap } from '../text/wrap.ts'
import { columns } from './columns.ts'
import { whatItIsWorth, withWords } from './coverage.ts'
import { separator } from './layout.ts'
import { copiedAdvice, measuresInWords } from './measured.ts'
import { namesOf } from './point-names.ts'
import type { Style, Tone } from './style.ts'

export interface Compared {
  question: Pick<Question, 'question'>
  points: readonly PointCoverage[]
  measures: Measures
  /** What is never to be said, and is in the answer. */
  never?: readonly string[]
  /** Whether most of it is the model answer. */
  copied: boolean
}

/** A written answer beside the key points of its question. */
export function compare(
  { question, points, measures, copied, never = [] }: Compared,
  width: number,
  style: Style,
): string {
  const text = (sentence: string): string => `${wrap(sentence, width)}\n`
  return [
    style.heading(text(plainText(question.question))),
    style.quiet(text(measuresInWords(measures).join(separator(style)))),
    '\n',
    measures.words === 0
      ? text('There is nothing to compare: the answer is empty.')
      : found(points, measures, width, style),
    copied ? text(copiedAdvice) : '',
    ...(never.length === 0
      ? []
      : [
          '\n',
          ...never.map((line) =>
            text(`${style.caution('Never say')}: "${safeLine(line)}". It is in this answer.`),
          ),
        ]),
  ].join('')
}

const toneOf: Record<PointCoverage['state'], Tone> = { covered: 'good', maybe: 'caution', missing: 'quiet' }

function found(points: readonly PointCoverage[], { words }: Measures, width: number, style: Style): string {
  if (points.length === 0) {
    return `${wrap('This question has no key points to compare with.', width)}\n`
  }
  const names = namesOf(points)
  return `${columns(
    points.map((point, row) => [
      ` ${style[toneOf[point.state]](point.state)}`,
      withWords(names[row] ?? '', point),
    ]),
    width,
  )}\n${wrap(whatItIsWorth(points, words), width)}\n`
}
