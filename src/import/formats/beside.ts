// Reads what stands beside the cards of a text: a callout, a list or headings may ask more.

import type { Reading } from '../../bank/draft.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import { type ImportText, importText } from '../import-text.ts'
import { readMarkdown } from '../markdown/reader.ts'

/** A reading of cards with the questions in the other rows of the text. `taken` are the numbers of the rows that cards hold. */
export function withBeside(
  reading: Reading,
  { scan, name }: ImportText,
  taken: ReadonlySet<number>,
): Reading {
  const rest = scan.rows.map((row, at) => (taken.has(at + 1) ? '' : row))
  if (!rest.some((row) => /\p{L}/u.test(row) && !isHeading(row))) return reading
  const found = readMarkdown(importText(rest.join('\n'), name))
  // A heading that does not ask names a part, and one without text of its own has the cards below it.
  const more = (found?.drafts ?? []).filter(
    ({ line, question, answer }) =>
      !isHeading(rest[line - 1] ?? '') || (answer !== null && isQuestionLike(question)),
  )
  if (more.length === 0) return reading
  return { ...reading, drafts: [...reading.drafts, ...more].sort((a, b) => a.line - b.line) }
}

const isHeading = (row: string): boolean => /^#{1,6} /.test(row)
