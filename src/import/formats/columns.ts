import type { Draft } from '../../bank/draft.ts'
import { parseDuration } from '../../text/duration.ts'
import type { Row } from './rows.ts'

export type Column = 'question' | 'answer' | 'section' | 'follow-ups' | 'time' | 'id'

const NAMES: readonly [Column, RegExp][] = [
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

/** What the columns of a table hold, by their names; null without a column of questions. */
export function columnsOf(header: readonly string[]): (Column | null)[] | null {
  const taken = new Set<Column>()
  const columns = header.map((field) => {
    const name = field.trim().replace(/[_-]+/g, ' ')
    const column =
      name.length > 40
        ? undefined
        : NAMES.find(([each, pattern]) => pattern.test(name) && !taken.has(each))?.[0]
    if (column) taken.add(column)
    return column ?? null
  })
  return taken.has('question') ? columns : null
}

/** As tables say that there is none. */
const isNothing = (text: string): boolean => /^(?:\W*|n\/?a|none|null)$/i.test(text)

export function draftOfRow(row: Row, columns: readonly (Column | null)[]): Draft {
  const field = (column: Column): string | null => {
    const at = columns.indexOf(column)
    const text = at < 0 ? '' : (row.fields[at] ?? '').trim()
    return text === '' ? null : text
  }
  const time = field('time')
  const budgetMs = parseDuration(time ?? '')
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
    ignored:
      time !== null && budgetMs === null && !isNothing(time)
        ? [{ line: row.line, of: 'time', text: time }]
        : [],
    id: field('id'),
  }
}
