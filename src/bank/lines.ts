import { type Fences, fencesOf } from './fences.ts'
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
  /** All lines but those of comments. */
  lines: Line[]
  /** What the comments say, by the number of the line where they begin. */
  comments: Map<number, string>
  /** The line of the first fence that nothing closes. */
  unclosedFence: number | null
}

/** Cuts a text into lines, and takes out the comments that stand on lines of their own. */
export function scanLines(text: string): Scan {
  const rows = text.split('\n')
  const fences = fencesOf(rows)
  const head = frontMatterOf(rows)
  const scan: Scan = { title: head.title, lines: [], comments: new Map(), unclosedFence: fences.unclosed }
  for (let row = head.rows; row < rows.length; row++) {
    const text = rows[row] ?? ''
    const code = fences.covers(row)
    const end: number | null = code ? null : commentEnd(rows, row, fences)
    if (end === null) {
      scan.lines.push({ number: row + 1, text, code })
    } else {
      scan.comments.set(row + 1, commentText(rows.slice(row, end + 1).join('\n')))
      row = end
    }
  }
  return scan
}

/**
 * The row where the comment ends that begins this one, or null if there is none. One that is not closed before the next
 * opens, or that has text after it, is text: a typo must not swallow questions.
 */
function commentEnd(rows: string[], row: number, fences: Fences): number | null {
  if (!/^\s*<!--/.test(rows[row] ?? '')) return null
  for (let end = row; end < rows.length && !fences.covers(end); end++) {
    const text = rows[end] ?? ''
    const open = text.indexOf('<!--')
    const close = text.indexOf('-->', end === row ? open + 4 : 0)
    if (close >= 0) return text.slice(close + 3).trim() === '' ? end : null
    if (end > row && open >= 0) return null
  }
  return null
}

const commentText = (comment: string): string => comment.trim().slice(4, -3).trim()
