// Reads markdown whose headings are mere titles, with the question in the text below: `### Conflict`, and under it
// `Tell me about a conflict.`

import type { Draft } from '../../bank/draft.ts'
import { isNeverQuestion, isQuestionLike, isStarPart } from '../../bank/likeness.ts'
import { passageOf } from '../../bank/passage.ts'
import type { Line } from '../../text/lines.ts'
import { markerOf } from '../../text/list.ts'
import { cleaned } from './answer.ts'
import { type Below, belowOf } from './below.ts'
import { type Outline, sectionName } from './outline.ts'
import { asksPlainly, asksWithRemark } from './plainly.ts'
import type { ScoredReading } from './scored.ts'

/** How much a question counts, against the weights of the styles in `choose.ts`. */
const weight = 7
const fewestTopics = 3
const leastAsking = 0.55

interface Topic {
  level: number
  line: number
  section: string | null
  body: readonly Line[]
  asks: boolean
}

/** The questions below the headings of one level, that with the most topics; null if no level has enough that ask. */
export function readTopics(outline: Outline): ScoredReading | null {
  if (!outline.aboutQuestions) return null
  const { title } = outline
  const topics = topicsOf(outline)
  const levels = [...new Set(topics.map(({ level }) => level))]
  const [most] = levels
    .map((level) => topics.filter((topic) => topic.level === level))
    .filter((some) => some.length >= fewestTopics && askingIn(some) > some.length * leastAsking)
    .sort((a, b) => b.length - a.length)
  if (!most || areLists(most) || askInBold(most) || siblingsOutsideQuotes(outline) > most.length) return null
  const drafts = most.map((topic) => draftOf(topic, title)).filter(({ question }) => question !== '')
  return { score: weight * drafts.length, certainty: 0.5, title, drafts }
}

/** Whether most of those that ask do so in bold, with more of the sentence or the next one behind it: `**Why us?** Look for…` */
const askInBold = (topics: readonly Topic[]): boolean => {
  const asking = topics.filter(({ asks }) => asks)
  return asking.filter(({ body }) => beginsInBold(body)).length * 2 > asking.length
}

function beginsInBold(body: readonly Line[]): boolean {
  const first = body.find(({ text }) => text.trim() !== '')?.text ?? ''
  const [, bold = '', rest = ''] = /^\*\*([^*]{8,300})\*\*[.:]?[ \t]+(\S.*)$/.exec(first) ?? []
  return rest !== '' && isQuestionLike(bold, false)
}

/** How many lines ask as their siblings do; those of a quotation are one question. */
const siblingsOutsideQuotes = ({ siblings, lines }: Outline): number =>
  [...siblings.asking.keys()].filter((at) => !lines[at]?.text.startsWith('>')).length

/**
 * Whether more than two lines a heading ask, each by itself, or below one of them three and nothing else: then the headings
 * name parts, with lists of questions.
 */
function areLists(topics: readonly Topic[]): boolean {
  const asking = topics.map(({ body }) => body.filter(asksAlone).length)
  const isList = ({ body }: Topic, index: number): boolean =>
    (asking[index] ?? 0) >= fewestInList &&
    body.filter(({ text }) => text.trim() !== '').length === asking[index]
  return asking.reduce((sum, each) => sum + each, 0) > topics.length * 2 || topics.some(isList)
}

const fewestInList = 3

/** Whether a line asks; of a quotation, only the first may. */
const asksAlone = ({ text, code }: Line, at: number, body: readonly Line[]): boolean =>
  !code &&
  !(quoted.test(text) && quoted.test(body[at - 1]?.text ?? '')) &&
  (asksPlainly(text) || asksWithRemark(text))

const askingIn = (topics: readonly Topic[]): number => topics.filter(({ asks }) => asks).length

function topicsOf({ headings, lines }: Outline): Topic[] {
  const path: (string | null)[] = []
  return headings.flatMap(({ at, end, level, text }, index) => {
    path.length = level
    path[level] = sectionName(text)
    if (isNeverQuestion(text) || isStarPart(text)) return []
    const body = lines.slice(end, headings[index + 1]?.at)
    const section = path.slice(0, level).findLast(Boolean) ?? null
    const asks = isQuestionLike(firstParagraph(body))
    return [{ level, line: lines[at]?.number ?? 1, section, body, asks }]
  })
}

