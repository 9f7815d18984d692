// Finds the headings that ask, but are not in the style of the questions: `### Why?` among `### Q1. How?`. They are left
// out with the text below them, which is worth a warning.

import type { NamedLine } from '../../bank/draft.ts'
import { isNeverQuestion, isQuestionLike } from '../../bank/likeness.ts'
import type { Candidate } from './candidates.ts'
import type { Heading } from './headings.ts'
import { type Outline, sectionName } from './outline.ts'
import type { Asked } from './parts.ts'
import { mayName } from './plainly.ts'

/** The headings that read like questions, but are not among the questions found and have none of them below. */
export function leftOut(
  asked: readonly Asked[],
  headings: readonly Heading[],
  { lines, title }: Outline,
): NamedLine[] {
  const candidates = asked.map(({ candidate }) => candidate)
  const siblings = siblingsOf(candidates, headings)
  const deepest = Math.max(0, ...new Set(asked.map(({ level }) => level)))
  return withoutQuestions(headings, candidates).flatMap(({ at, level, text }) => {
    const name = sectionName(text) ?? text
    if (level > deepest || name === title || isNeverQuestion(text)) return []
    if (!isQuestionLike(text) && !(siblings.has(at) && mayName(text))) return []
    return [{ line: lines[at]?.number ?? 1, name }]
  })
}

/** The places of headings that stand beside questions: on their level, and below the same heading. */
function siblingsOf(questions: readonly Candidate[], headings: readonly Heading[]): Set<number> {
  const asked = questions.filter(({ mark }) => mark === 'heading')
  const all = [...headings, ...asked].sort((a, b) => a.at - b.at)
  const open: { at: number; level: number }[] = []
  const families = new Map<number, number[]>()
  for (const { at, level } of all) {
    while ((open.at(-1)?.level ?? 0) > level) open.pop()
    const above = open.findLast((each) => each.level < level)?.at ?? -1
    const key = above * 10 + level
    const family = families.get(key)
    if (family) family.push(at)
    else families.set(key, [at])
    if (open.at(-1)?.level === level) open.pop()
    open.push({ at, level })
  }
  const places = new Set(asked.map(({ at }) => at))
  return new Set([...families.values()].filter((family) => family.some((at) => places.has(at))).flat())
}

/** The headings with no question below them, before the next heading of their level or of a higher one. */
function withoutQuestions(headings: readonly Heading[], questions: readonly Candidate[]): Heading[] {
  const found: Heading[] = []
  let open: Heading[] = []
  const close = (level: number): void => {
    while ((open.at(-1)?.level ?? 0) >= level) found.push(open.pop() as Heading)
  }
  let next = 0
  for (const heading of [...headings, null]) {
    const end = heading?.at ?? Infinity
    for (let question = questions[next]; question && question.at < end; question = questions[++next]) {
      close(question.level)
      open = []
    }
    close(heading?.level ?? 1)
    if (heading) open.push(heading)
  }
  return found.sort((a, b) => a.at - b.at)
}
