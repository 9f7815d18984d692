// Reads tables without a header, and cards with front and back on one line: `Why?;So.`, `Why?⇥So.` It takes the whole file
// to tell: nearly every line has the same separator.

import type { Draft, Reading } from '../../bank/draft.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import type { ImportText } from '../import-text.ts'
import { type Column, draftOfRow } from './columns.ts'
import { fittedTo, tooWide } from './fit.ts'
import { namelessColumns } from './nameless.ts'
import { type Row, rowsOf } from './rows.ts'
import { withoutSep } from './separators.ts'

const leastShare = 0.85
const fewestRows = 2

interface Separator {
  mark: string
  /** Whether the rows have to ask: lines of prose have this mark too. */
  mustAsk?: boolean
}

const separators: readonly Separator[] = [
  { mark: '\t' },
  { mark: ';' },
  { mark: ',', mustAsk: true },
  { mark: '|', mustAsk: true },
]

/** The cards of a text; null where its lines are not alike. */
export function readPairs({ text }: ImportText): Reading | null {
  const { body, delimiter, firstLine } = withoutSep(text)
  // In what has other marks, a separator is a part of the text.
  if (/^(?:#{1,6} |```|---|\||[-*>] |\d+[.)][ \t])/m.test(body.slice(0, 20_000))) return null
  const possible = delimiter === null ? separators : separators.filter(({ mark }) => mark === delimiter)
  for (const separator of possible) {
    const reading = readWith(separator, body, firstLine)
    if (reading) return reading
  }
  return delimiter === null && !body.includes('\t')
    ? readWith({ mark: '\t', mustAsk: true }, dashesAsTabs(body), firstLine)
    : null
}

const dash = / (?:--?>?|[–—→]|=>) /

/** Lines such as `Why? - So.` with a tab in the place of the first dash. */
const dashesAsTabs = (text: string): string => {
  const head = text.slice(0, 20_000).split('\n').slice(0, -1)
  const dashed = head.filter((row) => dash.test(row)).length
  return text.length < 20_000 || dashed * 2 > head.length
    ? text
        .split('\n')
        .map((row) => row.replace(dash, '\t'))
        .join('\n')
    : ''
}

function readWith(separator: Separator, text: string, firstLine: number): Reading | null {
  const { mark, mustAsk } = separator
  if (!text.slice(0, 20_000).includes(mark)) return null
  const all = belowPreamble(rowsOf(text, mark, firstLine))
  const rows = all.filter(({ fields }) => fields.length > 1)
  const others = all.filter(({ fields }) => fields.length === 1 && !belongsToOthers(fields[0] ?? ''))
  if (rows.length < fewestRows || others.length > rows.length * (1 - leastShare)) return null
  const width = usualWidth(rows)
  const { columns, asks } = namelessColumns(
    mark === ',' ? rows.map((row) => ({ ...row, fields: row.fields.slice(0, width) })) : rows,
  )
  const answer = columns.indexOf('answer')
  const asking = columns.indexOf('question')
  if (answer < 0 || (mustAsk && (asks < 0.6 || (asking > 1 && !isEvenSheet(rows, asks))))) return null
  if (!isSheetLike(rows, mark, asks)) return null
  const isWhole = ({ fields }: Row): boolean =>
    [asking, answer].every((at) => (fields[at] ?? '').trim() !== '')
  if (rows.filter(isWhole).length < rows.length * (isEvenSheet(rows, asks) ? 0.4 : 0.6)) return null
  const fitted = all.map((row) => fittedTo(columns, mark, row))
  return {
    title: null,
    drafts: draftsOf(isHeading(rows, asking) ? fitted.slice(1) : fitted, columns),
    warnings: tooWide(fitted, false),
  }
}

/** How many fields most rows have. */
function usualWidth(rows: readonly Row[]): number {
  const widths = widthsOf(rows)
  const [usual] = [...widths].sort(([, a], [, b]) => b - a)
  return usual?.[0] ?? 0
}

function widthsOf(rows: readonly Row[]): Map<number, number> {
  const widths = new Map<number, number>()
  for (const { fields } of rows) widths.set(fields.length, (widths.get(fields.length) ?? 0) + 1)
  return widths
}

const mostAbove = 8

/** The rows of a sheet of three columns at least, without those above it that fill only one, such as a title and a date. */
function belowPreamble(rows: readonly Row[]): readonly Row[] {
  const filled = ({ fields }: Row): number => fields.filter((field) => field.trim() !== '').length
  const first = rows.slice(0, mostAbove).findIndex((row) => filled(row) > 2)
  return first > 0 && rows.slice(0, first).every((row) => row.fields.length > 2 && filled(row) < 2)
    ? rows.slice(first)
    : rows
}

const fewestColumns = 4

/** Whether all rows have as many fields, and one column of them nearly always asks: no prose has commas like that. */
const isEvenSheet = (rows: readonly Row[], asks: number): boolean =>
  asks >= 0.75 &&
  (rows[0]?.fields.length ?? 0) >= fewestColumns &&
  rows.every(({ fields }) => fields.length === rows[0]?.fields.length)

const fewestBelow = 2
const heading = /^\W*(?:[\p{L}\p{N}]+\W*){1,3}$/u

/** Whether the first row names the columns in words that are not known: a few, and all rows below it ask. */
function isHeading([first, ...below]: readonly Row[], asking: number): boolean {
  if (first === undefined || below.length < fewestBelow) return false
  const asks = ({ fields }: Row): boolean => isQuestionLike(fields[asking] ?? '', false)
  if (asks(first)) return false
  if (first.fields.every((field) => heading.test(field)) && below.every(asks)) return true
  // a name above a column of numbers
  return first.fields.some(
    (field, at) =>
      /^\p{L}[\p{L}.]{0,14}$/u.test(field.trim()) &&
      at !== asking &&
      below.every(({ fields }) => isNumeric(fields[at] ?? '') || (fields[at] ?? '').trim() === '') &&
      below.some(({ fields }) => isNumeric(fields[at] ?? '')),
  )
}

/** Whether a line without a separator is a heading, or goes on with the line above. */
const belongsToOthers = (line: string): boolean => /[:：]\s*$|^\s/.test(line)

/** Whether separators stand where a program or a writer of cards puts them, and not where a sentence has them. */
function isSheetLike(rows: readonly Row[], mark: string, asks: number): boolean {
  if (mark === '\t')
    return asks >= 0.5 || rows.every(({ fields }) => fields.every((field) => !isNumeric(field)))
  const usual = usualWidth(rows)
  // with quotes around its fields, a row may have more of them
  const even = rows.filter(
    ({ fields, quoted }) => fields.length === usual || (quoted !== undefined && fields.length > usual),
  )
  const isEven = even.length >= rows.length * leastShare
  if (mark === ',') {
    const tight = rows.filter(({ fields }) => !/^\s/.test(fields[1] ?? '')).length
    return isEven && tight >= rows.length * leastShare
  }
  return asks >= 0.5 || (isEven && rows.length > 2 && isDeck(rows))
}

/** Whether rows may be cards that do not ask: no numbers, and answers of a few words. */
function isDeck(rows: readonly Row[]): boolean {
  const backs = rows.map(({ fields }) => (fields[1] ?? '').trim())
  const numeric = rows.filter(({ fields }) => fields.slice(0, 2).some(isNumeric)).length
  const length = backs.reduce((sum, back) => sum + back.length, 0)
  return numeric * 3 < rows.length && length >= backs.length * shortestBack
}

const shortestBack = 8
const isNumeric = (field: string): boolean => /^\s*[\d.,:/€$%-]+\s*$/.test(field) && /\d/.test(field)

/** The cards. A line without a separator heads those below it where it stands first or ends in a colon, or goes on. */
function draftsOf(rows: readonly Row[], columns: readonly (Column | null)[]): Draft[] {
  const drafts: Draft[] = []
  let section: string | null = null
  for (const row of rows) {
    const [alone = ''] = row.fields
    const previous = drafts.at(-1)
    if (row.fields.length > 1) {
      drafts.push({ ...draftOfRow(row, columns), section })
    } else if (previous === undefined || /[:：]\s*$/.test(alone)) {
      section = alone.replace(/[:：]?\s*$/, '').trim() || null
    } else {
      previous.answer = [previous.answer, alone.trim()].filter(Boolean).join('\n')
    }
  }
  return drafts.filter(({ question, answer }) => question !== '' || answer !== null)
}
