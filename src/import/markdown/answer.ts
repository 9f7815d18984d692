import { explicitKeyPoint } from '../../bank/key-points.ts'
import { type Label, labelIn } from '../../bank/labels.ts'
import type { KeyPoint } from '../../bank/model.ts'
import { passageOf } from '../../bank/passage.ts'
import type { Line } from '../../text/lines.ts'
import { itemsOf, itemText, markerOf, unindent } from '../../text/list.ts'
import { withoutHtml } from './html.ts'

/** What stands below a question in a text that is not of our own format. */
export interface Below {
  /** What goes on with the question, as code or the options to choose from. */
  question: string | null
  answer: string | null
  keyPoints: KeyPoint[] | null
  followUps: string[]
}

export interface BelowOptions {
  /** `A:` is a label too. */
  short?: boolean
  /** Numbers of the lines where an answer unfolds: what stands above them is the question. */
  unfolds?: ReadonlySet<number> | undefined
}

export function belowOf(lines: readonly Line[], options: BelowOptions = {}): Below {
  const parts = partsOf(lines, options)
  const { question, answer } = divide(parts, options)
  const points = itemsIn(parts.get('key-points'))
  return {
    question: passageOf(cleaned(question)),
    answer: answerIn(answer),
    keyPoints: points && points.length > 0 ? points.map(explicitKeyPoint) : null,
    followUps: itemsIn(parts.get('follow-ups')) ?? [],
  }
}

interface Parts extends Map<Label | 'above', Line[]> {
  /** The line that labels the answer. */
  label?: Line
}

function partsOf(lines: readonly Line[], options: BelowOptions): Parts {
  let part: Line[] = []
  const parts: Parts = new Map([['above', part]])
  let isList = false
  for (const line of lines) {
    if (isList && endsList(line)) {
      part = parts.get('answer') ?? parts.get('above') ?? []
      isList = false
    }
    const found = line.code ? null : labelAt(line, options)
    if (!found || parts.has(found.label)) {
      part.push(line)
      continue
    }
    part = found.rest === '' ? [] : [{ ...line, text: found.rest }]
    parts.set(found.label, part)
    if (found.label === 'answer') parts.label = line
    isList = found.label !== 'answer'
  }
  return parts
}

/** A list of follow-ups or points ends at a line that is neither an item nor indented. */
const endsList = ({ text, code }: Line): boolean => code || (/^\S/.test(text) && !markerOf(text))

function labelAt(line: Line, options: BelowOptions): { label: Label; rest: string } | null {
  const short = options.short
    ? /^\s{0,3}(?:\*\*|__)?A ?\d{0,3}(?:\*\*|__)?[:：](?:\*\*|__)?[ \t]*/i.exec(line.text)
    : null
  if (short) return { label: 'answer', rest: line.text.slice(short[0].length) }
  const found = labelIn(line.text)
  return found && (found.label === 'answer' || found.label === 'key-points' || found.label === 'follow-ups')
    ? found
    : null
}

/** A label that stands between a question and its answer, as a hint does. */
const ASIDE = /^(?:\*\*|__)[^*_]{2,40}(?:[:：](?:\*\*|__)|(?:\*\*|__)[:：])/

/** What belongs to the question, and what to its answer. */
function divide(parts: Parts, options: BelowOptions): { question: Line[]; answer: Line[] } {
  const above = parts.get('above') ?? []
  const labelled = parts.get('answer')
  const { label } = parts
  // A heading is no part of a question: then the label stands in the midst of the answer.
  if (labelled && label && above.some((line) => !line.code && /^#{1,6}[ \t]/.test(line.text))) {
    return {
      question: [],
      answer: [...above, label, ...labelled.filter((line) => line.number !== label.number)],
    }
  }
  const unfolding = above.findIndex((line) => options.unfolds?.has(line.number))
  if (!labelled)
    return { question: above.slice(0, Math.max(0, unfolding)), answer: above.slice(Math.max(0, unfolding)) }
  const aside = unfolding < 0 ? above.findIndex((line) => !line.code && ASIDE.test(line.text)) : unfolding
  if (aside < 0) return { question: above, answer: labelled }
  return { question: above.slice(0, aside), answer: [...above.slice(aside), ...labelled] }
}

/** Links within the page, as "back to top" has them, and tags alone. */
const LINK_ALONE =
  /^\s*(?:[-*]\s+)?\[(?:resources?|links?|more|source|answer|read more|solution)\]\([^()]*\)\s*$/i
const TO_PLACE = /^(?:[\s*_>|]|<[^<>]*>|\[\[?[^[\]]{0,40}\]?\]\(#[^()]*\))+$/

export function cleaned(lines: readonly Line[]): Line[] {
  return withoutHtml(lines.filter((line) => line.code || !leadsElsewhere(line.text)))
}

/** Without the indent of the first line, which is that of an item. */
function dedented(lines: readonly Line[]): Line[] {
  const first = lines.find((line) => line.text.trim() !== '')?.text ?? ''
  const indent = first.length - first.trimStart().length
  return lines.map((line) => (indent === 0 ? line : { ...line, text: unindent(line.text, indent) }))
}

const leadsElsewhere = (text: string): boolean =>
  text.length < 300 && text.includes('](') && (TO_PLACE.test(text) || LINK_ALONE.test(text))

const INVITATION =
  /^[\s*_]*(?:(?:view|see|show|reveal|click)\b.{0,30}\b(?:answer|solution)s?|(?:the )?(?:answer|solution)s?)[\s*:!._]*$/i
const EMPTY_LABEL =
  /^[\s>*_#-]*(?:\p{L}[\p{L} ]{0,24}?[\s*_]*[:：][\s*_]*|(?:situation|task|action|result|answers?|solution)[\s*_:]*|[_*([\]]*(?:todo|tbd|tba|n\/a|coming soon|to be (?:added|done|written)|your answer(?: here)?|write your answer here|add (?:your )?answer(?: here)?)[_*.)\]…]*\s*)$/iu

/** Null where nothing is left but labels, links and the skeleton of an answer. */
export function answerIn(lines: readonly Line[]): string | null {
  const text = passageOf(dedented(cleaned(lines)).filter((line) => line.code || !isInvitation(line.text)))
  if (text === null) return null
  const says = text
    .split('\n')
    .some(
      (line) =>
        line.trim() !== '' && !EMPTY_LABEL.test(line.slice(0, 200)) && /[\p{L}\p{N}\p{S}!]/u.test(line),
    )
  return says ? text : null
}

/** What is left of a summary such as "View answer". */
const isInvitation = (text: string): boolean => text.length < 60 && INVITATION.test(text)

function itemsIn(lines: Line[] | undefined): string[] | null {
  if (!lines) return null
  return itemsOf(lines.map((line) => line.text))
    .map(itemText)
    .filter((text) => text !== '')
}
