// Reads questions whose answers stand in a list of their own below: `1. Why?`, `2. How?`, then `Answers`, `1. So.`, `2. Thus.`

import type { Draft, Reading } from '../../bank/draft.ts'
import { answerNames } from '../../bank/label-names.ts'
import { labelIn } from '../../bank/labels.ts'
import { passageOf } from '../../bank/passage.ts'
import type { Line } from '../../text/lines.ts'
import { type ImportText, importText } from '../import-text.ts'
import { answerIn } from '../markdown/answer.ts'
import { readMarkdown } from '../markdown/reader.ts'
import { readPlain } from './plain.ts'

const item = /^[ \t]{0,3}(?:#{1,6} )?(?:\*\*)?(?:A(?:nswer)? ?)?\(?(\d{1,6})[.):][ \t]*/i
const fewest = 2

/** The questions above the title of the answers, each with the answer of its number; null where the numbers do not match. */
export function readAnswerKey({ scan, lines, name }: ImportText): Reading | null {
  const at = lines.findIndex(({ text, code }) => !code && isTitle(text))
  const answers = at < 0 ? [] : itemsIn(lines.slice(at + 1))
  if (answers.length < fewest) return null
  const numbers = itemsIn(lines.slice(0, at)).map(({ number }) => number)
  const above = importText(scan.rows.slice(0, (lines[at]?.number ?? 1) - 1).join('\n'), name)
  const reading = readMarkdown(above) ?? readPlain(above)
  const isMatch =
    reading !== null &&
    reading.drafts.length === answers.length &&
    reading.drafts.every(({ answer }) => answer === null)
  if (!isMatch || numbers.length < answers.length) return null
  const drafts = reading.drafts.map(
    (draft, index): Draft => ({ ...draft, answer: answers[index]?.answer ?? null }),
  )
  return { ...reading, drafts }
}

const answerName = new RegExp(answerNames, 'i')

/** `Answers`, `ANSWER KEY:`, `## Lösungen`. */
function isTitle(text: string): boolean {
  if (text.length > 60 || !answerName.test(text) || /^\s*(?:[-*+>]|\d)/.test(text.replace(/^\*\*/, '')))
    return false
  const bare = text
    .replace(/[#*_:：=\s-]+/g, ' ')
    .replace(/ key\b/i, '')
    .trim()
  const label = labelIn(`# ${bare}`)
  return label?.label === 'answer' && label.rest === ''
}

interface Item {
  number: number
  answer: string | null
}

/** The items of a list that counts from 1; none where it does not. */
function itemsIn(lines: readonly Line[]): Item[] {
  const starts = lines.flatMap((line, at) => {
    const match = line.code ? null : item.exec(line.text.slice(0, 40))
    return match ? [{ at, number: Number(match[1]), width: match[0].length }] : []
  })
  if (!starts.every(({ number }, index) => number === index + 1)) return []
  return starts.map(({ at, number, width }, index) => {
    const own = lines
      .slice(at, starts[index + 1]?.at)
      .map((line, row) => (row === 0 ? { ...line, text: line.text.slice(width) } : line))
    return { number, answer: answerIn(own) ?? passageOf(own) }
  })
}
