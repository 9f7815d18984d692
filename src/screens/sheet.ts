import { bankSlugOf } from '../bank/ids.ts'
import type { Question } from '../bank/model.ts'
import { type Progress, progressOf, writtenFor } from '../progress/progress.ts'
import { recallOn } from '../progress/schedule.ts'
import { scoreNames } from '../rehearsal/scores.ts'
import { storyOf } from '../rehearsal/story.ts'
import { markerOf } from '../text/list.ts'
import { escapedText, plainText } from '../text/plain-text.ts'
import { sentencesOf } from '../text/sentences.ts'
import { count, dateInWords } from '../text/words.ts'
import { truncate } from '../text/wrap.ts'
import { bankIsGone } from './words.ts'

/** What the page for the morning is made of. `date` and `day` are those of the interview, else today. */
export interface Sheet {
  questions: readonly Question[]
  /** Questions that the banks have for the interviewers. */
  toAsk?: readonly string[]
  /** Slugs of banks that it would be over, and that are not here. */
  missing?: readonly string[]
  /** The change after the last mock, which is about every answer. */
  forAll?: string | null
  progress: Progress
  date: string
  day: number
  /** As a date. */
  today: string
}

/** What fits on one printed page, at about three lines a question. */
const maxQuestions = 18
/** How many of the others are named, how many of those take the place of one question, and how long one may be. */
const maxTitles = 12
const titlesAQuestion = 3
const maxTitleWidth = 76
/** How much of a question is shown: about three printed lines, in characters. */
const gistLength = 240

/**
 * The page for the morning of the interview, as markdown: for each question the first sentence of its story, else three
 * key points, and the change. The three weakest questions come first, and of the others there are titles.
 */
export function sheet({
  questions,
  toAsk = [],
  missing = [],
  forAll = null,
  progress,
  date,
  today,
  day,
}: Sheet): string {
  const own = Object.values(progress.stories).flatMap((text) => storyOf(text).toAsk)
  const asked = [...new Set([...own, ...toAsk])]
  const known = questions.filter(
    ({ id }) => progressOf(progress, id) !== null || writtenFor(progress, id) !== null,
  )
  const weakest = [...known]
    .sort((a, b) => strength(a, progress, day) - strength(b, progress, day))
    .slice(0, 3)
  const room = Math.min(maxTitles, Math.max(questions.length - Math.min(known.length, maxQuestions), 0))
  const shown = known
    .filter((question) => !weakest.includes(question))
    .slice(0, maxQuestions - Math.ceil(room / titlesAQuestion) - weakest.length)
  const others = questions
    .filter((question) => !weakest.includes(question) && !shown.includes(question))
    .sort((a, b) => strength(a, progress, day) - strength(b, progress, day))
  // where there is room, the others have their gist too
  const hasRoom = known.length + others.length <= maxQuestions - Math.ceil(others.length / titlesAQuestion)
  const isOneBank = new Set(questions.map(({ id }) => bankSlugOf(id))).size === 1
  const title = `# ${dateInWords(date, today)}: your page for the morning\n`
  const gone = missing.length === 0 ? '' : `${escapedText(bankIsGone(missing, 'this round'))}\n`
  if (known.length === 0) {
    const none =
      questions.length === 0 && gone !== ''
        ? ''
        : `Nothing has been rehearsed yet. What you rehearse of the ${count(questions.length, 'question')} will stand here.\n`
    return [title, gone, none, toThem(asked), neverSay(progress)].filter((part) => part !== '').join('\n')
  }
  const parts = [
    title,
    gone,
    forAll === null ? '' : `In every answer: *${plainText(forAll)}*\n`,
    section('Weakest first', weakest, progress),
    shown.length === 0 ? '' : section('Then', shown, progress),
    titles(others, isOneBank, hasRoom ? progress : null),
    toThem(asked),
    neverSay(progress),
    closing([...weakest, ...shown], progress),
  ]
  return parts.filter((part) => part !== '').join('\n')
}

