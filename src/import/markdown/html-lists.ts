// Reads lists in HTML whose items ask: `<ol><li>Why?</li></ol>`. If the next list has as many items, and they do not ask,
// it holds the answers, unless it has a heading or a text of its own.

import type { Draft } from '../../bank/draft.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import type { Line } from '../../text/lines.ts'
import { answerIn } from './answer.ts'
import { announcesAnswers } from './details.ts'
import { type Outline, sectionName } from './outline.ts'
import type { ScoredReading } from './scored.ts'
import { linesBetween, type Place, tagsOf } from './tags.ts'

/** How much a question counts, against the weights of the styles in `choose.ts`. */
const weight = 4
const fewestQuestions = 3
const listTag = /<(\/?)(ol|ul|li)\b[^<>]*>/gi

interface List {
  /** The indexes of the lines where it opens and closes. */
  at: number
  end: number
  items: Line[][]
}

/** The questions of the lists in a text; null where there are too few. */
export function readHtmlLists({ lines, headings, title }: Outline): ScoredReading | null {
  const lists = listsOf(lines)
  const drafts = lists.flatMap((list, index): Draft[] => {
    if (!asks(list)) return []
    const next = lists[index + 1]
    const isApart = lines.slice(list.end + 1, next?.at).some(({ text }) => !announcesAnswers(text))
    const isAnswers = next && !isApart && !asks(next) && next.items.length === list.items.length
    const answers = isAnswers ? next.items : []
    const heading = headings.findLast(({ at }) => at < list.at)
    const section = heading ? sectionName(heading.text) : null
    return list.items.map((item, position) => ({
      line: item[0]?.number ?? 1,
      section: section === title ? null : section,
      question: textOf(item),
      answer: answerIn(answers[position] ?? []),
    }))
  })
  if (drafts.length < fewestQuestions) return null
  return { score: weight * drafts.length, certainty: 0.8, title, drafts }
}

const textOf = (item: readonly Line[]): string =>
  item
    .map(({ text }) => text.trim())
    .join(' ')
    .trim()

const asks = ({ items }: List): boolean =>
  items.filter((item) => isQuestionLike(textOf(item))).length * 5 >= items.length * 3

/** The outermost lists. */
function listsOf(lines: readonly Line[]): List[] {
  const lists: List[] = []
  let depth = 0
  let from: Place | null = null
  const closeItem = (to: Place): void => {
    if (from && depth < 2) lists.at(-1)?.items.push(linesBetween(lines, from, to))
    if (depth < 2) from = null
  }
  for (const tag of tagsOf(lines, listTag)) {
    if (tag.name === 'li') {
      closeItem(tag.start)
      if (!tag.closes && depth < 2) from = tag.after
    } else if (tag.closes) {
      if (depth === 1) closeItem(tag.start)
      depth = Math.max(0, depth - 1)
      const list = lists.at(-1)
      if (depth === 0 && list) list.end = tag.start.at
    } else {
      depth++
      if (depth === 1) lists.push({ at: tag.start.at, end: tag.start.at, items: [] })
    }
  }
  return lists.filter(({ items }) => items.length > 0)
}
