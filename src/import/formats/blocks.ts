// Reads cards that stand between lines of one mark, such as `&&&&&` or `%%%`: the first line of each asks, the others
// answer.

import { cleanQuestion } from '../../bank/clean.ts'
import type { Draft, Reading } from '../../bank/draft.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import type { Line } from '../../text/lines.ts'
import type { ImportText } from '../import-text.ts'
import { belowOf } from '../markdown/below.ts'

/** Marks that mean nothing in markdown, where a rule or an underline may stand anywhere. */
const divider = /^([&%@+/\\$^!])\1{2,}[ \t]*$/
const fewestCards = 3
/** The share of cards whose first line has to ask. */
const leastAsking = 0.5

/** The cards of a text without headings; null where too few of its parts ask. */
export function readBlocks({ scan, lines }: ImportText): Reading | null {
  const mark = dividerOf(scan.rows)
  if (mark === null || scan.rows.some((row) => /^#{1,6} |^[ \t]*[|<]/.test(row))) return null
  const cards = cardsOf(lines, mark)
  const asking = cards.filter(([first]) => isQuestionLike(cleanQuestion(first?.text ?? ''))).length
  if (cards.length < fewestCards || asking < cards.length * leastAsking) return null
  return { title: scan.title, drafts: cards.map(draftOf) }
}

/** The mark of the lines that divide a text: all have the same one, and text stands between them. */
function dividerOf(rows: readonly string[]): string | null {
  const marks = rows.filter((row) => divider.test(row)).map((row) => row[0])
  const [mark] = marks
  return mark !== undefined && marks.length >= fewestCards - 1 && marks.every((each) => each === mark)
    ? mark
    : null
}

/** The lines of text between dividers, from the first with text. */
function cardsOf(lines: readonly Line[], mark: string): Line[][] {
  const cards: Line[][] = [[]]
  for (const line of lines) {
    if (divider.exec(line.text)?.[1] === mark) cards.push([])
    else if (line.text.trim() !== '' || cards.at(-1)?.length) cards.at(-1)?.push(line)
  }
  return cards.filter((card) => card.length > 0)
}

function draftOf([first, ...below]: Line[]): Draft {
  const { question, ...rest } = belowOf(below, { shortLabels: true })
  const asked = [cleanQuestion(first?.text ?? ''), question ?? ''].filter(Boolean).join('\n\n')
  return { ...rest, line: first?.number ?? 1, section: null, question: asked }
}
