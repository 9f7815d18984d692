import type { Rehearsal } from '../rehearsal/rehearsal.ts'
import { wrap } from '../text/wrap.ts'
import { shownIn, sideBySide } from './layout.ts'
import type { Size, Style } from './style.ts'

/** What surrounds a passage. */
export interface PassageContext {
  rehearsal: Rehearsal
  size: Size
  style: Style
  live: boolean
  /** When each question comes back, by id: in how many days, or `later` than the interview. */
  due: Record<string, number | 'later'>
  /** Draws markdown. It is only called where `hasMarkdown` says so, as it has to be loaded first. */
  markdown(text: string, columns: number, style: Style): string
  /** The program as it was started. */
  program?: string
}

/** Wraps running text. */
export const wrapText = (text: string, { size, style }: PassageContext): string =>
  wrap(shownIn(style, text), size.columns)

/** Facts side by side, without those that are null. */
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
