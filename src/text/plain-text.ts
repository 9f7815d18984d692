import { unicode } from './unicode.ts'

/** A run of emphasis marks such as `**`, which is dropped when its counterpart is found. */
interface Run {
  mark: string
  opens: boolean
  closes: boolean
}

const markup = /[\\`<[!*_~]/
const nextMarkup = /[\\`<[!*_~]/g
const backticks = /`+/y
const htmlTag = /<(?:\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|!--[^<>]*-->)/iy
const bareAddress = /<((?:https?:|mailto:)[^<>\s]+)>/iy
const linkOrImage = /!?\[((?:[^[\]\\]|\\.)*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"]*")?\)/y
/** `[text][1]`, `[^1]`: links and footnotes whose addresses are elsewhere. */
const linkElsewhere = /!?\[(?!\^)((?:[^[\]\\]|\\.)+)\]\[[\w .-]*\]|\[\^[^[\]\s]+\]/y
const emphasisRun = /\*+|_+|~+/y
const punctuation = /[!-/:-@[-`{-~]/

/** Whether a text has a letter or a digit. */
export const isWord = (text: string): boolean =>
  /[a-z0-9]/i.test(text) || unicode('[\\p{L}\\p{N}]').test(text)

/** Markdown as one line of plain text, for titles, checklists and counting words. What only looks like markup stays. */
export function plainText(markdown: string): string {
  if (!markup.test(markdown)) return onOneLine(markdown)
  const pieces = piecesOf(markdown)
  dropPairs(pieces)
  let text = ''
  for (const piece of pieces) text += typeof piece === 'string' ? piece : piece.mark
  return onOneLine(text)
}

/** A text with each run of blanks as one space, and none at its ends. */
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
    nextMarkup.lastIndex = at
    const next = nextMarkup.exec(text)
    if (!next) break
    at = next.index
    const character = text[at] ?? ''
    if (character === '\\' && punctuation.test(text[at + 1] ?? '')) put(at + 2, text[at + 1] ?? '')
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

/** Code without the backticks around it; backticks that are never closed are text. */
function putCode(text: string, at: number, ends: Map<string, number>, put: Put): void {
  const mark = matchAt(backticks, text, at)?.[0] ?? '`'
  const start = at + mark.length
  // `ends` says where the last search for this mark stopped: all searches together take linear time.
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
  const mark = matchAt(emphasisRun, text, at)?.[0] ?? ''
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
  const address = matchAt(bareAddress, text, at)
  const tag = address ? null : matchAt(htmlTag, text, at)
  const link = address || tag ? null : matchAt(linkOrImage, text, at)
  const elsewhere =
    address || tag || link || isWord(text[at - 1] ?? ' ') ? null : matchAt(linkElsewhere, text, at)
  if (elsewhere) put(at + elsewhere[0].length, plainText(elsewhere[1] ?? ''))
  if (address) put(at + address[0].length, address[1] ?? '')
  if (tag) put(at + tag[0].length, '')
  if (link) put(at + link[0].length, plainText(link[1] ?? ''))
  return address !== null || tag !== null || link !== null || elsewhere !== null
}

/** Drops pairs of the same emphasis marks. Emphasis ends at the nearest counterpart, and with its paragraph. */
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

/** Plain text as markdown that `plainText` reads as that text. */
export function escapedText(text: string): string {
  return plainText(text) === text ? text : text.replace(/[\\`*_[\]<~!]/g, '\\$&')
}
