import type { Beside } from '../ports.ts'
import type { Rehearsal } from '../rehearsal/rehearsal.ts'
import { reads } from '../rehearsal/update.ts'
import type { Markdown } from '../screens/checklist.ts'
import { liveColumns } from '../screens/layout.ts'
import type { Size, Style } from '../screens/style.ts'
import { view } from '../screens/view.ts'
import { guard } from '../text/guard.ts'
import { width } from '../text/wrap.ts'
import { type Writing, windowOn } from '../text/writing.ts'
import type { Cursor } from './device.ts'

/** How far a step has come. It outlives the prompt, which may be interrupted. */
export interface Reached {
  rehearsal: Rehearsal
  /** The line that is being typed, before Enter ends it. */
  line: string
  /** The answer that is being written. */
  writing: Writing
  /** What records it. */
  beside: Beside | null
  /** Draws the answer of a review. */
  markdown?: Markdown | undefined
}

/** What is on the screen of a step. */
export interface Frame {
  text: string
  /** The window that it is for. */
  size: Size
  /** Where the cursor is; null where readline has it. */
  cursor: Cursor | null
}

export const isSame = (a: Frame, b: Frame): boolean =>
  a.text === b.text &&
  a.size.columns === b.size.columns &&
  a.size.rows === b.size.rows &&
  a.cursor?.up === b.cursor?.up &&
  a.cursor?.column === b.cursor?.column

/** One frame of a step: its screen and, where text is read, what is being typed below it. */
export function frame(
  { rehearsal, line, writing, beside, markdown }: Reached,
  size: Size,
  style: Style,
  now: number,
): Frame {
  const reading = reads(rehearsal)
  if (reading === 'text') return writingFrame(writing, view(rehearsal, size, style, now), size)
  if (reading === 'key') {
    const status = beside?.status(style) ?? null
    return { text: view(rehearsal, size, style, now, { status, markdown }), size, cursor: null }
  }
  const shown = lineBelow(guard(line), size)
  const rows = size.rows - Math.floor(width(shown) / size.columns)
  return { text: `${view(rehearsal, { ...size, rows }, style, now)}\n${shown}`, size, cursor: null }
}

/** Stands before the row with the cursor; as wide, before the others, are blanks. */
const mark = '> '

/** For how many columns and rows of a text a window has room, about. */
export const textSize = (size: Size): [columns: number, rows: number] => [
  Math.max(2, liveColumns(size) - mark.length),
  Math.max(1, size.rows - 3),
]

/** A text below its clock. Of a long one, the rows around the cursor. */
function writingFrame(writing: Writing, above: string, size: Size): Frame {
  const head = above.split('\n').slice(0, Math.max(0, size.rows - 2))
  const [columns] = textSize(size)
  const { rows, row, column } = windowOn(writing, columns, Math.max(1, size.rows - 1 - head.length))
  const shown = rows.map((each, index) => (index === row ? mark : ' '.repeat(mark.length)) + guard(each))
  return {
    text: [...head, ...shown].join('\n'),
    size,
    cursor: { up: rows.length - row, column: mark.length + column },
  }
}

/** The line being typed, behind its prompt. Of one that is too long, the last rows that fit below the clock. */
export function lineBelow(line: string, { columns, rows }: Size): string {
  const shown = `${mark}${line}`
  const hiddenRows = Math.floor(width(shown) / columns) + 1 - Math.max(1, rows - 4)
  if (hiddenRows <= 0) return shown
  // only whole rows are left out, so that the cursor stays in the column where readline expects it
  let hiddenColumns = 0
  let start = 0
  for (const letter of line) {
    if (hiddenColumns >= hiddenRows * columns) break
    hiddenColumns += width(letter)
    start += letter.length
  }
  return line.slice(start)
}
