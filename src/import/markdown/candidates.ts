// Finds the lines that may ask a question, by how they are marked: `## Why?`, `**Why?**`, `3. Why?`, `- Why?`, `Q: Why?`.

import { longestLine } from '../../text/limits.ts'
import type { Line } from '../../text/lines.ts'
import { markerOf } from '../../text/list.ts'
import { type Details, isGenericSummary } from './details.ts'
import type { Heading } from './headings.ts'

/** A line that may ask a question. */
export interface Candidate {
  /** How it is marked, apart from its prefix. */
  mark: 'heading' | 'bold' | 'bold-item' | 'number' | 'bullet' | 'summary' | 'plain'
  /** `Q12.` is `numbered-q`, `Q:` is `q`, `12.` is `number`. */
  prefix: 'numbered-q' | 'q' | 'number' | null
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
  /** Of a summary. */
  details: Details | null
}

const qPrefix =
  /^[\s"“*_]*(?:(?:interview |sample )?question|q)(?:[ .]*[#№]?(\d{1,6})[a-z]?[*_]*(?: ?[.):：、–—-]|$|(?=[ \t]+[\p{Lu}"“]))|[ \t]*[*_]*[:：][*_]*(?=\s|\p{L}|["“*]|$)|\.[*_]*[ \t]+(?=\p{Lu}))/iu
const numberPrefix = /^[\s"“*_[]*#?(\d{1,6})[a-z]?(?: ?[.)](?=[\s*_]|$|\p{Lo})|[、．]|:(?=\s))/u
const plainPrefix = /^\s{0,3}(?:[Qq問问질]|\d{1,6} ?[.)、．])/
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
    const found = heading
      ? headingCandidate(heading)
      : line && !line.code
        ? lineCandidate(line.text, at)
        : null
    if (!found) continue
    candidates.push(found)
    at = found.end - 1
  }
  const summaries = details.filter(({ summary }) => !isGenericSummary(summary)).map(summaryCandidate)
  return [...candidates, ...summaries].sort((a, b) => a.at - b.at)
}

function candidateOf(mark: Candidate['mark'], text: string, at: number, indent: number): Candidate {
  const q = qPrefix.exec(text)
  const number = q?.[1] ? Number(q[1]) : numberIn(text)
  const prefix = q ? (q[1] ? 'numbered-q' : 'q') : number === null ? null : 'number'
  return {
    mark,
    prefix,
    number,
    level: 7,
    at,
    end: at + 1,
    text,
    rest: '',
    indent,
    inList: false,
    details: null,
  }
}

const numberIn = (text: string): number | null => {
  const match = numberPrefix.exec(text)
  return match ? Number(match[1]) : null
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

/** A line that begins in bold, an item of a list, or a line with just a prefix. */
function lineCandidate(text: string, at: number): Candidate | null {
  if (text.length > longestLine || text === '') return null
  const marker = markerOf(text)
  const body = marker ? text.slice(marker.width) : text
  const indent = marker?.indent ?? body.length - body.trimStart().length
  const bold = boldOpening.exec(body)?.[1]
  if (bold) return boldCandidate(body, bold, marker ? text : null, at, indent)
  if (marker && body.trim() !== '') {
    const isNumbered = /^\s*\d/.test(text)
    const candidate = isNumbered
      ? candidateOf('number', text.trim(), at, indent)
      : candidateOf('bullet', body.trim(), at, indent)
    return withAnswerBeside(candidate)
  }
  if (marker || !plainPrefix.test(text)) return null
  const candidate = candidateOf('plain', text.trim(), at, indent)
  return candidate.prefix === null ? null : withAnswerBeside(candidate)
}

const answerBeside = /([?？]["”*_)]*)[ \t]*(?:->|→|=>|—|–|::|-)[ \t]+(?=\S)/

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
  const itemNumber = item !== null && /^\s*\d/.test(item) ? numberIn(item) : null
  if (found.prefix !== null && itemNumber === null) {
    const isNumberAlone = withoutPrefix(bold) === ''
    const text = isNumberAlone ? `${bold} ${after}` : after.trim() === '' ? bold : body
    return { ...found, text: text.trim() }
  }
  if (/[:：]$/.test(bold.trim()) || /^[:：]/.test(after)) return null
  const rest = after.replace(/^[\s.:–—-]+/, '').trim()
  const isNumbered = found.prefix === null && itemNumber !== null
  return isNumbered ? { ...found, prefix: 'number', number: itemNumber, rest } : { ...found, rest }
}

const withoutPrefix = (text: string): string =>
  text
    .replace(qPrefix, '')
    .replace(numberPrefix, '')
    .replace(/[\s.:)*_-]/g, '')
