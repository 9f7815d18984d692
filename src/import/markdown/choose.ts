// Chooses the questions of a text among its candidates: those in the style that fits the text best. In `## 1. Why?`,
// `**Note**` and `## 2. How?` these are the numbered headings.

import {
  announcesQuestions,
  asksInterviewer,
  isNeverQuestion,
  isQuestionLike,
  isStarPart,
  leadsNowhere,
  namesQuestions,
} from '../../bank/likeness.ts'
import { kept } from '../../text/kept.ts'
import { isMetadata } from './answer.ts'
import {
  areNames,
  type Facts,
  inAskingLists,
  isBelowPart,
  isOutlinedRun,
  isWithinPage,
  withListed,
} from './asking-lists.ts'
import type { Candidate } from './candidates.ts'
import type { Outline } from './outline.ts'
import { firstFrom } from './places.ts'
import { asksInHaste, mayName } from './plainly.ts'
import { isNeverAsked, questionIn } from './sections.ts'

/** Candidates in one style, which may be the questions of a text. */
export interface Group {
  style: StyleName
  /** Headings of this level and higher ones end a question. */
  level: number
  candidates: readonly Candidate[]
  /** How certain it is that these are questions, from 0 to 1. */
  certainty: number
  score: number
}

export type StyleName =
  | 'q'
  | 'numbered-q'
  | 'summary'
  | 'row'
  | 'list-heading'
  | 'numbered-heading'
  | 'heading'
  | 'numbered-bold'
  | 'bold'
  | 'bold-item'
  | 'number'
  | 'item'
  | 'nested-item'
  | 'labelled'
  | 'plain'

/** A way to mark questions. */
interface Style {
  name: StyleName
  /** How much one candidate in this style counts against one in another. */
  weight: number
  has: (candidate: Candidate) => boolean
  /** Whether headings of different levels are different groups. */
  byLevel?: boolean
  /** Whether items with different indents are different groups. */
  byIndent?: boolean
  /** Whether the label alone makes a question. */
  isSure?: boolean
}

const isHeading = ({ mark }: Candidate): boolean => mark === 'heading'
const isNumbered = ({ prefix }: Candidate): boolean => prefix === 'number'
const isItem = ({ mark }: Candidate): boolean =>
  mark === 'number' || mark === 'bullet' || mark === 'bold-item'
type Mark = Candidate['mark']
/** Whether a candidate is marked in one of these ways, and not nested. */
const isTop = ({ mark, indent }: Candidate, first: Mark, second = first, third = first): boolean =>
  indent < 2 && (mark === first || mark === second || mark === third)

/** All styles, the strongest first. */
const styles: readonly Style[] = [
  { name: 'q', weight: 40, has: ({ prefix }) => prefix === 'q', isSure: true },
  { name: 'numbered-q', weight: 30, has: ({ prefix }) => prefix === 'numbered-q', isSure: true },
  { name: 'row', weight: 26, has: ({ mark }) => mark === 'row', isSure: true },
  { name: 'summary', weight: 25, has: ({ mark }) => mark === 'summary' },
  { name: 'list-heading', weight: 22, has: (each) => isHeading(each) && each.inList },
  {
    name: 'numbered-heading',
    weight: 20,
    has: (each) => isHeading(each) && isNumbered(each) && !each.inList,
    byLevel: true,
  },
  { name: 'numbered-bold', weight: 18, has: (each) => isTop(each, 'bold') && isNumbered(each) },
  { name: 'heading', weight: 10, has: (each) => isHeading(each) && !each.inList, byLevel: true },
  { name: 'labelled', weight: 9.5, has: ({ isLabelled, indent }) => isLabelled && indent < 4, isSure: true },
  { name: 'bold', weight: 9, has: (each) => isTop(each, 'bold') },
  { name: 'bold-item', weight: 8, has: (each) => isTop(each, 'bold-item') },
  {
    name: 'number',
    weight: 1.2,
    has: (each) => isTop(each, 'number', 'bold-item', 'plain') && isNumbered(each),
  },
  { name: 'item', weight: 1, has: (each) => isTop(each, 'number', 'bullet', 'bold-item') },
  { name: 'nested-item', weight: 0.9, has: (each) => isItem(each) && each.indent >= 2, byIndent: true },
  { name: 'plain', weight: 0.8, has: (each) => isTop(each, 'plain') },
]

