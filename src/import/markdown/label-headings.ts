// Puts the label of a question and the heading below it together: `# Question 1` above `## Tell me about yourself`.

import { labelIn } from '../../bank/labels.ts'
import { isNeverQuestion, isQuestionLike, isStarPart } from '../../bank/likeness.ts'
import type { Line } from '../../text/lines.ts'
import { isAnswerPart } from './answer-parts.ts'
import type { Heading } from './headings.ts'

const longestLabel = 40
const number = /^[#№]?\d{1,3}[.):]?$/
const emphasis = /^[\s*_]+|[\s*_]+$/g

/** Whether a text is nothing but the number of a question: `Question 3`, `Frage 3 von 10`, `3.` */
export function isLabelAlone(text: string): boolean {
  const bare = text.replace(emphasis, '')
  if (bare.length > longestLabel || !/\d/.test(bare)) return false
  if (number.test(bare)) return true
  const found = labelIn(`# ${bare}`)
  return found?.label === 'question' && found.rest === ''
}

/** The headings of a text, of which those right below a label begin with it, and are of its level. */
export function withLabels(headings: readonly Heading[], lines: readonly Line[]): Heading[] {
  const all: Heading[] = []
  headings.forEach((heading, index) => {
    const label = labelAbove(heading, all.at(-1), lines)
    if (label === null || (label === all.at(-1) && isOneOfSome(headings, index))) {
      all.push(heading)
      return
    }
    if (label === all.at(-1)) all.pop()
    const text = `${label.text.replace(emphasis, '').replace(/[.):]+$/, '')}. ${heading.text}`
    all.push({ ...heading, at: label.at, level: Math.min(label.level, heading.level), text })
  })
  return all
}

/** Whether another heading of its level asks, before one above it: then a number above them is that of a part. */
function isOneOfSome(headings: readonly Heading[], index: number): boolean {
  const level = headings[index]?.level ?? 1
  for (let next = index + 1; (headings[next]?.level ?? 0) >= level; next++) {
    const { text = '', level: own } = headings[next] ?? {}
    if (own === level && isLabelAlone(text)) return false
    if (own === level && isQuestionLike(text, false)) return true
  }
  return false
}

/** The label of which a heading is the text, itself a heading or a line alone; null where there is none. */
function labelAbove(
  { at, level, text, inList }: Heading,
  above: Heading | undefined,
  lines: readonly Line[],
): Pick<Heading, 'at' | 'level' | 'text'> | null {
  if (inList || isLabelAlone(text) || isAnswerPart(text) || isStarPart(text) || isNeverQuestion(text))
    return null
  let end = at
  while (end > 0 && lines[end - 1]?.text.trim() === '') end--
  if (above?.end === end) return above.level <= level && isLabelAlone(above.text) ? above : null
  const line = lines[end - 1]
  const isLabel = line !== undefined && !line.code && !number.test(line.text) && isLabelAlone(line.text)
  return isLabel ? { at: end - 1, level, text: line.text } : null
}
