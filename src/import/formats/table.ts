// Reads tables such as CSV and TSV, by a header that names the questions: `Question,Answer`. The delimiter is the one that
// gives the header most columns; a line `sep=;` and a title may stand above it.

import type { Draft, Reading } from '../../bank/draft.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import type { ImportText } from '../import-text.ts'
import { type Column, columnsOf, columnUses, draftOfRow, isMetadata, isSure } from './columns.ts'
import { fittedTo, tooWide } from './fit.ts'
import { type Row, rowsOf } from './rows.ts'
import { delimiters, withoutSep } from './separators.ts'

interface Header {
  delimiter: string
  /** The rows from the top to the header itself. */
  above: Row[]
  cells: string[]
  columns: (Column | null)[]
}

const headLength = 64 * 1024
const mostRowsAbove = 8
/** So many rows tell what the others are like. */
const sampleRows = 500

/** The rows of a table, even those with only an answer, which are worth a warning; null if the text is not a table. */
export function readTable({ text }: ImportText): Reading | null {
  const { body, delimiter, firstLine } = withoutSep(text)
  const named = headerOf(body, delimiter === null ? delimiters : [delimiter], firstLine)
  if (!named) return null
  const { cells, above } = named
  const all = rowsOf(body, named.delimiter, firstLine).slice(above.length)
  // the table of a markdown text, with whatever stands around it
  const isMarkdown = named.delimiter === '|' && cells[0]?.trim() === '' && all.slice(0, 1).some(isRule)
  if (isMarkdown) return null
  const rows = all.filter((row) => !isRule(row) && !repeats(row, cells))
  const columns = withTexts(named, rows)
  const header = { ...named, columns }
  if (!isTable(rows, header, body)) return null
  const fitted = rows.map((row) => fittedTo(columns, named.delimiter, withoutApostrophes(row)))
  const drafts = inSections(fitted, header)
  return {
    title: titleOf(above),
    drafts: drafts.filter(
      ({ question, answer }) => answer !== null || (question !== '' && !isNumber.test(question)),
    ),
    columns: columnUses(cells, columns),
    warnings: tooWide(fitted),
  }
}

