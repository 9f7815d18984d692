// Reads markdown whose questions have marks, whichever they are: `## Why?`, `3. Why?`, `**Why?**`. What follows a question,
// up to the next one or to a heading that is not part of it, is its answer.

import { cleanQuestion } from '../../bank/clean.ts'
import type { Draft } from '../../bank/draft.ts'
import { labelIn } from '../../bank/labels.ts'
import { isNeverQuestion, isQuestionLike, leadsNowhere } from '../../bank/likeness.ts'
import type { Line } from '../../text/lines.ts'
import { type Below, belowOf } from './below.ts'
import { choose, type Group } from './choose.ts'
import { linesOfDetails } from './details.ts'
import type { Heading } from './headings.ts'
import { belowItem } from './items.ts'
import { isLabelAlone } from './label-headings.ts'
import { leftOut } from './left-out.ts'
import { type Outline, sectionName } from './outline.ts'
import { type Asked, isItem, partsOf } from './parts.ts'
import type { ScoredReading } from './scored.ts'
import { questionIn } from './sections.ts'

/** A text that does not say that it is about questions has to consist of them, at least by half. */
const leastCoverage = 0.5

/** The questions of a text, each part of it by the style that fits it best; null if none does. */
export function readUniform(outline: Outline): ScoredReading | null {
  const main = choose(outline)
  if (!main) return null
  const { lines, title } = outline
  const { asked, others } = partsOf(main, outline)
  if (!outline.aboutQuestions && !isStrong(main, outline) && coverage(asked, others, lines) < leastCoverage)
    return null
  const sections = sectionsOf(asked, others, title)
  const drafts = asked.map((each, index): Draft => {
    const { candidate } = each
    const section = candidate.row?.section ?? candidate.details?.parent?.summary ?? sections[index] ?? null
    if (candidate.row) return { ...candidate.row, section }
    const below = belowCandidate(each, outline)
    const line = lines[candidate.at]?.number ?? 1
    const { question, answer } = askedIn(questionIn(candidate), below)
    const { keyPoints, followUps, budgetMs, competencies } = below
    const about = competencies === undefined ? { budgetMs } : { budgetMs, competencies }
    return { line, section, question, answer, keyPoints, followUps, ...about }
  })
  return {
    score: main.score,
    certainty: main.certainty,
    title,
    drafts: drafts.filter(({ question }) => question !== ''),
    leftOut: leftOut(asked, others, outline),
  }
}

