// Reads tables such as CSV and TSV, by a header that names the questions: `Question,Answer`. Without a header it reads two
// columns with a tab between them.

import type { Reading } from '../../bank/draft.ts'
import type { ImportText } from '../import-text.ts'
import { columnsOf, draftOfRow } from './columns.ts'
import { type Row, rowsOf } from './rows.ts'

const delimiters = [',', '\t', ';', '|']

/** The rows of a table, even those with only an answer, which are worth a warning; null if the text is not a table. */
export function readTable({ text }: ImportText): Reading | null {
  const end = text.indexOf('\n')
  const first = end < 0 ? '' : text.slice(0, end)
  if (first.length > 2000 || /^[#>*\-|]/.test(first)) return null
  for (const delimiter of delimiters) {
    const header = rowsOf(first, delimiter)[0]
    const columns = header ? columnsOf(header.fields) : null
    if (!columns || (columns.length < 2 && delimiter !== ',')) continue
    const rows = rowsOf(text, delimiter).slice(1)
    if (columns.length === 1 && !isSingleColumn(text, rows.length)) continue
    const drafts = rows.map((row) => draftOfRow(withoutApostrophes(row), columns))
    return {
      title: null,
      drafts: drafts.filter(({ question, answer }) => question !== '' || answer !== null),
    }
  }
  return readPairs(text)
}

/** A single `Question` heads a table only where neither blank lines nor other marks follow. */
const isSingleColumn = (text: string, rows: number): boolean => rows > 0 && !/\n\s*\n|\n[#>*-]/.test(text)

/** Two columns without a header, as flash card programs export them: every row has both. */
function readPairs(text: string): Reading | null {
  if (!text.slice(0, 20_000).includes('\t')) return null
  const rows = rowsOf(text, '\t')
  const isPair = (fields: readonly string[]): boolean =>
    fields.length === 2 && fields.every((field) => field.trim() !== '')
  if (rows.length < 2 || !rows.every((row) => isPair(row.fields))) return null
  return { title: null, drafts: rows.map((row) => draftOfRow(row, ['question', 'answer'])) }
}

/** A row without the apostrophes that keep a spreadsheet from running a field as a formula. */
const withoutApostrophes = (row: Row): Row => ({
  ...row,
  fields: row.fields.map((field) => field.replace(/^'(?=[=+\-@])/, '')),
})
