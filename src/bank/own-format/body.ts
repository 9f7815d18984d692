import type { Line } from '../../text/lines.ts'
import { itemsOf, itemText, markerOf } from '../../text/list.ts'
import { saidDuration } from '../../text/said-duration.ts'
import type { Draft, Ignored } from '../draft.ts'
import { explicitKeyPoint } from '../key-points.ts'
import { type Labelled, labelIn, type OwnLabel, ownLabel } from '../labels.ts'
import { metadataIn } from '../metadata.ts'
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
  /** What few banks have. */
  extras: Extras
}

type Extras = Pick<Draft, 'alsoAskedAs' | 'weakAnswer' | 'competencies'>

/**
 * Divides the lines by their labels. Without `**Answer:**`, all above the first label is the answer. `isWritten`: by the
 * program, which writes no `Time: 2 min` as people do; from them it is taken there.
 */
export function bodyOf(lines: readonly Line[], isWritten = false): Body {
  const all: Line[] = []
  const parts = partsOf(lines, all)
  const said = isWritten ? null : metadataIn(all)
  const above = said?.rest ?? all
  const answer = parts.get('answer')
  const budgetMs = saidDuration(wordIn(parts.get('time'))) ?? said?.budgetMs ?? null
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
    extras: extrasOf(parts, said?.competencies),
  }
}

type Parts = Map<OwnLabel, Line[]>

/** The lines below each label, the first time that it stands there; those above all labels go to `above`. */
function partsOf(lines: readonly Line[], above: Line[]): Parts {
  const parts: Parts = new Map()
  let part = above
  let isList = false
  for (const line of lines) {
    const labelled = line.code ? null : (newLabel(line, parts) ?? (isList ? plainLabel(line) : null))
    if (!labelled) {
      part.push(line)
      continue
    }
    const known = parts.get(labelled.label)
    const around = part
    part = known ?? []
    isList = holdsList(labelled.label)
    if (labelled.rest !== '') part.push({ ...line, text: isList ? asItem(labelled.rest) : labelled.rest })
    parts.set(labelled.label, part)
    // what is below `**Time:** 2:00` goes on with the text above it
    if (isWord(labelled.label) && part.length > 0 && (around === above || around === parts.get('answer')))
      part = around
  }
  return parts
}

const holdsList = (label: OwnLabel): boolean =>
  label === 'key-points' || label === 'follow-ups' || label === 'also-asked-as'

const isWord = (label: OwnLabel): boolean => label === 'time' || label === 'shape'

/** What stands beside the label of a list is an item of it. */
const asItem = (rest: string): string => (markerOf(rest) ? rest : `- ${rest}`)

function newLabel({ text }: Line, parts: Parts): Labelled<OwnLabel> | null {
  const labelled = ownLabel(text)
  return labelled && !parts.has(labelled.label) ? labelled : null
}

/** `Answer: So.` at the margin: below an item it ends the list, though our own labels are bold. */
function plainLabel({ text }: Line): Labelled | null {
  const labelled = /^\S/.test(text) && !markerOf(text) ? labelIn(text) : null
  return labelled?.label === 'question' ? null : labelled
}

/** They are absent where a bank has them not. */
function extrasOf(parts: Parts, said: readonly string[] = []): Extras {
  if (said.length === 0 && parts.size === (parts.has('answer') ? 1 : 0)) return {}
  const alsoAskedAs = itemsIn(parts.get('also-asked-as')) ?? []
  const weakAnswer = inOneLine(parts.get('weak-answer') ?? [])
  const competencies = [...new Set([...said, ...competenciesIn(parts.get('competencies') ?? [])])]
  return {
    ...(alsoAskedAs.length > 0 && { alsoAskedAs }),
    ...(weakAnswer !== '' && { weakAnswer }),
    ...(competencies.length > 0 && { competencies }),
  }
}

function ignoredIn(of: Ignored['of'], parts: Parts): Ignored[] {
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

const inOneLine = (lines: readonly Line[]): string =>
  lines
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join(' ')

/** Names with commas between them, or one an item. */
const competenciesIn = (lines: readonly Line[]): string[] => [
  ...new Set(
    lines
      .flatMap(({ text }) => text.replace(/^\s*[-*+]\s+/, '').split(','))
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name !== ''),
  ),
]

const wordIn = (lines: Line[] | undefined): string => lines?.[0]?.text.trim() ?? ''

const shapeOf = (word: string): Shape | null =>
  word === 'star' || word === 'car' || word === 'none' ? word : null
