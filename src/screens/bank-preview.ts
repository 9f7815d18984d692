import type { Question } from '../bank/model.ts'
import { plainText } from '../text/plain-text.ts'
import { wrap } from '../text/wrap.ts'
import { separator } from './layout.ts'
import { markdown } from './markdown.ts'
import type { Style } from './style.ts'

/** How a question of a bank, the first one, will look. */
export function bankPreview(first: Question, width: number, style: Style): string {
  const answer = first.answer === null ? '' : `${markdown(first.answer, width, style).trimEnd()}\n`
  const points = first.keyPoints.map(({ label }) => label).join(separator(style))
  return [
    `${style.quiet('The first question:')}\n\n`,
    `${style.heading(wrap(plainText(first.question), width))}\n\n`,
    answer,
    points === '' ? '' : `\n${style.quiet(wrap(`Key points: ${points}`, width))}\n`,
  ].join('')
}
