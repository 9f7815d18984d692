// Finds the topics of lists that are questions, as a third of their siblings ask: `- [ ] **Trust** — Slow.` among tasks.

import { isQuestionLike, namesQuestions } from '../../bank/likeness.ts'
import type { Line } from '../../text/lines.ts'
import { type Candidate, candidateOf } from './candidates.ts'
import type { Heading } from './headings.ts'
import { firstFrom } from './places.ts'

const fewest = 3
const task = /^\s*[-*+] \[[ xX]\] /
const topic = /^([^.!?？—–:：]{2,80}?)(?:[ \t]+[-–—]|[:：])[ \t]+(?=\S)/

/**
 * The items of lists, each with its topic in bold or in a task, and all with an answer beside it or right below: where a
 * third of them ask, all do.
 */
export function withTopics(
  candidates: readonly Candidate[],
  lines: readonly Line[],
  headings: readonly Heading[],
): readonly Candidate[] {
  const isTask = ({ at }: Candidate): boolean => task.test(lines[at]?.text ?? '')
  const asks = ({ text }: Candidate): boolean => isQuestionLike(text, false)
  const known = [...candidates, ...labelledTasks(candidates, lines)].sort((a, b) => a.at - b.at)
  const lists = listsOf(known, lines, headings)
    .map((list) => list.map((each) => (each.rest === '' ? withTopic(each) : each)))
    .filter(
      (list) =>
        list.every((each) => each.mark === 'bold-item' || isTask(each)) &&
        areAnswered(list, lines, list.every(isTask)),
    )
  const isAbout = headings.some(({ text }) => namesQuestions(text))
  const found = new Map<number, Candidate>()
  for (const areTasks of [true, false]) {
    const alike = lists.filter((list) => list.every(isTask) === areTasks)
    const all = alike.flat()
    const asking = all.filter(asks).length
    if (all.length < fewest || asking * (areTasks || isAbout ? 3 : 2) < all.length) continue
    for (const list of alike)
      if (areTasks || list.some(asks))
        for (const each of list) found.set(each.at, { ...each, isSibling: true })
  }
  if (found.size === 0) return candidates
  const others = candidates.filter(({ at }) => !found.has(at))
  return [...others, ...found.values()].sort((a, b) => a.at - b.at)
}

const labelledTask =
  /^\s?[-*+] \[[ xX]\] (?:\*\*|__)([^*_]{2,80}?)(?:[:：](?:\*\*|__)|(?:\*\*|__)[:：])[ \t]+(?=\S)/

/** The tasks with a label, `- [ ] **Trust:** Slow.`, which by itself asks nothing. */
function labelledTasks(candidates: readonly Candidate[], lines: readonly Line[]): Candidate[] {
  const known = new Set(candidates.map(({ at }) => at))
  return lines.flatMap(({ text, code }, at) => {
    const match = code || known.has(at) || !task.test(text) ? null : labelledTask.exec(text)
    if (!match) return []
    return [{ ...candidateOf('bold-item', match[1] ?? '', at, 0), rest: text.slice(match[0].length) }]
  })
}

/** Whether all items have an answer beside or below them, or of tasks, some of which may be open, half. */
function areAnswered(list: readonly Candidate[], lines: readonly Line[], areTasks: boolean): boolean {
  const answered = list.filter(({ rest, end }) => rest !== '' || isIndented(lines[end])).length
  return areTasks ? answered * 2 >= list.length : answered === list.length
}

function withTopic(item: Candidate): Candidate {
  const match = topic.exec(item.text)
  return match ? { ...item, text: match[1] ?? '', rest: item.text.slice(match[0].length) } : item
}

const isIndented = (line: Line | undefined): boolean =>
  line !== undefined && /^(?: {2,}|\t)\S/.test(line.text)

/** The items at the margin, list by list, but not those in the answer below a heading that asks. */
function listsOf(
  candidates: readonly Candidate[],
  lines: readonly Line[],
  headings: readonly Heading[],
): Candidate[][] {
  const lists: Candidate[][] = []
  let last: Candidate | null = null
  for (const each of candidates) {
    const { mark, indent, at } = each
    if ((mark !== 'bold-item' && mark !== 'bullet' && mark !== 'number') || indent > 1) continue
    const above = headings[firstFrom(headings, at) - 1]
    if (above && isQuestionLike(above.text, false)) continue
    const isNext = last !== null && lines.slice(last.end, at).every(isWithin)
    if (isNext) lists.at(-1)?.push(each)
    else lists.push([each])
    last = each
  }
  return lists
}

const isWithin = ({ text, code }: Line): boolean => code || /^(?:\s|$)/.test(text)
