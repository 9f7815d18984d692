// Finds the lines that may ask a question, by how they are marked: `## Why?`, `**Why?**`, `3. Why?`, `- Why?`, `Q: Why?`.

import type { Draft } from '../../bank/draft.ts'
import { labelIn } from '../../bank/labels.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import { type Prefix, prefixOf } from '../../bank/prefix.ts'
import { longestLine } from '../../text/limits.ts'
import type { Line } from '../../text/lines.ts'
import { columnsOf, markerOf } from '../../text/list.ts'
import { type Details, isGenericSummary } from './details.ts'
import type { Heading } from './headings.ts'
import { asksInHaste, asksOutright, asksPlainly, asksWithRemark, isTitle } from './plainly.ts'
import type { Siblings } from './siblings.ts'
import { type TableRow, tableRowsOf } from './tables.ts'

/** A line that may ask a question. */
export interface Candidate {
  /** How it is marked, apart from its prefix. */
  mark:
    | 'heading'
    | 'bold'
    | 'bold-label'
    | 'bold-item'
    | 'list-head'
    | 'number'
    | 'bullet'
    | 'summary'
    | 'plain'
    | 'row'
  prefix: Prefix['kind']
  number: number | null
  /** Of a heading, from 1 to 6; else 7, below all headings. */
  level: number
  /** Indexes of its first line, and of the line after its last. */
  at: number
  end: number
  /** Without its marks, but with its prefix. */
  text: string
  /** What follows on the same line, and does not belong to the question. */
  rest: string
  indent: number
  /** Whether it is a heading in an item of a numbered list. */
  inList: boolean
  /** Whether the label of an answer is right below. */
  isLabelled: boolean
  /** Whether it asks as its siblings do, whatever it says. */
  isSibling: boolean
  /** Of a summary. */
  details: Details | null
  /** Of a row of a table. */
  row: Draft | null
}

const boldOpening = /^(\*\*\*|\*\*|__|<b>|<strong>)(?=\S)/
const boldClosing: Record<string, string> = { '<b>': '</b>', '<strong>': '</strong>' }

/** The candidates of a text, in order. */
export function candidatesOf(
  lines: readonly Line[],
  headings: readonly Heading[],
  details: readonly Details[],
  siblings: Siblings,
): Candidate[] {
  const headingAt = new Map(headings.map((heading) => [heading.at, heading]))
  const candidates: Candidate[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    const heading = headingAt.get(at)
    const found = heading
      ? headingCandidate(heading)
      : line && !line.code
        ? textCandidate(lines, at, siblings)
        : null
    if (!found) continue
    candidates.push(found)
    at = found.end - 1
  }
  const summaries = details.filter(({ summary }) => !isGenericSummary(summary)).map(summaryCandidate)
  const rows = tableRowsOf(lines).map(rowCandidate)
  return [...candidates, ...summaries, ...rows].sort((a, b) => a.at - b.at)
}

function rowCandidate({ at, end, draft }: TableRow): Candidate {
  return { ...candidateOf('row', draft.question, at, 0), prefix: null, end, row: draft }
}

export function candidateOf(mark: Candidate['mark'], text: string, at: number, indent: number): Candidate {
  const { kind, number } = markIn(text)
  return {
    mark,
    prefix: kind,
    number,
    level: 7,
    at,
    end: at + 1,
    text,
    rest: '',
    indent,
    inList: false,
    isLabelled: false,
    isSibling: false,
    details: null,
    row: null,
  }
}

/** The prefix of a text. In `3. Q: Why?` it is the label, with the number. */
function markIn(text: string): Pick<Prefix, 'kind' | 'number'> {
  const first = prefixOf(text)
  if (first.kind !== 'number') return first
  const second = prefixOf(text.slice(first.length))
  return second.kind === 'q' || second.kind === 'numbered-q' ? second : first
}

function headingCandidate({ text, at, end, level, inList }: Heading): Candidate {
  const candidate = candidateOf('heading', text, at, 0)
  const prefix = inList && candidate.prefix === null ? 'number' : candidate.prefix
  return { ...candidate, prefix, level, end, inList }
}

function summaryCandidate(details: Details): Candidate {
  const candidate = candidateOf('summary', details.summary, details.open.at, 0)
  return { ...candidate, end: details.from.at + 1, details }
}

/** What may ask in a line of text. Where its siblings tell, they decide. */
function textCandidate(lines: readonly Line[], at: number, siblings: Siblings): Candidate | null {
  if (siblings.answering.has(at)) return null
  const asked = siblings.asking.get(at)
  return asked === undefined
    ? lineCandidate(lines, at)
    : { ...candidateOf('plain', asked, at, 0), isSibling: true }
}

