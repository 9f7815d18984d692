// Takes the lines that belong to an item of a list, which may be indented or not.

import { labelIn } from '../../bank/labels.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import type { Line } from '../../text/lines.ts'
import { columnsOf, itemsOf, itemText, markerOf } from '../../text/list.ts'
import { type Below, belowOf } from './below.ts'
import type { Candidate } from './candidates.ts'

/** Whether an item is a whole question, so that the text right below it answers. */
export const answersItem = ({ text }: Pick<Candidate, 'text'>): boolean =>
  /[?？.!:][\s*_"”’)\]]*$/.test(text) || isQuestionLike(text, false)

/**
 * The lines that belong to an item: those that are indented, and below an item that asks also text right below it, what
 * unfolds and quotations.
 */
export function linesOfItem(
  below: readonly Line[],
  { indent }: Pick<Candidate, 'indent'>,
  asks: boolean,
): Line[] {
  let end = 0
  let isOpen = asks
  let depth = 0
  for (let at = 0; at < below.length; at++) {
    const { text, code } = below[at] as Line
    const isBlank = text.trim() === ''
    const isInside = indent < 2 ? /^[ \t]/.test(text) : columnsOf(/^[ \t]*/.exec(text)?.[0] ?? '') > indent
    const unfolds = asks && !code && /^\s*<details\b/i.test(text)
    if (isBlank) {
      isOpen = false
      continue
    }
    const isQuoted = asks && !code && text.startsWith('>')
    const isCode = asks && code
    if (
      !(
        isInside ||
        unfolds ||
        depth > 0 ||
        isQuoted ||
        isCode ||
        (isOpen && isPlain(text) && !asksAtMargin(below, at) && !headsList(below, at))
      )
    )
      break
    if (unfolds) depth++
    if (!code && /<\/details>/i.test(text)) depth = Math.max(0, depth - 1)
    end = at + 1
  }
  return below.slice(0, end)
}

/** A label with another list below it begins the next part of a text. */
const headsList = (lines: readonly Line[], at: number): boolean =>
  /^(?:(?:\*\*|__)[^*_]{1,80}(?:\*\*|__)[:：]?|\p{Lu}[^.!?]{0,80}[:：])\s*$/u.test(lines[at]?.text ?? '') &&
  /^(?:[-*+•]|\d+[.)]) /.test(lines[at + 1]?.text ?? '') &&
  labelIn(lines[at]?.text ?? '') === null

/** The index where the answer to an item ends, whose lines stand at the margin: at a label with another list, or `end`. */
export function endAtMargin(lines: readonly Line[], from: number, end: number): number {
  for (let at = from; at < end; at++) if (headsList(lines, at)) return at
  return end
}

/** Whether most items have text below them, at the margin, which does not ask. */
export function answerAtMargin(items: readonly Pick<Candidate, 'end'>[], lines: readonly Line[]): boolean {
  const answered = items.filter(({ end }) => answersAtMargin(lines, textFrom(lines, end)))
  return items.length >= fewestItems && answered.length * 2 > items.length
}

function answersAtMargin(lines: readonly Line[], at: number): boolean {
  const { text = '', code = true } = lines[at] ?? {}
  return !code && /^\S/.test(text) && isPlain(text) && !isQuestionLike(text, false) && !headsList(lines, at)
}

/** The index of a line, or of the one below it where it is blank. */
const textFrom = (lines: readonly Line[], at: number): number => (lines[at]?.text.trim() === '' ? at + 1 : at)

/** Where the answer to the last item ends, whose first paragraph may stand below a blank line. */
export function endOfLast(lines: readonly Line[], from: number, end: number): number {
  const start = textFrom(lines, from)
  if (start === from || start >= end || !answersAtMargin(lines, start)) return from
  const blank = lines.findIndex(({ text }, at) => at > start && text.trim() === '')
  return blank < 0 ? end : Math.min(blank, end)
}

const fewestItems = 3

/** At the margin below indented lines, what asks is none of them. */
const asksAtMargin = (lines: readonly Line[], at: number): boolean =>
  /^\s/.test(lines[at - 1]?.text ?? '') && isQuestionLike(lines[at]?.text ?? '', false)

const isPlain = (text: string): boolean =>
  !/^(?:#{1,6} |[-=*_]{3,}\s*$|\|)/.test(text) && markerOf(text) === null

/** `Explain the why first` is a step of an answer, `Explain how you chose` a question. */
const isAdvice = (head: string): boolean =>
  /^(?:describe|explain|discuss|compare|contrast|differentiate|distinguish)\b/i.test(head) &&
  !/[?？]|\b(?:me|us|you|your)\b/i.test(head)

/** What belongs to an item of a list. Questions in it are follow-ups. */
export function belowItem(lines: readonly Line[], unfolds: ReadonlySet<number>): Below {
  const hasCode = lines.some(({ code }) => code)
  const items = hasCode ? [] : itemsOf(lines.map(({ text }) => text))
  const isProbed =
    items.length > 0 &&
    items.every(({ head }) => isQuestionLike(head)) &&
    items.some(({ head }) => isQuestionLike(head, false) && !isAdvice(head))
  return isProbed
    ? { question: null, answer: null, keyPoints: null, followUps: items.map(itemText), budgetMs: null }
    : belowOf(lines, { unfolds })
}