/** Whether a mark says enough by itself: labels of questions, and summaries which all ask. */
function isStrong({ style, candidates }: Group, { asks }: Outline): boolean {
  if (candidates.length < 2) return false
  if (style === 'summary') return candidates.every((each) => asks(each, false))
  if (style === 'item') return candidates.every(({ text, rest }) => rest !== '' && /^["“„«]/.test(text))
  return (style === 'q' || style === 'numbered-q') && candidates.some((each) => asks(each, false))
}

/** The share of a text that its questions take up, with what is below them, from 0 to 1. Parts such as `License` do not count. */
function coverage(asked: readonly Asked[], others: readonly Heading[], lines: readonly Line[]): number {
  const size = (from: number, to?: number): number =>
    lines.slice(from, to).filter(({ text }) => text.trim() !== '').length
  const covered = asked.reduce((sum, { candidate, end }) => sum + size(candidate.at, end), 0)
  const closing = others.map(({ at, text }, index) =>
    isNeverQuestion(text) ? size(at, others[index + 1]?.at) : 0,
  )
  const apart = closing.reduce((sum, each) => sum + each, 0)
  return Math.min(1, covered / Math.max(1, size(0) - apart))
}

/** For each question the nearest heading above of a higher level, but not the title of the text. */
function sectionsOf(
  asked: readonly Asked[],
  headings: readonly Heading[],
  title: string | null,
): (string | null)[] {
  const open: Heading[] = []
  const names = new Map<Heading, string | null>()
  const nameOf = (heading: Heading): string | null => {
    const name = names.get(heading) ?? nameIn(heading.text, title)
    names.set(heading, name)
    return name
  }
  let next = 0
  return asked.map(({ candidate, level }) => {
    while ((headings[next]?.at ?? Infinity) < candidate.at) {
      const heading = headings[next++] as Heading
      if (heading.inList) continue
      while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop()
      open.push(heading)
    }
    const above = open.findLast((each) => each.level < level)
    return above ? nameOf(above) : null
  })
}

function nameIn(heading: string, title: string | null): string | null {
  const section = sectionName(heading)
  return section === title || (section !== null && leadsNowhere(section)) ? null : section
}

function belowCandidate({ candidate, end, style }: Asked, { lines, unfolds }: Outline): Below {
  if (candidate.details) return belowOf(linesOfDetails(lines, candidate.details))
  const rest = candidate.rest === '' ? [] : [{ number: 0, text: candidate.rest, code: false }]
  const below = lines.slice(candidate.end, end)
  if (isItem(style)) return belowItem([...rest, ...below], unfolds)
  const shortLabels = style === 'q' || style === 'numbered-q' || opensWithLetter(below)
  return belowOf([...rest, ...below], { shortLabels, unfolds })
}

/** Whether `A: So.`, or in other languages `R: So.`, is the first line, and no option to choose from. */
function opensWithLetter(below: readonly Line[]): boolean {
  const first = below.find(({ text }) => text.trim() !== '')
  const isLetter = first !== undefined && !first.code && /^\s{0,3}(?:\*\*)?[AR][:：]/.test(first.text)
  return isLetter && !below.some(({ text }) => /^\s*(?:\*\*)?B[:：.)]/.test(text))
}

/** The whole question and its answer. The question may go on below the candidate's text, or be only there. */
function askedIn(text: string, { question, answer }: Below): Pick<Draft, 'question' | 'answer'> {
  if (question === null) return askedBelow(text, answer) ?? { question: text, answer }
  return { question: text === '' || isLabel(text) ? question : `${text}\n\n${question}`, answer }
}

const isLabel = (text: string): boolean => isLabelAlone(text) || labelIn(`# ${text}`)?.label === 'question'

/** Below a candidate that is a mere title, the question may be the first line, in bold or in quotation marks. */
function askedBelow(title: string, answer: string | null): Pick<Draft, 'question' | 'answer'> | null {
  if (answer === null) return null
  if (isLabelAlone(title)) return askedFirst(answer)
  if (isQuestionLike(title)) return null
  const end = answer.indexOf('\n')
  const line = answer.slice(0, end < 0 ? undefined : end).trim()
  if (line.length > 400 || !/^(?:\*\*|["“])/.test(line)) return null
  const question = cleanQuestion(line)
  if (question.length > line.length - 2 || !isQuestionLike(question)) return null
  const rest = end < 0 ? '' : answer.slice(end).replace(/^\s*\n/, '')
  return { question, answer: rest === '' ? null : rest }
}

const longestName = 100

/** Below a mere number, the question is the first paragraph, where that is quoted, bold, a short line or asks. */
function askedFirst(text: string): Pick<Draft, 'question' | 'answer'> | null {
  const [first = ''] = /^.+(?:\n.+)*/.exec(text) ?? []
  const isQuoted = first.split('\n').every((row) => row.startsWith('>'))
  const head = isQuoted ? first : (first.split('\n')[0] ?? '')
  const question = cleanQuestion(head.replace(/^>[ \t]?/gm, '').replaceAll('\n', ' '))
  const isMarked = isQuoted || /^(?:\*\*|["“])[^*"”]+(?:\*\*|["”])\W*$/.test(head)
  const rest = text.slice(head.length).trim()
  const isName = head === first && head.length <= longestName && /^\p{L}[^:：]*[^.!。！:：\s]$/u.test(head)
  if (question === '' || !(isQuestionLike(question) || ((isMarked || isName) && rest !== ''))) return null
  return { question, answer: rest === '' ? null : rest }
}
