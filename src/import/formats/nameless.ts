// Guesses what the columns of a table without a header hold, by what stands in them.

import { isQuestionLike } from '../../bank/likeness.ts'
import type { Column } from './columns.ts'
import type { Row } from './rows.ts'

/** What a column is like, by the share of its fields, from 0 to 1, or by their mean length. */
interface Look {
  asks: number
  isNumber: number
  filled: number
  length: number
}

const mostRows = 300
const mostColumns = 50
/** Texts that are shorter on average, such as tags, are no part of an answer. */
const leastLength = 25

/** The columns of rows without a header: where most fields ask is the question, the next text is the answer. */
export function namelessColumns(rows: readonly Row[]): { columns: (Column | null)[]; asks: number } {
  const sample = rows.slice(0, mostRows)
  const width = Math.min(mostColumns, Math.max(0, ...sample.map(({ fields }) => fields.length)))
  const looks = Array.from({ length: width }, (_, at) => lookOf(sample.map(({ fields }) => fields[at] ?? '')))
  const texts = looks.flatMap(({ isNumber, filled }, at) => (isNumber < 0.8 && filled > 0 ? [at] : []))
  const mostAsking = Math.max(0, ...texts.map((at) => looks[at]?.asks ?? 0))
  const asking = mostAsking >= 0.5 ? looks.findIndex(({ asks }) => asks === mostAsking) : (texts[0] ?? 0)
  const others = texts.filter((at) => at !== asking)
  const answer = others.find((at) => at > asking && isText(looks[at])) ?? others.find((at) => at > asking)
  const columns = looks.map((look, at): Column | null => {
    if (at === asking) return 'question'
    if (at === answer) return 'answer'
    return others.includes(at) && isText(look) ? 'part' : null
  })
  return { columns, asks: mostAsking }
}

const isText = (look: Look | undefined): boolean => look !== undefined && look.length >= leastLength

function lookOf(fields: readonly string[]): Look {
  const filled = fields.map((field) => field.trim()).filter(Boolean)
  const share = (found: (field: string) => boolean): number =>
    filled.length === 0 ? 0 : filled.filter(found).length / filled.length
  return {
    asks: share((field) => isQuestionLike(field.replace(/^\d+[.)]\s*/, ''), false)),
    isNumber: share((field) => /^(?:[#№(]?\d[\d.,:/-]*[.):]?|[•●▪*·o-])$/.test(field)),
    filled: fields.length === 0 ? 0 : filled.length / fields.length,
    length: filled.reduce((sum, field) => sum + field.length, 0) / Math.max(1, filled.length),
  }
}
