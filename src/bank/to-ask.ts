import { plainText } from '../text/plain-text.ts'
import { asksInterviewer } from './likeness.ts'
import { namesQuestionsToAsk, questionToAsk } from './questions-to-ask.ts'

/** A heading that may say so, with its marks and its text. */
const suspect = /^(#{1,6})[ \t]+(.*(?:ask|question|反问|反問).*)$/gim
const anyHeading = /^(#{1,6})[ \t]/gm

/**
 * The questions that a text has for the interviewers, as plain text: the items below a heading such as `Questions to ask them`.
 * `taken`: the lines, from 1, of the questions that are rehearsed; a heading above one of them means something else.
 */
export function toAskIn(text: string, taken: readonly number[]): string[] {
  const found: string[] = []
  for (const { index, 0: whole, 1: marks = '', 2: title = '' } of text.matchAll(suspect)) {
    if (title.length > 300 || !(namesQuestionsToAsk(title) || asksInterviewer(plainText(title)))) continue
    const start = index + whole.length
    const end = nextHeading(text, start, marks.length)
    const first = lineAt(text, index)
    const last = lineAt(text, end)
    if (taken.some((line) => line >= first && line < last)) continue
    const lines = text.slice(start, end).split('\n')
    found.push(...lines.flatMap((line) => (isItem(line) ? (questionToAsk(line) ?? []) : [])))
  }
  return [...new Set(found)]
}

function nextHeading(text: string, from: number, level: number): number {
  const next = new RegExp(anyHeading)
  next.lastIndex = from
  for (let match = next.exec(text); match !== null; match = next.exec(text))
    if ((match[1] ?? '').length <= level) return match.index
  return text.length
}

function lineAt(text: string, index: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line++
  return line
}

const isItem = (line: string): boolean =>
  /^ {0,3}(?:[-*+]|\d{1,3}[.)]|#{1,6})[ \t]+\S/.test(line) || /[?？]\s*$/.test(line)
