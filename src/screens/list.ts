import { groupBy } from '../progress/group-by.ts'
import type { QuestionStatus } from '../progress/status.ts'
import { plainText } from '../text/plain-text.ts'
import { inDays } from '../text/words.ts'
import { padEnd, wrap } from '../text/wrap.ts'
import { columns } from './columns.ts'
import { spark } from './spark.ts'
import type { Style } from './style.ts'
import { paintedScore } from './tones.ts'

/** A question of `list`, with the days until it is asked next; `later`: only after the interview. */
export interface Row {
  listing: QuestionStatus
  dueIn: number | 'later' | null
  /** The last scores as digits, the oldest first. */
  recent: string
}

/** Questions with number, last score and when they are due, by section. */
export function list(rows: readonly Row[], width: number, style: Style): string {
  const longest = rows.reduce((most, { recent }) => Math.max(most, recent.length), 0)
  const bySection = groupBy(rows, ({ listing }) => listing.section)
  return [...bySection]
    .map(([section, rows]) => {
      const title = section === null ? '' : `${style.heading(wrap(plainText(section), width))}\n`
      return (
        title +
        columns(
          rows.map((row) => cells(row, longest, style)),
          width,
        )
      )
    })
    .join('\n')
}

function cells({ listing, dueIn, recent }: Row, longest: number, style: Style): string[] {
  const { number, lastScore, question, ready, hasStory } = listing
  const marks = [ready ? style.good('ready') : null, hasStory ? 'story' : null].filter(
    (mark) => mark !== null,
  )
  const title = plainText(question)
  return [
    String(number).padStart(3),
    padEnd(lastScore === null ? 'new' : paintedScore(lastScore, style), 11),
    ...(style.plain || longest === 0 ? [] : [padEnd(spark(recent, style), longest)]),
    padEnd(dueWords(dueIn, lastScore === null, style), 10),
    marks.length === 0 ? title : `${title} (${marks.join(', ')})`,
  ]
}

/** A new question is never due by itself: the plan asks it. */
function dueWords(dueIn: Row['dueIn'], isNew: boolean, style: Style): string {
  if (dueIn === null || dueIn === 'later') return dueIn ?? ''
  return dueIn <= 0 ? style.accent('due') : `${isNew ? 'asked ' : ''}${inDays(dueIn)}`
}
