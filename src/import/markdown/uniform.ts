// Reads markdown in which all questions are marked in one style, whichever it is: `## Why?`, `3. Why?`, `**Why?**`. What
// follows a question, up to the next one or to a heading that is not part of it, is its answer.

import { cleanQuestion } from '../../bank/clean.ts'
import type { Draft } from '../../bank/draft.ts'
import { labelIn } from '../../bank/labels.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import type { Line } from '../../text/lines.ts'
import { itemsOf, itemText } from '../../text/list.ts'
import { type Below, belowOf } from './below.ts'
import type { Candidate } from './candidates.ts'
import { choose, type Group, questionIn } from './choose.ts'
import { linesOfDetails } from './details.ts'
import type { Heading } from './headings.ts'
import { leftOut } from './left-out.ts'
import { type Outline, sectionName } from './outline.ts'
import type { ScoredReading } from './scored.ts'

/** A text that does not say that it is about questions has to consist of them, at least by half. */
const leastCoverage = 0.5

/** The questions in the style that fits the text best; null if none does. */
export function readUniform(outline: Outline): ScoredReading | null {
  const group = choose(outline)
  if (!group) return null
  const { lines, title } = outline
  const starts = new Set(group.candidates.map(({ at }) => at))
  const others = outline.headings.filter(({ at, text }) => !starts.has(at) && !isPart(text))
  const ends = endsOf(group, others, lines.length)
  if (!outline.aboutQuestions && coverage(group, ends, lines) < leastCoverage) return null
  const sections = sectionsOf(group, others, title)
  const drafts = group.candidates.map((candidate, index): Draft => {
    const below = belowCandidate(candidate, ends[index] ?? lines.length, group, outline)
    const line = lines[candidate.at]?.number ?? 1
    const section = candidate.details?.parent?.summary ?? sections[index] ?? null
    return { ...below, ...askedIn(questionIn(candidate), below), line, section }
  })
  return {
    score: group.score,
    certainty: group.certainty,
    title,
    drafts: drafts.filter(({ question }) => question !== ''),
    leftOut: leftOut(group, others, outline),
  }
}

const answerPart =
  /^\W*(?:situation|task|action|result|reflection|examples?|explanation|code|output|why|notes?|hints?|tips?|sources?|links?|good to hear|additional links|references?)\b.{0,30}$/i

/** Whether a heading belongs to an answer. */
const isPart = (heading: string): boolean =>
  answerPart.test(heading) || !['question', undefined].includes(labelIn(`# ${heading}`)?.label)

/** Where each question ends: at the next one, or at a heading that is not below it. */
function endsOf({ candidates, level }: Group, headings: readonly Heading[], end: number): number[] {
  const stops = headings.filter((heading) => heading.level <= level)
  let next = 0
  return candidates.map((candidate, index) => {
    while ((stops[next]?.at ?? Infinity) < candidate.end) next++
    return Math.min(candidates[index + 1]?.at ?? end, stops[next]?.at ?? end)
  })
}

/** The share of a text that its questions take up, with what is below them, from 0 to 1. */
function coverage({ candidates }: Group, ends: readonly number[], lines: readonly Line[]): number {
  const size = (part: readonly Line[]): number => part.filter(({ text }) => text.trim() !== '').length
  const covered = candidates.map(({ at }, index) => size(lines.slice(at, ends[index])))
  return covered.reduce((sum, each) => sum + each, 0) / Math.max(1, size(lines))
}

/** For each question the nearest heading above of a higher level, but not the title of the text. */
function sectionsOf(group: Group, headings: readonly Heading[], title: string | null): (string | null)[] {
  const higher = headings.filter(({ level, inList }) => level < group.level && !inList)
  let next = 0
  return group.candidates.map(({ at }) => {
    while ((higher[next]?.at ?? Infinity) < at) next++
    const section = sectionName(higher[next - 1]?.text ?? '')
    return section === title ? null : section
  })
}

function belowCandidate(candidate: Candidate, end: number, group: Group, outline: Outline): Below {
  const { lines, unfolds } = outline
  if (candidate.details) return belowOf(linesOfDetails(lines, candidate.details))
  const rest = candidate.rest === '' ? [] : [{ number: 0, text: candidate.rest, code: false }]
  const below = lines.slice(candidate.end, end)
  if (group.style === 'item') return belowItem([...rest, ...indented(below)])
  const shortLabels = group.style === 'q' || group.style === 'numbered-q'
  return belowOf([...rest, ...below], { shortLabels, unfolds })
}

/** What belongs to an item of a list. Questions in it are follow-ups. */
function belowItem(lines: readonly Line[]): Below {
  const hasCode = lines.some(({ code }) => code)
  const items = hasCode ? [] : itemsOf(lines.map(({ text }) => text)).map(itemText)
  const isProbed = items.length > 0 && items.every((item) => isQuestionLike(item))
  return isProbed ? { question: null, answer: null, keyPoints: null, followUps: items } : belowOf(lines)
}

function indented(lines: readonly Line[]): Line[] {
  const end = lines.findIndex(({ text }) => text.trim() !== '' && !/^(?: {2,}|\t)/.test(text))
  return lines.slice(0, end < 0 ? lines.length : end)
}

/** The whole question and its answer. The question may go on below the candidate's text, or be only there. */
function askedIn(text: string, { question, answer }: Below): Pick<Draft, 'question' | 'answer'> {
  if (question === null) return askedBelow(text, answer) ?? { question: text, answer }
  return { question: text === '' ? question : `${text}\n\n${question}`, answer }
}

/** Below a candidate that is a mere title, the question may be the first line, in bold or in quotation marks. */
function askedBelow(title: string, answer: string | null): Pick<Draft, 'question' | 'answer'> | null {
  if (answer === null || isQuestionLike(title)) return null
  const end = answer.indexOf('\n')
  const line = answer.slice(0, end < 0 ? undefined : end).trim()
  if (line.length > 400 || !/^(?:\*\*|["“])/.test(line)) return null
  const question = cleanQuestion(line)
  if (question.length > line.length - 2 || !isQuestionLike(question)) return null
  const rest = end < 0 ? '' : answer.slice(end).replace(/^\s*\n/, '')
  return { question, answer: rest === '' ? null : rest }
}
