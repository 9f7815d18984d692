// Reads Obsidian's flash cards: `Why?::So.` on a line, or a lone `?` on the line between question and answer.

import type { Draft, Reading } from '../../bank/draft.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import { passageOf } from '../../bank/passage.ts'
import { longestLine } from '../../text/limits.ts'
import { type Line, linesOf } from '../../text/lines.ts'
import type { ImportText } from '../import-text.ts'

const inlineCard = /^(?:[-*+][ \t]+|\d+[.)][ \t]+)?(.*?\S)[ \t]*:::?[ \t]*(?=\S)(?!:)(.+)$/
const turn = /^[ \t]*\?\??[ \t]*$/
const tag = '(?:^|\\s)#(?:flashcards?|cards?|srs|spaced)(?:\\/[\\w/-]+)?'
const deckTag = new RegExp(`${tag}\\b`, 'i')
const deckTags = new RegExp(tag, 'gi')

/** The cards of a text; null where there is none, or a single one without the tag of a deck. */
export function readObsidian({ scan }: ImportText): Reading | null {
  const { comments, title, rows } = scan
  if (!rows.some((row) => row.includes('::') || turn.test(row))) return null
  const lines = linesOf(scan)
  const isTagged =
    lines.some(({ text, code }) => !code && deckTag.test(text.slice(0, 400))) ||
    [...comments.values()].some((comment) => comment.startsWith('SR:'))
  const drafts: Draft[] = []
  let section: string | null = null
  lines.forEach((line, at) => {
    if (line.code || line.text.length > longestLine) return
    const heading = /^#{1,6}[ \t]+(.+)$/.exec(line.text)?.[1]
    if (heading !== undefined) {
      section = withoutTags(heading)
      return
    }
    const card = turn.test(line.text) ? cardAround(lines, at) : cardIn(line, isTagged)
    if (card) drafts.push({ ...card, section })
  })
  return drafts.length > 1 || (isTagged && drafts.length === 1) ? { title, drafts } : null
}

/** The card on a line. Code such as `std::string` has colons too, so a card has to ask, or to have blanks around them. */
function cardIn({ text, number }: Line, isTagged: boolean): Draft | null {
  const at = text.indexOf('::')
  if (at < 1 || isInCode(text, at)) return null
  const [, question = '', answer = ''] = inlineCard.exec(text) ?? []
  const isCard = isTagged || isQuestionLike(question) || /\s:::?\s/.test(text.slice(at - 1, at + 4))
  return isCard && /[\s?？]/.test(question) ? draftOf(number, question, answer) : null
}

const isInCode = (text: string, at: number): boolean => text.slice(0, at).split('`').length % 2 === 0

/** The card whose lone `?` is on a line: question and answer are the text right above and below. */
function cardAround(lines: readonly Line[], at: number): Draft | null {
  let start = at
  while (start > 0 && isText(lines[start - 1])) start--
  let end = at + 1
  while (end < lines.length && (isText(lines[end]) || lines[end]?.code)) end++
  const question = passageOf(lines.slice(start, at))
  const answer = passageOf(lines.slice(at + 1, end))
  return question === null || answer === null ? null : draftOf(lines[start]?.number ?? 1, question, answer)
}

const isText = (line: Line | undefined): boolean =>
  line !== undefined &&
  !line.code &&
  line.text.trim() !== '' &&
  !/^#{1,6} /.test(line.text) &&
  !turn.test(line.text)

const draftOf = (line: number, question: string, answer: string): Draft => ({
  line,
  section: null,
  question: withoutTags(question),
  answer: answer.replace(/<!--[^<>]*-->/g, '').trim(),
})

const withoutTags = (text: string): string => text.replace(deckTags, '').trim()
