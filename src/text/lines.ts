import { fencesOf } from './fences.ts'
import { frontMatterOf } from './front-matter.ts'

/** A line of a text, which knows whether it is code. */
export interface Line {
  /** From 1. */
  number: number
  text: string
  /** Inside a fence, or one of its ends. */
  code: boolean
}

export interface Scan {
  /** Given by the lines about the text at its head. */
  title: string | null
  /** The rows of the text as they are. */
  rows: readonly string[]
  /** Of each row: whether it is `TEXT`, `CODE` or `COMMENT`. */
  kinds: Uint8Array
  /** What the comments say, by the number of the line where they begin. */
  comments: Map<number, string>
  /** The line of the first fence that nothing closes. */
  unclosedFence: number | null
}

export const TEXT = 0
const CODE = 1
const COMMENT = 2

/** Cuts a text into rows, and finds the comments that stand on lines of their own. */
export function scanLines(text: string): Scan {
  const rows = text.split('\n')
  const head = frontMatterOf(rows)
  const { kinds, unclosed } = fencesOf(rows)
  kinds.fill(COMMENT, 0, head.rows)
  const scan: Scan = { title: head.title, rows, kinds, comments: new Map(), unclosedFence: unclosed }
  for (let row = head.rows; row < rows.length; row++) {
    const end: number | null = kinds[row] === TEXT ? commentEnd(rows, row, kinds) : null
    if (end === null) continue
    const comment = end === row ? (rows[row] ?? '') : rows.slice(row, end + 1).join('\n')
    scan.comments.set(row + 1, commentText(comment))
    kinds.fill(COMMENT, row, end + 1)
    row = end
  }
  return scan
}

/** The lines from one row to before another, without comments. */
export function linesOf({ rows, kinds }: Scan, from = 0, to = rows.length): Line[] {
  const lines: Line[] = []
  for (let row = from; row < to; row++) {
    if (kinds[row] !== COMMENT)
      lines.push({ number: row + 1, text: rows[row] ?? '', code: kinds[row] === CODE })
  }
  return lines
}

const LESS_THAN = 60
const SPACE = 32

/**
 * The row where the comment ends that begins this one, or null if there is none. One that is not closed before the next
 * opens, or that has text after it, is text: a typo must not swallow questions.
 */
function commentEnd(rows: readonly string[], row: number, kinds: Uint8Array): number | null {
  const first = rows[row] ?? ''
  const code = first.charCodeAt(0)
  if ((!(code <= SPACE) && code !== LESS_THAN) || !/^\s*<!--/.test(first)) return null
  for (let end = row; end < rows.length && kinds[end] === TEXT; end++) {
    const text = rows[end] ?? ''
    const open = text.indexOf('<!--')
    const close = text.indexOf('-->', end === row ? open + 4 : 0)
    if (close >= 0) return text.slice(close + 3).trim() === '' ? end : null
    if (end > row && open >= 0) return null
  }
  return null
}

const commentText = (comment: string): string => comment.trim().slice(4, -3).trim()
