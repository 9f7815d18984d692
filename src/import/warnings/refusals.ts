import type { Warning } from '../../bank/model.ts'
import { isOwnFormat } from '../../bank/own-format/read.ts'
import {
  inMegabytes,
  longestSource,
  type Most,
  mostOfHtml,
  mostOfOthers,
  mostOfOurs,
} from '../../text/limits.ts'
import { scanLines } from '../../text/lines.ts'
import { isHtml } from '../formats/html-document.ts'
import { brokenAt, isBrokenJson } from '../formats/json.ts'
import { looksLike } from '../looks-like.ts'
import { warning } from './warning.ts'

/** How many characters are examined to tell whether a source is text at all. */
const sampleLength = 64 * 1024
const controlCharacters = /[\0-\x08\x0e-\x1f\ufffd]/g

/** Why a source cannot be read at all; null if it can. */
export function refusal(source: string): Warning | null {
  if (source.length > longestSource) return tooLarge(inMegabytes(longestSource))
  const sample = source.slice(0, sampleLength)
  const controls = sample.match(controlCharacters)?.length ?? 0
  if (controls <= 2 || controls * 3 <= sample.length) return null
  const what = 'This is not a text file, or it is not UTF-8.'
  return warning('unreadable', null, `${what} Save the questions as text in UTF-8.`)
}

const tooLarge = (what: string): Warning =>
  warning('unreadable', null, `The source has more than ${what}. Split it into several banks.`)

/** How many characters are examined to tell in which format a text is. */
const headLength = 256 * 1024
/** What questions have, in our own format and in others. */
const marksOfOurs = ['\n### ']
const marksOfOthers = ['?', '\n##', '<summary']
/** A text may have more marks than questions, but hardly so many for each. */
const marksForEach = 1.5

/** Why a text is too large for its format; null if it is not. Without reading it: that would take too long. */
export function tooMuch(text: string): Warning | null {
  if (text.length <= headLength) return null
  // what is within the narrowest limits is so in any format
  if (beyond(text, mostOfHtml, marksOfOthers) === null) return null
  if (isOwnFormat(scanLines(text.slice(0, headLength)))) return beyond(text, mostOfOurs, marksOfOurs)
  return beyond(text, isHtml(text) ? mostOfHtml : mostOfOthers, marksOfOthers)
}

function beyond(text: string, most: Most, marks: readonly string[]): Warning | null {
  if (text.length > most.length) return tooLarge(inMegabytes(most.length))
  if (countOf(text, '\n', most.lines) > most.lines)
    return tooLarge(`${most.lines.toLocaleString('en')} lines`)
  const mostMarks = most === mostOfOurs ? most.questions : most.questions * marksForEach
  const isTooMany = marks.some((mark) => countOf(text, mark, mostMarks) > mostMarks)
  return isTooMany ? tooManyQuestions(most.questions) : null
}

/** The same for what was read of it: without question marks, only reading tells how many questions there are. */
export function tooManyRead(questions: number, isOurs: boolean): Warning | null {
  const most = (isOurs ? mostOfOurs : mostOfOthers).questions
  return questions > most ? tooManyQuestions(most) : null
}

const tooManyQuestions = (most: number): Warning => tooLarge(`${most.toLocaleString('en')} questions`)

/** How often a text holds another, up to one more than `most`. */
function countOf(text: string, part: string, most: number): number {
  let count = 0
  for (let at = text.indexOf(part); at >= 0 && count <= most; at = text.indexOf(part, at + 1)) count++
  return count
}

/** Why no questions were found in a text. */
export function nothingFound(text: string): Warning {
  if (isBrokenJson(text)) {
    const line = brokenAt(text)
    const what = `This looks like JSON, but it is not valid${line === null ? '' : `: it breaks on line ${line}`}.`
    const how = 'Check the commas, quotes and brackets there, or export it again.'
    return warning('unreadable', line, `${what} ${how}`)
  }
  return warning('no-questions', null, `No questions were found. ${looksLike(text)}`)
}
