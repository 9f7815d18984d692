// Finds the `<details>` elements of a text: `<details><summary>Why?</summary>So.</details>`.

import type { Line } from '../../text/lines.ts'
import { plainText } from '../../text/plain-text.ts'
import { linesBetween, type Place, type Tag, tagsOf, textBetween } from './tags.ts'

/** A summary that is always shown, and the part that it hides. */
export interface Details {
  open: Place
  /** Number of the line where it opens. */
  line: number
  summary: string
  /** Where the hidden part begins and ends. If it is never closed, it ends where the next one opens. */
  from: Place
  to: Place
  /** Whether it is closed. */
  isClosed: boolean
  /** The element around it. */
  parent: Details | null
}

const detailsTag = /<(\/?)(details|summary)\b[^<>]*>/gi
const deepest = 32

/** All elements, in the order in which they open. */
export function detailsOf(lines: readonly Line[]): Details[] {
  const all: Details[] = []
  const stack: Details[] = []
  let summary: Place | null = null
  for (const tag of tagsOf(lines, detailsTag)) {
    const top = stack.at(-1)
    if (tag.name === 'details' && !tag.closes) {
      const opened = detailsAt(tag, lines, top ?? null)
      all.push(opened)
      stack.push(opened)
      if (stack.length > deepest) stack.shift()
    } else if (tag.name === 'details') {
      stack.pop()
      if (top) Object.assign(top, { to: tag.start, isClosed: true })
    } else if (!tag.closes) {
      summary = tag.after
    } else if (top && summary) {
      top.summary = textBetween(lines, summary, tag.start)
      top.from = tag.after
      summary = null
    }
  }
  all.forEach((each, index) => {
    const next = all[index + 1]
    if (!each.isClosed && next) each.to = next.open
    if (each.parent && !each.parent.isClosed) each.parent = null
  })
  return all
}

function detailsAt({ start, after }: Tag, lines: readonly Line[], parent: Details | null): Details {
  const line = lines[start.at]?.number ?? 1
  const to = { at: lines.length, column: 0 }
  return { open: start, line, summary: '', from: after, to, isClosed: false, parent }
}

/** The lines of the hidden part. */
export const linesOfDetails = (lines: readonly Line[], { from, to }: Details): Line[] =>
  linesBetween(lines, from, to)

const invitation =
  /^\W*(?:(?:click|tap|press)\b.*|(?:view|see|show|reveal|open|expand|hide|toggle|read|display|check)\b.*|(?:sample |model |suggested |example |possible |my |the )?(?:answers?|solutions?|responses?|explanations?)\b.{0,40}|hints?\b.{0,30}|spoilers?|details?|more|code|example.{0,30}|output|(?:table of )?contents?|toc|.*\btranslations?\b.*|.*\blanguages?\b.{0,10}|答案.{0,6}|参考答案|查看.{0,10}|解析|정답|답변?|보기|답안.{0,6}|explication|respuestas?|respostas?|antworten?|réponses?|ответы?)\W*$/i

/** Whether a summary only invites the reader to unfold it, such as `Show answer`. */
export function isGenericSummary(summary: string): boolean {
  const text = plainText(summary)
  return text === '' || (text.length < 120 && invitation.test(text))
}

/** Whether a heading is that of the answers to the questions above it. */
export const announcesAnswers = (heading: string): boolean =>
  isGenericSummary(heading) || /\banswers\b/i.test(heading)

const noAnswer = /contents?\b|toc\b|translations?\b|languages?\b|hide\/show/i

/** Whether the part that a summary hides answers the question above it. */
export const unfoldsAnswer = (summary: string): boolean =>
  isGenericSummary(summary) && !noAnswer.test(summary)
