import type { Candidate, Draft } from '../../bank/draft.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import type { Line } from '../../text/lines.ts'
import { answerIn } from './answer.ts'
import { type Outline, sectionName } from './outline.ts'
import { linesBetween, type Place, tagsOf } from './tags.ts'

const WEIGHT = 4
const FEWEST = 3
const TAG = /<(\/?)(ol|ul|li)\b[^<>]*>/gi

interface List {
  at: number
  items: Line[][]
}

/** `<li>` questions; a list of as many items that follows has their answers. */
export function readHtmlLists({ lines, headings, title }: Outline): Candidate | null {
  const lists = listsOf(lines)
  const drafts: Draft[] = []
  lists.forEach((list, index) => {
    if (!asks(list)) return
    const answers = lists[index + 1]
    const paired = answers && !asks(answers) && answers.items.length === list.items.length ? answers : null
    const heading = headings.findLast((each) => each.at < list.at)
    const section = heading ? sectionName(heading.text) : null
    list.items.forEach((item, position) => {
      const answer = answerIn(paired?.items[position] ?? [])
      drafts.push({
        line: item[0]?.number ?? 1,
        section: section === title ? null : section,
        question: textOf(item),
        answer,
      })
    })
  })
  return drafts.length < FEWEST ? null : { score: WEIGHT * drafts.length, certainty: 0.8, title, drafts }
}

const textOf = (item: readonly Line[]): string =>
  item
    .map((line) => line.text.trim())
    .join(' ')
    .trim()

const asks = (list: List): boolean =>
  list.items.filter((item) => isQuestionLike(textOf(item))).length * 5 >= list.items.length * 3

/** The outermost lists. */
function listsOf(lines: readonly Line[]): List[] {
  const lists: List[] = []
  let depth = 0
  let from: Place | null = null
  const close = (to: Place): void => {
    if (from && depth < 2) lists.at(-1)?.items.push(linesBetween(lines, from, to))
    if (depth < 2) from = null
  }
  for (const tag of tagsOf(lines, TAG)) {
    if (tag.name === 'li') {
      close(tag.start)
      if (!tag.closes && depth < 2) from = tag.after
    } else if (tag.closes) {
      if (depth === 1) close(tag.start)
      depth = Math.max(0, depth - 1)
    } else {
      depth++
      if (depth === 1) lists.push({ at: tag.start.at, items: [] })
    }
  }
  return lists.filter((list) => list.items.length > 0)
}
