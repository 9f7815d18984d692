import { parseDuration } from '../../text/duration.ts'
import type { Line } from '../../text/lines.ts'
import { itemsOf, itemText } from '../../text/list.ts'
import type { Ignored } from '../draft.ts'
import { explicitKeyPoint } from '../key-points.ts'
import { type Label, ownLabel } from '../labels.ts'
import type { KeyPoint, Shape } from '../model.ts'
import { ownPassage } from '../passage.ts'
import { unescapeLine } from './escapes.ts'

/** What is below a question's heading in our own format. */
export interface Body {
  /** The rest of the question, between heading and answer, with the line breaks that separate it from the heading. */
  more: string
  answer: string | null
  keyPoints: KeyPoint[] | null
  followUps: string[]
  budgetMs: number | null
  shape: Shape | null
  ignored: Ignored[]
}

/** Divides the lines by their labels. Without `**Answer:**`, all above the first label is the answer. */
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
  const budgetMs = parseDuration(wordIn(parts.get('time')))
  const shape = shapeOf(wordIn(parts.get('shape')).toLowerCase())
  return {
    more: answer ? moreOf(above) : '',
    answer: ownPassage(answer ?? above),
    keyPoints: itemsIn(parts.get('key-points'))?.map(explicitKeyPoint) ?? null,
    followUps: itemsIn(parts.get('follow-ups')) ?? [],
    budgetMs,
    shape,
    ignored: [
      ...(budgetMs === null ? ignoredIn('time', parts) : []),
      ...(shape === null ? ignoredIn('shape', parts) : []),
    ],
  }
}

function ignoredIn(of: Ignored['of'], parts: ReadonlyMap<Label, readonly Line[]>): Ignored[] {
  const line = parts.get(of)?.[0]
  return line === undefined || line.text.trim() === ''
    ? []
    : [{ line: line.number, of, text: line.text.trim() }]
}

/** The rest of the question. A new line stays one, and so does a new paragraph. */
function moreOf(above: readonly Line[]): string {
  const text = above
    .map((line) => (line.code ? line.text : unescapeLine(line.text)))
    .join('\n')
    .trimEnd()
  if (text === '') return ''
  return text.startsWith('\n') ? `\n\n${text.replace(/^\n+/, '')}` : `\n${text}`
}

function itemsIn(lines: Line[] | undefined): string[] | null {
  if (!lines) return null
  return itemsOf(lines.map((line) => line.text))
    .map((item) => itemText({ head: item.head, rest: item.rest.map(unescapeLine) }))
    .filter((text) => text !== '')
}

const wordIn = (lines: Line[] | undefined): string => lines?.[0]?.text.trim() ?? ''

const shapeOf = (word: string): Shape | null =>
  word === 'star' || word === 'car' || word === 'none' ? word : null
