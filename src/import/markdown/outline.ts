// Outlines a markdown text for its readers: its headings, the lines that may ask, and those that announce an answer.

import { cleanSection } from '../../bank/clean.ts'
import { labelIn, labelOn } from '../../bank/labels.ts'
import {
  isNeverQuestion,
  isQuestionLike,
  namesQuestions,
  sectionsNameQuestions,
} from '../../bank/likeness.ts'
import type { Line, Scan } from '../../text/lines.ts'
import { markerOf } from '../../text/list.ts'
import { plainText } from '../../text/plain-text.ts'
import { withAnswerLetters } from './answer-letters.ts'
import { withAnswersBeside } from './answers-beside.ts'
import { withEmoji, withLevels } from './bullet-levels.ts'
import { withoutCallouts } from './callouts.ts'
import { type Candidate, candidatesOf } from './candidates.ts'
import { type Details, detailsOf, unfoldsAnswer } from './details.ts'
import { type Heading, headingsOf, titlesOf } from './headings.ts'
import { withLabels } from './label-headings.ts'
import { isLabelledAt, withLabelled } from './labelled.ts'
import { otherLabelsIn } from './other-labels.ts'
import { outdented } from './outdented.ts'
import { type Asks, asksOf, mostAsk, sectionHeadingsOf } from './sections.ts'
import { type Siblings, siblingsIn } from './siblings.ts'
import { withBrackets, withSlashes } from './slashes.ts'
import { withStarBullets } from './star-bullets.ts'
import { withTopics } from './topics-beside.ts'

export interface Outline {
  lines: readonly Line[]
  headings: readonly Heading[]
  candidates: readonly Candidate[]
  title: string | null
  /** The lines without marks that ask as their siblings do. */
  siblings: Siblings
  /** Indexes of the lines that announce an answer, in order. */
  answersAt: readonly number[]
  /** Numbers of the lines where an answer unfolds. */
  unfolds: ReadonlySet<number>
  /** Whether the title, the sections or most of the candidates say that the text is about questions. */
  aboutQuestions: boolean
  /** The indexes of headings that only name a part of the text, with the questions below them. */
  sectionsAt: ReadonlySet<number>
  /** Whether a candidate is the title of a text with further headings, which says that it is about questions. */
  isTitle: (candidate: Candidate) => boolean
  /** Whether a candidate reads like a question, whatever the text is about, or in a text about questions. */
  asks: Asks
  /** How many candidates with a mark surely ask, though no label says so; nested ones do not count. */
  unlabelledOf: (mark: Candidate['mark']) => number
  /** The heading above a candidate, if there is one. */
  sectionOf: (candidate: Candidate) => string | null
  /** The index of the heading or label above a candidate, such as `**Examples:**`; -1 if there is none. */
  listOf: (candidate: Candidate) => number
  /** Whether it stands below a label beside those that announce questions. */
  isBeside: (candidate: Candidate) => boolean
  /** Whether the next line with text is not indented, and is neither a heading nor an item of a list. */
  hasTextBelow: (candidate: Candidate) => boolean
  /** Whether the next line is an item of a list, and indented more. */
  hasListBelow: (candidate: Candidate) => boolean
  /** Whether the next line is text, and indented more. */
  hasIndentedBelow: (candidate: Candidate) => boolean
}

/** What is read as if it had marks of markdown, in this order. */
const steps: readonly ((lines: readonly Line[]) => readonly Line[])[] = [
  withoutCallouts,
  withLevels,
  withEmoji,
  withSlashes,
  withBrackets,
  withStarBullets,
  withDots,
  withAnswerLetters,
]