/** The group that fits best as the questions of some lines; null if none is certain enough. */
export function choose(
  outline: Outline,
  candidates: readonly Candidate[] = outline.candidates,
): Group | null {
  const { aboutQuestions } = outline
  const facts: Facts = {
    ...outline,
    asks: (candidate) => outline.asks(candidate, aboutQuestions),
    asksSurely: (candidate) => outline.asks(candidate, false),
  }
  const isWhole = candidates === outline.candidates
  const leastCertainty = !isWhole ? 0.3 : aboutQuestions ? 0.35 : 0.5
  const bestOf = (eligible: readonly Candidate[]): Group | null => {
    let best: Group | null = null
    for (const style of styles) {
      for (const group of groupsOf(style, eligible, facts)) {
        if (group.certainty < leastCertainty || group.candidates.length < fewestOf(style, isWhole)) continue
        if (!best || group.score > best.score) best = group
      }
    }
    return best
  }
  const best = bestOf(candidates.filter((each) => isEligible(each, outline)))
  // where nothing else asks, the items below `Notes` do
  return best ?? (isWhole ? bestOf(candidates.filter((each) => isEligible(each, outline, true))) : null)
}

/** Paragraphs without a mark are questions only where there are several, or where another style is the main one. */
const fewestOf = ({ name }: Style, isWhole: boolean): number => (name === 'plain' && isWhole ? 2 : 1)

const isLabel = ({ prefix }: Candidate): boolean => prefix === 'q' || prefix === 'numbered-q'

/** What a heading says about the candidates below it. */
interface SectionView {
  forInterviewer: boolean
  leadsNowhere: boolean
  isNever: boolean
  asks: boolean
}

/** Many candidates are below the same heading. */
const viewOf = kept(
  (section): SectionView => ({
    forInterviewer: asksInterviewer(section),
    leadsNowhere: leadsNowhere(section),
    isNever: isNeverQuestion(section) || isStarPart(section),
    asks: isQuestionLike(questionIn({ text: section }), false) && !namesQuestions(section),
  }),
)

/** Whether a candidate can be a question, by what it is and by the heading above it. */
function isEligible(
  candidate: Candidate,
  { sectionOf, sectionsAt, asks, isTitle, isBeside }: Outline,
  alsoItems = false,
): boolean {
  if (isNeverAsked(candidate) || leadsElsewhere(candidate.text)) return false
  if (
    isForm.test(candidate.text) ||
    (candidate.indent < 2 && candidate.mark !== 'heading' && isBeside(candidate))
  )
    return false
  if (namesPerson.test(candidate.text) && !asks(candidate, false)) return false
  if (candidate.mark === 'bold' && isMetadata({ text: candidate.text, code: false })) return false
  if (candidate.mark === 'heading' && (sectionsAt.has(candidate.at) || isTitle(candidate))) return false
  const section = sectionOf(candidate)
  if (section === null) return true
  const view = viewOf(section)
  if (view.forInterviewer) return false
  if (view.leadsNowhere)
    return (
      asks(candidate, false) && !isWithinPage(candidate.text) && (alsoItems || candidate.mark !== 'bullet')
    )
  if (view.isNever) return false
  // What is below a question, and does not ask, is a part of its answer.
  const isPart = !isLabel(candidate) && !candidate.isLabelled && candidate.row === null
  return !(isPart && view.asks && !asks(candidate, false))
}

