// Finds the questions that need no mark, because the label of an answer stands below them.

import { labelIn } from '../../bank/labels.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import { longestLine } from '../../text/limits.ts'
import type { Line } from '../../text/lines.ts'
import { markerOf } from '../../text/list.ts'
import { type Candidate, candidateOf } from './candidates.ts'

/** A paragraph above the label of an answer, by the indexes of its first line and of the line after its last. */
interface Labelled {
  at: number
  end: number
}

const mostLines = 30
const option = /^\s*(?:[-*+]\s+)?(?:\[[ x]?\]\s*)?[(]?[A-Ha-h][.)]\s/

/** The paragraphs right above the labels of answers. What is above the answer before is none. */
export function isLabelledAt(lines: readonly Line[], answersAt: readonly number[]): Labelled[] {
  const found: Labelled[] = []
  let last = -1
  for (const at of answersAt) {
    const end = endAbove(lines, at, last)
    if (end > last) found.push({ at: startAbove(lines, end, last), end: end + 1 })
    last = at
  }
  return found
}

/** The index of the nearest line of text above, past code and the options to choose from. */
function endAbove(lines: readonly Line[], at: number, last: number): number {
  let index = at - 1
  for (let count = 0; index > last && count < mostLines; index--, count++) {
    const line = lines[index]
    const isText = line && !line.code && line.text.trim() !== '' && !noText.test(line.text)
    if (isText && !option.test(line.text) && !isRemark(lines, index)) return index
    if (line?.code) count--
  }
  return -1
}

const remark =
  /^\s*(?:[-*+]\s+)?(?:\*\*|__)[^*_:：]{2,40}(?:[:：](?:\*\*|__)|(?:\*\*|__)[:：])[ \t]*(?=\S)(?!\*\*)/

/** Whether a line right below another one is a label with text that does not ask, such as `- **Tip:** Be short.` */
function isRemark(lines: readonly Line[], at: number): boolean {
  const text = lines[at]?.text ?? ''
  const label = text.length > longestLine ? null : remark.exec(text)
  return (
    label !== null &&
    (lines[at - 1]?.text ?? '').trim() !== '' &&
    labelIn(text)?.label !== 'question' &&
    !isQuestionLike(text.slice(label[0].length))
  )
}

/** Pictures, tags alone and rules. */
const noText = /^\s*(?:!\[[^[\]]*\]\([^()]*\)|<[^<>]*>|[-*_=]{3,}|(?:`{3}|~{3}).*)\s*$/

/** The first line of a paragraph. In the answer before, which begins in it, only the last line asks. */
function startAbove(lines: readonly Line[], end: number, last: number): number {
  let start = end
  while (start - 1 > last && isSameParagraph(lines[start - 1], lines[start]) && end - start < mostLines)
    start--
  return start - 1 === last && last >= 0 && start < end ? end : start
}

const isSameParagraph = (above: Line | undefined, below: Line | undefined): boolean =>
  above !== undefined &&
  above.number + 1 === below?.number &&
  !above.code &&
  above.text.trim() !== '' &&
  !/^\s*(?:#{1,6} |<|`{3}|~{3}|[-=*_]{3,}\s*$)/.test(above.text) &&
  markerOf(below.text) === null

/** The candidates, of which those above a label are marked, with more for those paragraphs that have none. */
export function withLabelled(
  candidates: readonly Candidate[],
  labelled: readonly Labelled[],
  lines: readonly Line[],
): Candidate[] {
  const all: Candidate[] = []
  let next = 0
  for (const { at, end } of labelled) {
    while ((candidates[next]?.at ?? Infinity) < at) all.push(candidates[next++] as Candidate)
    const inside: Candidate[] = []
    while ((candidates[next]?.at ?? Infinity) < end) inside.push(candidates[next++] as Candidate)
    const last = inside.at(-1)
    if (last) all.push(...inside.slice(0, -1), { ...last, isLabelled: true })
    else all.push(paragraphCandidate(lines, at, end))
  }
  return [...all, ...candidates.slice(next)]
}

function paragraphCandidate(lines: readonly Line[], at: number, end: number): Candidate {
  const text = lines.slice(at, end).map((line) => line.text.trim())
  const indent = /^\s*/.exec(lines[at]?.text ?? '')?.[0].length ?? 0
  return { ...candidateOf('plain', text.join(' '), at, indent), end, isLabelled: true }
}
