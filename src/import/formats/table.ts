import type { Reading } from '../../bank/draft.ts'
import { columnsOf, draftOfRow } from './columns.ts'
import { type Row, rowsOf } from './rows.ts'

const DELIMITERS = [',', '\t', ';', '|']

/** CSV and TSV with a header that names the questions. */
export function readTable(text: string): Reading | null {
  const end = text.indexOf('\n')
  const first = end < 0 ? '' : text.slice(0, end)
  if (first.length > 2000 || /^[#>*\-|]/.test(first)) return null
  for (const delimiter of DELIMITERS) {
    const header = rowsOf(first, delimiter)[0]
    const columns = header ? columnsOf(header.fields) : null
    if (!columns || (columns.length < 2 && delimiter !== ',')) continue
    const rows = rowsOf(text, delimiter).slice(1)
    if (columns.length === 1 && !isSingleColumn(text, rows.length)) continue
    return {
      title: null,
      // an answer without a question is none, but is worth a warning
      drafts: rows
        .map((row) => draftOfRow(undefused(row), columns))
        .filter(({ question, answer }) => question !== '' || answer !== null),
    }
  }
  return readPairs(text)
}

/** A lone word `Question` heads a table only where no blank lines or marks follow. */
const isSingleColumn = (text: string, rows: number): boolean => rows > 0 && !/\n\s*\n|\n[#>*-]/.test(text)

/** Two columns without a header, as flash card programs export them: every line has its tab. */
function readPairs(text: string): Reading | null {
  if (!text.slice(0, 20_000).includes('\t')) return null
  const rows = rowsOf(text, '\t')
  const isPair = (fields: readonly string[]): boolean =>
    fields.length === 2 && fields.every((field) => field.trim() !== '')
  if (rows.length < 2 || !rows.every((row) => isPair(row.fields))) return null
  return { title: null, drafts: rows.map((row) => draftOfRow(row, ['question', 'answer'])) }
}

/** Without the apostrophe that keeps a spreadsheet from calculating. */
const undefused = (row: Row): Row => ({
  ...row,
  fields: row.fields.map((field) => field.replace(/^'(?=[=+\-@])/, '')),
})
