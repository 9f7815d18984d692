// Finds the lines that may ask a question, by how they are marked: `## Why?`, `**Why?**`, `3. Why?`, `- Why?`, `Q: Why?`.

import type { Draft } from '../../bank/draft.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import { type Prefix, prefixOf } from '../../bank/prefix.ts'
import { longestLine } from '../../text/limits.ts'
import type { Line } from '../../text/lines.ts'
import { columnsOf, markerOf } from '../../text/list.ts'
import { type Details, isGenericSummary } from './details.ts'
import type { Heading } from './headings.ts'
import { type TableRow, tableRowsOf } from './tables.ts'

/** A line that may ask a question. */
export interface Candidate {
  /** How it is marked, apart from its prefix. */
  mark: 'heading' | 'bold' | 'bold-item' | 'number' | 'bullet' | 'summary' | 'plain' | 'row'
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
): Candidate[] {
  const headingAt = new Map(headings.map((heading) => [heading.at, heading]))
  const candidates: Candidate[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    const heading = headingAt.get(at)
    const found = heading ? headingCandidate(heading) : line && !line.code ? lineCandidate(lines, at) : null
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

/** A line that begins in bold, an item of a list, a line with just a prefix, or a paragraph that asks. */
function lineCandidate(lines: readonly Line[], at: number): Candidate | null {
  const text = lines[at]?.text ?? ''
  if (text.length > longestLine || text.trim() === '') return null
  const marker = markerOf(text)
  const body = marker ? text.slice(marker.width).replace(checkbox, '') : text
  const indent = marker?.indent ?? columnsOf(/^[ \t]*/.exec(body)?.[0] ?? '')
  const isNumbered = marker !== null && /^\s*\d/.test(text)
  const bold = boldOpening.exec(body)?.[1]
  if (bold) {
    const found = boldCandidate(body, bold, marker ? text : null, at, indent)
    if (found || !isNumbered) return found
  }
  if (marker && body.trim() !== '') {
    const candidate = isNumbered
      ? candidateOf('number', text.trim(), at, indent)
      : candidateOf('bullet', body.trim(), at, indent)
    return withAnswerBeside(candidate)
  }
  if (marker || indent > 3 || /^\s*[|<>#]/.test(text)) return null
  const candidate = candidateOf('plain', text.trim(), at, indent)
  if (candidate.prefix === null && !(startsParagraph(lines, at) && asksPlainly(text))) return null
  return withAnswerBeside(candidate)
}

const checkbox = /^\[[ xX-]\][ \t]+/

const startsParagraph = (lines: readonly Line[], at: number): boolean => {
  const above = lines[at - 1]
  return (
    above === undefined ||
    above.code ||
    /^\s*(?:$|#{1,6} |[-=*_]{3,}\s*$|<\/?\w+[^<>]*>\s*$)/.test(above.text)
  )
}

const longestPlain = 300

/** Whether a line without any mark is a question, and no more than that. */
export const asksPlainly = (text: string): boolean =>
  text.length <= longestPlain &&
  /^[\s"“„«¿*_]*[\p{Lu}\p{Lo}\p{N}"'“]/u.test(text) &&
  !/[:,;]\s*$/.test(text) &&
  isQuestionLike(withAnswerBeside(candidateOf('bullet', text.trim(), 0, 0)).text, false)

const answerBeside = /([?？]["”*_)]*)[ \t]*(?:->|→|=>|➔|➡|—|–|::|-)[ \t]*(?<=[ \t]|→|>)(?=\S)/

/** `1. Why? -> So.` */
function withAnswerBeside(candidate: Candidate): Candidate {
  const { text } = candidate
  const match = answerBeside.exec(text)
  if (!match) return candidate
  const end = match.index + (match[1] ?? '').length
  return { ...candidate, text: text.slice(0, end), rest: text.slice(match.index + match[0].length) }
}

/** `**1) Name.** So.`, `**Why?** So.`, `- **Why?** So.`; null for a label such as `**Note:**`. */
function boldCandidate(
  body: string,
  opening: string,
  item: string | null,
  at: number,
  indent: number,
): Candidate | null {
  const closing = boldClosing[opening.toLowerCase()] ?? opening
  const end = body.indexOf(closing, opening.length)
  if (end < 0) return null
  const bold = body.slice(opening.length, end)
  const after = body.slice(end + closing.length)
  const found = candidateOf(item === null ? 'bold' : 'bold-item', bold.trim(), at, indent)
  if (found.prefix === 'q') return { ...found, text: `${bold} ${after}`.trim() }
  const itemNumber = item !== null && /^\s*\d/.test(item) ? prefixOf(item.trim()).number : null
  if (found.prefix !== null && itemNumber === null) {
    const isNumberAlone = bold.slice(prefixOf(bold).length).replace(/[\s.:)*_-]/g, '') === ''
    const text = isNumberAlone ? `${bold} ${after}` : after.trim() === '' ? bold : body
    return { ...found, text: text.trim() }
  }
  if (/[:：]$/.test(bold.trim()) || /^[:：]/.test(after)) return null
  const rest = after.replace(/^[\s.:–—-]+/, '').trim()
  const isNumbered = found.prefix === null && itemNumber !== null
  return isNumbered ? { ...found, prefix: 'number', number: itemNumber, rest } : { ...found, rest }
}
