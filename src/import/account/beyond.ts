// Finds the fields of a table that stand beyond its header, where a reader says what the columns are.

import type { ColumnUse } from '../../bank/draft.ts'
import type { Question } from '../../bank/model.ts'
import { hashesOf } from './words.ts'

const delimiters = [',', ';', '\t', '|']
/** The header is among the first rows: a title may stand above it. */
const mostRows = 10

/** The row with the names of the columns, from 0, and what separates them; null where there is none. */
export function headerOf(
  rows: readonly string[],
  columns: readonly ColumnUse[] = [],
): { row: number; delimiter: string } | null {
  if (columns.length < 2) return null
  for (const [row, text] of rows.slice(0, mostRows).entries()) {
    for (const delimiter of delimiters) {
      const fields = fieldsOf(text, delimiter)
      const isHeader = fields.length === columns.length && fields[0]?.trim() === columns[0]?.name.trim()
      if (isHeader) return { row, delimiter }
    }
  }
  return null
}

/** Fields beyond those of the header of which the question of their record does not hold every word. */
export function beyondHeader(
  rows: readonly string[],
  columns: readonly ColumnUse[],
  questions: readonly Question[],
): { row: number; text: string }[] {
  const header = headerOf(rows, columns)
  if (header === null) return []
  return questions.flatMap(({ line, question, answer, section, followUps }, index) => {
    const end = (questions[index + 1]?.line ?? rows.length + 1) - 1
    const record = rows.slice(line - 1, end).join('\n')
    const text = fieldsOf(record, header.delimiter).slice(columns.length).join(' ').trim()
    const hashes = hashesOf(text)
    const held = new Set(
      hashes.length === 0 ? [] : hashesOf([question, answer, section, ...followUps].join('\n')),
    )
    return hashes.every((hash) => held.has(hash)) ? [] : [{ row: line - 1, text }]
  })
}

/** The fields of the record that a text begins with. Delimiters and line breaks in quotes are text (RFC 4180). */
function fieldsOf(text: string, delimiter: string): string[] {
  const fields: string[] = []
  let start = 0
  let isQuoted = false
  for (let at = 0; at <= text.length; at++) {
    if (text[at] === '"') isQuoted = !isQuoted
    const ends = text[at] === delimiter || text[at] === '\n' || at === text.length
    if (!ends || (isQuoted && at < text.length)) continue
    fields.push(
      text
        .slice(start, at)
        .trim()
        .replace(/^"(.*)"$/s, '$1'),
    )
    start = at + 1
    if (text[at] === '\n') break
  }
  return fields
}
