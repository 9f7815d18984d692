import { markedPointsOf } from '../bank/key-points.ts'
import type { KeyPoint, Shape } from '../bank/model.ts'
import { namesQuestionsToAsk, questionToAsk } from '../bank/questions-to-ask.ts'
import { type Line, linesOf, scanLines } from '../text/lines.ts'
import { plainText } from '../text/plain-text.ts'
import { partsOf } from './shape.ts'

/** A story as its user wrote it, taken apart. */
export interface Story {
  /** Its `# heading`, else its first words; plain text. */
  name: string
  /** What it shows, in lower case, as its line `Competencies: conflict, influence` says. */
  competencies: string[]
  /** Questions to ask them: the items below a heading that says so. Plain text. */
  toAsk: string[]
  /** What is told and shown: all of it but that line and those questions. Markdown. */
  text: string
  /**
   * Its headings, list items and bold words; none where it marks nothing. What only names a part, such as Situation, is none
   * where two or more others are.
   */
  points: KeyPoint[]
}

const heading = /^ {0,3}(#{1,6})[ \t]+(\S.*?)(?:[ \t]+#+)?[ \t]*$/
const competenciesLine = /^\s*(?:[-*+]\s+)?[*_]{0,3}competenc(?:y|ies)[*_]{0,3}\s*:[*_]{0,3}(.*)$/i
/** A longer line is prose. */
const longestLine = 300
const partNames = new Set(
  Object.values(partsOf)
    .flat()
    .map(({ name }) => name.toLowerCase()),
)
/** As many words as tell two stories apart. */
const wordsOfName = 6

/** Takes a story apart. It never throws: whatever a text has is its story. */
export function storyOf(written: string): Story {
  const { own, toAsk } = apart(linesOf(scanLines(written)))
  const listed = own.map(({ text, code }) =>
    code || text.length > longestLine ? null : competenciesLine.exec(text),
  )
  const told = own.filter((_, at) => listed[at] === null)
  const named = told.findIndex((_, at) => isName(told, at))
  const textOf = (lines: readonly Line[]): string =>
    lines
      .map(({ text }) => text)
      .join('\n')
      .trim()
  return {
    name: named < 0 ? firstWords(told) : plainText(titleOf(told[named])?.title ?? ''),
    competencies: [...new Set(listed.flatMap((match) => (match === null ? [] : namesIn(match[1] ?? ''))))],
    toAsk,
    text: textOf(told),
    points: pointsIn(textOf(named < 0 ? told : told.toSpliced(named, 1))),
  }
}

function pointsIn(text: string): KeyPoint[] {
  const all = markedPointsOf(text)
  const own = all.filter((point) => !isPartName(point.text))
  return own.length > 1 ? own : all
}

/** A line as a heading: its level, and its text as markdown. */
function titleOf(line: Line | undefined): { level: number; title: string } | null {
  const [, marks, title = ''] =
    (line === undefined || line.code || line.text.length > longestLine ? null : heading.exec(line.text)) ?? []
  return marks === undefined ? null : { level: marks.length, title }
}

/** Takes out the questions to ask them, which go from their heading to the next one of its level. */
function apart(lines: readonly Line[]): { own: Line[]; toAsk: string[] } {
  const own: Line[] = []
  const asked: string[] = []
  let asking = 0
  for (const line of lines) {
    const found = titleOf(line)
    const asks = found !== null && namesQuestionsToAsk(found.title)
    if (asks) asking = found.level
    else if (found !== null && found.level <= asking) asking = 0
    if (asks) continue
    if (asking > 0) asked.push(questionToAsk(line.text))
    else own.push(line)
  }
  return { own, toAsk: asked.filter((question) => question !== '') }
}

/** The first `#` heading is the name, and so is any heading that a story begins with, unless it names a part. */
function isName(lines: readonly Line[], at: number): boolean {
  const found = titleOf(lines[at])
  if (found === null || isPartName(found.title)) return false
  return found.level === 1 || lines.slice(0, at).every(({ text }) => text.trim() === '')
}

const isPartName = (title: string): boolean => partNames.has(plainText(title).toLowerCase())

function firstWords(lines: readonly Line[]): string {
  const prose = lines.filter((line) => titleOf(line) === null).map(({ text }) => text)
  const words = plainText(prose.join('\n').slice(0, 2000)).split(' ')
  const first = words.slice(0, wordsOfName).join(' ').slice(0, 60)
  return words.length > wordsOfName ? `${first.replace(/[,;:.]$/, '')} …` : first
}

/** Names with commas between them, in lower case. */
const namesIn = (text: string): string[] =>
  text
    .split(',')
    .map((name) => plainText(name).toLowerCase())
    .filter((name) => name !== '')

/** The parts of a shape as headings, to write a story below them. */
export const partHeadings = (shape: Shape): string =>
  partsOf[shape].map(({ name }) => `## ${name}\n`).join('\n\n')

/** A text without the headings of parts that have nothing below them. */
export function withoutEmptyParts(text: string): string {
  const lines = linesOf(scanLines(text)).filter((line) => line.text.trim() !== '')
  const empty = lines.filter((line, at) => {
    const own = titleOf(line)
    if (own === null || !isPartName(own.title)) return false
    const next = titleOf(lines[at + 1])
    return at + 1 === lines.length || (next !== null && next.level <= own.level)
  })
  if (empty.length === 0) return text
  const rows = text.split('\n')
  for (const { number } of empty.reverse()) {
    const next = rows.findIndex((row, at) => at >= number && row.trim() !== '')
    rows.splice(number - 1, (next < 0 ? rows.length : next) - number + 1)
  }
  return rows.join('\n')
}
