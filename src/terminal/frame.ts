import type { Beside } from '../ports.ts'
import type { Rehearsal } from '../rehearsal/rehearsal.ts'
import { reads } from '../rehearsal/update.ts'
import type { Size, Style } from '../screens/style.ts'
import { view } from '../screens/view.ts'
import { guard } from '../text/guard.ts'
import { width } from '../text/wrap.ts'

/** How far a step has come. It outlives the prompt, which may be interrupted. */
export interface Reached {
  rehearsal: Rehearsal
  /** The line that is being typed, before Enter ends it. */
  line: string
  /** What records it. */
  beside: Beside | null
}

/** One frame of a step: its screen and, where text is read, the line that is being typed below it. */
export function frame({ rehearsal, line, beside }: Reached, size: Size, style: Style, now: number): string {
  if (reads(rehearsal) === 'key') return view(rehearsal, size, style, now, beside?.mic(style))
  const shown = lineBelow(guard(line), size)
  const rows = size.rows - Math.floor(width(shown) / size.columns)
  return `${view(rehearsal, { ...size, rows }, style, now)}\n${shown}`
}

/** The line being typed, behind its prompt. Of one that is too long, the last rows that fit below the clock. */
export function lineBelow(line: string, { columns, rows }: Size): string {
  const shown = `> ${line}`
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
