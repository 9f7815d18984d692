// Puts the label of a question and the heading below it together: `# Question 1` above `## Tell me about yourself`.

import { labelIn } from '../../bank/labels.ts'
import { isNeverQuestion, isQuestionLike, isStarPart } from '../../bank/likeness.ts'
import type { Line } from '../../text/lines.ts'
import { isAnswerPart } from './answer-parts.ts'
import type { Heading } from './headings.ts'

const longestLabel = 40
const number = /^[#№]?\d{1,3}[.):]?$/
const emphasis = /^[\s*_]+|[\s*_]+$/g
/** Numbers in words, from one to ten. */
const words: readonly string[] = [
  '一 one eins uno une? um один',
  '二 two zwei dos deux dois два',
  '三 three drei tres trois três три',
  '四 four vier cuatro quatre quatro четыре',
  '五 five fünf cinco cinq пять',
  '六 six sechs seis шесть',
  '七 seven sieben siete sept sete семь',
  '八 eight acht ocho huit oito восемь',
  '九 nine neun nueve neuf nove девять',
  '十 ten zehn diez dix dez десять',
]
const inWords = words.map((all) => new RegExp(`(?<=\\p{L}[ ]?)(?:${all.replaceAll(' ', '|')})$`, 'iu'))
/** What else is counted above a question. */
const scene =
  /^(?:scenario|szenario|escenario|cenário|scénario|situation|case|prompt|problem|challenge|exercise|story|caso|situación|situação|情景|场景|案例)[ #№]{0,2}\d{1,3}$/i

const withDigits = (text: string): string => {
  const at = inWords.findIndex((word) => word.test(text))
  return at < 0 ? text : text.replace(inWords[at] as RegExp, String(at + 1))
}

/** Whether a text is nothing but the number of a question: `Question 3`, `Frage 3 von 10`, `Question two`, `3.` */
export function isLabelAlone(text: string): boolean {
  if (text.length > longestLabel) return false
  const bare = withDigits(text.replace(emphasis, ''))
  if (!/\d/.test(bare)) return false
  if (number.test(bare)) return true
  const found = labelIn(`# ${bare}`)
  return found?.label === 'question' && found.rest === ''
}

const isScene = (text: string): boolean =>
  text.length <= longestLabel && scene.test(text.replace(emphasis, '').replace(/[.:]$/, ''))

/** The headings of a text, of which those right below a label begin with it, and are of its level. */
export function withLabels(headings: readonly Heading[], lines: readonly Line[]): Heading[] {
  const all: Heading[] = []
  headings.forEach((heading, index) => {
    const label = labelAbove(heading, all.at(-1), lines)
    const isHeading = label === all.at(-1)
    if (label === null || (isHeading && isOneOfSome(headings, index, isScene(label.text)))) {
      all.push(heading)
      return
    }
    if (isHeading) all.pop()
    const text = `Q${/\d+/.exec(withDigits(label.text.replace(emphasis, '')))?.[0] ?? ''}. ${heading.text}`
    all.push({ ...heading, at: label.at, level: Math.min(label.level, heading.level), text })
  })
  return all
}

/**
 * Whether another heading of its level asks, before one above it: then a number above them is that of a part. Below a scene
 * it need not ask.
 */
function isOneOfSome(headings: readonly Heading[], index: number, isBelowScene: boolean): boolean {
  const level = headings[index]?.level ?? 1
  for (let next = index + 1; (headings[next]?.level ?? 0) >= level; next++) {
    const { text = '', level: own } = headings[next] ?? {}
    if (own === level && isLabelAlone(text)) return false
    if (own === level && isScene(text)) return false
    if (own === level && (isQuestionLike(text, false) || (isBelowScene && !isPart(text)))) return true
  }
  return false
}

const isPart = (text: string): boolean => isAnswerPart(text) || isStarPart(text) || isNeverQuestion(text)

/** The label of which a heading is the text, itself a heading or a line alone; null where there is none. */
function labelAbove(
  { at, level, text, inList }: Heading,
  above: Heading | undefined,
  lines: readonly Line[],
): Pick<Heading, 'at' | 'level' | 'text'> | null {
  if (inList || isLabelAlone(text) || isScene(text) || isPart(text)) return null
  let end = at
  while (end > 0 && lines[end - 1]?.text.trim() === '') end--
  if (above?.end === end)
    return above.level <= level && (isLabelAlone(above.text) || isScene(above.text)) ? above : null
  const line = lines[end - 1]
  const isLabel = line !== undefined && !line.code && !number.test(line.text) && isLabelAlone(line.text)
  return isLabel ? { at: end - 1, level, text: line.text } : null
}
