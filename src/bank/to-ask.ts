import { plainText } from '../text/plain-text.ts'
import { asksInterviewer } from './likeness.ts'
import { namesQuestionsToAsk, questionToAsk } from './questions-to-ask.ts'

/** Most texts have no heading that may say so. */
const suspect = /^#{1,6}[ \t].*(?:ask|question|反问|反問)/im
const heading = /^(#{1,6})[ \t]+(\S.*)$/
const headings = /^#{1,6}[ \t]+(\S.*)$/gm
/** What every such heading has in it. */
const word = /ask|question|reverse|反问|反問/i
const item = /^ {0,3}(?:[-*+]|\d{1,3}[.)]|#{1,6})[ \t]+\S/
const longestHeading = 300

/**
 * The questions that a text has for the interviewers, as plain text: the items below a heading such as `Questions to ask them`.
 * `taken`: the lines, from 1, of the questions that are rehearsed; a heading above one of them means something else.
 */
export function toAskIn(text: string, taken: readonly number[]): string[] {
  if (!suspect.test(text) || !hasHeadingThatAsks(text)) return []
  const rehearsed = new Set(taken)
  const found = new Set<string>()
  let level = 0
  let below: string[] = []
  const close = (): void => {
    for (const question of below) found.add(question)
    level = 0
    below = []
  }
  for (const [row, line] of text.split('\n').entries()) {
    const [, marks = '', title = ''] = (line.startsWith('#') && heading.exec(line)) || []
    if (level > 0 && rehearsed.has(row + 1)) {
      level = 0
      below = []
    }
    if (marks !== '' && asks(title)) {
      close()
      level = marks.length
    } else if (marks !== '' && marks.length <= level) close()
    else if (level > 0 && isQuestion(line)) below.push(questionToAsk(line))
  }
  close()
  found.delete('')
  return [...found]
}

const hasHeadingThatAsks = (text: string): boolean =>
  [...text.matchAll(headings)].some(([, title = '']) => asks(title))

const asks = (title: string): boolean =>
  title.length <= longestHeading &&
  word.test(title) &&
  (namesQuestionsToAsk(title) || asksInterviewer(plainText(title)))

const isQuestion = (line: string): boolean => item.test(line) || /[?？]\s{0,9}$/.test(line.slice(-12))
