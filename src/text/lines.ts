import { fencesOf } from './fences.ts'
import { frontMatterOf } from './front-matter.ts'

/** A line of a text, which knows whether it is code. */
export interface Line {
  /** From 1. */
  number: number
  text: string
  /** Inside a fence, or a fence itself. */
  code: boolean
  /** Inside a callout, whose marks were taken off. */
  inCallout?: boolean
}

/** A text cut into rows, each of which is known to be text, code or a comment. */
export interface Scan {
  /** From its front matter. */
  title: string | null
  /** The rows of the text, unchanged. */
  rows: readonly string[]
  /** One of `rowKinds` for each row. Front matter counts as a comment. */
  kinds: Uint8Array
  /** What the comments say, by the number of the line where they begin. */
  comments: Map<number, string>
  /** The line, from 1, of the first fence that is never closed. */
  unclosedFence: number | null
}

export const rowKinds = { text: 0, code: 1, comment: 2 } as const

/** Cuts a text into rows, and finds code, front matter and the comments that have lines of their own. */
export function scanLines(text: string): Scan {
  const rows = rowsOf(text)
  const head = frontMatterOf(rows)
  const { code: kinds, unclosed } = fencesOf(rows)
  kinds.fill(rowKinds.comment, 0, head.rows)
  const scan: Scan = { title: head.title, rows, kinds, comments: new Map(), unclosedFence: unclosed }
  for (let row = head.rows; row < rows.length; row++) {
    const end: number | null = kinds[row] === rowKinds.text ? commentEnd(rows, row, kinds) : null
    if (end === null) continue
    const comment = end === row ? (rows[row] ?? '') : rows.slice(row, end + 1).join('\n')
    scan.comments.set(row + 1, commentText(comment))
    kinds.fill(rowKinds.comment, row, end + 1)
    row = end
  }
  return scan
}

/** Invisible characters, which `safe()` has made visible. */
const invisible = /^[ \t]*(?:<U\+(?:FEFF|200[BEF]|061C|202[A-E]|206[6-9])>[ \t]*)+/

/** The rows of a text. Invisible characters in front of a row, as between joined files, may not hide its mark. */
function rowsOf(text: string): string[] {
  const rows = text.split('\n')
  return text.includes('<U+') ? rows.map((row) => row.replace(invisible, '')) : rows
}

/** The lines of some rows, `to` not included, without comments. */
export function linesOf({ rows, kinds }: Scan, from = 0, to = rows.length): Line[] {
  const lines: Line[] = []
  for (let row = from; row < to; row++) {
    if (kinds[row] !== rowKinds.comment)
      lines.push({ number: row + 1, text: rows[row] ?? '', code: kinds[row] === rowKinds.code })
  }
  return lines
}

/** How many line breaks are between two indexes of a text. */
export function lineBreaks(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++
  return count
}

const lessThan = 60
const space = 32

/**
 * The row where the comment that begins a row ends; null if there is none. A comment that is not closed before the next one
 * opens, or that has text after it, is text: a typo must not swallow questions.
 */
function commentEnd(rows: readonly string[], row: number, kinds: Uint8Array): number | null {
  const first = rows[row] ?? ''
  const code = first.charCodeAt(0)
  if ((!(code <= space) && code !== lessThan) || !/^\s*<!--/.test(first)) return null
  for (let end = row; end < rows.length && kinds[end] === rowKinds.text; end++) {
    const text = rows[end] ?? ''
    const open = text.indexOf('<!--')
    const close = text.indexOf('-->', end === row ? open + 4 : 0)
    if (close >= 0) return text.slice(close + 3).trim() === '' ? end : null
    if (end > row && open >= 0) return null
  }
  return null
}

const commentText = (comment: string): string => comment.trim().slice(4, -3).trim()
