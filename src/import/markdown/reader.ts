import { cleanQuestion } from '../../bank/clean.ts'
import type { Candidate, Draft, NamedLine } from '../../bank/draft.ts'
import { labelIn } from '../../bank/labels.ts'
import { isNeverQuestion, isQuestionLike } from '../../bank/likeness.ts'
import type { Line } from '../../text/lines.ts'
import { itemsOf, itemText } from '../../text/list.ts'
import { type Below, type BelowOptions, belowOf } from './answer.ts'
import type { Mark } from './candidates.ts'
import { type Group, questionIn, vote } from './choose.ts'
import { bodyOfRegion } from './details.ts'
import type { Heading } from './headings.ts'
import { type Outline, sectionName } from './outline.ts'

/** A text that does not say that it is about questions has to consist of them. */
const LEAST_COVERAGE = 0.5

/** Any markdown in which the questions are marked out in one way: the file votes which. */
export function readMarked(outline: Outline): Candidate | null {
  const group = vote(outline)
  if (!group) return null
  const { lines } = outline
  const starts = new Set(group.marks.map((mark) => mark.at))
  const others = outline.headings.filter((heading) => !starts.has(heading.at) && !isPart(heading.text))
  const ends = endsOf(group, others, lines.length)
  if (!outline.aboutQuestions && coverage(group, ends, lines) < LEAST_COVERAGE) return null
  const sections = sectionsOf(group, others, outline.title)
  const drafts = group.marks.map((mark, index): Draft => {
    const below = belowMark(mark, ends[index] ?? lines.length, group, outline)
    const place = {
      line: lines[mark.at]?.number ?? 1,
      section: mark.region?.parent?.summary ?? sections[index] ?? null,
    }
    const text = questionIn(mark)
    if (below.question === null)
      return { ...below, ...place, ...(askedBelow(text, below.answer) ?? { question: text }) }
    return { ...below, ...place, question: text === '' ? below.question : `${text}\n\n${below.question}` }
  })
  return {
    ...group,
    title: outline.title,
    drafts: drafts.filter((draft) => draft.question !== ''),
    leftOut: leftOut(group, others, outline),
  }
}

/** Headings that ask, but are not marked as the questions are, and have none below: they and their text are left out. */
function leftOut(group: Group, headings: readonly Heading[], { lines, title }: Outline): NamedLine[] {
  return withoutQuestions(headings, group.marks).flatMap(({ at, level, text }) => {
    const name = sectionName(text) ?? text
    if (level > group.level || name === title || isNeverQuestion(text) || !isQuestionLike(text)) return []
    return [{ line: lines[at]?.number ?? 1, name }]
  })
}

/** The headings that have no mark below them before the next of their level, or of a higher one. */
function withoutQuestions(headings: readonly Heading[], marks: readonly Mark[]): Heading[] {
  const found: Heading[] = []
  let open: Heading[] = []
  const close = (level: number): void => {
    while ((open.at(-1)?.level ?? 0) >= level) found.push(open.pop() as Heading)
  }
  let next = 0
  for (const heading of [...headings, null]) {
    for (let mark = marks[next]; mark && mark.at < (heading?.at ?? Infinity); mark = marks[++next]) {
      close(mark.level)
      open = []
    }
    close(heading?.level ?? 1)
    if (heading) open.push(heading)
  }
  return found.sort((a, b) => a.at - b.at)
}

/** Where the marked text is a mere title, the question may stand below: a line in bold or in quotes. */
function askedBelow(title: string, answer: string | null): Pick<Draft, 'question' | 'answer'> | null {
  if (answer === null || isQuestionLike(title)) return null
  const end = answer.indexOf('\n')
  const line = answer.slice(0, end < 0 ? undefined : end).trim()
  const question = cleanQuestion(line)
  if (
    line.length > 400 ||
    !/^(?:\*\*|["“])/.test(line) ||
    question.length > line.length - 2 ||
    !isQuestionLike(question)
  )
    return null
  const rest = end < 0 ? '' : answer.slice(end).replace(/^\s*\n/, '')
  return { question, answer: rest === '' ? null : rest }
}

/** How much of a text its questions take, with what is below them. */
function coverage(group: Group, ends: readonly number[], lines: readonly Line[]): number {
  const size = (part: readonly Line[]): number => part.filter((line) => line.text.trim() !== '').length
  const covered = group.marks.map((mark, index) => size(lines.slice(mark.at, ends[index])))
  return covered.reduce((sum, each) => sum + each, 0) / Math.max(1, size(lines))
}

/** Where each question ends: at the next one, or at a heading that is not a part of its answer. */
function endsOf(group: Group, headings: readonly Heading[], end: number): number[] {
  const stops = headings.filter((heading) => heading.level <= group.level)
  let next = 0
  return group.marks.map((mark, index) => {
    while ((stops[next]?.at ?? Infinity) < mark.end) next++
    return Math.min(group.marks[index + 1]?.at ?? end, stops[next]?.at ?? end)
  })
}

/** For each question the nearest heading above that is higher, and not the title of it all. */
function sectionsOf(group: Group, headings: readonly Heading[], title: string | null): (string | null)[] {
  const higher = headings.filter((heading) => heading.level < group.level && !heading.inList)
  let next = 0
  return group.marks.map((mark) => {
    while ((higher[next]?.at ?? Infinity) < mark.at) next++
    const section = sectionName(higher[next - 1]?.text ?? '')
    return section === title ? null : section
  })
}

const PART =
  /^\W*(?:situation|task|action|result|reflection|examples?|explanation|code|output|why|notes?|hints?|tips?|sources?|links?|good to hear|additional links|references?)\b.{0,30}$/i

/** Whether a heading belongs to an answer. */
const isPart = (heading: string): boolean =>
  PART.test(heading) || !['question', undefined].includes(labelIn(`# ${heading}`)?.label)

function belowMark(mark: Mark, end: number, group: Group, outline: Outline): Below {
  const { lines, answerLines } = outline
  if (mark.region) return belowOf(bodyOfRegion(lines, mark.region))
  const rest = mark.rest === '' ? [] : [{ number: 0, text: mark.rest, code: false }]
  const below = lines.slice(mark.end, end)
  if (group.name === 'item') return belowItem([...rest, ...indented(below)])
  const options: BelowOptions = {
    short: group.name === 'q' || group.name === 'numbered-q',
    unfolds: answerLines,
  }
  return belowOf([...rest, ...below], options)
}

/** What belongs to an item of a bare list; questions in it are follow-ups. */
function belowItem(lines: readonly Line[]): Below {
  const items = itemsOf(lines.filter((line) => !line.code).map((line) => line.text)).map(itemText)
  const isProbed =
    items.length > 0 && items.every((item) => isQuestionLike(item)) && !lines.some((line) => line.code)
  if (isProbed) return { question: null, answer: null, keyPoints: null, followUps: items }
  return belowOf(lines)
}

function indented(lines: readonly Line[]): Line[] {
  const end = lines.findIndex((line) => line.text.trim() !== '' && !/^(?: {2,}|\t)/.test(line.text))
  return lines.slice(0, end < 0 ? lines.length : end)
}