/**
 * The first of the questions that there is no more room for, with their bank where there are several, and with their gist
 * where `progress` is given.
 */
function titles(questions: readonly Question[], isOneBank: boolean, progress: Progress | null): string {
  if (questions.length === 0) return ''
  const lines = questions.slice(0, maxTitles).map((each) => {
    const { id, number, question } = each
    const bank = isOneBank ? '' : `${bankSlugOf(id)} `
    // a number with a bare full stop would be a list in the list
    const stop = isOneBank ? '\\.' : '.'
    const title = truncate(plainText(question), maxTitleWidth - `${bank}${number}. `.length)
    const own = progress === null || each.keyPoints.length === 0 ? '' : `  ${gist(each, null)}\n`
    return `- ${bank}${number}${stop} ${escapedText(title)}\n${own}`
  })
  const more = questions.length - lines.length
  return `## The others\n\n${lines.join('')}${more > 0 ? `\nAnd ${count(more, 'more question')}.\n` : ''}`
}

/** What to do with the page. That one knows all this is said only where each was at least solid. */
function closing(questions: readonly Question[], progress: Progress): string {
  const scores = questions.flatMap(({ id }) => progressOf(progress, id)?.lastScore ?? [])
  if (scores.some((score) => score < 3))
    return 'Say each out loud once, the first ones twice. Then breathe.\n'
  const knows = scores.length > 0 && scores.length === questions.length
  return knows ? 'Say each out loud once. Then breathe: you know this.\n' : 'Say each out loud once.\n'
}

const toThem = (asked: readonly string[]): string =>
  asked.length === 0 ? '' : `## Questions to ask them\n\n${items(asked)}`

/** What was kept by `story --never`. */
const neverSay = ({ never }: Progress): string =>
  never.length === 0 ? '' : `## Never say\n\n${items(never)}`

const items = (lines: readonly string[]): string => lines.map((line) => `- ${escapedText(line)}\n`).join('')

/** How well a question is known: its last score and, among equal ones, the recall to expect on the day. */
function strength({ id }: Question, progress: Progress, day: number): number {
  const known = progressOf(progress, id)
  if (known === null) return 0
  return known.lastScore + (known.schedule === null ? 0 : recallOn(known.schedule, day))
}

const section = (title: string, questions: readonly Question[], progress: Progress): string =>
  `## ${title}\n\n${questions.map((question) => entry(question, progress)).join('')}`

function entry(question: Question, progress: Progress): string {
  const known = progressOf(progress, question.id)
  const score = known === null ? '' : ` (${known.lastScore}, ${scoreNames[known.lastScore]})`
  const change = known?.change ?? null
  return [
    `- **${plainText(question.question)}**${score}`,
    `  ${gist(question, writtenFor(progress, question.id))}`,
    ...(change === null ? [] : [`  *Change: ${plainText(change)}*`]),
    '',
  ].join('\n')
}

/**
 * The first sentence of the story, and what it marks; else key points: whole as far as there is room, then by their labels.
 * What there is no room for is counted.
 */
function gist({ keyPoints }: Question, story: string | null): string {
  const told = story === null ? null : storyOf(story)
  const isList = told !== null && told.points.length > 1 && markerOf(told.text) !== null
  const [first = null] =
    told === null || isList ? [] : sentencesOf(plainText(told.text.replace(/^#+ .*$/gm, '')))
  const shown = first === null ? [] : [first]
  let room = gistLength - (first?.length ?? 0)
  let left = 0
  for (const { label, text } of told?.points ?? keyPoints) {
    if (first?.includes(label)) continue
    const fitting = left > 0 ? undefined : [text, label].find((each) => each.length < room)
    if (fitting === undefined) left++
    else shown.push(fitting)
    room -= fitting?.length ?? 0
  }
  if (shown.length === 0) return 'No story and no key points: say it once in your own words.'
  return [...shown, ...(left > 0 ? [`and ${left} more`] : [])].join(' · ')
}