/** The header that names most columns, among the first rows. */
function headerOf(text: string, possible: readonly string[], firstLine: number): Header | null {
  const head = text.slice(0, headLength)
  if (/^(?:#{1,6}[ \t]|[>*|]|- |---)/.test(head)) return null
  let best: Header | null = null
  for (const delimiter of possible) {
    const rows = rowsOf(head, delimiter, firstLine).slice(0, mostRowsAbove)
    for (const [index, row] of rows.entries()) {
      if (row.fields.length > 1 && row.fields.every((field) => field.trim().length > longestHeading)) continue
      const columns = columnsOf(row.fields)
      if (columns === null || isSentence(row, columns)) continue
      const found = { delimiter, above: rows.slice(0, index + 1), cells: row.fields, columns }
      if (weightOf(found) > weightOf(best)) best = found
      // A title, too, may have the word for a question in it.
      if (columns.filter((column) => column !== null).length > 1) break
    }
  }
  return best
}

const longestHeading = 60

const weightOf = (header: Header | null): number =>
  header === null
    ? 0
    : header.columns.filter((column) => column !== null).length -
      (header.above.length - 1) / 10 +
      // of delimiters that name as many columns, the one that is there
      (header.columns.length > 1 ? 0.01 : 0)

/** Whether what names a question or an answer is a sentence: then it is a row, not the header. */
const isSentence = ({ fields }: Row, columns: readonly (Column | null)[]): boolean =>
  !fields.some(isMetadata) &&
  fields.some(
    (field, at) => columns[at] !== null && /[?？.!]\s*$|\p{L}.*,\s/u.test(field) && / .* /.test(field.trim()),
  )

/** Whether rows are below a header as in a table, and not the lines of another text whose first one reads like a header. */
function isTable(rows: readonly Row[], header: Header, text: string): boolean {
  const { columns, above, delimiter, cells } = header
  if (rows.length === 0) return false
  if (columns.filter((column) => column !== null).length < 2) {
    if (above.length > 1 || !isSingleColumn(text)) return false
    return columns.length === 1 ? delimiter === ',' || areQuoted(rows, text) : isCounted(header, rows)
  }
  if (delimiter === ',' && isProse([cells, ...rows.slice(0, sampleRows).map(({ fields }) => fields)], text))
    return false
  const asking = columns.indexOf('question')
  const sample = rows.slice(0, sampleRows)
  const questions = sample.map(({ fields }) => (fields[asking] ?? '').trim())
  if (!isSure(cells, columns) && askingShare(questions) < 1 / 3) return false
  const wide = sample.filter(({ fields }) => fields.length > 1).length
  return wide * 2 >= sample.length && questions.filter(Boolean).length * 2 >= sample.length
}

const askingShare = (texts: readonly string[]): number =>
  texts.filter((text) => isQuestionLike(text)).length / Math.max(1, texts.length)

/** Whether commas have a blank behind them and paragraphs between them, as in sentences. */
function isProse(rows: readonly (readonly string[])[], text: string): boolean {
  const loose = rows.filter((fields) => fields.slice(1).every((field) => /^ \S/.test(field))).length
  return loose * 5 >= rows.length * 4 && /\n[ \t]*\n/.test(text.trim())
}

/** What a last row may count or sum up in the column of the questions. */
const isNumber = /^[\d.,]+$/

/** Shorter texts, on average, are marks and names. */
const leastLength = 24

/** The columns, and those of long texts under names that say nothing: they answer, or are a part of the answer. */
function withTexts({ cells, columns }: Header, rows: readonly Row[]): (Column | null)[] {
  const sample = rows.slice(0, sampleRows)
  const lengths = columns.map((column, at) => {
    if (column !== null || isMetadata(cells[at] ?? '')) return 0
    const filled = sample
      .map(({ fields }) => (fields[at] ?? '').trim())
      .filter((field) => /\p{L}/u.test(field))
    return filled.reduce((sum, field) => sum + field.length, 0) / Math.max(1, filled.length)
  })
  const longest = lengths.indexOf(Math.max(...lengths))
  const isOpen = !columns.includes('answer') && !columns.includes('part')
  return columns.map((column, at) => {
    if (column !== null || (lengths[at] ?? 0) < leastLength) return column
    return isOpen && at === longest ? 'answer' : 'part'
  })
}

/** A single `Question` heads a table only where neither blank lines nor other marks follow. */
const isSingleColumn = (text: string): boolean => !/\n\s*\n|\n[#>*-]/.test(text.trimEnd())

/** Whether a sheet of one column has quotes around its fields, as those with a comma get. */
const areQuoted = (rows: readonly Row[], text: string): boolean =>
  /\n"/.test(text) && askingShare(rows.slice(0, sampleRows).map(({ fields }) => fields[0] ?? '')) > 1 / 2

/** Whether beside a column that asks there are only numbers, or what is said about a question. */
function isCounted({ cells, columns }: Header, rows: readonly Row[]): boolean {
  const asking = columns.indexOf('question')
  const isBeside = (cell: string): boolean => counter.test(cell.trim()) || isMetadata(cell)
  const sample = rows.slice(0, sampleRows).map(({ fields }) => fields[asking] ?? '')
  return cells.every((cell, at) => at === asking || isBeside(cell)) && askingShare(sample) >= 1 / 3
}

const counter = /^(?:#|№|n[°ºr]?\.?|no\.?|num(?:ber)?|nummer|id)?$/i

/** The row below the header of a table with `|`. */
const isRule = ({ fields }: Row): boolean => /^[\s:|-]*-{2,}[\s:|-]*$/.test(fields.join('|'))

/** Whether a row is the header once more, as in joined files. */
const repeats = ({ fields }: Row, header: readonly string[]): boolean =>
  fields.length === header.length && fields.every((field, at) => field === header[at])

/** A title that stands alone in a row above the header. */
function titleOf(above: readonly Row[]): string | null {
  const [first] = above.slice(0, -1)
  const filled = first?.fields.filter((field) => field.trim() !== '') ?? []
  return filled.length === 1 ? (filled[0]?.trim() ?? null) : null
}

const mostTitleWords = 4

/** The drafts of a table. In one without sections, a few words alone in a row may head those below it. */
function inSections(rows: readonly Row[], { cells, columns }: Header): Draft[] {
  const drafts = rows.map((row) => draftOfRow(row, columns, cells))
  const asking = askingShare(drafts.slice(0, sampleRows).map(({ question }) => question))
  if (columns.includes('section') || asking < 0.6) return drafts
  let section: string | null = null
  return drafts.flatMap((draft, index) => {
    const filled = rows[index]?.fields.filter((field) => field.trim() !== '') ?? []
    const isTitle =
      filled.length === 1 &&
      filled[0]?.trim() === draft.question &&
      !isQuestionLike(draft.question) &&
      draft.question.split(/\s+/).length <= mostTitleWords &&
      (drafts[index + 1]?.answer ?? null) !== null
    if (!isTitle) return [{ ...draft, section }]
    section = draft.question
    return []
  })
}

/** A row without the apostrophes that keep a spreadsheet from running a field as a formula. */
const withoutApostrophes = (row: Row): Row => ({
  ...row,
  fields: row.fields.map((field) => (field.startsWith("'") ? field.replace(/^'(?=[=+\-@])/, '') : field)),
})