/** `Interviewer: Ana (EM)` is about who asked. */
const namesPerson = /^\W*interviewer\W+(?:[^\s.?!:]+\s*){1,4}$/i

/** `Candidate: ____ Date: ____` is to be filled in. */
const isForm = /[:：]\s*_{3,}.*[:：]\s*_{3,}\s*$/

/** Nothing but an address, which may have a name. */
const address = /^(?:[^?？]{0,60}[:：–-]\s*)?<?https?:\/\/\S+>?\s*$/

const leadsElsewhere = (text: string): boolean => text.includes('://') && address.test(text)

function groupsOf(style: Style, candidates: readonly Candidate[], facts: Facts): Group[] {
  const all = candidates.filter(style.has)
  if (all.length === 0) return []
  const key = style.byLevel ? 'level' : style.byIndent ? 'indent' : null
  if (key === null) return [groupOf(style, all, facts)]
  const groups = new Map<number, Candidate[]>()
  for (const each of all) {
    const group = groups.get(each[key]) ?? []
    if (group.length === 0) groups.set(each[key], group)
    group.push(each)
  }
  return [...groups.values()].map((group) => groupOf(style, group, facts))
}

function groupOf({ name, weight, isSure }: Style, all: readonly Candidate[], facts: Facts): Group {
  const { asks, answersAt, aboutQuestions } = facts
  const candidates = selected(name, all, facts)
  const asked = candidates.filter(asks).length
  const likeness = share(asked, candidates.length)
  const answered = answeredShare(candidates, answersAt)
  const isBacked = candidates.length > 1 || likeness > 0 || answered > 0 || aboutQuestions
  const certainty = Math.max(
    likeness * Math.min(1, share(candidates.length, all.length) * (aboutQuestions ? 8 : 2)),
    answered,
    isSure && isBacked ? 0.9 : 0,
    isNumberRun(name, candidates, facts) || (name === 'item' && isOutlinedRun(candidates, facts)) ? 0.7 : 0,
    name === 'nested-item' && areNames(candidates) ? 0.6 : 0,
    aboutQuestions && (name.startsWith('numbered') || (name === 'heading' && candidates.length > asked * 2))
      ? 0.5
      : 0,
  )
  const level = Math.min(7, ...new Set(candidates.map((each) => each.level)))
  const score =
    weight * certainty * candidates.length * (name === 'labelled' ? wholeness(candidates, facts) : 1)
  return { style: name, level, candidates, certainty, score }
}

/** How little a label picks from among others that ask in the same way, from 0 to 1. */
function wholeness(labelled: readonly Candidate[], { unlabelledOf }: Facts): number {
  const marks = new Set(labelled.map(({ mark }) => mark))
  const others = [...marks].reduce((sum, mark) => sum + unlabelledOf(mark), 0)
  return share(labelled.length, labelled.length + others) ** 2
}

/**
 * Whether numbered candidates count from 1, each with text below, and some of them surely ask, or all stand below a heading
 * such as `Interview questions`.
 */
