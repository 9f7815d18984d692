// Reads each part of a text by its own mark: where the questions in the main style end, others may follow in another style.

import { labelIn } from '../../bank/labels.ts'
import { isNeverQuestion, isQuestionLike } from '../../bank/likeness.ts'
import type { Line } from '../../text/lines.ts'
import { markerOf } from '../../text/list.ts'
import { isAnswerPart } from './answer-parts.ts'
import type { Candidate } from './candidates.ts'
import { choose, type Group, type StyleName } from './choose.ts'
import type { Heading } from './headings.ts'
import { answerAtMargin, answersItem, endAtMargin, endOfLast, linesOfItem } from './items.ts'
import type { Outline } from './outline.ts'
import { firstFrom } from './places.ts'
import { mayName } from './plainly.ts'
import { withGapsFilled } from './runs.ts'
import { questionIn } from './sections.ts'
import { straysIn } from './strays.ts'

/** A question, and how far it reaches. */
export interface Asked {
  candidate: Candidate
  style: StyleName
  /** Headings of this level and higher ones end it. */
  level: number
  /** The index of the line after its last. */
  end: number
  /** Whether it is an item of a list whose answers stand at the margin. */
  atMargin: boolean
}

interface Parts {
  asked: Asked[]
  /** The headings that are neither questions nor parts of an answer. */
  others: Heading[]
}

/** How often what is left over is read again. */
const mostRounds = 3

/** The questions in the main style, and those of the parts that it leaves over. */
export function partsOf(main: Group, outline: Outline): Parts {
  const groups = [withSiblings(withGapsFilled(main, outline), outline)]
  const rows = outline.candidates.filter(({ mark }) => mark === 'row')
  if (main.style !== 'row' && rows.length > 0)
    groups.push({ ...main, style: 'row', level: 7, candidates: rows })
  const counts = new Map<string, number>()
  for (const { text } of outline.headings) counts.set(text, (counts.get(text) ?? 0) + 1)
  // above headings that ask, and once below other questions, `## Notes` is a section, and no part of the answer before it
  const isSection = ({ level, text }: Heading): boolean =>
    level < main.level && isNeverQuestion(text) && (main.level < 7 || counts.get(text) === 1)
  const headings = outline.headings.filter((each) => isSection(each) || !isAnswerPart(each.text))
  let parts = placed(groups, headings, outline)
  for (let round = 0; round < mostRounds; round++) {
    const ranges = rest(parts.asked, outline.lines.length)
    if (ranges.length === 0) break
    const known = knownOf(parts.asked)
    const more = ranges
      .map((range) => groupIn(range, known, main.style, outline))
      .filter((group) => group !== null)
    if (more.length === 0) break
    groups.push(...more)
    parts = placed(groups, headings, outline)
  }
  const strays = straysIn(parts.asked, outline)
  return strays.length === 0
    ? parts
    : placed([...groups, { ...main, style: 'plain', level: 7, candidates: strays }], headings, outline)
}

/**
 * A group with the lines that stand beside its questions and are marked nearly as they are: `**Greatest weakness:**` among
 * bold questions, and an item that asks, but is not bold, in a list of bold ones.
 */
function withSiblings(group: Group, outline: Outline): Group {
  const found = siblingsOf(group, outline)
  if (found.length === 0) return group
  const candidates = [...group.candidates, ...found].sort((a, b) => a.at - b.at)
  return { ...group, candidates }
}

function siblingsOf({ style, candidates }: Group, outline: Outline): readonly Candidate[] {
  const first = candidates[0]?.at ?? Infinity
  const below = outline.candidates.filter(({ at }) => at > first)
  if (style === 'bold') return boldLabels(candidates, below, outline)
  if (style === 'plain') {
    const heads = below.filter(({ mark }) => mark === 'list-head')
    return heads.length * 2 <= candidates.length ? heads : []
  }
  if (style === 'labelled') return unlabelled(candidates, below, outline)
  if (style !== 'bold-item' || candidates.length < 2) return []
  const known = new Set(candidates)
  const lists = new Set(candidates.map(outline.listOf))
  const isSibling = (each: Candidate): boolean =>
    (each.mark === 'bullet' || each.mark === 'number') && each.indent === candidates[0]?.indent
  return below.filter(
    (each) =>
      !known.has(each) && isSibling(each) && lists.has(outline.listOf(each)) && outline.asks(each, false),
  )
}