/** The outline of a text. */
export function outlineOf(scan: Scan, text: readonly Line[]): Outline {
  const lines = steps.reduce((read, step) => step(read), text)
  const marked = withLabels(headingsOf(lines), lines)
  const siblings = siblingsIn(lines)
  const headings = marked.length > 0 ? marked : titlesOf(lines, siblings)
  const details = detailsOf(lines)
  const unfolding = details.filter(({ summary }) => unfoldsAnswer(summary))
  const answersAt = answersIn(lines, unfolding)
  const candidates = withLabelled(
    withAnswersBeside(
      withTopics(outdented(candidatesOf(lines, headings, details, siblings), lines), lines, headings),
    ),
    isLabelledAt(lines, answersAt),
    lines,
  )
  const title = scan.title ?? titleOf(headings)
  const upper =
    headings.length > 0
      ? headings.filter(({ level }) => level < 3).map(({ text }) => text)
      : details.filter(({ parent }) => parent === null).map(({ summary }) => summary)
  const asks = asksOf()
  const listOf = listsOf(candidates, lines, headings)
  const others = otherLabelsIn(lines, headings, isLabel)
  return {
    lines,
    headings,
    candidates,
    siblings,
    title,
    answersAt,
    unfolds: new Set(unfolding.map(({ line }) => line)),
    aboutQuestions:
      namesQuestions(title ?? '') ||
      sectionsNameQuestions(upper) ||
      (marked.length === 0 && headNamesQuestions(lines)) ||
      mostAsk(
        candidates,
        asks,
        headings.some(({ text }) => namesQuestions(text)),
      ),
    sectionsAt: sectionHeadingsOf(headings, candidates, asks),
    asks,
    unlabelledOf: unlabelledIn(candidates, asks),
    isTitle: ({ level, text }) =>
      level === 1 && headings.length > 2 && namesQuestions(text) && sectionName(text) === title,
    sectionOf: sectionsOf(candidates, headings),
    listOf,
    isBeside: (candidate) => others.size > 0 && others.has(listOf(candidate)),
    hasTextBelow: (candidate) => isTextBelow(lines, candidate),
    hasListBelow: ({ end, indent }) => (markerOf(lines[end]?.text ?? '')?.indent ?? 0) > indent,
    hasIndentedBelow: ({ end, indent }) =>
      (/^[ \t]+(?=\S)/.exec(lines[end]?.text ?? '')?.[0].length ?? 0) > indent,
  }
}

/** A number without a dot, or without a blank: `1 Why?`, `#1 Why?`, `1/ Why?`, `1.- Why?`, `1.why`. */
const looseNumber =
  /^[#№]?(\d{1,3})(?:\/(?=[ \t])|(?=[ \t]+["“¿]?(?:\p{Lu}|\p{Lo}|\p{Ll}[^?]*\?\s*$))|[.)](?=\p{Ll}{2}))/u
const number = /^(\d{1,3})[.)][ \t]+\S/
const fewestCounted = 3
const widestGap = 30

/**
 * Lines that count from 1 in such numbers, with a dot and a blank: `1. Why?` Three at least, one of which asks, or all of
 * them, where the others of the same count have their dots.
 */
