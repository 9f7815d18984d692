// Tells headings that only name a part of a text from those that ask, by what is below them.

import { cleanQuestion, unlinked } from '../../bank/clean.ts'
import { isNeverQuestion, isQuestionLike, namesQuestions } from '../../bank/likeness.ts'
import { surelyNamesQuestionsToAsk } from '../../bank/questions-to-ask.ts'
import { kept } from '../../text/kept.ts'
import type { Candidate } from './candidates.ts'
import type { Heading } from './headings.ts'
import { asksByItself } from './plainly.ts'

/** Whether a candidate reads like a question. In a text that is about questions, less is needed. */
export type Asks = (candidate: Candidate, aboutQuestions: boolean) => boolean

/** A candidate's question, without its number or the link around it. */
export const questionIn = ({ text }: Pick<Candidate, 'text'>): string => questionOf(text)

const questionOf = kept((text) => unlinked(cleanQuestion(unlinked(text))))

/** Whether a candidate's text is that of a heading such as `License`. */
export const isNeverAsked = ({ text }: Candidate): boolean => isNever(text)

const isNever = kept((text) => isNeverQuestion(text) || surelyNamesQuestionsToAsk(text))

/** Keeps the answers: many styles ask about the same candidate, and finding out takes time. */
export function asksOf(): Asks {
  const known = [new Map<Candidate, boolean>(), new Map<Candidate, boolean>()] as const
  return (candidate, aboutQuestions) => {
    const answers = known[aboutQuestions ? 1 : 0]
    const answer =
      answers.get(candidate) ??
      ((aboutQuestions && known[0].get(candidate) === true) || asksWith(candidate, aboutQuestions))
    answers.set(candidate, answer)
    return answer
  }
}

/** Whether it reads like a question, or, where it is no heading, has the order of words of one. */
function asksWith(candidate: Candidate, aboutQuestions: boolean): boolean {
  if (candidate.isSibling) return true
  const text = askedIn(candidate)
  return (
    isQuestionLike(text, aboutQuestions) ||
    (candidate.mark !== 'heading' && candidate.indent < 2 && asksByItself(text))
  )
}

/** What asks in a candidate: in `1. **Trust:** How do you build it?` what is behind the topic. */
function askedIn(candidate: Candidate): string {
  const question = questionIn(candidate)
  if (candidate.mark !== 'number') return question
  return topic.test(candidate.text) ? question.replace(/^[^:：]*[:：]\s*/, '') : question
}

const topic = /^\s*\d{1,6}[.)]\s+\*\*[^*]{1,60}(?:[:：]\*\*|\*\*[:：])\s*(?=\S)/

/** In a list of numbers, `12) what is an index` needs no mark. */
const asksInShort = /^(?:what|how|why|when|where|who|which) \p{Ll}/u

const fewest = 3

/** Whether the candidates with one mark, and headings of one level, are questions by half, and three at least. */
export function mostAsk(candidates: readonly Candidate[], asks: Asks, isNamed: boolean): boolean {
  const least = isNamed ? 0.4 : 0.5
  const all = new Map<string, { count: number; asking: number }>()
  for (const candidate of candidates) {
    if (candidate.indent > 1 || isNeverAsked(candidate)) continue
    const key = `${candidate.mark} ${candidate.level}`
    const sum = all.get(key) ?? { count: 0, asking: 0 }
    sum.count++
    if (asks(candidate, false) || (candidate.mark === 'number' && asksInShort.test(questionIn(candidate))))
      sum.asking++
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
  const parents: number[] = []
  let next = 0
  headings.forEach((heading, index) => {
    const end = headings[index + 1]?.at ?? Infinity
    while ((candidates[next]?.at ?? Infinity) < heading.at) next++
    const own = candidates[next]
    if (own?.mark !== 'heading' || own.at !== heading.at || isAsked(own, asks)) return
    const below: Candidate[] = []
    for (let at = next; (candidates[at]?.at ?? Infinity) < end; at++) {
      const candidate = candidates[at] as Candidate
      if (candidate.at > heading.at) below.push(candidate)
    }
    if (hasQuestions(below, asks, heading.text)) found.add(heading.at)
    else if (below.length === 0) parents.push(index)
  })
  // the headings of such parts, one inside the other
  for (const index of parents.reverse()) {
    const [heading, next] = headings.slice(index, index + 2)
    if (heading && next && next.level > heading.level && found.has(next.at)) found.add(heading.at)
  }
  return found
}

/** Whether a heading is a question, and not only the opening of those below it. */
const isAsked = (heading: Candidate, asks: Asks): boolean =>
  !trailsOff.test(heading.text) &&
  (asks(heading, false) || heading.prefix === 'q' || heading.prefix === 'numbered-q')

/** `Tell me about a time when…` stands above what it begins. */
const trailsOff = /(?:\.{3}|…)[\s*_:]*$/

/** Whether most of the candidates below a heading ask, or some below one that announces questions. */
function hasQuestions(below: readonly Candidate[], asks: Asks, heading: string): boolean {
  const top = below.filter(({ indent }) => indent < 2)
  const asking = top.filter((each) => asks(each, false) || each.row !== null).length
  if (namesQuestions(heading)) return asking > 0
  return asking > 1 && asking * 2 >= top.length
}