/** The items that ask, alone as those with a label below them are: a blank line is above each. */
function unlabelled(
  questions: readonly Candidate[],
  below: readonly Candidate[],
  { lines, asks }: Outline,
): Candidate[] {
  const known = new Set(questions)
  const isAlone = ({ at, mark, indent }: Candidate): boolean =>
    mark === 'bullet' && indent < 2 && (lines[at - 1]?.text ?? '').trim() === ''
  // the first may stand right below a title
  if (questions.length < 2 || questions.filter(isAlone).length < questions.length - 1) return []
  return below.filter((each) => !known.has(each) && isAlone(each) && asks(each, false))
}

/** Bold labels with text above and below, which are few beside the questions, and each there only once. */
function boldLabels(
  questions: readonly Candidate[],
  below: readonly Candidate[],
  { lines }: Outline,
): Candidate[] {
  const labels = below.filter(
    ({ mark, text }) => mark === 'bold-label' && !isAnswerPart(text) && labelIn(`**${text}:**`) === null,
  )
  const names = new Set(labels.map(({ text }) => text.toLowerCase()))
  if (names.size < labels.length || labels.length * 2 > questions.length) return []
  const ends = new Set(questions.map(({ end }) => end))
  const areInline = questions.filter(({ rest }) => rest !== '').length * 2 > questions.length
  return labels.filter(({ at, end, rest }) => {
    if (areInline || rest !== '') return areInline && rest !== ''
    let above = at
    while (above > 0 && lines[above - 1]?.text.trim() === '') above--
    const next = lines.slice(end, end + 2).find(({ text }) => text.trim() !== '')
    return !ends.has(above) && next !== undefined && !/^(?:#|[-*_]{3})/.test(next.text)
  })
}

/** The questions of all groups in order, each with its end. */
function placed(groups: readonly Group[], headings: readonly Heading[], outline: Outline): Parts {
  const { lines } = outline
  const all = groups
    .flatMap(({ candidates, style, level }) => {
      const atMargin = isItem(style) && answerAtMargin(candidates, lines)
      return candidates.map((candidate) => ({ candidate, style, level, atMargin, end: 0 }))
    })
    .sort((a, b) => a.candidate.at - b.candidate.at)
    .filter(({ candidate }, index, sorted) => sorted[index - 1]?.candidate.at !== candidate.at)
  const starts = new Set(all.map(({ candidate }) => candidate.at))
  const others = headings.filter(({ at }) => !starts.has(at))
  const closing = outline.headings.filter(({ at, text }) => !starts.has(at) && isNeverQuestion(text))
  const asked = all.map((each, index): Asked => {
    const stop = Math.min(
      nextHeading(others, each.candidate.end, each.level),
      // `## Tips` is no part of the answer to a `###` question.
      each.level < 7 ? nextHeading(closing, each.candidate.end, each.level - 1) : Infinity,
    )
    const next = all[index + 1]
    const end = Math.min(next?.candidate.at ?? lines.length, stop)
    // up to the next item all is an answer at the margin; below the last, only what is right below it
    if (each.atMargin && next?.style === each.style && end === next.candidate.at)
      return { ...each, end: endAtMargin(lines, each.candidate.end, end) }
    return { ...each, end: endOf(each, Math.max(end, each.candidate.end), lines) }
  })
  return { asked, others }
}

function nextHeading(headings: readonly Heading[], from: number, level: number): number {
  let next = firstFrom(headings, from)
  while (next < headings.length && (headings[next]?.level ?? 0) > level) next++
  return headings[next]?.at ?? Infinity
}

/** Where a question really ends: a summary with what it hides, an item with its lines. */
function endOf({ candidate, style, atMargin }: Asked, end: number, lines: readonly Line[]): number {
  if (candidate.row) return candidate.end
  if (candidate.details?.isClosed) return Math.max(candidate.end, Math.min(end, candidate.details.to.at + 1))
  if (!isItem(style)) return lines[candidate.at]?.inCallout ? endOfCallout(candidate.end, end, lines) : end
  const asks = atMargin || answersItem(candidate)
  const below = linesOfItem(lines.slice(candidate.end, end), candidate, asks).length
  return atMargin && below === 0 ? endOfLast(lines, candidate.end, end) : candidate.end + below
}

/** Below a callout its answer goes on only in another callout, or in what is no list. */
function endOfCallout(from: number, end: number, lines: readonly Line[]): number {
  const isOutside = ({ text, inCallout }: Line): boolean => !inCallout && markerOf(text) !== null
  const at = lines.slice(from, end).findIndex(isOutside)
  return at < 0 ? end : from + at
}

export const isItem = (style: StyleName): boolean => style === 'item' || style === 'nested-item'

interface Range {
  from: number
  to: number
}

/** The lines between the questions. */
function rest(asked: readonly Asked[], end: number): Range[] {
  const ranges: Range[] = []
  let from = 0
  for (const each of asked) {
    if (each.candidate.at > from) ranges.push({ from, to: each.candidate.at })
    from = Math.max(from, each.end)
  }
  if (from < end) ranges.push({ from, to: end })
  return ranges
}

/** The questions found so far, by where they start and by their wording. */
interface Known {
  at: ReadonlyMap<number, Candidate>
  wordings: ReadonlySet<string>
}

const knownOf = (asked: readonly Asked[]): Known => ({
  at: new Map(asked.map(({ candidate }) => [candidate.at, candidate])),
  wordings: new Set(asked.map(({ candidate }) => wording(candidate))),
})

/** The questions in some lines, by the style that fits them best; null where nothing is certain. */
function groupIn({ from, to }: Range, known: Known, main: StyleName, outline: Outline): Group | null {
  const candidates = between(outline.candidates, from, to)
  if (candidates.length === 0) return null
  const group =
    choose(outline, candidates) ?? (main !== 'summary' ? lonelyBold(candidates, from, to, outline) : null)
  if (!group || (group.style === 'plain' && group.candidates.length === 1 && numbered.has(main))) return null
  const next = known.at.get(to)
  const found = certainIn(group, outline, from, to).filter(
    (each) => !(next && isTitleOf(each, next, outline)),
  )
  const isList = isItem(group.style) || group.style === 'plain'
  const fresh = isList ? found.filter((each) => !known.wordings.has(wording(each))) : found
  return fresh.length === 0 ? null : { ...group, candidates: fresh }
}

/** Beside questions with numbers or labels, a single line without a mark belongs to the text around it. */
const numbered: ReadonlySet<StyleName> = new Set(['q', 'numbered-q', 'numbered-heading', 'numbered-bold'])

/** A bold line with its text, `**Conflict** - so.`, alone between two questions. */
function lonelyBold(
  candidates: readonly Candidate[],
  from: number,
  to: number,
  { lines, aboutQuestions }: Outline,
): Group | null {
  const [candidate] = candidates
  if (!aboutQuestions || !candidate || from === 0 || to === lines.length) return null
  if (candidate.mark !== 'bold' || candidate.rest === '') return null
  if (lines.slice(from, to).filter(({ text }) => text.trim() !== '').length !== 1) return null
  return {
    style: 'bold',
    level: 7,
    candidates: [{ ...candidate, isLabelled: true }],
    certainty: 0.5,
    score: 0,
  }
}

/** Whether a heading is the title of the question right below it. */
function isTitleOf(heading: Candidate, question: Candidate, { lines }: Outline): boolean {
  if (heading.mark !== 'heading' || heading.level >= question.level) return false
  return lines.slice(heading.end, question.at).every(({ text }) => text.trim() === '')
}

const wording = (candidate: Candidate): string => questionIn(candidate).toLowerCase()

const between = (candidates: readonly Candidate[], from: number, to: number): Candidate[] =>
  candidates.slice(firstFrom(candidates, from), firstFrom(candidates, to))

/** Whether three in five items ask, three at least, and the others may name what they ask. */
function areNamesAmong(items: readonly Candidate[], asking: readonly Candidate[]): boolean {
  const asks = new Set(asking)
  return (
    asking.length >= 3 &&
    asking.length * 5 >= items.length * 3 &&
    items.every((each) => asks.has(each) || mayName(questionIn(each)))
  )
}

/** A statement, and a question behind it: prose, unless an order to imagine something stands first. */
const isProse = ({ text, mark, isLabelled }: Candidate): boolean => {
  const ahead = mark === 'plain' && !isLabelled ? statementAhead.exec(text)?.[1] : undefined
  return ahead !== undefined && !isQuestionLike(ahead)
}

const statementAhead = /^([^.!?？]{3,200}[.!])\s+\p{Lu}[^.!]*[?？]\W*$/u

/** Fewer candidates are needed than for the main style, but each has to ask, whatever the text is about. */
function certainIn(group: Group, { asks, lines }: Outline, from: number, to: number): readonly Candidate[] {
  const { style, candidates } = group
  if (style === 'q' || style === 'numbered-q' || style === 'row') return candidates
  const asking = candidates.filter((each) => (asks(each, false) || each.isLabelled) && !isProse(each))
  if (style.startsWith('numbered') || style === 'number')
    return asking.length * 5 >= candidates.length * 3 ? candidates : asking
  if (isItem(style) && areNamesAmong(candidates, asking)) return candidates
  if (style !== 'plain' || asking.some(({ rest }) => rest !== '')) return asking
  const paragraphs = lines
    .slice(from, to)
    .filter(
      ({ text, code }, at) =>
        !code && /^[^\s>#<|]/.test(text) && /^\s*(?:$|#)/.test(lines[from + at - 1]?.text ?? ''),
    )
  return asking.length * 2 >= paragraphs.length ? asking : []
}
