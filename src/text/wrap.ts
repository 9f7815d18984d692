import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'
import { unicode } from './unicode.ts'

/** What comes before the first line, and before the others. */
export interface Indent {
  first: string
  rest: string
  /** How many columns both take, if that is known already. */
  width?: number
}

const sgr = /(\x1b\[[\d:;]*m)/
/** Whether a text has letters of several code points, which must not be broken apart. */
const clustered = (): RegExp => unicode('[\\p{M}\\p{EMod}\\p{RI}]|\\u200d')

/** How many columns a line takes on a terminal: colours take none, wide characters and emoji two. */
export function width(text: string): number {
  return isLatin(text) ? text.length : stringWidth(text)
}

/**
 * Whether each character takes one column, as in most text: Latin, with dashes, quotation marks and ellipses. On short texts
 * a loop is faster than a regular expression.
 */
export function isLatin(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x20 || (code > 0x7e && code < 0xa0) || (code > 0xff && (code < 0x2010 || code > 0x2027)))
      return false
  }
  return true
}

/**
 * Breaks text into lines of at most so many columns, indent included. Newlines stay, and words that are too long are
 * broken. Each line closes the colours that it opens, so that lines can be shown one by one.
 */
export function wrap(text: string, columns: number, indent: Indent = { first: '', rest: '' }): string {
  const taken = indent.width ?? Math.max(width(indent.first), width(indent.rest))
  const room = Math.max(1, columns - taken)
  if (text !== '' && text.length <= room && isLatin(text) && text.trim() === text) return indent.first + text
  return closeLines(wrapAnsi(splitClusters(text, room), room, { hard: true }))
    .split('\n')
    .map((line, index) => {
      const lead = index === 0 ? indent.first : indent.rest
      return line === '' ? lead.trimEnd() : lead + line
    })
    .join('\n')
}

/** Breaks only the lines of a text that are longer than so many columns; the others keep their blanks. */
export const wrapLong = (text: string, columns: number): string =>
  text
    .split('\n')
    .map((line) => (width(line) <= columns ? line : wrap(line, columns)))
    .join('\n')

/** A line cut to at most so many columns, with an ellipsis where something is missing. Its colours stay closed. */
export function truncate(line: string, columns: number, ellipsis = '…'): string {
  if (width(line) <= columns) return line
  const room = columns - width(ellipsis)
  if (room < 0) return ellipsis.slice(0, Math.max(0, columns))
  let kept = ''
  let left = room
  for (const cell of cells(line)) {
    if (sgr.test(cell)) kept += cell
    else if (left >= 0) {
      left -= width(cell)
      kept += left < 0 ? ellipsis : cell
    }
  }
  return kept
}

/** `wrap()` to at most so many lines, with an ellipsis where something is missing. */
export function wrapToLines(
  text: string,
  columns: number,
  most: number,
  { ellipsis = '…', indent }: { ellipsis?: string; indent?: Indent | undefined } = {},
): string {
  const lines = wrap(text, columns, indent).split('\n')
  if (lines.length <= most) return lines.join('\n')
  const last = `${lines[most - 1]} ${lines[most]?.trim()}`
  return [...lines.slice(0, most - 1), truncate(last, columns, ellipsis)].join('\n')
}

/** A line filled up with spaces to at least so many columns. */
export function padEnd(line: string, columns: number): string {
  return line + ' '.repeat(Math.max(0, columns - width(line)))
}

/** Breaks long words between letters: fast-wrap-ansi, which comes next, would break them between code points. */
function splitClusters(text: string, room: number): string {
  if (!/[^\0-\xff]/.test(text) || !clustered().test(text)) return text
  return text.replace(/[^ \n]+/g, (word) => (width(word) <= room ? word : pieces(word, room).join(' ')))
}

function pieces(word: string, room: number): string[] {
  const all: string[] = []
  let piece = ''
  for (const cell of cells(word)) {
    if (width(piece) > 0 && width(piece + cell) > room) {
      all.push(piece)
      piece = ''
    }
    piece += cell
  }
  return [...all, piece]
}

/** The colour sequences and whole letters of a text, in order. */
function cells(text: string): string[] {
  const letters = new Intl.Segmenter()
  return text
    .split(sgr)
    .flatMap((part) =>
      sgr.test(part) ? [part] : Array.from(letters.segment(part), ({ segment }) => segment),
    )
}

function closeLines(text: string): string {
  if (!text.includes('\x1b')) return text
  const open = new Map<number, string>()
  return text.replace(/\x1b\[(\d*)[\d:;]*m|\n/g, (found, code: string | undefined) => {
    if (code === undefined) {
      const closing = [...open.keys()].reverse().map((end) => `\x1b[${end}m`)
      return `${closing.join('')}\n${[...open.values()].join('')}`
    }
    const end = endOf(Number(code))
    if (Number(code) === 0) open.clear()
    else if (end === undefined) open.delete(Number(code))
    else open.set(end, (open.get(end) ?? '') + found)
    return found
  })
}

/** The SGR code that ends what this one starts; undefined for a code that starts nothing. */
function endOf(code: number): number | undefined {
  if (code === 1 || code === 2) return 22
  if (code >= 3 && code <= 9) return code + 20
  if ((code >= 30 && code <= 38) || (code >= 90 && code <= 97)) return 39
  if ((code >= 40 && code <= 48) || (code >= 100 && code <= 107)) return 49
  return undefined
}
