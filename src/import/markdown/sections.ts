// Tells headings that only name a part of a text from those that ask, by what is below them.

import { cleanQuestion, unlinked } from '../../bank/clean.ts'
import { isNeverQuestion, isQuestionLike, namesQuestions } from '../../bank/likeness.ts'
import type { Candidate } from './candidates.ts'
import type { Heading } from './headings.ts'

/** Whether a candidate reads like a question. In a text that is about questions, less is needed. */
export type Asks = (candidate: Candidate, aboutQuestions: boolean) => boolean

/** A candidate's question, without its number or the link around it. */
export function questionIn(candidate: Pick<Candidate, 'text'>): string {
  const known = questions.get(candidate)
  if (known !== undefined) return known
  const question = unlinked(cleanQuestion(unlinked(candidate.text)))
  questions.set(candidate, question)
  return question
}

/** They are needed several times, and cleaning takes time. */
const questions = new WeakMap<Pick<Candidate, 'text'>, string>()

/** Keeps the answers: many styles ask about the same candidate, and finding out takes time. */
export function asksOf(): Asks {
  const known = [new Map<Candidate, boolean>(), new Map<Candidate, boolean>()] as const
  return (candidate, aboutQuestions) => {
    const answers = known[aboutQuestions ? 1 : 0]
    const answer = answers.get(candidate) ?? isQuestionLike(questionIn(candidate), aboutQuestions)
    answers.set(candidate, answer)
    return answer
  }
}

const fewest = 3

/** Whether the candidates with one mark, and headings of one level, are questions by half, and three at least. */
export function mostAsk(candidates: readonly Candidate[], asks: Asks, isNamed: boolean): boolean {
  const least = isNamed ? 0.4 : 0.5
  const all = new Map<string, { count: number; asking: number }>()
  for (const candidate of candidates) {
    if (candidate.indent > 1 || isNeverQuestion(candidate.text)) continue
    const key = `${candidate.mark} ${candidate.level}`
    const sum = all.get(key) ?? { count: 0, asking: 0 }
    sum.count++
    if (asks(candidate, false)) sum.asking++
    all.set(key, sum)
  }
  return [...all.values()].some(({ count, asking }) => asking >= fewest && asking >= count * least)
}

/** The indexes of the headings that do not ask, and have deeper headings or a list of questions right below them. */
export function sectionHeadingsOf(
  headings: readonly Heading[],
  candidates: readonly Candidate[],
  asks: Asks,
): ReadonlySet<number> {
  const found = new Set<number>()
  let next = 0
  headings.forEach((heading, index) => {
    const end = headings[index + 1]?.at ?? Infinity
    while ((candidates[next]?.at ?? Infinity) < heading.at) next++
    const own = candidates[next]
    const below: Candidate[] = []
    for (let at = next; (candidates[at]?.at ?? Infinity) < end; at++) {
      const candidate = candidates[at] as Candidate
      if (candidate.at > heading.at) below.push(candidate)
    }
    if (own?.mark !== 'heading' || own.at !== heading.at) return
    if (asks(own, false) || own.prefix === 'q' || own.prefix === 'numbered-q') return
    if (hasQuestions(below, asks, heading.text)) found.add(heading.at)
  })
  return found
}

/** Whether most of the candidates below a heading ask, or some below one that announces questions. */
function hasQuestions(below: readonly Candidate[], asks: Asks, heading: string): boolean {
  const top = below.filter(({ indent }) => indent < 2)
  const asking = top.filter((each) => asks(each, false) || each.row !== null).length
  if (namesQuestions(heading)) return asking > 0
  return asking > 1 && asking * 2 >= top.length
}
