// Takes what closes a text from its last answer: the name below a letter, and what a page says about itself.

import type { Draft } from '../../bank/draft.ts'
import { isSignOff } from '../../bank/likeness.ts'

const rule = /^ {0,3}(?:[-*_] ?){3,}$/
const fence = /^ {0,3}(?:```|~~~)/m
/** So many questions tell that none of their answers has a rule in it. */
const fewest = 3
const longestName = 60
const mostNames = 4

/** What a page says about itself, or a program about a message. */
const aboutPage =
  /^(?:(?:last|zuletzt) (?:updated|edited|modified|reviewed|geändert|aktualisiert)\b|©|\(c\) ?\d{4}|copyright\b|all rights reserved|(?:licensed|released) under\b|follow (?:me|us)\b|subscribe (?:to|for)\b|(?:star|fork|share|like) this\b|(?:more|read more|also|see also|find me|find more|visit us)\b.{0,60}(?:\]\(|https?:)|(?:originally )?(?:published|posted) (?:on|at|in)\b|(?:created|made|built|written|compiled|maintained|generated|exported) (?:with|by|from)\b|sent from my\b|get outlook for\b|von meinem .{2,20} gesendet|enviado desde mi\b|envoyé de mon\b|if you (?:found|liked?|enjoyed)\b|pull requests? (?:are )?welcome|contributions? (?:are )?welcome|feel free to contribute)/iu

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

/** Rows without the paragraphs at their end that only close a letter or a page. */
function withoutClosing(rows: readonly string[]): readonly string[] {
  const end = rows.findLastIndex((row) => row.trim() !== '') + 1
  const start = rows.slice(0, end).findLastIndex((row) => row.trim() === '') + 1
  const closes = end > 0 && (start > 0 || end === 1) && isClosing(rows.slice(start, end))
  return closes ? withoutClosing(rows.slice(0, start)) : rows.slice(0, end)
}

const edges = /^[\s>*_#(-]+/

function isClosing(rows: readonly string[]): boolean {
  const [first = '', ...names] = rows
  const isName = (row: string): boolean => row.length < longestName && !/[.!?:]\s*$/.test(row)
  if (isSignOff(first)) return names.length <= mostNames && names.every(isName)
  return rows.every((row) => rule.test(row) || aboutPage.test(row.replace(edges, '')))
}
