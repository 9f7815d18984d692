// Reads questions with the answer on the same line: `Why? Because it pays.`, `- Why? // it pays`. It takes most lines of a
// text to tell: a single such line is a question with a remark.

import type { Reading } from '../../bank/draft.ts'
import { isQuestionLike, namesQuestions } from '../../bank/likeness.ts'
import { longestLine } from '../../text/limits.ts'
import { markerOf } from '../../text/list.ts'
import { type ImportText, importText } from '../import-text.ts'
import { asksOutright, asksPlainly } from '../markdown/plainly.ts'
import { readCards } from './cards.ts'
import { inSource } from './converted.ts'

const fewest = 3
/** Prose asks and answers too: of its paragraphs, more have to. */
const fewestParagraphs = 4
/** The question, with a second one right behind it, and what follows. */
const shape = /^([^?？]{3,200}[?？]["”’)]*(?:[ \t]+[^.?？!]{1,100}[?？])?)[ \t]+(\S.*)$/u
const separator = /^(?:\/\/|={1,2}>?|>>?|~|\||\.{2,}|…|[-–—])[ \t]+/
/** What goes on with the question, is a remark about it, or has a mark of its own. */
const noAnswer = /^(?:and|or|if so|why|und|oder|et|ou|y|o|e|и)\b|^[^\p{L}\p{N}"“„«']/iu

/** `Tell me about it. Briefly. I paint.` */
const order = /^([^.?!。？！]{3,120}\.)[ \t]+(\S.*)$/u

interface Pair {
  question: string
  answer: string
}

/** An order and the answer beside it, as it stands among such questions; null where a line is none. */
function orderIn(line: string): Pair | null {
  const [, question = '', answer = ''] =
    line.length > longestLine ? [] : (order.exec(line.slice(markerOf(line)?.width ?? 0).trim()) ?? [])
  return question !== '' && asksOutright(question) && !isQuestionLike(answer) ? { question, answer } : null
}

/** A question and the answer beside it; null where a line is none. */
function pairIn(line: string): Pair | null {
  if (line.length > longestLine || !/[?？]/.test(line)) return null
  const match = shape.exec(line.slice(markerOf(line)?.width ?? 0).trim())
  if (!match) return null
  const [, question = '', behind = ''] = match
  const answer = behind.replace(separator, '')
  const isAnswer = !noAnswer.test(answer) && !isQuestionLike(answer)
  return isAnswer && asksPlainly(question) ? { question, answer } : null
}

/** The questions of a text; null where not three at least, and two in three of its lines at the margin, are in this shape. */
export function readSameLine({ lines, name, scan, outline }: ImportText): Reading | null {
  const pairs = lines.map(({ text, code }) => (code ? null : pairIn(text)))
  const found = pairs.filter((pair) => pair !== null).length
  const isOther = lines.some(({ text }) => text.startsWith('|')) || outline.headings.some(asks)
  if (found < fewest || isOther) return null
  const rows = lines.filter(
    ({ text, code }) => !code && /^[\p{Lu}\p{Lo}\p{N}¿"“]|^\s*[-*+•]\s/u.test(text) && !isTitle(text),
  )
  if (found * 3 < rows.length * 2) return null
  const isProse = lines.every(({ text }, at) => !pairs[at] || (markerOf(text) === null && !pairs[at - 1]))
  if (isProse && found < fewestParagraphs && !namesQuestions(outline.title ?? '')) return null
  lines.forEach(({ text, code }, at) => {
    pairs[at] ??= code ? null : orderIn(text)
  })
  const text = lines.map((line, at) => {
    const pair = pairs[at]
    return pair ? `Q: ${pair.question}\nA: ${pair.answer}` : line.text
  })
  const numbers = lines.flatMap(({ number }, at) => (pairs[at] ? [number, number] : [number]))
  const converted = { text: text.join('\n'), lines: numbers }
  const reading = readCards(importText(converted.text, name))
  return reading && { ...inSource(reading, converted), title: reading.title ?? scan.title }
}

const asks = ({ text }: { text: string }): boolean => isQuestionLike(text, false)

const isTitle = (text: string): boolean => text.length < 40 && !/[.?!？。]/.test(text)
