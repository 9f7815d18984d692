import type { Shape } from '../bank/model.ts'
import type { Rehearsal } from '../rehearsal/rehearsal.ts'
import { wrap } from '../text/wrap.ts'
import { sideBySide } from './layout.ts'
import type { Size, Style } from './style.ts'

/** What a passage needs to know besides itself. */
export interface PassageContext {
  rehearsal: Rehearsal
  size: Size
  style: Style
  live: boolean
  /** When each question comes back, by id, as `in 4 days`. */
  due: Record<string, string>
  /** Draws markdown; what does so is loaded when there is some to draw, see `hasMarkdown`. */
  markdown(text: string, columns: number, style: Style): string
  /** Config `shape`. */
  shape: 'auto' | Shape
  /** The program as it was started. */
  program?: string
}

/** Running text, wrapped. */
export const wrapText = (text: string, { size }: PassageContext): string => wrap(text, size.columns)

/** What is known, side by side. */
export const factLines = (
  known: (string | null)[],
  { size, style }: PassageContext,
  columns = size.columns,
): string[] =>
  sideBySide(
    known.filter((fact) => fact !== null),
    columns,
    style,
  )
