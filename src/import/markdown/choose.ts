import { cleanQuestion, unlinked } from '../../bank/clean.ts'
import { asksInterviewer, isNeverQuestion, isQuestionLike } from '../../bank/likeness.ts'
import type { Mark } from './candidates.ts'

/** Marks of one kind, which may be the questions of a text. */
export interface Group {
  name: GroupName
  /** Of the headings that end a question: this one and higher ones. */
  level: number
  marks: Mark[]
  /** How sure it is that these are questions, from 0 to 1. */
  certainty: number
  score: number
}

export interface Ballot {
  marks: readonly Mark[]
  /** Indexes of lines that say that an answer follows, in order. */
  answers: readonly number[]
  /** The heading above a mark. */
  sectionOf: (mark: Mark) => string | null
  /** Whether text that is not indented follows below a mark, before the next one. */
  hasTextBelow: (mark: Mark) => boolean
  /** Whether title, file name or sections speak of questions. */
  aboutQuestions: boolean
}

interface Poll extends Ballot {
  asks: (mark: Mark) => boolean
}

type GroupName =
  | 'q'
  | 'numbered-q'
  | 'summary'
  | 'list-heading'
  | 'numbered-heading'
  | 'heading'
  | 'numbered-bold'
  | 'bold'
  | 'bold-item'
  | 'number'
  | 'item'

interface Candidate {
  name: GroupName
  /** How much one such mark says, against marks of other kinds. */
  weight: number
  has: (mark: Mark) => boolean
  /** Whether marks of different levels of heading are different groups. */
  byLevel?: boolean
  /** Whether the number or the label alone makes a question. */
  sure?: boolean
}

const isHeading = (mark: Mark): boolean => mark.kind === 'heading'
const isTop = (mark: Mark): boolean => mark.indent < 2

/** What may mark the questions of a text, the strongest first. */
const CANDIDATES: readonly Candidate[] = [
  { name: 'q', weight: 40, has: (mark) => mark.prefix === 'q', sure: true },
  { name: 'numbered-q', weight: 30, has: (mark) => mark.prefix === 'numbered-q', sure: true },
  { name: 'summary', weight: 25, has: (mark) => mark.kind === 'summary' },
  { name: 'list-heading', weight: 22, has: (mark) => isHeading(mark) && mark.inList },
  {
    name: 'numbered-heading',
    weight: 20,
    has: (mark) => isHeading(mark) && mark.prefix === 'number' && !mark.inList,
    byLevel: true,
  },
  {
    name: 'numbered-bold',
    weight: 18,
    has: (mark) => mark.kind === 'bold' && isTop(mark) && mark.prefix === 'number',
  },
  { name: 'heading', weight: 10, has: (mark) => isHeading(mark) && !mark.inList, byLevel: true },
  { name: 'bold', weight: 9, has: (mark) => mark.kind === 'bold' && isTop(mark) },
  { name: 'bold-item', weight: 8, has: (mark) => mark.kind === 'bold-item' && isTop(mark) },
  {
    name: 'number',
    weight: 1.2,
    has: (mark) =>
      isTop(mark) && mark.prefix === 'number' && (mark.kind === 'number' || mark.kind === 'bold-item'),
  },
  {
    name: 'item',
    weight: 1,
    has: (mark) =>
      isTop(mark) && (mark.kind === 'number' || mark.kind === 'bullet' || mark.kind === 'bold-item'),
  },
]

/** The group of marks that are the questions of the text; null if none convinces. */
export function vote(ballot: Ballot): Group | null {
  const eligible = ballot.marks.filter((mark) => isEligible(mark, ballot))
  const poll: Poll = {
    ...ballot,
    asks: remembered((mark) => isQuestionLike(questionIn(mark), ballot.aboutQuestions)),
  }
  const groups = CANDIDATES.flatMap((candidate) => groupsOf(candidate, eligible, poll))
  const least = ballot.aboutQuestions ? 0.35 : 0.65
  let best: Group | null = null
  for (const group of groups) {
    if (group.certainty < least || group.marks.length === 0) continue
    if (!best || group.score > best.score) best = group
  }
  return best
}

function isEligible(mark: Mark, { sectionOf }: Ballot): boolean {
  if (isNeverQuestion(mark.text)) return false
  const section = sectionOf(mark)
  return section === null || !(isNeverQuestion(section) || asksInterviewer(section))
}

