import { plainText } from '../text/plain-text.ts'
import { asksInterviewer } from './likeness.ts'
import { namesQuestionsToAsk, questionToAsk } from './questions-to-ask.ts'

const heading = /^(#{1,6})[ \t]+(\S.*)$/
const suspect = /ask|question|frag|pregunt|pergunt|demander|domand|vragen|вопрос|спросить|pytania|反问|反問/i
/** What every such heading has in it. */
const word =
  /ask|question|reverse|frag|pregunt|pergunt|demander|domand|vragen|вопрос|спросить|pytania|反问|反問/i
const item = /^ {0,3}(?:[-*+]|\d{1,3}[.)]|#{1,6})[ \t]+\S/
const longestHeading = 300

/**
 * The questions that a text has for the interviewers, as plain text: the items below a heading such as `Questions to ask them`.
 * `taken`: the lines, from 1, of the questions that are rehearsed; a heading above one of them means something else.
 */
export function toAskIn(text: string, taken: readonly number[]): string[] {
  if (!hasHeadingThatAsks(text)) return []
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

/** Most texts have no such heading. */
function hasHeadingThatAsks(text: string): boolean {
  const lines = marked(text).filter((line) => word.test(line))
  return lines.some((line) => suspect.test(line)) && lines.some((line) => asks(heading.exec(line)?.[2] ?? ''))
}

/** The lines of a text that begin with `#`. */
function marked(text: string): string[] {
  const lines: string[] = []
  for (let at = text.startsWith('#') ? 0 : next(0); at >= 0; at = next(at)) {
    const end = text.indexOf('\n', at)
    lines.push(text.slice(at, end < 0 ? undefined : end))
  }
  return lines

  function next(from: number): number {
    const before = text.indexOf('\n#', from)
    return before < 0 ? -1 : before + 1
  }
}

const asks = (title: string): boolean =>
  title.length <= longestHeading &&
  word.test(title) &&
  (namesQuestionsToAsk(title) || asksInterviewer(plainText(title)))

const isQuestion = (line: string): boolean => item.test(line) || /[?？]\s{0,9}$/.test(line.slice(-12))
