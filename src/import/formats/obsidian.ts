// Reads Obsidian's flash cards: `Why?::So.` on a line, or a lone `?` on the line between question and answer.

import type { Draft, Reading } from '../../bank/draft.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import { passageOf } from '../../bank/passage.ts'
import { longestLine } from '../../text/limits.ts'
import { type Line, linesOf, scanLines } from '../../text/lines.ts'
import { columnsOf, markerOf, unindent } from '../../text/list.ts'
import type { ImportText } from '../import-text.ts'
import { answerIn, isProperty } from '../markdown/answer.ts'
import { withBeside } from './beside.ts'

const turn = /^[ \t]*\?\??[ \t]*$/
const tag = '(?:^|\\s)#(?:flashcards?|cards?|srs|spaced)(?:\\/[\\w/-]+)?'
const deckTag = new RegExp(`${tag}\\b`, 'i')
const deckTags = new RegExp(tag, 'gi')
/** In a text without the tag of a deck, cards take up this share of the lines. */
const leastShare = 0.4

interface Card extends Draft {
  /** Indexes of its first line, and of the line after its last. */
  from: number
  to: number
  asks: boolean
}

/** The cards of a text; null where they are too few, or a mere part of it without the tag of a deck. */
export function readObsidian(source: ImportText): Reading | null {
  const { comments, title, rows } = source.scan
  if (!rows.some((row) => row.includes('::') || (row.includes('?') && turn.test(row)))) return null
  const { lines } = source
  const isTagged =
    lines.some(({ text, code }) => !code && deckTag.test(text.slice(0, 400))) ||
    [...comments.values()].some((comment) => comment.startsWith('SR:'))
  const cards = cardsIn(lines, isTagged || consistsOfCards(lines))
  if (cards.length < (isTagged ? 1 : 2) || !(isTagged || isDeck(cards, lines))) return null
  const drafts = cards.map(({ from: _, to: __, asks: ___, ...draft }) => draft)
  const taken = cards.flatMap(({ from, to }) => lines.slice(from, to).map(({ number }) => number))
  return withBeside({ title, drafts }, source, new Set(taken))
}

/** Whether nearly all lines have words on both sides of colons, as `A blocker::What stops us.` */
function consistsOfCards(lines: readonly Line[]): boolean {
  const texts = lines.filter(({ text }) => text.trim() !== '' && !heading.test(text))
  const cards = texts.filter(({ text, code }) => !code && hasWordsAround(text.slice(0, 400)))
  return cards.length > 2 && cards.length * 5 >= texts.length * 4
}

/** Whether a line has several words before its colons, and several behind them; code has not. */
function hasWordsAround(text: string): boolean {
  const at = text.indexOf('::')
  return (
    at > 0 && /\p{L}\s+\S/u.test(text.slice(0, at)) && /\p{L}\S*\s+\S/u.test(text.slice(at + 2, at + 200))
  )
}

/** Whether most cards ask, or cards take up enough of the lines: notes may have `::` in them too. */
function isDeck(cards: readonly Card[], lines: readonly Line[]): boolean {
  if (cards.filter(({ asks }) => asks).length * 2 >= cards.length) return true
  const covered = cards.reduce((sum, { from, to }) => sum + linesWithText(lines.slice(from, to)), 0)
  return covered >= linesWithText(lines) * leastShare
}

const linesWithText = (lines: readonly Line[]): number =>
  lines.filter(({ text }) => text.trim() !== '' && !heading.test(text)).length

const heading = /^#{1,6}[ \t]+(.+)$/

function cardsIn(lines: readonly Line[], isTagged: boolean): Card[] {
  const cards: Card[] = []
  let section: string | null = null
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    if (line.code || line.text.length > longestLine) continue
    const name = heading.exec(line.text)?.[1]
    if (name !== undefined) {
      section = withoutTags(name)
      continue
    }
    const card = turn.test(line.text)
      ? cardAround(lines, at, cards.at(-1)?.to ?? 0)
      : cardOn(lines, at, isTagged)
    if (!card) continue
    cards.push({ ...card, section })
    at = Math.max(at, card.to - 1)
  }
  return cards
}