function groupsOf(candidate: Candidate, marks: readonly Mark[], poll: Poll): Group[] {
  const levels = new Map<number, Mark[]>()
  for (const mark of marks) {
    if (!candidate.has(mark)) continue
    const level = candidate.byLevel ? mark.level : 7
    const group = levels.get(level)
    if (group) group.push(mark)
    else levels.set(level, [mark])
  }
  return [...levels.values()].map((group) => groupOf(candidate, group, poll))
}

function groupOf({ name, weight, sure }: Candidate, all: Mark[], poll: Poll): Group {
  const marks = selected(name, all, poll)
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
  const likeness = share(marks.filter(poll.asks).length, marks.length)
  const answered = answeredShare(marks, poll.answers)
  const isSure = sure && (marks.length > 1 || likeness > 0 || answered > 0 || poll.aboutQuestions)
  const isNumbered = poll.aboutQuestions && name.startsWith('numbered')
  const certainty = Math.max(
    likeness * Math.min(1, share(marks.length, all.length) * (poll.aboutQuestions ? 8 : 2)),
    answered,
    isSure ? 0.9 : 0,
    isNumbered ? 0.5 : 0,
  )
  const level = Math.min(7, ...new Set(marks.map((mark) => mark.level)))
  return { name, level, marks, certainty, score: weight * certainty * marks.length }
}

/** Without its number, and without the link it may be. */
export const questionIn = (mark: Mark): string => unlinked(cleanQuestion(mark.text))

/** Those of a group that can be questions. */
function selected(name: GroupName, marks: Mark[], poll: Poll): Mark[] {
  switch (name) {
    case 'summary':
      return leaves(marks)
    case 'heading': {
      const asking = marks.filter(poll.asks)
      return asking.length * 2 < marks.length ? asking : marks
    }
    case 'bold':
    case 'bold-item':
      return marks.filter(poll.asks)
    case 'number':
      return marks.filter(poll.hasTextBelow).length * 2 < marks.length ? [] : inSequence(marks, poll)
    case 'item':
      return askingSections(marks, poll)
    default:
      return marks
  }
}

/** Of summaries within each other, the inner ones. */
function leaves(marks: Mark[]): Mark[] {
  const parents = new Set(marks.map((mark) => mark.region?.parent))
  return marks.filter((mark) => !parents.has(mark.region))
}

/** Numbers in answers begin again, or have nothing below. */
function inSequence(marks: readonly Mark[], { asks, hasTextBelow }: Poll): Mark[] {
  let last = 0
  return marks.filter((mark) => {
    const follows = asks(mark) || (mark.number === last + 1 && hasTextBelow(mark))
    if (follows) last = mark.number ?? last
    return follows
  })
}

/** The items of those sections in which most ask something. */
function askingSections(marks: readonly Mark[], { asks, sectionOf }: Poll): Mark[] {
  const bySection = new Map<string | null, Mark[]>()
  for (const mark of marks) {
    const section = sectionOf(mark)
    const list = bySection.get(section)
    if (list) list.push(mark)
    else bySection.set(section, [mark])
  }
  const kept = new Set<Mark>()
  for (const list of bySection.values()) {
    const open = list.filter((mark) => !leadsWithinPage(mark.text))
    if (open.filter(asks).length * 5 >= open.length * 2) for (const mark of open) kept.add(mark)
  }
  return marks.filter((mark) => kept.has(mark))
}

const leadsWithinPage = (text: string): boolean => /\]\(#[^()]*\)[\s*_]*$/.test(text)

/** How many of the marks are followed by an answer's label before the next mark. */
function answeredShare(marks: readonly Mark[], answers: readonly number[]): number {
  let next = 0
  let answered = 0
  marks.forEach((mark, index) => {
    const end = marks[index + 1]?.at ?? Infinity
    while (next < answers.length && (answers[next] ?? 0) < mark.at) next++
    if ((answers[next] ?? Infinity) < end) answered++
  })
  return marks.length === 0 ? 0 : answered / marks.length
}

function remembered(ask: (mark: Mark) => boolean): (mark: Mark) => boolean {
  const known = new Map<Mark, boolean>()
  return (mark) => {
    const answer = known.get(mark) ?? ask(mark)
    known.set(mark, answer)
    return answer
  }
}
