import type { Draft, Reading } from '../../bank/draft.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import { passageOf } from '../../bank/passage.ts'
import type { Line } from '../../text/lines.ts'
import { type Headline, headlinesOf } from './org-headlines.ts'

const CARD = /^(?:fc|drill|flashcards?|cards?|anki|srs)$/i
const EVIDENCE =
  /^(?:#\+(?:title|author|filetags|startup|options|begin_src|property):?|[ \t]*:(?:PROPERTIES|END|DRILL_CARD_TYPE|FC_[A-Z_]+|ID):|\*+[ \t].*:(?:fc|drill):[ \t]*$)/im

/** Org mode: headlines with a card's tag (`:fc:`, `:drill:`) ask; without any such tag, those that read like questions. */
export function readOrg(text: string): Reading | null {
  if (!EVIDENCE.test(text) || !/^\*+ /m.test(text)) return null
  const headlines = headlinesOf(text)
  const cards = headlines.filter((headline) => headline.tags.some((tag) => CARD.test(tag)))
  const asking =
    cards.length > 0
      ? cards
      : headlines.filter((headline) => !isBack(headline) && isQuestionLike(headline.text))
  const chosen = new Set(asking)
  const children = childrenOf(headlines)
  const drafts = asking.map((headline): Draft => draftOf(headline, children.get(headline) ?? [], chosen))
  const title = /^#\+title:[ \t]*(.+)$/im.exec(text)?.[1]?.trim() ?? null
  return { title, drafts: drafts.filter((draft) => draft.question !== '') }
}

const isBack = (headline: Headline): boolean => /^(?:back|answer|extra|front)$/i.test(headline.text)

function childrenOf(headlines: readonly Headline[]): Map<Headline, Headline[]> {
  const children = new Map<Headline, Headline[]>()
  for (const headline of headlines) {
    if (!headline.parent) continue
    const siblings = children.get(headline.parent) ?? []
    siblings.push(headline)
    children.set(headline.parent, siblings)
  }
  return children
}

/** `** Back` has the answer, and then the text above it goes on with the question. */
function draftOf(headline: Headline, children: readonly Headline[], chosen: ReadonlySet<Headline>): Draft {
  const back = children.find(isBack)
  const others = children.filter((child) => child !== back && !chosen.has(child))
  const below = others.flatMap((child) => [heading(child), ...child.body])
  const front = passageOf(headline.body)
  const section = headline.parent && !chosen.has(headline.parent) ? headline.parent.text : null
  const cloze = clozeIn(headline.text) ?? (back ? null : clozeIn(front ?? ''))
  const answer = back ? passageOf([...back.body, ...below]) : passageOf([...headline.body, ...below])
  const question =
    back && front !== null ? [headline.text, front].filter(Boolean).join('\n\n') : headline.text
  return {
    line: headline.line,
    section,
    question: gapped(question),
    answer: cloze !== null && answer === null ? cloze : ungapped(answer),
  }
}

const heading = (headline: Headline): Line => ({
  number: headline.line,
  text: `#### ${headline.text}`,
  code: false,
})

const CLOZE = /\{\{([^{}]*)\}(?:\{([^{}]*)\})?(?:@\d+)?\}/g
const gapped = (text: string): string =>
  text.replace(CLOZE, (_, __, hint: string | undefined) => `[${hint || '…'}]`)
const ungapped = (text: string | null): string | null => text?.replace(CLOZE, '**$1**') ?? null

function clozeIn(text: string): string | null {
  const holes = [...text.matchAll(CLOZE)].map((match) => match[1])
  return holes.length === 0 ? null : holes.join('\n')
}
