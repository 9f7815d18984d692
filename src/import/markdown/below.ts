// Divides the lines below a question by the labels among them: `**Answer:** So.`, `Key points:`, `**Follow-ups:**`.

import { explicitKeyPoint } from '../../bank/key-points.ts'
import { type Label, labelOn } from '../../bank/labels.ts'
import { metadataIn } from '../../bank/metadata.ts'
import type { KeyPoint } from '../../bank/model.ts'
import { passageOf } from '../../bank/passage.ts'
import type { Line } from '../../text/lines.ts'
import { itemsOf, itemText, markerOf } from '../../text/list.ts'
import { answerIn, cleaned } from './answer.ts'

/** What is below a question in a text that is not in our own format. */
export interface Below {
  /** The rest of the question, such as code or the options to choose from. */
  question: string | null
  answer: string | null
  keyPoints: KeyPoint[] | null
  followUps: string[]
  budgetMs: number | null
  competencies?: string[]
}

export interface BelowOptions {
  /** Whether `A:` is a label too. */
  shortLabels?: boolean
  /** Numbers of the lines where an answer unfolds: what is above them belongs to the question. */
  unfolds?: ReadonlySet<number>
}

/** What the lines below a question say, by their labels. Without labels, all of it is the answer. */
export function belowOf(lines: readonly Line[], options: BelowOptions = {}): Below {
  const { budgetMs, competencies, rest } = metadataIn(lines)
  const parts = partsOf(rest, options)
  const { question, answer } = divide(parts, options)
  const points = itemsIn(parts.get('key-points'))
  return {
    question: passageOf(cleaned(question)),
    answer: answerIn(answer),
    keyPoints: points.length > 0 ? points.map(explicitKeyPoint) : null,
    followUps: itemsIn(parts.get('follow-ups')),
    budgetMs,
    ...(competencies.length > 0 && { competencies }),
  }
}

const itemsIn = (lines: readonly Line[] = []): string[] =>
  itemsOf(lines.map((line) => line.text))
    .map(itemText)
    .filter((text) => text !== '')

interface Parts extends Map<Label | 'above', Line[]> {
  /** The line that labels the answer. */
  answerLabel?: Line
}

function partsOf(lines: readonly Line[], options: BelowOptions): Parts {
  let part: Line[] = []
  const parts: Parts = new Map([['above', part]])
  const given = options.shortLabels && isStar(lines) ? { ...options, shortLabels: false } : options
  let isInList = false
  for (const line of lines) {
    if (isInList && endsList(line)) {
      part = parts.get('answer') ?? parts.get('above') ?? []
      isInList = false
    }
    const found = line.code ? null : labelAt(line, given)
    if (!found || parts.has(found.label)) {
      part.push(line)
      continue
    }
    part = found.rest === '' ? [] : [{ ...line, text: found.rest }]
    parts.set(found.label, part)
    if (found.label === 'answer') parts.answerLabel = line
    isInList = found.label !== 'answer'
  }
  return parts
}

/** Whether a list of follow-ups or points ends at this line: it is neither an item nor indented. */
const endsList = ({ text, code }: Line): boolean => code || (/^\S/.test(text) && !markerOf(text))

const starLetter =
  /^[\s>]*(?:[-*+]\s+)?(?:\*\*|__)?([STAR])(?:ituation|ask|ction|esult)?(?:\*\*|__)?\s*[:：-]/

/** Whether an answer has the letters of Situation, Task, Action and Result: then `A:` is the action. */
function isStar(lines: readonly Line[]): boolean {
  const letters = new Set(lines.map(({ text, code }) => (code ? undefined : starLetter.exec(text)?.[1])))
  return letters.has('S') && (letters.has('T') || letters.has('R'))
}

const shortLabel =
  /^\s{0,3}(?:#{1,6}[ \t]+)?(?:[-*+][ \t]+)?(?:\*\*|__)?(?:A|R|Candidate|Interviewee|Applicant|Me|You) ?\d{0,3}(?:(?:\*\*|__)?[:：](?:\*\*|__)?|(?<=\d)[.)](?:\*\*|__)(?=\s|$))[ \t]*/i

function labelAt({ text }: Line, options: BelowOptions): { label: Label; rest: string } | null {
  const short = options.shortLabels ? shortLabel.exec(text) : null
  if (short) return { label: 'answer', rest: text.slice(short[0].length) }
  const found = labelOn(text)
  return found && ['answer', 'key-points', 'follow-ups'].includes(found.label) ? found : null
}

/** A label between a question and its answer, such as `**Hint:**`: it begins the answer. */
const otherLabel =
  /^(?:[-*+][ \t]+)?(?:\*\*|__|[*_])(?!option|choice)[^*_]{2,40}(?:[:：](?:\*\*|__|[*_])|(?:\*\*|__|[*_])[:：])/i

/** What belongs to the question, and what to its answer. */
function divide(parts: Parts, options: BelowOptions): { question: Line[]; answer: Line[] } {
  const above = parts.get('above') ?? []
  const labelled = parts.get('answer')
  const label = parts.answerLabel
  const unfolding = above.findIndex((line) => options.unfolds?.has(line.number))
  if (!labelled || !label) {
    const start = Math.max(0, unfolding)
    return { question: above.slice(0, start), answer: above.slice(start) }
  }
  // A heading is never part of a question, so here the label is in the middle of the answer.
  if (above.some((line) => !line.code && /^#{1,6}[ \t]/.test(line.text))) {
    const rest = labelled.filter((line) => line.number !== label.number)
    return { question: [], answer: [...above, label, ...rest] }
  }
  // A label in a list is one of several things that are said below the question.
  if (unfolding < 0 && /^[-*+] /.test(label.text)) return { question: [], answer: [...above, ...labelled] }
  const start =
    unfolding < 0 ? above.findIndex((line) => !line.code && otherLabel.test(line.text)) : unfolding
  if (start < 0) return { question: above, answer: labelled }
  return { question: above.slice(0, start), answer: [...above.slice(start), ...labelled] }
}
