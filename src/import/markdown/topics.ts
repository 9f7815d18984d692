import type { Candidate, Draft } from '../../bank/draft.ts'
import { isNeverQuestion, isQuestionLike } from '../../bank/likeness.ts'
import { passageOf } from '../../bank/passage.ts'
import type { Line } from '../../text/lines.ts'
import { markerOf } from '../../text/list.ts'
import { type Below, belowOf, cleaned } from './answer.ts'
import { type Outline, sectionName } from './outline.ts'

/** Against the marks that vote. */
const WEIGHT = 7

interface Topic {
  line: number
  section: string | null
  body: readonly Line[]
  asks: boolean
}

/** Headings that are mere titles, with the question in the text below. */
export function readTopics({ aboutQuestions, headings, lines, title }: Outline): Candidate | null {
  if (!aboutQuestions) return null
  const levels = new Map<number, Topic[]>()
  const path: (string | null)[] = []
  headings.forEach((heading, index) => {
    const { level, text } = heading
    path.length = level
    path[level] = sectionName(text)
    if (isNeverQuestion(text)) return
    const body = lines.slice(heading.end, headings[index + 1]?.at)
    const section = path.slice(0, level).findLast(Boolean) ?? null
    const topics = levels.get(level) ?? []
    levels.set(level, topics)
    topics.push({
      line: lines[heading.at]?.number ?? 1,
      section,
      body,
      asks: isQuestionLike(firstParagraph(body)),
    })
  })
  const best = [...levels.values()]
    .filter(
      (topics) => topics.length > 2 && topics.filter((topic) => topic.asks).length > topics.length * 0.55,
    )
    .sort((a, b) => b.length - a.length)[0]
  if (!best) return null
  const drafts = best.map((topic) => draftOf(topic, title)).filter((draft) => draft.question !== '')
  return { score: WEIGHT * drafts.length, certainty: 0.5, title, drafts }
}

function draftOf({ line, section, body }: Topic, title: string | null): Draft {
  const { question, ...below } = divide(body)
  return { ...below, line, section: section === title ? null : section, question: question ?? '' }
}

const STAR = /^(?:(?:[-*+]|\d{1,3}[.)])\s+)?(?:\*\*|__|_)?(?:S|Situation|Context)\b[\s:*_)(]/i

/** All is the question, but for an answer with a label, or one that begins with a situation. */
function divide(body: readonly Line[]): Below {
  const star = body.findIndex((line) => !line.code && STAR.test(line.text.trimStart()))
  if (star >= 0) {
    const question = passageOf(cleaned(body.slice(0, star)))
    return { ...belowOf(body.slice(star)), question }
  }
  const below = belowOf(body)
  const isLabelled = below.question !== null
  return isLabelled ? below : { ...below, question: below.answer, answer: null }
}

function firstParagraph(body: readonly Line[]): string {
  const start = body.findIndex((line) => line.text.trim() !== '')
  const first = body[start]
  if (!first || first.code || markerOf(first.text) || /^\s*[|<>]/.test(first.text)) return ''
  const end = body.findIndex((line, at) => at > start && (line.code || line.text.trim() === ''))
  return body
    .slice(start, end < 0 ? body.length : end)
    .map((line) => line.text.trim())
    .join(' ')
    .slice(0, 1200)
}
