import { isCopied } from '../answers/copied.ts'
import { coverageOf, type PointCoverage } from '../answers/coverage.ts'
import { measuresOf } from '../answers/measures.ts'
import { type Item, pointsOf } from '../rehearsal/item.ts'
import { measured } from '../screens/measured.ts'
import type { Style } from '../screens/style.ts'
import { plainText } from '../text/plain-text.ts'

/** A written answer held against the points of its question, and what can be counted in it, as text. */
export function held(
  item: Item,
  text: string,
  columns: number,
  style: Style,
): { coverage: PointCoverage[]; counted: string } {
  const answer = plainText(text)
  const copied = isCopied(answer, plainText(item.question.answer ?? ''))
  return {
    coverage: coverageOf(pointsOf(item), answer),
    counted: measured(measuresOf(answer), copied, columns, style),
  }
}
