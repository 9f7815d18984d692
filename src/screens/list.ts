import { groupBy } from '../progress/group-by.ts'
import type { QuestionStatus } from '../progress/status.ts'
import { scoreNames } from '../rehearsal/scores.ts'
import { plainText } from '../text/plain-text.ts'
import { inDays } from '../text/words.ts'
import { wrap } from '../text/wrap.ts'
import { columns } from './columns.ts'
import type { Style } from './style.ts'

/** A question of `list`, and in how many days it is due. */
export interface Row {
  listing: QuestionStatus
  dueIn: number | null
}

/** Questions with number, last score and due, under the names of their sections. */
export function list(rows: readonly Row[], columnsWide: number, style: Style): string {
  const sections = groupBy(rows, ({ listing }) => listing.section)
  return [...sections]
    .map(([section, own]) => {
      const title = section === null ? '' : `${style.bold(wrap(plainText(section), columnsWide))}\n`
      return (
        title +
        columns(
          own.map((row) => cells(row, style)),
          columnsWide,
        )
      )
    })
    .join('\n')
}

function cells({ listing, dueIn }: Row, style: Style): string[] {
  const { number, lastScore, question, ready, hasStory } = listing
  const marks = [ready ? 'ready' : null, hasStory ? 'story' : null].filter((mark) => mark !== null)
  const title = plainText(question)
  return [
    String(number).padStart(3),
    (lastScore === null ? 'new' : `${lastScore} ${scoreNames[lastScore]}`).padEnd(11),
    (dueIn === null ? '' : dueIn <= 0 ? 'due' : inDays(dueIn)).padEnd(10),
    marks.length === 0 ? title : `${title} ${style.dim(`(${marks.join(', ')})`)}`,
  ]
}
