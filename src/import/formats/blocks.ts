// Reads cards that stand between lines of one mark, such as `&&&&&`, `%%%` or `---`: the first line of each asks, the others
// answer.

import { cleanQuestion, cleanSection } from '../../bank/clean.ts'
import type { Draft, Reading } from '../../bank/draft.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import { prefixOf } from '../../bank/prefix.ts'
import type { Line } from '../../text/lines.ts'
import type { ImportText } from '../import-text.ts'
import { belowOf } from '../markdown/below.ts'

/** Marks that mean nothing in markdown. */
const divider = /^([&%@+/\\$^!])\1{2,}[ \t]*$/
/** Those that rule off a part of a text, or underline a title. */
const rule = /^[ \t]*([-*_=—–─═])(?:[ \t]*\1){2,}[ \t]*$/
const fewestCards = 3
/** The share of cards whose first line has to ask. */
const leastAsking = 0.5
const leastAskingBetweenRules = 0.6

/** The cards of a text; null where too few of its parts ask. */
export function readBlocks({ scan, lines }: ImportText): Reading | null {
  if (scan.rows.some((row) => /^[ \t]*[|<]/.test(row))) return null
  const cards = cardsBetween(divider, lines)
  if (cards !== null) {
    const isMarkdown = scan.rows.some((row) => heading.test(row))
    return isMarkdown || askingShare(cards) < leastAsking ? null : readingOf(cards, scan.title)
  }
  const ruled = underlineTitles(lines) ? null : cardsBetween(rule, lines)
  return ruled === null ? null : readRuled(ruled, scan.title)
}

/** The cards between rules, of which the first may be a title, and any may have a heading. */
function readRuled(parts: readonly Line[][], known: string | null): Reading | null {
  const cards = withSections(parts.map(cardIn))
  const named = cards.flatMap(({ heading }) => heading ?? [])
  if (named.some(({ text }) => isQuestionLike(text, false))) return null
  const [first] = cards
  const alone = first?.lines.length === 1 && !asks(first.lines[0]) ? (first.lines[0]?.text ?? null) : null
  const asked = (alone === null ? cards : cards.slice(1)).filter(({ lines }) => lines.length > 0)
  if (asked.length < fewestCards || !areCards(asked.map(({ lines }) => lines))) return null
  const [top] = named
  const title = top?.level === 1 ? top.text : alone
  return {
    title: known ?? cleanSection(title ?? ''),
    drafts: asked.map(({ lines, section }) => ({
      ...draftOf(lines),
      section: section === title ? null : section,
    })),
  }
}

/** The lines between two rules, without the heading above them. */
interface Card {
  heading: { text: string; level: number } | null
  lines: Line[]
}

function withSections(cards: readonly Card[]): (Card & { section: string | null })[] {
  let section: string | null = null
  return cards.map((card) => {
    section = card.heading?.text ?? section
    return { ...card, section }
  })
}

function cardIn(part: Line[]): Card {
  const [first] = part
  const match = first && !first.code ? heading.exec(first.text) : null
  if (!match) return { heading: null, lines: part }
  const text = cleanSection(match[2] ?? '') ?? ''
  return { heading: { text, level: match[1]?.length ?? 1 }, lines: withoutBlankStart(part.slice(1)) }
}

const heading = /^(#{1,6}) (.*)/

/** The parts between lines of one mark, three at least; null where lines have none, or several. */
function cardsBetween(mark: RegExp, lines: readonly Line[]): Line[][] | null {
  const markOf = ({ text, code }: Line): string | undefined => (code ? undefined : mark.exec(text)?.[1])
  const marks = new Set(lines.map(markOf).filter((each) => each !== undefined))
  if (marks.size !== 1) return null
  const cards: Line[][] = [[]]
  for (const line of lines) {
    if (markOf(line) !== undefined) cards.push([])
    else if (line.text.trim() !== '' || cards.at(-1)?.length) cards.at(-1)?.push(line)
  }
  const filled = cards.filter((card) => card.length > 0).map(withoutBlankEnd)
  return filled.length < fewestCards ? null : filled
}

const underline = /^ {0,3}(?:=+|-{2,})[ \t]*$/

/** Whether half of the rules underline a line between blank ones, which is a title; that of the whole text does not count. */
function underlineTitles(lines: readonly Line[]): boolean {
  const isBlank = (at: number): boolean => (lines[at]?.text ?? '').trim() === ''
  const rules = lines.flatMap(({ text, code }, at) => (at > 1 && !code && underline.test(text) ? [at] : []))
  const titles = rules.filter((at) => !isBlank(at - 1) && isBlank(at - 2))
  return titles.length > 0 && titles.length * 2 >= rules.length
}

function withoutBlankEnd(card: Line[]): Line[] {
  const end = card.findLastIndex(({ text }) => text.trim() !== '')
  return card.slice(0, end + 1)
}

const withoutBlankStart = (card: Line[]): Line[] => {
  const start = card.findIndex(({ text }) => text.trim() !== '')
  return start < 0 ? [] : card.slice(start)
}

const asks = (line: Line | undefined): boolean =>
  line !== undefined && !line.code && isQuestionLike(cleanQuestion(line.text))

const askingShare = (cards: readonly Line[][]): number =>
  cards.filter(([first]) => asks(first)).length / cards.length

/** Whether the parts between rules are cards: most begin with a line that asks, without a mark, and few ask below it. */
function areCards(cards: readonly Line[][]): boolean {
  const isBare = ([first]: readonly Line[]): boolean =>
    first !== undefined &&
    !first.code &&
    prefixOf(first.text).kind === null &&
    /^["“¿(]?\p{L}/u.test(first.text)
  const others = cards.flatMap(([, ...below]) => below.filter((line) => /[?？]\s*$/.test(line.text)))
  return (
    cards.every((card) => isBare(card) && !card.some(({ text, code }) => !code && heading.test(text))) &&
    askingShare(cards) >= leastAskingBetweenRules &&
    others.length * 2 <= cards.length
  )
}

const readingOf = (cards: readonly Line[][], title: string | null): Reading => ({
  title,
  drafts: cards.map(draftOf),
})

function draftOf([first, ...below]: Line[]): Draft {
  const { question, ...rest } = belowOf(below, { shortLabels: true })
  const asked = [cleanQuestion(first?.text ?? ''), question ?? ''].filter(Boolean).join('\n\n')
  return { ...rest, line: first?.number ?? 1, section: null, question: asked }
}