const isNumberRun = (
  name: StyleName,
  candidates: readonly Candidate[],
  { asksSurely, hasTextBelow, sectionOf }: Facts,
): boolean =>
  name.startsWith('number') &&
  candidates.length > 2 &&
  candidates.every((each, index) => each.number === index + 1 && hasTextBelow(each)) &&
  (candidates.some(asksSurely) || candidates.every((each) => announcesQuestions(sectionOf(each) ?? '')))

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** The candidates in a style that can be questions. */
function selected(style: StyleName, all: readonly Candidate[], facts: Facts): readonly Candidate[] {
  switch (style) {
    case 'summary':
      return innermost(all)
    case 'heading': {
      const asking = all.filter(facts.asks)
      if (asking.length > 1 && asking.every(isQuoted)) return all.filter(isQuoted)
      const sign = signOf(asking[0])
      if (asking.length > 1 && sign !== null && asking.every((each) => signOf(each) === sign))
        return all.filter((each) => signOf(each) === sign)
      const areMany = asking.length * 2 >= all.length
      return areMany || areTopics(all, asking, facts) || nameQuestions(all, asking, facts) ? all : asking
    }
    case 'bold':
    case 'bold-item':
      return withSiblings(all, facts)
    case 'plain':
      return all.filter((each) => each.prefix !== null || facts.asks(each) || asksInHaste(each.text))
    case 'number':
      return all.filter(facts.hasTextBelow).length * 2 < all.length ? [] : inSequence(all, facts)
    case 'item':
      return inAskingLists(all, facts)
    case 'nested-item': {
      const items = all.filter((each) => !isBelowPart(each, facts))
      const asking = items.filter(facts.asksSurely)
      return asking.length > 1 && asking.length * 3 >= items.length ? withListed(items, asking, facts) : []
    }
    default:
      if (style === 'numbered-heading' && areSections(all, facts)) return []
      return style.startsWith('numbered') ? withoutSilent(withoutInnerRuns(all, facts), facts) : all
  }
}

/** Whether numbered headings name parts of a text: none of them asks, and others that count with them have questions below. */
const areSections = (all: readonly Candidate[], { asksSurely, headings, sectionsAt }: Facts): boolean =>
  !all.some(asksSurely) &&
  headings.some(
    ({ at, level, text }) => sectionsAt.has(at) && level === all[0]?.level && /^\W*\d{1,3}[.)]/.test(text),
  )

