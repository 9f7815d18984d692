import { formatDuration } from '../../text/duration.ts'
import { idInBank } from '../ids.ts'
import type { Bank } from '../model.ts'
import { itemsOfKeyPoints } from './write.ts'

/** A bank as the rows of a table, the first with the names of the columns. Read again, it gives the same questions. */
export function rowsOf({ slug, questions }: Bank): (string | null)[][] {
  const header = ['section', 'question', 'answer', 'key points', 'follow-ups', 'time', 'id']
  const rows = questions.map((question) => [
    question.section,
    question.question,
    question.answer,
    list(itemsOfKeyPoints(question)),
    list(question.followUps),
    question.budgetMs === null ? null : formatDuration(question.budgetMs),
    idInBank(question.id, slug),
  ])
  return [header, ...rows]
}

/** Items one a line, with a mark that no spreadsheet takes for the start of a formula. */
const list = (items: readonly string[]): string | null =>
  items.length === 0 ? null : items.map((item) => `* ${item.replace(/\s*\n\s*/g, ' ')}`).join('\n')
