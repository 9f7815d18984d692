// Reads prose that quotes questions, such as the notes of a call: `She opens with "Why us?", and then asks "Who are you?"`,
// and takes the marks from a text that is quoted as a whole.

import type { Draft, Reading } from '../../bank/draft.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import { longestLine } from '../../text/limits.ts'
import type { Line } from '../../text/lines.ts'
import type { ImportText } from '../import-text.ts'

const quoted = /"([^"]{8,200}[?？])"|“([^“”]{8,200}[?？])”|„([^„“”]{8,200}[?？])[“”]|«([^«»]{8,200}[?？])»/g
const fewest = 3
const fewestWords = 3

/** The questions that a text quotes; null where these are fewer than three. */
export function readQuoted({ lines }: ImportText): Reading | null {
  const drafts = lines.filter(({ text, code }) => !code && text.length < longestLine).flatMap(draftsIn)
  return drafts.length < fewest ? null : { title: null, drafts }
}

const draftsIn = ({ text, number }: Line): Draft[] =>
  [...text.matchAll(quoted)].flatMap((match) => {
    const question = (match.slice(1).find((group) => group !== undefined) ?? '').trim()
    const asks = isQuestionLike(question, false) && question.split(/\s+/).length >= fewestWords
    return asks ? [{ line: number, section: null, question, answer: null }] : []
  })

const quoteMark = /^ {0,3}>[ \t]?/

/** A text of which most rows are quoted, without the marks that do so; null where fewer are. */
export function withoutQuotes(text: string): string | null {
  const rows = text.split('\n').filter((row) => row.trim() !== '')
  const quotedRows = rows.filter((row) => quoteMark.test(row)).length
  return quotedRows < fewest || quotedRows * 2 < rows.length ? null : text.replace(quoteMarks, '')
}

const quoteMarks = new RegExp(quoteMark.source, 'gm')