/** A line that begins in bold, an item of a list, a line with just a prefix, or a paragraph that asks. */
function lineCandidate(lines: readonly Line[], at: number): Candidate | null {
  const text = lines[at]?.text ?? ''
  if (text.length > longestLine || text.trim() === '') return null
  const marker = markerOf(text)
  const body = bodyOf(marker ? text.slice(marker.width) : text)
  const indent = marker?.indent ?? columnsOf(/^[ \t]*/.exec(text)?.[0] ?? '')
  const isNumbered = marker !== null && /^\s*\d/.test(text)
  if (boldOpening.test(body)) {
    const found = boldCandidate(lines, at, body, marker ? text : null, indent)
    if (found || !isNumbered) return found
  }
  if (marker) return body.trim() === '' ? null : itemCandidate(lines, at, isNumbered ? text : body, indent)
  return indent > 3 ? null : plainCandidate(lines, at, body, indent)
}

const bodyOf = (text: string): string => (/^[A-Za-z]/.test(text) ? text : text.replace(beforeText, ''))

/** A checkbox, tags that begin a paragraph, or emoji before bold text. */
const beforeText =
  /^(?:\[[ xX-]\][ \t]+|(?:<(?:p|div|span)\b[^<>]*>[ \t]*)+|(?:[\p{Extended_Pictographic}✓✔☑]|\uFE0F|\u200D)+[ \t]*(?=\*\*|__))/iu

function itemCandidate(lines: readonly Line[], at: number, text: string, indent: number): Candidate {
  const whole = goesOnIndented(lines, at, text.trim()) ?? wrapped(lines, at, text.trim())
  const mark = /^\s*\d/.test(text) ? 'number' : 'bullet'
  return withAnswerBeside({ ...candidateOf(mark, whole.text, at, indent), end: whole.end })
}

/** From this width on, a line that ends in the middle of a sentence goes on below. */
const wideLine = 60
/** The same for bold text, which has to end. */
const narrowLine = 40

const mostRows = 3

