import type { Question } from '../bank/model.ts'
import { type Progress, progressOf, writtenFor } from '../progress/progress.ts'
import { recallOn } from '../progress/schedule.ts'
import { scoreNames } from '../rehearsal/scores.ts'
import { storyOf } from '../rehearsal/story.ts'
import { escapedText, plainText } from '../text/plain-text.ts'
import { sentencesOf } from '../text/sentences.ts'
import { count, dateInWords } from '../text/words.ts'
import { bankIsGone } from './words.ts'

/** What the page for the morning is made of. `date` and `day` are those of the interview, else today. */
export interface Sheet {
  questions: readonly Question[]
  /** Questions that the banks have for the interviewers. */
  toAsk?: readonly string[]
  /** Slugs of banks that it would be over, and that are not here. */
  missing?: readonly string[]
  progress: Progress
  date: string
  day: number
  /** As a date. */
  today: string
}

/** What fits on one printed page, at about three lines a question. */
const maxQuestions = 18

/**
 * The page for the morning of the interview, as markdown: for each question the first sentence of its story, else three
 * key points, and the change. The three weakest questions come first.
 */
export function sheet({ questions, toAsk = [], missing = [], progress, date, today, day }: Sheet): string {
  const own = Object.values(progress.stories).flatMap((text) => storyOf(text).toAsk)
  const asked = [...new Set([...own, ...toAsk])]
  const known = questions.filter(
    ({ id }) => progressOf(progress, id) !== null || writtenFor(progress, id) !== null,
  )
  const weakest = [...known]
    .sort((a, b) => strength(a, progress, day) - strength(b, progress, day))
    .slice(0, 3)
  const others = known.filter((question) => !weakest.includes(question))
  const shown = others.slice(0, maxQuestions - weakest.length)
  const left = questions.length - weakest.length - shown.length
  const title = `# ${dateInWords(date, today)}: your page for the morning\n`
  const gone = missing.length === 0 ? '' : `${escapedText(bankIsGone(missing, 'this round'))}\n`
  if (known.length === 0) {
    const none =
      questions.length === 0 && gone !== ''
        ? ''
        : `Nothing has been rehearsed yet. What you rehearse of the ${count(left, 'question')} will stand here.\n`
    return [title, gone, none, toThem(asked), neverSay(progress)].filter((part) => part !== '').join('\n')
  }
  const isRehearsed = known.some(({ id }) => progressOf(progress, id) !== null)
  const parts = [
    title,
    gone,
    section('Weakest first', weakest, progress),
    shown.length === 0 ? '' : section('Then', shown, progress),
    left === 0 ? '' : `And ${count(left, 'more question')}.\n`,
    toThem(asked),
    neverSay(progress),
    isRehearsed ? 'Say each out loud once. Then breathe: you know this.\n' : 'Say each out loud once.\n',
  ]
  return parts.filter((part) => part !== '').join('\n')
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

function gist({ keyPoints }: Question, story: string | null): string {
  const text = story === null ? '' : plainText(storyOf(story).text.replace(/^#+ .*$/gm, ''))
  const [first] = sentencesOf(text)
  if (first !== undefined) return first
  return keyPoints.length === 0
    ? 'No story and no key points: say it once in your own words.'
    : keyPoints
        .slice(0, 3)
        .map(({ label }) => label)
        .join(' · ')
}
