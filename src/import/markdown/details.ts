import type { Line } from '../../text/lines.ts'
import { plainText } from '../../text/plain-text.ts'
import { linesBetween, type Place, type Tag, tagsOf, textBetween } from './tags.ts'

/** A `<details>` element: a summary that one sees, and what unfolds. */
export interface Region {
  open: Place
  /** Number of the line where it opens. */
  line: number
  summary: string
  /** What unfolds begins here and ends there; where nothing closes it, before the next one opens. */
  from: Place
  to: Place
  /** Index of the line after it. */
  end: number
  closed: boolean
  parent: Region | null
}

const TAG = /<(\/?)(details|summary)\b[^<>]*>/gi
const DEEPEST = 32

/** All `<details>` in the order in which they open. */
export function regionsOf(lines: readonly Line[]): Region[] {
  const regions: Region[] = []
  const stack: Region[] = []
  let summary: Place | null = null
  for (const tag of tagsOf(lines, TAG)) {
    const top = stack.at(-1)
    if (tag.name === 'details' && !tag.closes) {
      const region = regionAt(tag, lines, top ?? null)
      regions.push(region)
      stack.push(region)
      if (stack.length > DEEPEST) stack.shift()
    } else if (tag.name === 'details') {
      stack.pop()
      if (top) Object.assign(top, { to: tag.start, end: tag.start.at + 1, closed: true })
    } else if (!tag.closes) {
      summary = tag.after
    } else if (top && summary) {
      top.summary = textBetween(lines, summary, tag.start)
      top.from = tag.after
      summary = null
    }
  }
  regions.forEach((region, index) => {
    const next = regions[index + 1]
    if (!region.closed && next) Object.assign(region, { to: next.open, end: next.open.at })
    if (region.parent && !region.parent.closed) region.parent = null
  })
  return regions
}

function regionAt({ start, after }: Tag, lines: readonly Line[], parent: Region | null): Region {
  const to = { at: lines.length, column: 0 }
  const line = lines[start.at]?.number ?? 1
  return { open: start, line, summary: '', from: after, to, end: lines.length, closed: false, parent }
}

/** The lines of what unfolds. */
export const bodyOfRegion = (lines: readonly Line[], { from, to }: Region): Line[] =>
  linesBetween(lines, from, to)

const GENERIC =
  /^\W*(?:(?:click|tap|press)\b.*|(?:view|see|show|reveal|open|expand|hide|toggle|read|display|check)\b.*|(?:sample |model |suggested |example |possible |my |the )?(?:answers?|solutions?|responses?|explanations?)\b.{0,40}|hints?\b.{0,30}|spoilers?|details?|more|code|example.{0,30}|output|(?:table of )?contents?|toc|.*\btranslations?\b.*|.*\blanguages?\b.{0,10}|答案.{0,6}|参考答案|查看.{0,10}|解析|정답|답변?|보기|답안.{0,6}|explication|respuestas?|respostas?|antworten?|réponses?|ответы?)\W*$/iu

/** Whether a summary only invites to unfold it. */
export function isGenericSummary(summary: string): boolean {
  const text = plainText(summary)
  return text === '' || (text.length < 120 && GENERIC.test(text))
}

const LISTS = /contents?\b|toc\b|translations?\b|languages?\b|hide\/show/i

/** Whether what unfolds answers the question above. */
export const unfoldsAnswer = (summary: string): boolean => isGenericSummary(summary) && !LISTS.test(summary)
