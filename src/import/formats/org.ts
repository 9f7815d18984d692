// Reads Org mode, by headlines with the tag of a card: `* Why? :fc:`. Without such a tag, those that read like questions
// ask, or the lists below them.

import type { Draft, Reading } from '../../bank/draft.ts'
import { isNeverQuestion, isQuestionLike } from '../../bank/likeness.ts'
import { passageOf } from '../../bank/passage.ts'
import { type ImportText, importText } from '../import-text.ts'
import { readMarkdown } from '../markdown/reader.ts'
import { type Headline, headlinesOf } from './org-headlines.ts'

const cardTag = /^(?:fc|drill|flashcards?|cards?|anki|srs)$/i
/** What only Org has: lines with a star may be a list in markdown. */
const evidence =
  /^(?:#\+(?:title|author|date|filetags|startup|options|begin_\w+|property):?|\*{2,8}[ \t]+\S|\*+[ \t]+(?:TODO|DONE|NEXT|WAITING|\[#[A-Z]\])[ \t]|\*+[ \t].*[ \t]:[\w@:]+:[ \t]*$|[ \t]*:(?:PROPERTIES|END|DRILL_CARD_TYPE|FC_[A-Z_]+|ID):|\*+[ \t].*:(?:fc|drill):[ \t]*$)/im

/** The questions of an Org file; null if the text is not one. */
export function readOrg({ text, name }: ImportText): Reading | null {
  if (!/^\*+[ \t]/m.test(text) || !evidence.test(text)) return null
  const headlines = headlinesOf(text)
  const cards = headlines.filter(({ tags }) => tags.some((tag) => cardTag.test(tag)))
  const asking = cards.length > 0 ? cards : askingIn(headlines)
  const chosen = new Set(asking)
  const drafts = asking.map((headline) => draftOf(headline, chosen)).filter(({ question }) => question !== '')
  const title = /^#\+title:[ \t]*(.+)$/im.exec(text)?.[1]?.trim() ?? null
  const listed = cards.length > 0 ? null : readMarkdown(importText(asMarkdown(headlines), name))
  return listed && listed.drafts.length > drafts.length * 2 ? { ...listed, title } : { title, drafts }
}

/** The headlines as headings, with the text below them, each on its line. */
function asMarkdown(headlines: readonly Headline[]): string {
  const rows: string[] = []
  for (const { line, level, text, body } of headlines) {
    rows[line - 1] = `${'#'.repeat(Math.min(level, 6))} ${text}`
    for (const each of body) rows[each.number - 1] = each.text
  }
  return Array.from(rows, (row) => row ?? '').join('\n')
}

/** The headlines that ask, and their siblings without headlines below them where one in five of a level asks. */
function askingIn(headlines: readonly Headline[]): Headline[] {
  const levels = new Map<number, { count: number; asking: number }>()
  const asked = headlines.filter((each) => !isBack(each) && isQuestionLike(each.text))
  const asks = new Set(withoutRefrains(asked))
  for (const each of headlines) {
    const sum = levels.get(each.level) ?? { count: 0, asking: 0 }
    if (each.children.length === 0 && !isNeverQuestion(each.text)) sum.count++
    if (asks.has(each)) sum.asking++
    levels.set(each.level, sum)
  }
  // where all below one headline ask, wording is the mark, and what does not ask below others is no question
  const parents = new Set([...asks].map(({ parent }) => parent))
  const mixed = new Set(
    headlines.filter((each) => parents.has(each.parent) && !asks.has(each)).map(({ level }) => level),
  )
  return headlines.filter((each) => {
    if (asks.has(each)) return !(each.parent && asks.has(each.parent) && !/[?？]/.test(each.text))
    const sum = levels.get(each.level)
    const isSibling = sum !== undefined && sum.asking * 5 >= sum.count && mixed.has(each.level)
    return isSibling && each.children.length === 0 && !isBack(each) && !isNeverQuestion(each.text)
  })
}

/** Headlines without those that stand below several others that ask, with the same words: these are parts of an answer. */
function withoutRefrains(asked: readonly Headline[]): Headline[] {
  const all = new Set(asked)
  const isBelow = ({ parent }: Headline): boolean => parent !== null && all.has(parent)
  const counts = new Map<string, number>()
  for (const each of asked.filter(isBelow)) counts.set(each.text, (counts.get(each.text) ?? 0) + 1)
  return asked.filter((each) => !isBelow(each) || counts.get(each.text) === 1)
}

const isBack = ({ text }: Headline): boolean => /^(?:back|answer|extra|front)$/i.test(text)

/** A headline such as `** Back` has the answer, and then the text above it belongs to the question. */
function draftOf(headline: Headline, chosen: ReadonlySet<Headline>): Draft {
  const { text, body, parent, children, line } = headline
  const back = children.find(isBack)
  const others = children.filter((child) => child !== back && !chosen.has(child))
  const below = others.flatMap((child) => [
    { number: child.line, text: `#### ${child.text}`, code: false },
    ...child.body,
  ])
  const front = passageOf(body)
  const question = back && front !== null ? [text, front].filter(Boolean).join('\n\n') : text
  const answer = passageOf([...(back ?? headline).body, ...below])
  return {
    line,
    section: parent && !chosen.has(parent) ? parent.text : null,
    question: withGaps(question),
    answer: answer === null ? (gapsIn(text) ?? (back ? null : gapsIn(front ?? ''))) : withoutGaps(answer),
  }
}

/** `{{Trust}{what?}@0}`: what is left out, a hint and a number. */
const cloze = /\{\{([^{}]*)\}(?:\{([^{}]*)\})?(?:@\d+)?\}/g

const withGaps = (text: string): string =>
  text.replace(cloze, (_, __, hint: string | undefined) => `[${hint || '…'}]`)

const withoutGaps = (text: string): string => text.replace(cloze, '**$1**')

/** What is left out of a text, one a line; null if nothing is. */
function gapsIn(text: string): string | null {
  const gaps = [...text.matchAll(cloze)].map((match) => match[1])
  return gaps.length === 0 ? null : gaps.join('\n')
}
