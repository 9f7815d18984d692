import { groupBy } from '../progress/group-by.ts'
import type { QuestionStatus } from '../progress/status.ts'
import { plainText } from '../text/plain-text.ts'
import { inDays } from '../text/words.ts'
import { width as cellWidth, padEnd, wrap } from '../text/wrap.ts'
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
  const all = inLine(rows.map((row) => cells(row, style)))
  const bySection = groupBy(
    rows.map(({ listing }, at) => ({ section: listing.section, cells: all[at] ?? [] })),
    ({ section }) => section,
  )
  return [...bySection]
    .map(([section, rows]) => {
      const title = section === null ? '' : `${style.heading(wrap(plainText(section), width))}\n`
      return (
        title +
        columns(
          rows.map(({ cells }) => cells),
          width,
        )
      )
    })
    .join('\n')
}

/** Rows whose cells are in line in all sections, without those of which no row has one; the last cells as they are. */
function inLine(rows: readonly string[][]): string[][] {
  const widths = (rows[0] ?? []).map((_, at) =>
    rows.reduce((most, row) => Math.max(most, cellWidth(row[at] ?? '')), 0),
  )
  return rows.map((row) =>
    row.flatMap((cell, at) => {
      if (at === row.length - 1) return cell
      const cells = widths[at] ?? 0
      return cells === 0 ? [] : padEnd(cell, cells)
    }),
  )
}

function cells({ listing, dueIn, recent }: Row, style: Style): string[] {
  const { number, lastScore, question, ready, hasStory } = listing
  const marks = [ready ? style.good('ready') : null, hasStory ? 'story' : null].filter(
    (mark) => mark !== null,
  )
  const title = plainText(question)
  return [
    String(number).padStart(3),
    lastScore === null ? 'new' : paintedScore(lastScore, style),
    style.plain ? '' : spark(recent, style),
    dueWords(dueIn, lastScore === null, style),
    marks.length === 0 ? title : `${title} (${marks.join(', ')})`,
  ]
}

/** A new question is never due by itself: the plan asks it. */
function dueWords(dueIn: Row['dueIn'], isNew: boolean, style: Style): string {
  if (dueIn === null || dueIn === 'later') return dueIn ?? ''
  return dueIn <= 0 ? style.accent('due') : `${isNew ? 'asked ' : ''}${inDays(dueIn)}`
}
