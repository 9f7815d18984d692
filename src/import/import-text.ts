import { type Line, linesOf, type Scan, scanLines } from '../text/lines.ts'
import { isErrandNote } from './markdown/later.ts'
import { type Outline, outlineOf } from './markdown/outline.ts'
import { unwrapped } from './markdown/wrapped.ts'

/** What a reader is given: a text, with views of it that are made when a reader first asks for them. */
export interface ImportText {
  /** Repaired. */
  text: string
  /** The name of its file without the ending; null where there is none. */
  name: string | null
  /** Its rows, each known to be text, code or a comment. */
  readonly scan: Scan
  /** The same as lines, without comments and what is still to be done, and with the questions that are wrapped on one line. */
  readonly lines: readonly Line[]
  /** Its headings, and whatever else may mark a question in markdown. */
  readonly outline: Outline
}

export function importText(text: string, name: string | null): ImportText {
  let scan: Scan | null = null
  let lines: readonly Line[] | null = null
  let outline: Outline | null = null
  return {
    text,
    name,
    get scan() {
      scan ??= scanLines(text)
      return scan
    },
    get lines() {
      lines ??= unwrapped(linesOf(this.scan).filter((line) => !isErrandNote(line)))
      return lines
    },
    get outline() {
      outline ??= outlineOf(this.scan, this.lines)
      return outline
    },
  }
}
