import { linesOf, scanLines } from '../text/lines.ts'
import { markerOf, unindent } from '../text/list.ts'
import { plainText } from '../text/plain-text.ts'
import { sentencesOf } from '../text/sentences.ts'
import { labelOf } from './key-point-label.ts'
import type { KeyPoint } from './model.ts'

const LONGEST_ANSWER = 64 * 1024
const LONGEST_LINE = 20 * 1024
const MOST_SENTENCES = 5
/** Headings, tables and rules. */
const NO_POINT = /^(?:#|\||={3,}$|-{3,}$)/
const BOLD = /\*\*\S[^*]*\*\*|__\S[^_]*__/

/** A stretch of an answer: an item of a list, or a paragraph. */
interface Block {
  item: boolean
  text: string
}

/** What a good answer says: its list items and bold phrases; where these are too few, its first sentences. */
export function keyPointsOf(answer: string): KeyPoint[] {
  if (answer.length > LONGEST_ANSWER) return []
  const blocks = blocksOf(answer)
  const marked = distinct(textsOf(blocks, boldSentences))
  return marked.length > 1 ? marked : distinct(textsOf(blocks, sentencesOf)).slice(0, MOST_SENTENCES)
}

function textsOf(blocks: readonly Block[], ofParagraph: (text: string) => string[]): string[] {
  const texts: string[] = []
  for (const { item, text } of blocks) {
    if (item) texts.push(text)
    else texts.push(...ofParagraph(text))
  }
  return texts
}

const LABEL = /[ \t]*<!-- label: (.*) -->$/

/** A key point as its item in an explicit list gives it: by bold text, by its first words, or by a comment. */
export function explicitKeyPoint(item: string): KeyPoint {
  const label = LABEL.exec(item)
  return label ? { text: plainText(item.slice(0, label.index)), label: label[1] ?? '' } : keyPoint(item)
}

const boldSentences = (text: string): string[] =>
  BOLD.test(text) ? sentencesOf(text).filter((sentence) => BOLD.test(sentence)) : []

function keyPoint(markdown: string): KeyPoint {
  const text = plainText(markdown)
  return { text, label: labelOf(markdown, text) }
}

function distinct(texts: readonly string[]): KeyPoint[] {
  const points = new Map<string, KeyPoint>()
  for (const text of texts) {
    const point = keyPoint(text)
    if (point.label !== '' && !points.has(point.text)) points.set(point.text, point)
  }
  return [...points.values()]
}

/** Most answers have neither code nor comments. */
function linesIn(answer: string): { text: string; code: boolean }[] {
  if (/```|~~~|<!--/.test(answer)) return linesOf(scanLines(answer))
  return answer.split('\n').map((text) => ({ text, code: false }))
}

/** Paragraphs and the items of the outermost lists; code, tables and headings say nothing that one could tick. */
function blocksOf(answer: string): Block[] {
  const blocks: Block[] = []
  let open: Block | null = null
  let nested = false
  for (const { text, code } of linesIn(answer)) {
    const line = text.trim()
    const marker = code ? null : markerOf(text)
    if (code || line === '' || NO_POINT.test(line) || line.length > LONGEST_LINE) {
      open = null
    } else if (marker && marker.indent < 2) {
      open = { item: true, text: line.slice(marker.width - marker.indent) }
      nested = false
      blocks.push(open)
    } else if (marker) {
      nested = true
      open = null
    } else if (open && !(open.item && endsAbove(open.text, text))) {
      open.text += ` ${line}`
    } else if (!(nested && unindent(text, 2) !== text)) {
      nested = false
      open = { item: false, text: line.replace(/^>\s?/, '') }
      blocks.push(open)
    }
  }
  return blocks
}

/** Whether a line that is not indented begins a paragraph, and is no lazy continuation of the item above. */
const endsAbove = (item: string, line: string): boolean =>
  /^\S/.test(line) && /[.!?:]["”’')*_]*$/.test(item.slice(-12))
