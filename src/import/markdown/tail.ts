// Takes what closes a text from its last answer: the name below a letter, and what a page says about itself.

import type { Draft } from '../../bank/draft.ts'
import { isClosing as isFarewell, isSignOff } from '../../bank/likeness.ts'
import { isFooter } from './footers.ts'

const rule = /^ {0,3}(?:[-*_] ?){3,}$/
const fence = /^ {0,3}(?:```|~~~)/m
/** So many questions tell that none of their answers has a rule in it. */
const fewest = 3
const longestName = 60
const mostNames = 4
/** What a paragraph speaks of is known from its beginning. */
const mostRows = 12
const longest = 600

/** Drafts, of which the last one has an answer without what closes the text. */
export function withoutTail(drafts: Draft[]): Draft[] {
  const last = drafts.at(-1)
  if (!last?.answer) return drafts
  const rows = last.answer.split('\n')
  const others = drafts.slice(0, -1)
  const isRuled = ({ answer }: Draft): boolean => answer?.split('\n').some((row) => rule.test(row)) ?? false
  const tells = drafts.length >= fewest && !fence.test(last.answer) && !others.some(isRuled)
  const end = endOf(rows, tells ? rows.findIndex((row) => rule.test(row)) : -1)
  if (end === rows.length) return drafts
  const answer = rows.slice(0, end).join('\n').trimEnd()
  return [...others, { ...last, answer: answer === '' ? null : answer }]
}

const isBlank = (row: string | undefined): boolean => row?.trim() === ''
const isRule = (row: string | undefined): boolean => rule.test(row ?? '')
const isHeading = (row: string | undefined): boolean => /^ {0,3}#{1,6} /.test(row ?? '')

/**
 * How many rows are left without the paragraphs at the end that only close a letter or a page. The only one stays. `ruled` is
 * the index of a rule below which a text closes in more words; -1 if there is none.
 */
function endOf(rows: readonly string[], ruled: number): number {
  let end = rows.length
  for (;;) {
    while (isBlank(rows[end - 1]) || isRule(rows[end - 1])) end--
    let start = end
    while (start > 0 && !isBlank(rows[start - 1]) && !isRule(rows[start - 1])) start--
    let above = start
    while (isBlank(rows[above - 1])) above--
    const isBelowRule = isRule(rows[above - 1]) || (ruled >= 0 && ruled < start)
    const from = isBelowRule && isHeading(rows[above - 1]) ? above - 1 : start
    if (from === 0 || !isClosing(rows.slice(from, end), isBelowRule)) return end
    end = from
  }
}

function isClosing(rows: readonly string[], isBelowRule: boolean): boolean {
  const [first = '', ...names] = rows
  const isName = (row: string): boolean => row.length < longestName && !/[.!?:]\s*$/.test(row)
  if (isSignOff(first)) return names.length <= mostNames && names.every(isName)
  return rows.every((row) => isFooter(row, isBelowRule)) || (isBelowRule && closesBelowRule(rows))
}

const tips = /^\P{L}*(?:(?:quick|final|bonus|pro|general|last|interview) )?tips?\b/iu
const theseQuestions =
  /^\P{L}*(?:all )?(?:these|the above|diese|essas|estas|estes|ces|queste|эти) (?:questions|answers|fragen|antworten|perguntas|respostas|preguntas|respuestas|réponses|domande|risposte|вопросы|ответы)(?!\p{L})/iu
const rehearsal =
  /\b(?:practi[cs]e|rehears|interview|(?:each|every|your) answers?|entrevist|entretien|colloqui|vorstellungsgespräch)|собеседован/iu
const writeTo =
  /^\P{L}*(?:(?:write|talk|speak|reach out|connect|get in touch) (?:to|with) (?:me|us)|contact (?:me|us))\b[^,;]{0,60}$/iu
const licence =
  /^\P{L}*(?:(?:mit|apache|bsd|gpl|cc)\b.{0,20}|creative commons.{0,40}|licen[cs]e[:.]?.{0,40})$/iu
const links = /!?\[[^[\]]*\]\([^()]*\)|<?https?:\/\/\S+/g
const nameOfLink = /^\P{L}*(?:\p{L}[\p{L}\p{N} ]{0,40}[:–-])?\P{L}*$/u

/** Whether a paragraph wishes luck, speaks of the questions above, or is nothing but links or a licence. */
function closesBelowRule(rows: readonly string[]): boolean {
  const [first = ''] = rows
  const start = rows.slice(0, mostRows).join('\n').slice(0, longest)
  const text = first.slice(0, longest)
  const isLink = (row: string): boolean => {
    const name = row.slice(0, longest).replace(links, '')
    return name.length < Math.min(row.length, longest) && nameOfLink.test(name)
  }
  return (
    isFarewell(text) ||
    ((tips.test(text) || theseQuestions.test(text)) && rehearsal.test(start)) ||
    (rows.length === 1 && (writeTo.test(first) || licence.test(first))) ||
    rows.every(isLink)
  )
}
