// Finds the headings of a text: `## Why?`, `<h2>Why?</h2>`, `Why?` underlined with `---`, and `1. ## Why?` in a list.

import { labelIn } from '../../bank/labels.ts'
import { asksInterviewer, isNeverQuestion, isQuestionLike } from '../../bank/likeness.ts'
import { longestLine } from '../../text/limits.ts'
import type { Line } from '../../text/lines.ts'
import { asksPlainly, beginsSentence, isTitle } from './plainly.ts'
import type { Siblings } from './siblings.ts'

export interface Heading {
  /** Indexes of its first line, and of the line after its last. */
  at: number
  end: number
  /** From 1 to 6. */
  level: number
  text: string
  /** Whether it is in an item of a numbered list: `12. ### Why?`. */
  inList: boolean
}

const atxHeading = /^(?: {0,3}|[ \t]*(\d{1,6}[.)]|[-*+])[ \t]+)(#{1,6})(?:[ \t]+|(?=[\p{L}\p{N}*"“]))(.*)$/u
const htmlOpening = /^\s*<h([1-6])\b[^>]*>(.*)$/i

/** The headings of a text, in order. */
export function headingsOf(lines: readonly Line[]): Heading[] {
  const headings: Heading[] = []
  for (let at = 0; at < lines.length; at++) {
    const heading = headingAt(lines, at)
    if (!heading) continue
    headings.push(heading)
    at = heading.end - 1
  }
  return withDots(withoutSubtitle(headings, lines))
}

/** Headings without a subtitle: it is right below the title, and the next heading is of a higher level. */
function withoutSubtitle(headings: readonly Heading[], lines: readonly Line[]): readonly Heading[] {
  const [title, subtitle, next] = headings
  if (!title || !subtitle || !next || title.level >= next.level || next.level >= subtitle.level)
    return headings
  const isBelow = lines.slice(title.end, subtitle.at).every(isBlank)
  return isBelow && !isQuestionLike(subtitle.text, false)
    ? headings.filter((each) => each !== subtitle)
    : headings
}

const bareNumber = /^(\d{1,3})[ \t]+(?=\p{L}|["“¿])/u

/** Headings that count from 1 without a mark, `### 1 Why?`, `### 2 How?`, three at least, with one: `### 1. Why?` */
function withDots(headings: readonly Heading[]): Heading[] {
  const next = new Map<number, number>()
  const counting = new Set(
    headings.filter(({ text, level }) => {
      const number = Number(bareNumber.exec(text)?.[1])
      const isNext = number === (next.get(level) ?? 1)
      if (isNext) next.set(level, number + 1)
      return isNext
    }),
  )
  return headings.map((each) =>
    counting.has(each) && (next.get(each.level) ?? 1) > fewestCounted
      ? { ...each, text: each.text.replace(bareNumber, '$1. ') }
      : each,
  )
}

function headingAt(lines: readonly Line[], at: number): Heading | null {
  const line = lines[at]
  if (!line || line.code || line.text.length > longestLine) return null
  const { text } = line
  if (text.includes('#')) {
    const match = atxHeading.exec(text)
    const isTag = match?.[2] === '#' && /^[^#]*#(?!\p{Lu}.*\?\s*$)\S/u.test(text)
    const inList = match?.[1] !== undefined
    if (match && !isTag && (!inList || /^\d/.test(match[1] ?? ''))) {
      const title = (match[3] ?? '').replace(/[ \t]#+[ \t]*$/, '').trim()
      return { at, end: at + 1, level: match[2]?.length ?? 1, text: title, inList }
    }
  }
  if (text.includes('<')) return htmlHeading(lines, at)
  return (/^[=~-]/.test(text) ? ruled(text, at) : null) ?? shouted(lines, at) ?? setext(lines, at)
}

/** `<h3>Why?</h3>`, on up to four lines. */
function htmlHeading(lines: readonly Line[], at: number): Heading | null {
  const match = htmlOpening.exec(lines[at]?.text ?? '')
  if (!match) return null
  const parts = [match[2] ?? '']
  let end = at + 1
  while (!/<\/h[1-6]>/i.test(parts.at(-1) ?? '') && parts.length < 4 && lines[end])
    parts.push(lines[end++]?.text ?? '')
  const text = parts.join(' ')
  const close = text.search(/<\/h[1-6]>/i)
  if (close < 0) return null
  return { at, end, level: Number(match[1]), text: text.slice(0, close).trim(), inList: false }
}

/** `=== Talks ===`, `--- Talks ---`, or `~~Talks~~` alone. */
function ruled(text: string, at: number): Heading | null {
  if (!/[=~-][ \t]*$/.test(text)) return null
  const match = /^(={2,6}|-{3,}|~{2,})[ \t]*(\p{L}[^=~]{0,79}?)[ \t]*\1[ \t]*$/u.exec(text)
  if (!match) return null
  return { at, end: at + 1, level: Math.min(match[1]?.length ?? 1, 6), text: match[2] ?? '', inList: false }
}

/** `PART ONE (be brief)`, with nothing but blank lines between it and `=== Talks ===`. */
function shouted(lines: readonly Line[], at: number): Heading | null {
  const text = lines[at]?.text ?? ''
  if (text.length > 90 || !/^[^a-z]{3}/.test(text) || !isBlank(lines[at - 1])) return null
  if (!/^\p{Lu}{3}[\p{Lu}\d &/-]*(?:\([^()]*\))?$/u.test(text)) return null
  let next = at + 1
  while (next < lines.length && isBlank(lines[next])) next++
  const isAbove = next > at + 1 && ruled(lines[next]?.text ?? '', next) !== null
  return isAbove ? { at, end: at + 1, level: 1, text, inList: false } : null
}

/** A line underlined with `===` or `---`, and with a blank line above it. */
function setext(lines: readonly Line[], at: number): Heading | null {
  const text = lines[at]?.text ?? ''
  const below = lines[at + 1]
  if (!below || below.code || !/^(?:={3,}|-{3,})[ \t]*$/.test(below.text)) return null
  const above = lines[at - 1]?.text.trim() ?? ''
  if (above !== '' || text.trim() === '' || !/^[\p{L}\p{N}"“*]/u.test(text) || text.length > 200) return null
  return { at, end: at + 2, level: below.text.startsWith('=') ? 1 : 2, text: text.trim(), inList: false }
}

const title = /^\p{Lu}[^.!?:;,|<>*_#"“”]{1,50}[:：]?$/u
const mostWords = 5
const fewestCounted = 3
const listed = /^\s*(?:[-*+•●]|\(?\d{1,3}[.):]|Q(?:uestion)?[ .]?\d{0,3}[.:)])\s*\S/i

/** In a text without headings, the short lines between blank ones that have a list of questions or the like below them. */
export function titlesOf(lines: readonly Line[], siblings: Siblings): Heading[] {
  const aboveLists = titlesAboveLists(lines)
  return lines.flatMap(({ text }, at) => {
    if (aboveLists.has(at) || isTitle(lines, at, siblings.asking)) return [titleAt(at, text.trim())]
    if (isAside(lines, at)) return [titleAt(at, text)]
    if (isBoldTitle(lines, at)) return [titleAt(at, text.replace(/\*\*/g, '').trim())]
    if (isCounted(lines, at, siblings)) return [titleAt(at, text.trim().replace(partNumber, ''))]
    if (isShouted(lines, at, siblings)) return [titleAt(at, text.trim())]
    return isAlone(lines, at) ? [titleAt(at, text)] : []
  })
}

/** A short line between blank ones, above an item of a list. */
function isAlone(lines: readonly Line[], at: number): boolean {
  const { text = '', code = true } = lines[at] ?? {}
  if (code || !title.test(text) || beginsSentence(text) || text.split(/\s+/).length > mostWords) return false
  if (!isBlank(lines[at - 1])) return false
  if (lines[at + 1] === undefined || !isBlank(lines[at + 1])) return false
  const next = lines.slice(at + 1, at + 5).find((line) => !isBlank(line))
  return next !== undefined && !next.code && listed.test(next.text)
}

/** `Questions for them`, or `Notes:`, which begins a paragraph. */
function isAside(lines: readonly Line[], at: number): boolean {
  const { text = '', code = true } = lines[at] ?? {}
  if (code || text.length >= 80 || !/^\p{Lu}[^.?!]*$/u.test(text) || !isBlank(lines[at - 1])) return false
  return (
    (asksInterviewer(text) && !isQuestionLike(text, false)) ||
    (/[:：]$/.test(text) && isNeverQuestion(text.slice(0, -1)))
  )
}

const boldLine = /^\*\*([^*]{2,80})\*\*[ \t]*$/

/** A bold line that does not ask, with nothing but blank lines between it and one that does. */
function isBoldTitle(lines: readonly Line[], at: number): boolean {
  const bold = lines[at]?.code ? undefined : boldLine.exec(lines[at]?.text ?? '')?.[1]
  if (bold === undefined || isQuestionLike(bold) || labelIn(lines[at]?.text ?? '') !== null) return false
  const next = boldLine.exec(lines[firstBelow(lines, at)]?.text ?? '')?.[1]
  return next !== undefined && isQuestionLike(next, false) && /\p{L}/u.test(bold)
}

/** The indexes of short lines right above lists, where in two of these lists most items ask, and in no fewer than do not. */
function titlesAboveLists(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>()
  let asking = 0
  lines.forEach(({ text, code }, at) => {
    const isShort =
      !code && title.test(text) && !beginsSentence(text) && text.split(/\s+/).length <= mostWords
    if (
      !isShort ||
      !isBlank(lines[at - 1]) ||
      !bullet.test(lines[at + 1]?.text ?? '') ||
      isQuestionLike(text)
    )
      return
    found.add(at)
    const end = lines.findIndex((line, index) => index > at && isBlank(line))
    const items = lines.slice(at + 1, end < 0 ? undefined : end).filter((line) => bullet.test(line.text))
    const asked = items.filter((line) => isQuestionLike(line.text.replace(bullet, ''), false))
    if (asked.length * 2 >= items.length) asking++
  })
  return asking > 1 && asking * 2 >= found.size ? found : new Set()
}

const bullet = /^(?:[-*+•●–]|\d{1,3}[.)]) +(?=\S)/

/** `PEOPLE`, alone between blank lines, with a question below. */
function isShouted(lines: readonly Line[], at: number, { asking }: Siblings): boolean {
  const { text = '', code = true } = lines[at] ?? {}
  if (code || !/^\p{Lu}{3}[\p{Lu}\d &/-]{1,60}$/u.test(text.trim()) || !isBlank(lines[at - 1])) return false
  const next = firstBelow(lines, at)
  return next > at + 1 && (asking.has(next) || asksPlainly(lines[next]?.text ?? ''))
}

const partNumber = /^(?:\d{1,2}|[IVX]{1,5})[.)][ \t]+(?=\S)/

/** `2. Leading`, at the margin, with a line right below that asks and counts within it: `2.1`, or `A.`; `II. Leading` above `1.` */
function isCounted(lines: readonly Line[], at: number, { asking }: Siblings): boolean {
  const { text = '', code = true } = lines[at] ?? {}
  if (code || text.length > 80 || !partNumber.test(text) || asking.has(at)) return false
  const next = firstBelow(lines, at)
  if (/^[IVX]/.test(text) && isBlank(lines[at - 1]) && /^\s*1[.)][ \t]/.test(lines[next]?.text ?? ''))
    return true
  return asking.has(next) && /^\s*(?:\d{1,2}\.1|A)[.)]?[ \t]/.test(lines[next]?.text ?? '')
}

const titleAt = (at: number, text: string): Heading => ({
  at,
  end: at + 1,
  level: 6,
  text: text.replace(/[:：]$/, ''),
  inList: false,
})

/** The index of the first line with text below a line; -1 where there is none. */
function firstBelow(lines: readonly Line[], at: number): number {
  let next = at + 1
  while (next < lines.length && isBlank(lines[next])) next++
  return next < lines.length ? next : -1
}

const isBlank = (line: Line | undefined): boolean => line === undefined || line.text.trim() === ''