/** Where all that ask are in quotation marks, `## Ideas` is none of them. */
const isQuoted = ({ text }: Candidate): boolean =>
  /^(?:[*_]*\d{1,3}[.)])?[^\p{L}\p{N}"“„«(¿]*["“„«].*["”“»][*_]*$/u.test(text)

/** The emoji that a heading begins with, `❓ Why?`; null where it has none. */
const signOf = (heading: Candidate | undefined): string | null =>
  /^\p{Extended_Pictographic}/u.exec(heading?.text ?? '')?.[0] ?? null

/** Drops the runs of numbers that begin again at 1 within an answer: no heading stands above them, and none of them asks. */
function withoutInnerRuns(all: readonly Candidate[], { asksSurely, headings }: Facts): readonly Candidate[] {
  if (all.filter(asksSurely).length * 2 < all.length) return all
  const kept: Candidate[] = []
  for (let from = 0; from < all.length; ) {
    const first = all[from] as Candidate
    let to = from + 1
    while (to < all.length && (all[to]?.number ?? 0) > (all[to - 1]?.number ?? 0)) to++
    const run = all.slice(from, to)
    const above = all[from - 1]
    const isInner =
      above !== undefined &&
      first.number === 1 &&
      first.mark !== 'heading' &&
      !run.some(asksSurely) &&
      !isAnyBetween(headings, above.end, first.at)
    if (!isInner) kept.push(...run)
    from = to
  }
  return kept
}

/** Drops the numbers of which none asks, where a heading says how many questions it has below it, as `10 questions` does. */
function withoutSilent(all: readonly Candidate[], { asksSurely, sectionOf }: Facts): readonly Candidate[] {
  const families = new Map<string | null, Candidate[]>()
  for (const each of all) {
    const family = families.get(sectionOf(each))
    if (family) family.push(each)
    else families.set(sectionOf(each), [each])
  }
  const isCounted = [...families].some(
    ([name, { length }]) =>
      length > 2 && name !== null && namesQuestions(name) && Number(/\d+/.exec(name)?.[0]) === length,
  )
  return isCounted ? all.filter((each) => families.get(sectionOf(each))?.some(asksSurely)) : all
}

const isAnyBetween = (headings: Facts['headings'], from: number, to: number): boolean =>
  (headings[firstFrom(headings, from)]?.at ?? Infinity) < to

/** The bold lines that ask, and where two in three of those alone on their lines do, or of those that count, the others of these. */
function withSiblings(all: readonly Candidate[], facts: Facts): readonly Candidate[] {
  const { asks, asksSurely } = facts
  const areQuestions = (some: readonly Candidate[]): boolean =>
    some.length > 2 && some.filter(asksSurely).length * 3 >= some.length * 2
  const alone = all.filter(({ rest }) => rest === '')
  const counting = all.filter(({ number, rest }) => number !== null && rest !== '')
  const areAlone =
    areQuestions(alone) || (alone.length > 2 && nameQuestions(alone, alone.filter(asksSurely), facts))
  const siblings = new Set([...(areAlone ? alone : []), ...(areQuestions(counting) ? counting : [])])
  return all.filter((each) => asks(each) || siblings.has(each))
}

const han = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Whether two in three have text or a list right below them: the others may still have nothing. */
function haveText(all: readonly Candidate[], { lines }: Facts): boolean {
  const starts = new Set(all.map(({ at }) => at))
  const isAbove = ({ end }: Candidate): boolean => {
    let at = end
    while (lines[at]?.text.trim() === '') at++
    return at < lines.length && !starts.has(at) && !/^#{1,6} |^\|/.test(lines[at]?.text ?? '')
  }
  return all.filter(isAbove).length * 3 >= all.length * 2
}

/**
 * Whether headings in a script whose questions need no mark are questions, since some of their siblings are, and most have
 * text right below them.
 */
const areTopics = (all: readonly Candidate[], asking: readonly Candidate[], facts: Facts): boolean =>
  facts.aboutQuestions &&
  asking.length > 1 &&
  asking.length * 4 >= all.length &&
  all.every(({ text }) => han.test(text)) &&
  haveText(all, facts)

/** Whether two in five of the siblings ask, in a text about questions, and all are names, most with text right below them. */
function nameQuestions(all: readonly Candidate[], asking: readonly Candidate[], facts: Facts): boolean {
  if (!facts.aboutQuestions || asking.length < 2 || asking.length * 5 < all.length * 2) return false
  const asks = new Set(asking)
  const names = new Set(all.map(({ text }) => text))
  return (
    names.size === all.length &&
    haveText(all, facts) &&
    all.every((each) => asks.has(each) || mayName(questionIn(each)))
  )
}

/** Summaries that hide no other summary. */
function innermost(all: readonly Candidate[]): Candidate[] {
  const parents = new Set(all.map(({ details }) => details?.parent))
  return all.filter(({ details }) => !parents.has(details))
}

/** Drops the numbers inside answers, which start again at 1 or have nothing below them. */
function inSequence(all: readonly Candidate[], { asks, hasTextBelow }: Facts): Candidate[] {
  let last = 0
  return all.filter((each, index) => {
    const follows =
      asks(each) ||
      (each.number === last + 1 && hasTextBelow(each)) ||
      (isBetween(last, each.number, all[index + 1]?.number) &&
        hasTextBelow(each) &&
        mayName(questionIn(each)))
    if (follows) last = each.number ?? last
    return follows
  })
}

/** Whether a number leaves a small gap to the last one, and the next one goes on from it: `1.`, `3.`, `4.` */
const isBetween = (last: number, number: number | null, next: number | null = null): boolean =>
  last > 0 && number !== null && number > last && number <= last + widestGap && next !== null && next > number

const widestGap = 5

/** The share of candidates with an announced answer before the next candidate, from 0 to 1. */
function answeredShare(candidates: readonly Candidate[], answersAt: readonly number[]): number {
  let next = 0
  let answered = 0
  candidates.forEach(({ at }, index) => {
    const end = candidates[index + 1]?.at ?? Infinity
    while (next < answersAt.length && (answersAt[next] ?? 0) < at) next++
    if ((answersAt[next] ?? Infinity) < end) answered++
  })
  return share(answered, candidates.length)
}
