// Reads text without any marks: a line that ends in a question mark asks, and the lines below answer it. Where nearly all
// lines ask, `Describe a conflict.` is a question too, and not the answer to the one above.

import { cleanQuestion } from '../../bank/clean.ts'
import type { Draft, Reading } from '../../bank/draft.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import type { Line } from '../../text/lines.ts'
import type { ImportText } from '../import-text.ts'
import { belowOf } from '../markdown/below.ts'
import { asksInHaste, asksOutright, asksPlainly } from '../markdown/plainly.ts'
import { type Siblings, siblingsIn } from '../markdown/siblings.ts'

const fewestQuestions = 2
/** In a list of questions, other lines are at most this share of all. */
const mostOthers = 0.25

/** The questions of a text; null where it has marks, or where too few of its paragraphs ask. */
export function readPlain({ scan, lines, outline }: ImportText): Reading | null {
  if (lines.some(({ text }) => /^#{1,6} |^[ \t]*[|<>]/.test(text))) return null
  const siblings = outline.lines === lines ? outline.siblings : siblingsIn(lines)
  const { asking } = siblings
  const starts = startsIn(lines, siblings)
  const isParagraph = ({ text }: Line, at: number): boolean =>
    text.trim() !== '' && (lines[at - 1]?.text ?? '').trim() === ''
  if (starts.length < fewestQuestions || starts.length * 4 < lines.filter(isParagraph).length) return null
  const drafts = starts.map((at, index): Draft => {
    const line = lines[at] as Line
    const below = lines.slice(at + 1, starts[index + 1])
    const question = cleanQuestion(asking.get(at) ?? line.text)
    return { ...belowOf(below, { shortLabels: true }), line: line.number, section: null, question }
  })
  return { title: scan.title, drafts }
}

/** The indexes of the lines that ask. */
function startsIn(lines: readonly Line[], { asking, answering }: Siblings): number[] {
  const marked = new Set<number>()
  const stated = new Set<number>()
  let rows = 0
  lines.forEach((line, at) => {
    if (line.code || line.text.trim() === '') return
    rows++
    if (asks(line) || asksOutright(line.text) || asking.has(at)) marked.add(at)
    else if (answering.has(at)) return
    else if (asksPlainly(line.text) || (asksInHaste(line.text) && marked.has(at - 1) && marked.size > 1))
      stated.add(at)
  })
  const isList = rows - marked.size - stated.size <= rows * mostOthers
  const starts: number[] = []
  let last = -1
  lines.forEach(({ text }, at) => {
    if (text.trim() === '') return
    // Below a question, `Explain the plan.` may be its answer; below an answer, in a paragraph of its own, it asks.
    const isStated =
      stated.has(at) && (isList || (last !== starts.at(-1) && lines[at - 1]?.text.trim() === ''))
    if (marked.has(at) || isStated) starts.push(at)
    last = at
  })
  return starts
}

function asks({ text, code }: Line): boolean {
  return !code && text.length < 2000 && /[?？]["”')]?[ \t]*$/.test(text) && isQuestionLike(text)
}