/** The card on a line, with what is indented below it. Code such as `std::string` has colons too. */
function cardOn(lines: readonly Line[], at: number, isTagged: boolean): Card | null {
  const { text, number } = lines[at] as Line
  const colons = separatorIn(text)
  if (!colons || isProperty(text)) return null
  const marker = markerOf(text)
  const question = text.slice(marker?.width ?? 0, colons.at).trim()
  const answer = text.slice(colons.end).trim()
  if (question === '' || answer === '') return null
  const asks = isQuestionLike(question, false)
  const isSpaced = /\s/.test(text[colons.at - 1] ?? '') || /\s/.test(text[colons.end] ?? '')
  if (!(asks || isTagged || isSpaced)) return null
  if (!/[\s?？]/.test(question) && !(isTagged || /^\p{Lu}/u.test(question))) return null
  const to = marker ? endOfNotes(lines, at) : endOfText(lines, at)
  const notes = lines.slice(at + 1, to)
  const below = notes.map((line) => ({ ...line, text: unindent(line.text, indentOf(notes[0])) }))
  const whole = [answer, passageOf(below)].filter(Boolean).join('\n')
  return { ...draftOf(number, question, whole), from: at, to, asks }
}

const indentOf = (line: Line | undefined): number => /^[ \t]*/.exec(line?.text ?? '')?.[0].length ?? 0

/** Where the colons of a card are, outside code. */
function separatorIn(text: string): { at: number; end: number } | null {
  if (!text.includes('::')) return null
  let inCode = false
  for (let at = 0; at < text.length - 1; at++) {
    if (text[at] === '`') inCode = !inCode && text.indexOf('`', at + 1) > 0
    if (inCode || text[at] !== ':' || text[at + 1] !== ':') continue
    const end = text[at + 2] === ':' ? at + 3 : at + 2
    if (text[end] !== ':') return at > 0 ? { at, end } : null
    at = end
  }
  return null
}

/** The index after the lines that are indented below a card, and are no cards themselves. */
function endOfNotes(lines: readonly Line[], at: number): number {
  const indent = columnsIn(lines[at])
  let end = at + 1
  while (end < lines.length && isNote(lines[end] as Line, indent)) end++
  return end
}

/** The same for a card that is no item of a list, where the text right below goes on; not the next card's question. */
function endOfText(lines: readonly Line[], at: number): number {
  let end = at + 1
  while (isText(lines[end]) && !isCardOrItem(lines[end] as Line)) end++
  return turn.test(lines[end]?.text ?? '') ? at + 1 : end
}

const isCardOrItem = ({ text, code }: Line): boolean =>
  !code && (separatorIn(text) !== null || deckTag.test(text) || (markerOf(text)?.indent ?? 2) < 2)

const isNote = (line: Line, indent: number): boolean =>
  line.text.trim() !== '' && columnsIn(line) > indent && (line.code || separatorIn(line.text) === null)

const columnsIn = (line: Line | undefined): number => columnsOf(/^[ \t]*/.exec(line?.text ?? '')?.[0] ?? '')

/**
 * The card whose lone `?` is on a line: question and answer are the text right above and below. Above code or a table, the
 * paragraph before belongs to the question too.
 */
function cardAround(lines: readonly Line[], at: number, least: number): Card | null {
  let start = at
  while (start > least && lines.slice(start, at).every(isCodeOrTable)) {
    let above = start
    while (above > least && isBlank(lines[above - 1])) above--
    while (above > least && isText(lines[above - 1])) above--
    if (above === start || !isText(lines[above])) break
    start = above
  }
  let end = at + 1
  while (isBlank(lines[end])) end++
  while (end < lines.length && isText(lines[end])) end++
  // Without a blank line, the last line above the next lone `?` is the next question.
  if (turn.test(lines[end]?.text ?? '') && lines[end]?.code === false && end - at > 2) end--
  const question = passageOf(lines.slice(start, at))
  const answer = passageOf(lines.slice(at + 1, end))
  if (question === null || answer === null) return null
  return { ...draftOf(lines[start]?.number ?? 1, question, answer), from: start, to: end, asks: true }
}

const isBlank = (line: Line | undefined): boolean => line?.code === false && line.text.trim() === ''

const isCodeOrTable = (line: Line): boolean => line.code || isBlank(line) || /^\s*\|/.test(line.text)

const isText = (line: Line | undefined): boolean =>
  line !== undefined &&
  (line.code || (line.text.trim() !== '' && !/^#{1,6} /.test(line.text) && !turn.test(line.text)))

function draftOf(line: number, question: string, answer: string): Draft {
  const kept = answerIn(linesOf(scanLines(answer.replace(/<!--[^<>]*-->/g, ''))))
  return { line, section: null, question: withoutTags(question), answer: kept ?? (answer.trim() || null) }
}

const withoutTags = (text: string): string => text.replace(deckTags, '').trim()
