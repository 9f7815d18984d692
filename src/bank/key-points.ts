import { decodeEntities } from '../text/entities.ts'
import { longestAnswer, longestLine } from '../text/limits.ts'
import { linesOf, scanLines } from '../text/lines.ts'
import { markerOf, unindent } from '../text/list.ts'
import { plainText } from '../text/plain-text.ts'
import { safe } from '../text/safe.ts'
import { sentencesOf } from '../text/sentences.ts'
import { labelOf } from './key-point-label.ts'
import type { KeyPoint } from './model.ts'

const mostSentences = 5
/** The start of a heading or a table, a rule, or where a link or a footnote leads. */
const noPoint = /^(?:#|\||={3,}$|(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$|\[[^[\]]+\]:[ \t])/
/** An address or a picture alone, which may be an item of a list, or nothing that could be read out. */
const saysNothing = /^(?:<?https?:\/\/\S+>?|!\[[^[\]]*\]\([^()]*\)|[^\p{L}\p{N}]*)$/u
const heading = /^ {0,3}#{1,6}[ \t]+(\S.*?)(?:[ \t]+#+)?$/
const longestHeading = 300
const checkbox = /^\[[ xX]\][ \t]+/
const boldPhrase = /\*\*\S[^*]*\*\*|__\S[^_]*__/

/** How a part of an answer begins that has a line of its own: `**Result:** sold`, `S: late`. */
const partLabel =
  /^(?:(?:\*\*|__)[^*_:：]{1,40}(?:[:：](?:\*\*|__)|(?:\*\*|__)[:：])|(?:situation|task|action|result|[star])[:：])[ \t]*\S/i

/** A part of an answer: an item of a list, or a paragraph. */
interface Block {
  isItem: boolean
  text: string
}

/** What an answer says: its list items and sentences with bold phrases, or, if these are fewer than two, its first ones. */
export function keyPointsOf(answer: string): KeyPoint[] {
  if (answer.length > longestAnswer) return []
  const blocks = blocksOf(linesIn(answer))
  const marked = distinct(textsOf(blocks, boldSentences))
  return marked.length > 1 ? marked : distinct(textsOf(blocks, sentencesOf)).slice(0, mostSentences)
}

/** What a text marks by itself: its headings, its list items and the sentences with bold phrases. */
export function markedPointsOf(text: string): KeyPoint[] {
  if (text.length > longestAnswer) return []
  const blank = { text: '', code: false }
  const lines = linesIn(text).flatMap((line) => {
    const title = line.code || line.text.length > longestHeading ? undefined : heading.exec(line.text)?.[1]
    return title === undefined ? [line] : [blank, { text: `- ${title}`, code: false }, blank]
  })
  const sections = sectionsOf(text)
  return distinct(textsOf(blocksOf(lines), boldSentences)).map((point) => {
    const below = (sections.get(point.text) ?? []).join(' ').trim()
    return below === '' ? point : { ...point, below }
  })
}

/** The lines below each heading, up to the next one, by the heading; plain text. */
function sectionsOf(text: string): Map<string, string[]> {
  const sections = new Map<string, string[]>()
  let open: string[] = []
  for (const line of linesIn(text)) {
    const title = line.code || line.text.length > longestHeading ? undefined : heading.exec(line.text)?.[1]
    if (title === undefined) {
      open.push(plainText(line.text))
    } else {
      open = []
      sections.set(plainText(title), open)
    }
  }
  return sections
}

function textsOf(blocks: readonly Block[], ofParagraph: (text: string) => string[]): string[] {
  const texts: string[] = []
  for (const { isItem, text } of blocks) {
    if (isItem) texts.push(text)
    else texts.push(...ofParagraph(text))
  }
  return texts
}

const labelComment = /[ \t]*<!-- label: (.*) -->$/

/** The key point of an item in an explicit list, labelled by a comment at its end, by bold text or by its first words. */
export function explicitKeyPoint(item: string): KeyPoint {
  const label = labelComment.exec(item)
  return label
    ? { text: plainText(item.slice(0, label.index)), label: label[1] ?? '' }
    : keyPoint(item.replace(checkbox, ''))
}

const boldSentences = (text: string): string[] =>
  boldPhrase.test(text) ? sentencesOf(text).filter((sentence) => boldPhrase.test(sentence)) : []

function keyPoint(markdown: string): KeyPoint {
  const source = markdown.includes('&') ? safe(decodeEntities(markdown)) : markdown
  const text = plainText(source)
  return { text, label: labelOf(source, text) }
}

function distinct(texts: readonly string[]): KeyPoint[] {
  const points = new Map<string, KeyPoint>()
  for (const text of texts) {
    const point = keyPoint(text)
    if (point.label !== '' && !saysNothing.test(text) && !points.has(point.text))
      points.set(point.text, point)
  }
  return [...points.values()]
}

interface AnswerLine {
  text: string
  code: boolean
}

/** The lines of an answer. Most answers have neither code nor comments, and need no scan. */
function linesIn(answer: string): AnswerLine[] {
  if (/```|~~~|<!--/.test(answer)) return linesOf(scanLines(answer))
  return answer.split('\n').map((text) => ({ text, code: false }))
}

/** Paragraphs and the items of the outermost lists. Code, tables and headings make no points. */
function blocksOf(lines: readonly AnswerLine[]): Block[] {
  const blocks: Block[] = []
  let open: Block | null = null
  let nested = false
  for (const { text, code } of lines) {
    const line = text.trim()
    const marker = code ? null : markerOf(text)
    if (code || line === '' || noPoint.test(line) || line.length > longestLine) {
      open = null
    } else if (marker && marker.indent < 2) {
      open = { isItem: true, text: line.slice(marker.width - marker.start).replace(checkbox, '') }
      nested = false
      blocks.push(open)
    } else if (marker) {
      nested = true
      open = null
    } else if (open && !(open.isItem ? endsAbove(open.text, text) : partLabel.test(line))) {
      open.text += ` ${line}`
    } else if (!(nested && unindent(text, 2) !== text)) {
      nested = false
      open = { isItem: false, text: line.replace(/^>\s?/, '') }
      blocks.push(open)
    }
  }
  return blocks
}

/** Whether a line that is not indented begins a paragraph, because the item above ends in a full stop or the like. */
const endsAbove = (item: string, line: string): boolean =>
  /^\S/.test(line) && /[.!?:]["”’')*_]*$/.test(item.slice(-12))