/** An item that asks on its indented lines below, `1. What are you` and `good at?`; null where these may answer. */
function goesOnIndented(
  lines: readonly Line[],
  at: number,
  text: string,
): { text: string; end: number } | null {
  const goesOn = (line: Line | undefined): line is Line =>
    line !== undefined && !line.code && /^[ \t]+\S/.test(line.text) && !markerOf(line.text)
  let end = at + 1
  while (end <= at + mostRows && goesOn(lines[end])) end++
  const below = lines.slice(at + 1, end).map((line) => line.text.trim())
  if (
    below.length === 0 ||
    below.length > mostRows ||
    goesOn(lines[end]) ||
    !/[?？]["”*_)\]]*$/.test(below.at(-1) ?? '')
  )
    return null
  const isWhole = /[.?!:：。？][\s"”*_)\]]*$/.test(text)
  const isPart = isWhole
    ? below.every((row) => isQuestionLike(row, false))
    : /^[\p{Ll}<(]/u.test(below[0] ?? '')
  return isPart ? { text: [text, ...below].join(' ').replace(/<\/?a\b[^<>]*>/gi, ''), end } : null
}

/** A text with the next lines of the same sentence. */
function wrapped(lines: readonly Line[], at: number, text: string): { text: string; end: number } {
  let end = at + 1
  let whole = text
  while (
    end < at + 4 &&
    (lines[end - 1]?.text.length ?? 0) >= wideLine &&
    !/[.?!:？。]["”*_)\]]*$/.test(whole)
  ) {
    const next = lines[end]
    if (!next || next.code || !/^\s*\p{Ll}/u.test(next.text) || next.text.length > 400) break
    whole = `${whole} ${next.text.trim()}`
    end++
  }
  return { text: whole, end }
}

/** A line with just a prefix, or one that asks and begins a paragraph, follows another question or is quoted. */
function plainCandidate(lines: readonly Line[], at: number, body: string, indent: number): Candidate | null {
  const text = body.replace(/^>[ \t]?/, '')
  const isQuote = text !== body
  if (/^\s*[|<>#]/.test(text) || (isQuote && /^\s*>/.test(lines[at + 1]?.text ?? ''))) return null
  const found = candidateOf('plain', text.trim(), at, indent)
  if (found.prefix !== null) return isQuote && !asksInReply(found) ? null : withAnswerBeside(found)
  const isHead = indent === 0 && !isQuote && headsList(lines, at)
  if (asksPlainly(text))
    return isHead || stands(lines, at, { text, isQuote, indent }) ? withAnswerBeside(found) : null
  if (asksAmongOthers(lines, at, text)) return withAnswerBeside(found)
  if (!isHead) return null
  return isQuestionLike(text, false) ? found : { ...found, mark: 'list-head' }
}

/** `> 1. Why?`, which is answered below in a reply. */
const asksInReply = ({ prefix, text }: Candidate): boolean =>
  prefix === 'number' && asksPlainly(text.slice(prefixOf(text).length))

/** Whether a line that asks is no sentence of a paragraph. */
function stands(
  lines: readonly Line[],
  at: number,
  { text, isQuote, indent }: { text: string; isQuote: boolean; indent: number },
): boolean {
  return (
    startsParagraph(lines, at) ||
    asksOutright(text) ||
    isTitle(lines, at - 1) ||
    (indent === 0 && isIndented(lines[at - 1])) ||
    isQuoted(text) ||
    (!isQuote && isListed(lines, at))
  )
}

/** Whether a line asks beside others that do: `why here`, or `What is it like? A word will do.` */
const asksAmongOthers = (lines: readonly Line[], at: number, text: string): boolean =>
  (asksInHaste(text) && isListed(lines, at)) || (asksWithRemark(text) && isAmong(lines, at))

/** Whether a line follows another question. `Explain it.` may answer that, unless a third question is beside it. */
const isListed = (lines: readonly Line[], at: number): boolean => {
  const asksAt = (index: number): boolean => asksInList(lines[index]?.text ?? '')
  if (asksInHaste(lines[at]?.text ?? '')) return asksAt(at - 1) && (asksAt(at - 2) || asksAt(at + 1))
  return asksAt(at - 1) && (/[?？؟]/.test(lines[at]?.text ?? '') || asksAt(at - 2) || asksAt(at + 1))
}

/** Whether a line has another question right above or below. */
const isAmong = (lines: readonly Line[], at: number): boolean =>
  [at - 1, at + 1].some((index) => asksInList(lines[index]?.text ?? ''))

const asksInList = (text: string): boolean => asksPlainly(text) || asksWithRemark(text)

/** Whether a short line, which goes on no sentence above, has bullets right below it. */
function headsList(lines: readonly Line[], at: number): boolean {
  const [text, next] = [lines[at]?.text ?? '', lines[at + 1]]
  const isBullet = next !== undefined && !next.code && /^[-*+•] +\S/.test(next.text)
  return isBullet && /^\p{L}/u.test(text) && text.length < 100 && !/[.:：;,!]\s*$/.test(text)
}

const isQuoted = (text: string): boolean => /^\s*(?:"[^"]+"|“[^”]+”|„[^“”]+[“”]|«[^»]+»)[,;.]?\s*$/.test(text)

/** An indented line belongs to the item of a list, and what follows at the margin does not. */
const isIndented = (line: Line | undefined): boolean =>
  line !== undefined && !line.code && /^(?: {2,}|\t)\s*\p{L}/u.test(line.text)

const startsParagraph = (lines: readonly Line[], at: number): boolean => {
  const above = lines[at - 1]
  return (
    above === undefined ||
    above.code ||
    /^\s*(?:$|#{1,6} |[-=*_]{3,}\s*$|<\/?\w+[^<>]*>\s*$)/.test(above.text)
  )
}

const answerBeside = /([?？]["”*_)]*)[ \t]*(?:[:：](?=[ \t])|->|→|=>|➔|➡|—|–|::|-)[ \t]*(?<=[ \t]|→|>)(?=\S)/
/** An arrow behind text in quotation marks, which then need not ask. */
const answerToQuote = /^((?:"[^"]+"|“[^”]+”|„[^“”]+[“”]|«[^»]+»))[ \t]*(?:->|→|=>|➔|➡)[ \t]*(?=\S)/

/** `1. Why? -> So.` */
function withAnswerBeside(candidate: Candidate): Candidate {
  const { text } = candidate
  const match = answerToQuote.exec(text) ?? answerBeside.exec(text)
  if (!match) return candidate
  const end = match.index + (match[1] ?? '').length
  return { ...candidate, text: text.slice(0, end), rest: text.slice(match.index + match[0].length) }
}

/** `**1) Name.** So.`, `**Why?** So.`, `- **Why?** So.`; null for a label such as `- **Note:**` or `**Note:** so`. */
function boldCandidate(
  lines: readonly Line[],
  at: number,
  body: string,
  item: string | null,
  indent: number,
): Candidate | null {
  const opening = boldOpening.exec(body)?.[1] ?? ''
  const closing = boldClosing[opening.toLowerCase()] ?? opening
  const whole = closed(lines, at, body, closing, opening.length)
  if (whole === null) return null
  const bold = whole.text.slice(opening.length, whole.close)
  const after = whole.text.slice(whole.close + closing.length).replace(/<\/(?:p|div|span)>\s*$/i, '')
  const found = {
    ...candidateOf(item === null ? 'bold' : 'bold-item', bold.trim(), at, indent),
    end: whole.end,
  }
  if (found.prefix === 'q') return { ...found, ...labelledText(bold, after) }
  if (isQuestionLabel(bold, after)) return { ...found, prefix: 'q', text: `${bold}${after}`.trim() }
  const itemNumber = item !== null && /^\s*\d/.test(item) ? prefixOf(item.trim()).number : null
  if (found.prefix !== null && itemNumber === null)
    return { ...found, ...numberedText(bold, after, whole.text) }
  const isLabel = /[:：]$/.test(bold.trim()) || /^[:：]/.test(after)
  if (isLabel && !isQuestionLike(bold.trim().replace(/[:：]$/, ''), false))
    return item === null && startsParagraph(lines, at)
      ? { ...found, mark: 'bold-label', text: bold.trim().replace(/[:：]$/, ''), rest: restOf(after) }
      : null
  const rest = restOf(after)
  const text = isLabel ? bold.trim().replace(/[:：]$/, '') : found.text
  const isNumbered = found.prefix === null && itemNumber !== null
  return isNumbered
    ? { ...found, prefix: 'number', number: itemNumber, text, rest }
    : { ...found, text, rest }
}

/** What a label in bold stands before: the text beside it where that is bold too and ends, or all of the line. */
const labelledText = (bold: string, after: string): Pick<Candidate, 'text' | 'rest'> =>
  isWholeQuestion(bold.slice(prefixOf(bold).length), after)
    ? { text: bold.trim(), rest: restOf(after) }
    : { text: `${bold} ${after}`.trim(), rest: '' }

/** What a number in bold stands before: the text beside it, the rest of the bold text, or all of the line. */
function numberedText(bold: string, after: string, whole: string): Pick<Candidate, 'text' | 'rest'> {
  const text = bold.slice(prefixOf(bold).length)
  if (isWholeQuestion(text, after)) return { text: bold, rest: restOf(after) }
  const isNumberAlone = text.replace(/[\s.:)*_-]/g, '') === ''
  const all = isNumberAlone ? `${bold} ${after}` : after.trim() === '' ? bold : whole
  return { text: all.trim(), rest: '' }
}

/** Whether bold text asks, and ends before the answer beside it: `**1. Why?** So.` */
const isWholeQuestion = (bold: string, after: string): boolean =>
  /[.?!？][\s"”’]*$/.test(bold) && /^\s+\p{L}/u.test(after) && isQuestionLike(bold, false)

/** Whether bold text is a label whose colon stands outside of it, as in `**Question**: Why?`. */
const isQuestionLabel = (bold: string, after: string): boolean =>
  /^\s*[:：]\s*\S/.test(after) && labelIn(`${bold}:`)?.label === 'question'

/** The text beside bold text, without the punctuation between them. */
function restOf(after: string): string {
  const rest = after
    .replace(/^[\s.:：–—-]+/, '')
    .replace(attributes, '')
    .trim()
  return /[\p{L}\p{N}`$!]/u.test(rest) ? rest : ''
}

/** What Pandoc and note-taking programs put behind a title. */
const attributes =
  /\s*(?:\{[#.:][^{}]*\}|(?:^|\s)\^[\w-]{2,40}|(?:^|\s)#(?:flashcards?|cards?|srs)(?:\/[\w/-]+)?)\s*$/

/** A line with those on which its bold text goes on, and where that ends; null if it does not. */
function closed(
  lines: readonly Line[],
  at: number,
  body: string,
  closing: string,
  from: number,
): { text: string; close: number; end: number } | null {
  let text = body
  for (let end = at + 1; end < at + 4; end++) {
    const close = text.indexOf(closing, from)
    if (close >= 0) return { text, close, end }
    const next = lines[end]
    if (!next || next.code || next.text.trim() === '' || next.text.length > wideLine * 4) return null
    if (text.length < narrowLine || markerOf(next.text)) return null
    text = `${text} ${next.text.trim()}`
  }
  return null
}
