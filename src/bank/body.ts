import type { KeyPoint, Shape } from './bank.ts'
import { parseDuration } from './duration.ts'
import { explicitKeyPoint } from './key-points.ts'
import { type Label, ownLabel } from './labels.ts'
import type { Line } from './lines.ts'
import { itemsOf, itemText } from './list.ts'
import { passageOf } from './passage.ts'

/** What stands under a question's heading in our own format. */
export interface Body {
  /** What goes on with the question, above the answer. */
  question: string | null
  answer: string | null
  keyPoints: KeyPoint[] | null
  followUps: string[]
  budgetMs: number | null
  shape: Shape | null
}

/** Without an `**Answer:**`, all that no other label claims is the answer. */
export function bodyOf(lines: readonly Line[]): Body {
  const above: Line[] = []
  const parts = new Map<Label, Line[]>()
  let part = above
  for (const line of lines) {
    const labelled = line.code ? null : ownLabel(line.text)
    if (labelled && !parts.has(labelled.label)) {
      part = labelled.rest === '' ? [] : [{ ...line, text: labelled.rest }]
      parts.set(labelled.label, part)
    } else {
      part.push(line)
    }
  }
  const answer = parts.get('answer')
  const points = itemsIn(parts.get('key-points'))
  return {
    question: answer ? passageOf(above, true) : null,
    answer: passageOf(answer ?? above, true),
    keyPoints: points?.map(explicitKeyPoint) ?? null,
    followUps: itemsIn(parts.get('follow-ups')) ?? [],
    budgetMs: parseDuration(wordIn(parts.get('time'))),
    shape: shapeOf(wordIn(parts.get('shape')).toLowerCase()),
  }
}

function itemsIn(lines: Line[] | undefined): string[] | null {
  if (!lines) return null
  return itemsOf(lines.map((line) => line.text))
    .map(itemText)
    .filter((text) => text !== '')
}

const wordIn = (lines: Line[] | undefined): string => lines?.[0]?.text.trim() ?? ''

const shapeOf = (word: string): Shape | null =>
  word === 'star' || word === 'car' || word === 'none' ? word : null