function draftOf({ line, section, body }: Topic, title: string | null): Draft {
  const { question, ...below } = divide(body)
  return { ...below, line, section: section === title ? null : section, question: question ?? '' }
}

const situation = /^(?:(?:[-*+]|\d{1,3}[.)])\s+)?(?:\*\*|__|_)?(?:S|Situation|Context)\b[\s:*_)(]/i

/** All of it is the question, except an answer that has a label or begins with the situation. */
function divide(body: readonly Line[]): Below {
  const start = body.findIndex(({ text, code }) => !code && situation.test(text.trimStart()))
  if (start >= 0) return { ...belowOf(body.slice(start)), question: passageOf(cleaned(body.slice(0, start))) }
  const quote = quoteIn(body)
  if (quote !== null && isQuestionLike(quote.text))
    return { ...belowOf(body.slice(quote.end)), question: quote.text }
  const below = belowOf(body)
  const isLabelled = below.question !== null
  const apart = isLabelled ? null : answeredBelow(body)
  if (apart !== null) return apart
  return isLabelled ? below : { ...below, question: below.answer ?? passageOf(cleaned(body)), answer: null }
}

const firstPerson =
  /(?<!\p{L})(?:I|I['’]\p{L}+|my|me|we|our|ich|mein\p{L}*|mir|mich|wir|unser\p{L}*|yo|mi|mis|nosotros|je|j['’]\p{L}+|mon|ma|mes|nous|eu|meu|minha|nós|io|mio|mia|noi|я|мо[йяеи]|мы|наш\p{L}*)(?!\p{L})|我|私|僕|저는|제가/u

/** A first paragraph, or its lines, that ask, and below it an answer: nothing in it asks, and somebody speaks for themselves. */
function answeredBelow(body: readonly Line[]): Below | null {
  const start = body.findIndex(({ text }) => text.trim() !== '')
  const next = body.findIndex(({ text, code }, at) => at > start && (code || text.trim() === ''))
  const paragraph = body.slice(start, next < 0 ? undefined : next)
  const asking = paragraph.findIndex((line, at) => !asksAlone(line, at, paragraph))
  const isDivided = asking > 0 && /[.?!。？！]\s*$/.test(paragraph[asking - 1]?.text ?? '')
  const end = start + (isDivided ? asking : paragraph.length)
  const rest = body.slice(end)
  if (rest.some(asksAlone) || !firstPerson.test(rest.map(({ text }) => text).join('\n'))) return null
  return { ...belowOf(rest), question: passageOf(cleaned(body.slice(start, end))) }
}

/** The block quote that a body begins with, on one line, and the index of the line after it; null where none is there. */
function quoteIn(body: readonly Line[]): { text: string; end: number } | null {
  const start = body.findIndex(({ text }) => text.trim() !== '')
  const isQuoted = (line: Line | undefined): line is Line =>
    line !== undefined && !line.code && quoted.test(line.text)
  let end = Math.max(0, start)
  while (isQuoted(body[end])) end++
  if (end === start || start < 0) return null
  const rows = body.slice(start, end).map(({ text }) => text.replace(quoted, '').trim())
  return { text: rows.join(' ').slice(0, 1200), end }
}

const quoted = /^>[ \t]?(?=\s*[^\s>[*+•-])/

function firstParagraph(body: readonly Line[]): string {
  const quote = quoteIn(body)
  if (quote !== null) return quote.text
  const start = body.findIndex(({ text }) => text.trim() !== '')
  const first = body[start]
  if (!first || first.code || markerOf(first.text) || /^\s*[|<>]/.test(first.text)) return ''
  const end = body.findIndex(
    ({ text, code }, at) => at > start && (code || text.trim() === '' || markerOf(text) !== null),
  )
  return body
    .slice(start, end < 0 ? body.length : end)
    .map(({ text }) => text.trim())
    .join(' ')
    .slice(0, 1200)
}
