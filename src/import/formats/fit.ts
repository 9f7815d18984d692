// Fits the rows of a table to its columns. A row has more fields where a text holds the delimiter without quotes, or where
// somebody wrote more than the header names.

import type { Warning } from '../../bank/model.ts'
import { quoted, warningsAt } from '../warnings/warning.ts'
import type { Column } from './columns.ts'
import type { Row } from './rows.ts'

/** A row with as many fields as there are columns, or fewer. */
export interface Fitted extends Row {
  /** How many fields were joined with the one before. */
  joined: number
  /** The fields that no column has. */
  beyond: readonly string[]
}

/**
 * A row cut to its columns. Fields in quotes stay where they are. A field that begins with a blank goes on with the one
 * before, and so does what a question is cut from; what is beyond the last column belongs to it where that is a text.
 */
export function fittedTo(columns: readonly (Column | null)[], delimiter: string, row: Row): Fitted {
  const width = columns.length
  const fields = withoutBlankEnd(row.fields, width)
  const fitted = { ...row, fields, joined: 0, beyond: [] }
  if (fields.length <= width) return fitted
  const own = new Set(row.quoted)
  const surplus = fields.length - width
  const glued = withGlued(fields, delimiter, own)
  if (glued.length === width) return { ...fitted, fields: glued, joined: surplus }
  const asking = columns.indexOf('question')
  const isOpen = (at: number): boolean =>
    at >= 0 && !Array.from({ length: surplus + 1 }, (_, offset) => at + offset).some((each) => own.has(each))
  const joinedAt = (at: number): Fitted => {
    const whole = fields.slice(at, at + surplus + 1).join(delimiter)
    return {
      ...fitted,
      fields: [...fields.slice(0, at), whole, ...fields.slice(at + surplus + 1)],
      joined: surplus,
    }
  }
  const asked = fields.slice(asking, asking + surplus + 1).join(delimiter)
  if (isOpen(asking) && asks(asked) && !asks(fields[asking] ?? '')) return joinedAt(asking)
  const last = columns[width - 1]
  if (isOpen(width - 1) && (last === 'answer' || last === 'part')) return joinedAt(width - 1)
  return { ...fitted, fields: fields.slice(0, width), beyond: fields.slice(width) }
}

const asks = (field: string): boolean => /[?？]["”’]?\s*$/.test(field)

/** Fields, of which those that begin with a blank are joined with the one before, unless either is in quotes. */
function withGlued(fields: readonly string[], delimiter: string, own: ReadonlySet<number>): string[] {
  const glued: string[] = []
  fields.forEach((field, at) => {
    const goesOn = at > 0 && /^\s+\S/.test(field) && !own.has(at) && !own.has(at - 1)
    if (goesOn) glued.push(`${glued.pop()}${delimiter}${field}`)
    else glued.push(field)
  })
  return glued
}

function withoutBlankEnd(fields: string[], least: number): string[] {
  let end = fields.length
  while (end > least && (fields[end - 1] ?? '').trim() === '') end--
  return end === fields.length ? fields : fields.slice(0, end)
}

/** Tells which rows had more fields, and what became of these. */
export const tooWide = (rows: readonly Fitted[], hasHeader = true): Warning[] => [
  ...warningsAt(
    'not-understood',
    rows.filter(({ joined }) => joined > 0),
    ({ joined }) =>
      `This row has ${joined} more ${joined === 1 ? 'field' : 'fields'} than the header, so two or more were joined. Put quotes around a field that holds a delimiter.`,
    (count) =>
      `${count} rows have more fields than the header, so some were joined. Put quotes around fields that hold a delimiter.`,
  ),
  ...warningsAt(
    'not-understood',
    rows.filter(({ beyond }) => beyond.length > 0),
    ({ beyond }) =>
      `This row has more fields than ${hasHeader ? 'the header' : 'most'}: ${quoted(beyond.join(', '))} ${beyond.length === 1 ? 'was' : 'were'} not read. ${remedy(hasHeader)}`,
    (count) =>
      `${count} rows have more fields than ${hasHeader ? 'the header' : 'most'}, which were not read. ${remedy(hasHeader)}`,
  ),
]

const remedy = (hasHeader: boolean): string =>
  hasHeader ? 'Name their columns in the header.' : 'Put a header above that names all columns.'
