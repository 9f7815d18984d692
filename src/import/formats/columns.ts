// Knows what the columns of a table hold by their names: `Question`, `Sample answer`, `Topic`, `Time`.

import type { Draft } from '../../bank/draft.ts'
import { parseDuration } from '../../text/duration.ts'
import type { Row } from './rows.ts'

export type Column = 'question' | 'answer' | 'section' | 'follow-ups' | 'time' | 'id'

const names: readonly [Column, RegExp][] = [
  [
    'question',
    /^(?:interview )?(?:questions?|q|front|prompt|term|card|question text|ask|problem|问题|題目|质问)$/i,
  ],
  [
    'answer',
    /^(?:(?:sample|model|suggested|example|my|ideal|best|short|full) )?(?:answers?|a|back|responses?|definition|solution|explanation|reply|answer text|notes?|答案)$/i,
  ],
  [
    'section',
    /^(?:section|topic|category|categories|deck|tags?|subject|theme|group|area|competency|chapter|type|分类)$/i,
  ],
  ['follow-ups', /^follow[- ]?ups?(?: questions?)?$/i],
  ['time', /^(?:time|budget|duration)$/i],
  ['id', /^id$/i],
]

/** What each column holds by its header, null for one that is not used; null where no column holds questions. */
export function columnsOf(header: readonly string[]): (Column | null)[] | null {
  const taken = new Set<Column>()
  const columns = header.map((field) => {
    const name = field.trim().replace(/[_-]+/g, ' ')
    if (name.length > 40) return null
    const column = names.find(([each, pattern]) => !taken.has(each) && pattern.test(name))?.[0] ?? null
    if (column) taken.add(column)
    return column
  })
  return taken.has('question') ? columns : null
}

/** A row as a draft. Blank and missing fields are null, but a question is an empty text. */
export function draftOfRow(row: Row, columns: readonly (Column | null)[]): Draft {
  const field = (column: Column): string | null => {
    const at = columns.indexOf(column)
    return (row.fields[at] ?? '').trim() || null
  }
  const time = field('time')
  const budgetMs = parseDuration(time ?? '')
  const isIgnored = time !== null && budgetMs === null && !saysNothing(time)
  return {
    line: row.line,
    section: field('section'),
    question: field('question') ?? '',
    answer: field('answer'),
    followUps: (field('follow-ups') ?? '')
      .split(/\n|;/)
      .map((text) => text.trim())
      .filter(Boolean),
    budgetMs,
    ignored: isIgnored ? [{ line: row.line, of: 'time', text: time }] : [],
    id: field('id'),
  }
}

/** Whether a field says that there is nothing: `-`, `n/a`. */
const saysNothing = (text: string): boolean => /^(?:\W*|n\/?a|none|null)$/i.test(text)
