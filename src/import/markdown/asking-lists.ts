// Knows which lists ask as a whole, though some of their items do not: as many others in them do, or in lists beside them.

import { namesQuestions } from '../../bank/likeness.ts'
import { markerOf } from '../../text/list.ts'
import type { Candidate } from './candidates.ts'
import type { Outline } from './outline.ts'
import { firstFrom } from './places.ts'
import { asksByItself, mayName } from './plainly.ts'
import { questionIn } from './sections.ts'

/** What a choice among candidates is based on. */
export interface Facts extends Omit<Outline, 'asks'> {
  asks: (candidate: Candidate) => boolean
  asksSurely: (candidate: Candidate) => boolean
}

/** The items of a list below a heading or label. */
interface List {
  /** Of the heading above; undefined where a label stands there. */
  level: number | undefined
  /** Not below 0 where at least two in five ask. */
  balance: number
  /** Whether one of them surely asks, or the heading announces questions. */
  isSure: boolean
  /** Whether those that do not ask may name what they ask. */
  areNames: boolean
  /** Not below 0 where at least a third asks. */
  third: number
}

/**
 * The items of those lists in which at least two in five ask, one of them surely, without links within the page. Lists
 * below headings of one level help each other: where most have so many, one item is enough in the others, and in a text
 * about questions one that surely asks is enough for all.
 */
export function inAskingLists(all: readonly Candidate[], facts: Facts): readonly Candidate[] {
  const { aboutQuestions, listOf } = facts
  const items = withoutLinks(
    all.filter(({ text }) => !isWithinPage(text)),
    facts,
  )
  if (isOutlinedRun(items, facts)) return items
  // Bullets below the items of a numbered list are a list of their own.
  const keyOf = (item: Candidate): string => `${listOf(item)} ${item.number === null}`
  const lists = listsIn(items, keyOf, facts)
  const surplus = new Map<number, number>()
  const known = new Set<number>()
  const sure = new Set<number>()
  for (const { level, balance, isSure } of lists.values()) {
    if (level === undefined) continue
    surplus.set(level, (surplus.get(level) ?? 0) + (balance >= 0 ? 1 : -1))
    if (isSure && aboutQuestions) sure.add(level)
    if (isSure && balance >= 0) known.add(level)
  }
  const isAsking = ({ level, balance, isSure, areNames, third }: List): boolean =>
    balance >= 0
      ? isSure || (level !== undefined && sure.has(level))
      : isSure &&
        level !== undefined &&
        ((surplus.get(level) ?? 0) > 0 || (areNames && third >= 0 && known.has(level)))
  return items.filter((item) => {
    const list = lists.get(keyOf(item))
    return list !== undefined && isAsking(list)
  })
}

/** Items without those few that are mere links, and do not ask. */
function withoutLinks(items: readonly Candidate[], { asks }: Facts): readonly Candidate[] {
  const links = items.filter(({ text }) => linkAlone.test(text))
  if (links.length === 0 || links.length * 4 >= items.length) return items
  return items.filter((item) => asks(item) || !linkAlone.test(item.text))
}

const linkAlone = /^\s*(?:\d{1,6}[.)]\s+)?\[[^[\]]*\]\(https?:[^()]*\)\s*$/

/** The lists that items stand in. */
function listsIn(
  items: readonly Candidate[],
  keyOf: (item: Candidate) => string,
  { asks, asksSurely, headings, listOf, sectionOf }: Facts,
): Map<string, List> {
  const lists = new Map<string, List>()
  const levelAt = (line: number): number | undefined => {
    const heading = headings[firstFrom(headings, line)]
    return heading?.at === line ? heading.level : undefined
  }
  for (const item of items) {
    const isNamed = namesQuestions(sectionOf(item) ?? '')
    const list = lists.get(keyOf(item)) ?? {
      level: levelAt(listOf(item)),
      balance: 0,
      isSure: isNamed,
      areNames: true,
      third: 0,
    }
    list.balance += asks(item) ? 3 : -2
    list.third += asks(item) ? 2 : -1
    list.isSure ||= asksSurely(item)
    list.areNames &&= asks(item) || mayName(questionIn(item))
    lists.set(keyOf(item), list)
  }
  return lists
}
/** Whether the items of numbered lists have lists of their own or indented text below them, and a third of them ask. */
export const isOutlinedRun = (
  candidates: readonly Candidate[],
  { asksSurely, hasListBelow, hasIndentedBelow }: Facts,
): boolean =>
  candidates.length > 2 &&
  candidates.every((each) => each.mark === 'number' && (hasListBelow(each) || hasIndentedBelow(each))) &&
  candidates.filter(asksSurely).length * 3 >= candidates.length

/** The items that ask, and all others of a list in which four in five do. */
export function withListed(
  all: readonly Candidate[],
  asking: readonly Candidate[],
  { listOf }: Facts,
): readonly Candidate[] {
  const balance = new Map<number, number>()
  const asks = new Set(asking)
  if (areNames(all)) return all
  for (const each of all)
    balance.set(listOf(each), (balance.get(listOf(each)) ?? 0) + (asks.has(each) ? 1 : -4))
  return all.filter((each) => asks.has(each) || (balance.get(listOf(each)) ?? 0) >= 0)
}

/** Whether items ask by two in five, be it without a mark, and the others may name what they ask. */
export function areNames(items: readonly Candidate[]): boolean {
  const others = items.filter((each) => !asksByItself(questionIn(each)))
  return others.length * 5 <= items.length * 3 && others.every((each) => mayName(questionIn(each)))
}

const part =
  /^\s*[-*+] (?:\*\*|__)(?:cause|context|challenge|situation|task|action|result|outcome)s?[:：]?(?:\*\*|__)[:：]?\s*$/i

/** Whether an item says what a part of an answer holds: the item above it is `- **Result**`. */
export function isBelowPart({ at, indent }: Candidate, { lines }: Facts): boolean {
  const above = lines
    .slice(Math.max(0, at - 20), at)
    .findLast(({ text }) => (markerOf(text)?.indent ?? Infinity) < indent)
  return above !== undefined && part.test(above.text)
}

/** Whether a text is a link within the page, which is more than an arrow back to its top. */
export const isWithinPage = (text: string): boolean => withinPage.test(text.replace(toTop, ''))

const withinPage = /\]\(#[^()]*\)[\s*_]*$/
const toTop = /(?<=[^\s\d.)])\s*\[[^[\]]{0,12}\]\(#[^()]*\)[\s*_]*$/
