import { unicode } from './unicode.ts'

/** A run of emphasis marks, which is dropped when its counterpart is found. */
interface Run {
  mark: string
  opens: boolean
  closes: boolean
}

const MARKUP = /[\\`<[!*_~]/
const NEXT_MARKUP = /[\\`<[!*_~]/g
const CODE = /`+/y
const TAG = /<(?:\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|!--[^<>]*-->)/iy
const ADDRESS = /<((?:https?:|mailto:)[^<>\s]+)>/iy
const LINK = /!?\[((?:[^[\]\\]|\\.)*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"]*")?\)/y
const RUN = /\*+|_+|~+/y
const PUNCTUATION = /[!-/:-@[-`{-~]/

/** Whether a letter or a digit is in it. */
export const isWord = (text: string): boolean =>
  /[a-z0-9]/i.test(text) || unicode('[\\p{L}\\p{N}]').test(text)

/** Markdown without its marks, for one-line titles, checklists and counts of words; what is no mark stays. */
export function plainText(markdown: string): string {
  if (!MARKUP.test(markdown)) return onOneLine(markdown)
  const pieces = piecesOf(markdown)
  dropPairs(pieces)
  let text = ''
  for (const piece of pieces) text += typeof piece === 'string' ? piece : piece.mark
  return onOneLine(text)
}

/** With each run of blanks as one space. */
export const onOneLine = (text: string): string =>
  (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim()

function piecesOf(text: string): (string | Run)[] {
  const pieces: (string | Run)[] = []
  const ends = new Map<string, number>()
  let from = 0
  let at = 0
  const put = (end: number, piece: string | Run): void => {
    if (from < at) pieces.push(text.slice(from, at))
    pieces.push(piece)
    from = at = end
  }
  while (at < text.length) {
    NEXT_MARKUP.lastIndex = at
    const next = NEXT_MARKUP.exec(text)
    if (!next) break
    at = next.index
    const character = text[at] ?? ''
    if (character === '\\' && PUNCTUATION.test(text[at + 1] ?? '')) put(at + 2, text[at + 1] ?? '')
    else if (character === '`') putCode(text, at, ends, put)
    else if (character === '*' || character === '_' || character === '~') putRun(text, at, put)
    else if (!putMatch(text, at, put)) at++
  }
  if (from < text.length) pieces.push(text.slice(from))
  return pieces
}

type Put = (end: number, piece: string | Run) => void

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Code as it is, without the backticks around it; where they do not close it, they are text. */
function putCode(text: string, at: number, ends: Map<string, number>, put: Put): void {
  const mark = matchAt(CODE, text, at)?.[0] ?? '`'
  const start = at + mark.length
  // Searched anew only beyond what is known: all searches for one length take linear time together.
  let end = ends.get(mark) ?? start
  if (end < start) end = start
  while (
    end < text.length &&
    !(text.startsWith(mark, end) && text[end + mark.length] !== '`' && text[end - 1] !== '`')
  ) {
    const next = text.indexOf(mark, end + 1)
    end = next < 0 ? text.length : next
  }
  ends.set(mark, end)
  if (end >= text.length || end === start) put(start, mark)
  else put(end + mark.length, text.slice(start, end).replace(/^ (.*\S.*) $/s, '$1'))
}

function putRun(text: string, at: number, put: Put): void {
  const mark = matchAt(RUN, text, at)?.[0] ?? ''
  const before = text[at - 1] ?? ' '
  const after = text[at + mark.length] ?? ' '
  const isMark = mark[0] === '~' ? mark.length === 2 : mark.length < 4
  put(at + mark.length, {
    mark,
    opens: isMark && !isWord(before) && !/\s/.test(after),
    closes: isMark && !isWord(after) && !/\s/.test(before),
  })
}

function putMatch(text: string, at: number, put: Put): boolean {
  const address = matchAt(ADDRESS, text, at)
  const tag = address ? null : matchAt(TAG, text, at)
  const link = address || tag ? null : matchAt(LINK, text, at)
  if (address) put(at + address[0].length, address[1] ?? '')
  if (tag) put(at + tag[0].length, '')
  if (link) put(at + link[0].length, plainText(link[1] ?? ''))
  return address !== null || tag !== null || link !== null
}

/** Emphasis ends at the nearest run of the same marks, and not beyond its paragraph. */
function dropPairs(pieces: (string | Run)[]): void {
  const open = new Map<string, number[]>()
  pieces.forEach((piece, index) => {
    if (typeof piece === 'string') {
      if (/\n\s*\n/.test(piece)) open.clear()
      return
    }
    const openers = open.get(piece.mark) ?? []
    open.set(piece.mark, openers)
    const opener = piece.closes ? openers.pop() : undefined
    if (opener !== undefined && opener < index - 1) {
      pieces[opener] = ''
      pieces[index] = ''
    } else if (piece.opens) {
      openers.push(index)
    }
  })
}

/** Plain text as markdown that says the same. */
export function escapedText(text: string): string {
  return plainText(text) === text ? text : text.replace(/[\\`*_[\]<~!]/g, '\\$&')
}
