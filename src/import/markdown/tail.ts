// Takes what closes a text from its last answer: the name below a letter, and what a page says about itself.

import type { Draft } from '../../bank/draft.ts'
import { isSignOff } from '../../bank/likeness.ts'
import { isFooter } from './footers.ts'

const rule = /^ {0,3}(?:[-*_] ?){3,}$/
const fence = /^ {0,3}(?:```|~~~)/m
/** So many questions tell that none of their answers has a rule in it. */
const fewest = 3
const longestName = 60
const mostNames = 4

/** Drafts, of which the last one has an answer without what closes the text. */
export function withoutTail(drafts: Draft[]): Draft[] {
  const last = drafts.at(-1)
  if (!last?.answer) return drafts
  const rows = last.answer.split('\n')
  const others = drafts.slice(0, -1)
  const isRuled = ({ answer }: Draft): boolean => answer?.split('\n').some((row) => rule.test(row)) ?? false
  const ruled = drafts.length < fewest || others.some(isRuled) ? -1 : rows.findIndex((row) => rule.test(row))
  const kept = withoutClosing(fence.test(last.answer) || ruled < 0 ? rows : rows.slice(0, ruled))
  if (kept.length === rows.length) return drafts
  const answer = kept.join('\n').trimEnd()
  return [...others, { ...last, answer: answer === '' ? null : answer }]
}

/** Rows without the paragraphs at their end that only close a letter or a page; the only one is kept. */
function withoutClosing(rows: readonly string[]): readonly string[] {
  const end = rows.findLastIndex((row) => row.trim() !== '') + 1
  const start = rows.slice(0, end).findLastIndex((row) => row.trim() === '') + 1
  if (end === 0) return []
  const last = rows.slice(start, end)
  const isBelowRule = rule.test(rows.slice(0, start).findLast((row) => row.trim() !== '') ?? '')
  const closes = last.every((row) => rule.test(row)) || (start > 0 && isClosing(last, isBelowRule))
  return closes ? withoutClosing(rows.slice(0, start)) : rows.slice(0, end)
}

function isClosing(rows: readonly string[], isBelowRule: boolean): boolean {
  const [first = '', ...names] = rows
  const isName = (row: string): boolean => row.length < longestName && !/[.!?:]\s*$/.test(row)
  if (isSignOff(first)) return names.length <= mostNames && names.every(isName)
  return rows.every((row) => rule.test(row) || isFooter(row, isBelowRule || rule.test(first)))
}
