import type { Line } from '../../text/lines.ts'
import { markerOf } from '../../text/list.ts'
import { isGenericSummary, type Region } from './details.ts'
import type { Heading } from './headings.ts'

/** How a line is marked out, apart from its number: what the vote of a file is about. */
type Kind = 'heading' | 'bold' | 'bold-item' | 'number' | 'bullet' | 'summary' | 'plain'

/** A line that may ask a question. */
export interface Mark {
  kind: Kind
  /** Of a heading; else 7, below all of them. */
  level: number
  /** Indexes of its first line and of the one after its last. */
  at: number
  end: number
  /** `Q12.` is `numbered-q`, `Q:` is `q`, `12.` is `number`. */
  prefix: 'numbered-q' | 'q' | 'number' | null
  number: number | null
  /** Without the marks around it, but with its number. */
  text: string
  /** What follows on the same line and does not belong to the question. */
  rest: string
  indent: number
  /** A heading in an item of a numbered list. */
  inList: boolean
  region: Region | null
}

const Q =
  /^[\s"“*_]*(?:(?:interview |sample )?question|q)(?:[ .]*[#№]?(\d{1,6})[a-z]?[*_]*(?: ?[.):：、–—-]|$|(?=[ \t]+[\p{Lu}"“]))|[ \t]*[*_]*[:：][*_]*(?=\s|\p{L}|["“*]|$)|\.[*_]*[ \t]+(?=\p{Lu}))/iu
const NUMBER = /^[\s"“*_[]*#?(\d{1,6})[a-z]?(?: ?[.)](?=[\s*_]|$|\p{Lo})|[、．]|:(?=\s))/u
const PLAIN_START = /^\s{0,3}(?:[Qq問问질]|\d{1,6} ?[.)、．])/
const BOLD = /^(\*\*\*|\*\*|__|<b>|<strong>)(?=\S)/
const CLOSE: Record<string, string> = { '<b>': '</b>', '<strong>': '</strong>' }

/** What may ask a question in a text, line by line. */
export function marksOf(
  lines: readonly Line[],
  headings: readonly Heading[],
  regions: readonly Region[],
): Mark[] {
  const headingAt = new Map(headings.map((heading) => [heading.at, heading]))
  const summaries = regions.filter((region) => !isGenericSummary(region.summary)).map(summaryMark)
  const marks: Mark[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    const heading = headingAt.get(at)
    const mark = heading ? headingMark(heading) : line && !line.code ? lineMark(line.text, at) : null
    if (mark) marks.push(mark)
    at = (mark ?? { end: at + 1 }).end - 1
  }
  return [...marks, ...summaries].sort((a, b) => a.at - b.at)
}

function lineMark(text: string, at: number): Mark | null {
  if (text.length > 20_480 || text === '') return null
  const marker = markerOf(text)
  const body = marker ? text.slice(marker.width) : text
  const bold = BOLD.exec(body)
  const indent = marker?.indent ?? body.length - body.trimStart().length
  if (bold) return boldMark(body, bold[1] ?? '**', marker ? text : null, at, indent)
  if (marker && body.trim() !== '') {
    const isNumber = /^\s*\d/.test(text)
    return withInline(
      markOf(isNumber ? 'number' : 'bullet', isNumber ? text.trim() : body.trim(), at, indent),
    )
  }
  if (!marker && PLAIN_START.test(text)) {
    const mark = withInline(markOf('plain', text.trim(), at, indent))
    return mark.prefix === null ? null : mark
  }
  return null
}

const INLINE = /[?？]["”*_)]*[ \t]*(?:->|→|=>|—|–|::|-)[ \t]+(?=\S)/

/** `1. What? -> So.`: the answer on the same line. */
function withInline(mark: Mark): Mark {
  const match = INLINE.exec(mark.text)
  if (!match) return mark
  const end = match.index + match[0].length
  const question = mark.text.slice(0, end).replace(/[ \t]*(?:->|→|=>|—|–|::|-)[ \t]+$/, '')
  return { ...mark, text: question, rest: mark.text.slice(end) }
}

/** `**1) Name.** text`, `**What?** answer`, `- **text**`. */
function boldMark(body: string, open: string, item: string | null, at: number, indent: number): Mark | null {
  const close = CLOSE[open.toLowerCase()] ?? open
  const end = body.indexOf(close, open.length)
  if (end < 0) return null
  const inner = body.slice(open.length, end)
  const after = body.slice(end + close.length)
  const kind = item === null ? 'bold' : 'bold-item'
  const mark = markOf(kind, inner.trim(), at, indent)
  const outside = item !== null && /^\s*\d/.test(item) ? numberOf(item) : null
  if (mark.prefix === null && outside !== null) Object.assign(mark, { prefix: 'number', number: outside })
  if (mark.prefix !== null && mark.prefix !== 'q' && outside === null) {
    const isOnlyNumber =
      inner
        .replace(Q, '')
        .replace(NUMBER, '')
        .replace(/[\s.:)*_-]/g, '') === ''
    return {
      ...mark,
      text: isOnlyNumber ? `${inner} ${after}`.trim() : after.trim() === '' ? inner.trim() : body.trim(),
    }
  }
  if (mark.prefix === 'q') return { ...mark, text: `${inner} ${after}`.trim() }
  if (/[:：]$/.test(inner.trim()) || /^[:：]/.test(after)) return null
  return { ...mark, rest: after.replace(/^[\s.:–—-]+/, '').trim() }
}

const numberOf = (text: string): number | null => {
  const match = NUMBER.exec(text)
  return match ? Number(match[1]) : null
}

function markOf(kind: Kind, text: string, at: number, indent: number): Mark {
  const q = Q.exec(text)
  const number = q?.[1] ? Number(q[1]) : numberOf(text)
  const prefix = q ? (q[1] ? 'numbered-q' : 'q') : number === null ? null : 'number'
  return {
    kind,
    level: 7,
    at,
    end: at + 1,
    prefix,
    number,
    text,
    rest: '',
    indent,
    inList: false,
    region: null,
  }
}

function headingMark(heading: Heading): Mark {
  const mark = markOf('heading', heading.text, heading.at, 0)
  const prefix = heading.inList && mark.prefix === null ? 'number' : mark.prefix
  return { ...mark, prefix, level: heading.level, end: heading.end, inList: heading.inList }
}

function summaryMark(region: Region): Mark {
  const mark = markOf('summary', region.summary, region.open.at, 0)
  return { ...mark, end: region.from.at + 1, region }
}