function withDots(lines: readonly Line[]): readonly Line[] {
  const counted = new Set<Line>()
  let last = 0
  let dotted = 0
  for (const line of lines) {
    if (line.code || !/^[#№]?\d/.test(line.text)) continue
    if (Number(number.exec(line.text)?.[1]) === last + 1) {
      last++
      dotted++
      continue
    }
    const match = looseNumber.exec(line.text)
    const step = Number(match?.[1] ?? 0) - last
    // a glued number may follow after a gap, as lines in between may be numbered well
    const isNext = step === 1 || (last > 0 && step > 0 && step <= widestGap && /[.)]$/.test(match?.[0] ?? ''))
    if (!isNext) continue
    counted.add(line)
    last += step
  }
  const asks = ({ text }: Line): boolean => isQuestionLike(text.replace(looseNumber, '').trim(), false)
  const all = [...counted]
  const areNumbers =
    counted.size >= fewestCounted
      ? all.some(asks)
      : counted.size > 0 && dotted + counted.size >= fewestCounted && all.every(asks)
  if (!areNumbers) return lines
  return lines.map((line) =>
    counted.has(line)
      ? { ...line, text: line.text.replace(looseNumber, '$1. ').replace(/^(\d+\.)[ \t]+/, '$1 ') }
      : line,
  )
}

/** The first heading, if it is alone on its level and all others are below it. */
function titleOf(headings: readonly Heading[]): string | null {
  const first = headings[0]
  if (!first || headings.some((each) => each !== first && each.level <= first.level)) return null
  const title = sectionName(first.text)
  return first.level < 3 && title !== null && !isNeverQuestion(title) ? title : null
}

/** In a text without headings, its first lines may say what it is about. */
const headLines = 10
const headNamesQuestions = (lines: readonly Line[]): boolean =>
  lines
    .slice(0, headLines)
    .some(
      ({ text, code }) =>
        !code && text.length < 120 && /^\p{L}/u.test(text) && labelIn(text) === null && namesQuestions(text),
    )

/** A heading's text without links, anchors and number; null if nothing is left. */
export function sectionName(heading: string): string | null {
  return cleanSection(
    plainText(
      heading.replace(/\[\[?[^[\]]{0,12}\]?\]\(#[^()]*\)|\[?!\[[^[\]]*\]\([^()]*\)(?:\]\([^()]*\))?/g, ''),
    ),
  )
}

function answersIn(lines: readonly Line[], unfolding: readonly Details[]): number[] {
  const places = unfolding.map(({ open }) => open.at)
  lines.forEach((line, at) => {
    if (!line.code && labelOn(line.text)?.label === 'answer' && !isReference(line.text)) places.push(at)
  })
  return places.sort((a, b) => a - b)
}

/** A heading such as `## 参考` has links below it; as a label the same word is an answer. */
const isReference = (text: string): boolean =>
  text.startsWith('#') && isNeverQuestion(text.replace(/^#+/, ''))

/** Counts once, when it is first asked: each part of a text wants to know. */
function unlabelledIn(candidates: readonly Candidate[], asks: Asks): Outline['unlabelledOf'] {
  let counts: Map<Candidate['mark'], number> | null = null
  return (mark) => {
    counts ??= counted()
    return counts.get(mark) ?? 0
  }

  function counted(): Map<Candidate['mark'], number> {
    const counts = new Map<Candidate['mark'], number>()
    for (const each of candidates) {
      if (each.isLabelled || each.indent >= 2 || !asks(each, false)) continue
      counts.set(each.mark, (counts.get(each.mark) ?? 0) + 1)
    }
    return counts
  }
}

/** Finds the nearest heading of a higher level above each candidate. */
function sectionsOf(
  candidates: readonly Candidate[],
  headings: readonly Heading[],
): (candidate: Candidate) => string | null {
  const sections = new Map<Candidate, string | null>()
  const open: Heading[] = []
  let next = 0
  for (const candidate of candidates) {
    while ((headings[next]?.at ?? Infinity) < candidate.at) {
      const heading = headings[next++] as Heading
      while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop()
      open.push(heading)
    }
    sections.set(candidate, open.findLast(({ level }) => level < candidate.level)?.text ?? null)
  }
  return (candidate) => sections.get(candidate) ?? null
}

const labelLine = /^(?:(?:\*\*|__)[^*_]{1,80}[:：]?(?:\*\*|__)[:：]?|[^\s#>|*+-].{0,100}[:：])\s*$/

const isLabel = ({ text }: Line): boolean => text.length < 120 && labelLine.test(text)

/** The nearest heading or label above each candidate, found when the first one is asked for: few texts need them. */
function listsOf(
  candidates: readonly Candidate[],
  lines: readonly Line[],
  headings: readonly Heading[],
): (candidate: Candidate) => number {
  let lists: Map<Candidate, number> | null = null
  return (candidate) => {
    lists ??= listsIn(candidates, lines, headings)
    return lists.get(candidate) ?? -1
  }
}

function listsIn(
  candidates: readonly Candidate[],
  lines: readonly Line[],
  headings: readonly Heading[],
): Map<Candidate, number> {
  const starts = new Set(headings.map(({ at }) => at))
  const lists = new Map<Candidate, number>()
  let list = -1
  let at = 0
  for (const candidate of candidates) {
    for (; at < candidate.at; at++) {
      const line = lines[at]
      if (line && !line.code && (starts.has(at) || isLabel(line))) list = at
    }
    lists.set(candidate, list)
  }
  return lists
}

/** Bullets at the margin, right below a number, belong to it. */
const marginBullet = /^[-*+•●○▪–][ \t]+\S/

function isTextBelow(lines: readonly Line[], { end, mark, number }: Candidate): boolean {
  if (number !== null && mark !== 'heading' && marginBullet.test(lines[end]?.text ?? '')) return true
  let at = end
  while (lines[at]?.text.trim() === '' && at < end + 4) at++
  const line = lines[at]?.text ?? ''
  const text = mark === 'plain' ? line.trimStart() : line
  return text.trim() !== '' && /^(?:[^\s#<]|<details)/i.test(text) && !markerOf(text)
}
