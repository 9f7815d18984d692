import { cleanSection } from '../../bank/clean.ts'
import type { ImportText } from '../../bank/draft.ts'
import { labelIn } from '../../bank/labels.ts'
import { isNeverQuestion, namesQuestions, sectionsNameQuestions } from '../../bank/likeness.ts'
import { type Line, linesOf, type Scan } from '../../text/lines.ts'
import { markerOf } from '../../text/list.ts'
import { plainText } from '../../text/plain-text.ts'
import { type Mark, marksOf } from './candidates.ts'
import type { Ballot } from './choose.ts'
import { type Region, regionsOf, unfoldsAnswer } from './details.ts'
import { type Heading, headingsOf } from './headings.ts'

/** A markdown text as its readers see it: its lines, its headings and all that may mark a question. */
export interface Outline extends Ballot {
  lines: readonly Line[]
  headings: readonly Heading[]
  /** Numbers of the lines where an answer unfolds. */
  answerLines: ReadonlySet<number>
  title: string | null
}

export function outlineOf(scan: Scan, source: ImportText): Outline {
  const lines = linesOf(scan)
  const headings = headingsOf(lines)
  const regions = regionsOf(lines)
  const marks = marksOf(lines, headings, regions)
  const unfolding = regions.filter((region) => unfoldsAnswer(region.summary))
  const title = scan.title ?? titleOf(headings)
  const name = source.name?.replace(/[-_]+/g, ' ') ?? ''
  const upper = headings.filter((each) => each.level < 3).map((each) => each.text)
  return {
    lines,
    headings,
    marks,
    title,
    answers: answersIn(lines, unfolding),
    answerLines: new Set(unfolding.map((region) => region.line)),
    aboutQuestions: namesQuestions(`${title ?? ''} ${name}`) || sectionsNameQuestions(upper),
    sectionOf: sectionsOf(marks, headings),
    hasTextBelow: (mark) => isTextBelow(lines, mark),
  }
}

/** The first heading, if it is alone on its level and all others are below it. */
function titleOf(headings: readonly Heading[]): string | null {
  const first = headings[0]
  if (!first || headings.some((each) => each !== first && each.level <= first.level)) return null
  const title = sectionName(first.text)
  return first.level < 3 && title !== null && !isNeverQuestion(title) ? title : null
}

/** A heading's text without links, anchors and number. */
export function sectionName(text: string): string | null {
  return cleanSection(plainText(text.replace(/\[\[?[^[\]]{0,12}\]?\]\(#[^()]*\)/g, '')))
}

function answersIn(lines: readonly Line[], unfolding: readonly Region[]): number[] {
  const places = unfolding.map((region) => region.open.at)
  lines.forEach((line, at) => {
    if (!line.code && labelIn(line.text)?.label === 'answer') places.push(at)
  })
  return places.sort((a, b) => a - b)
}

/** The nearest heading above a mark that is not as deep as the mark. */
function sectionsOf(marks: readonly Mark[], headings: readonly Heading[]): (mark: Mark) => string | null {
  const sections = new Map<Mark, string | null>()
  const open: Heading[] = []
  let next = 0
  for (const mark of marks) {
    while ((headings[next]?.at ?? Infinity) < mark.at) {
      const heading = headings[next++] as Heading
      while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop()
      open.push(heading)
    }
    sections.set(mark, open.findLast((heading) => heading.level < mark.level)?.text ?? null)
  }
  return (mark) => sections.get(mark) ?? null
}

function isTextBelow(lines: readonly Line[], mark: Mark): boolean {
  let at = mark.end
  while (lines[at]?.text.trim() === '' && at < mark.end + 4) at++
  const line = lines[at]
  return (
    line !== undefined &&
    line.text.trim() !== '' &&
    /^(?:[^\s#<]|<details)/i.test(line.text) &&
    !markerOf(line.text)
  )
}
