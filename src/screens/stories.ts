import { plainText } from '../text/plain-text.ts'
import { safeLine } from '../text/safe.ts'
import { count } from '../text/words.ts'
import { truncate, wrap } from '../text/wrap.ts'
import { columns } from './columns.ts'
import { ellipsis, separator } from './layout.ts'
import type { Style } from './style.ts'
import { inWords } from './words.ts'

export interface StoryRow {
  name: string
  /** `number` null: the question is gone from its bank. */
  questions: { id: string; number: number | null; bank: string; isGone: boolean }[]
  competencies: string[]
  words: number
}

/** What is written of a bank's stories, what is missing, and what they show. */
export interface StoriesView {
  bank: string
  questions: number
  stories: StoryRow[]
  missing: { id: string; number: number; question: string }[]
  /** `questions`: how many ask for it; `stories`: the indexes of those that show it. */
  competencies: { name: string; questions: number; stories: number[] }[]
  /** Competencies without a story. */
  gaps: string[]
  /** Stories that serve too many questions, and how many. */
  overused: { name: string; questions: number }[]
}

/** So many questions without a story are listed; `list` has all. */
const mostMissing = 12

/** How many stories carry a person through an interview, as coaches say. */
const enough = '8 to 12 carry an interview'

/** The stories with the questions that they serve, what is missing, and stories × competencies. */
export function stories(view: StoriesView, width: number, style: Style, program: string): string {
  const paragraph = (text: string): string => `${wrap(text, width)}\n`
  const written = view.questions - view.missing.length
  const told = `${count(view.stories.length, 'story', 'stories')} (${enough})`
  const head = `${told}${separator(style)}${view.bank}: ${written} of ${count(view.questions, 'question')} ${written === 1 ? 'has' : 'have'} one`
  const parts = [
    style.quiet(paragraph(head)),
    view.stories.length === 0 ? '' : `${style.heading('Stories')}\n${storyRows(view, width, style)}`,
    view.missing.length === 0
      ? ''
      : `${style.heading('Without a story')}\n${missingRows(view, width, style, program)}`,
    matrix(view, width, style),
    remarks(view, program).map(paragraph).join(''),
  ]
  return parts.filter((part) => part !== '').join('\n')
}

/** A, B, … Z, AA, AB … */
export const letter = (index: number): string =>
  (index < 26 ? '' : letter(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

const storyRows = ({ stories, bank }: StoriesView, width: number, style: Style): string =>
  columns(
    stories.map(({ name, questions, competencies, words }, at) => [
      ` ${letter(at)}`,
      [
        safeLine(name) || 'no name',
        questionsIn(questions, bank),
        competencies.length === 0 ? null : competencies.map(safeLine).join(', '),
        count(words, 'word'),
      ]
        .filter((fact) => fact !== null)
        .join(separator(style)),
    ]),
    width,
  )

/** `questions 2 and 4`, those of other banks by their ids. */
function questionsIn(questions: StoryRow['questions'], bank: string): string {
  const names = questions.map((each) =>
    each.isGone
      ? `${safeLine(each.id)} (gone)`
      : each.bank === bank
        ? String(each.number)
        : safeLine(each.id),
  )
  return `${names.length === 1 ? 'question' : 'questions'} ${names.join(', ')}`
}

function missingRows({ missing }: StoriesView, width: number, style: Style, program: string): string {
  const shown = missing.slice(0, mostMissing)
  const end = String(shown.at(-1)?.number ?? 0).length
  const rows = shown.map(
    ({ number, question }) =>
      `${truncate(` ${String(number).padStart(end)}  ${plainText(question)}`, width, ellipsis(style))}\n`,
  )
  const left = missing.length - shown.length
  return (
    rows.join('') + (left === 0 ? '' : `${wrap(`and ${left} more: ${program} list shows them.`, width)}\n`)
  )
}

/** How many questions ask for a competency: some are only in stories. */
const askedBy = (questions: number): string =>
  questions === 0 ? 'no question asks for it' : count(questions, 'question')

/** A row for each competency, with the letters of the stories that show it. */
function matrix({ competencies, stories }: StoriesView, width: number, style: Style): string {
  if (competencies.length === 0) return ''
  const letters = stories.map((_, at) => letter(at))
  const isWide = letters.join(' ').length > Math.max(20, width / 3)
  const dot = style.ascii ? '.' : '·'
  const cellsOf = (shown: readonly number[]): string =>
    isWide
      ? shown.map(letter).join(' ')
      : letters.map((each, at) => (shown.includes(at) ? each : dot.padEnd(each.length))).join(' ')
  const rows = competencies.map(({ name, questions, stories: shown }) => [
    ` ${safeLine(name)}`,
    shown.length === 0 ? style.quiet(cellsOf(shown)) : style.good(cellsOf(shown)),
    [askedBy(questions), shown.length === 0 ? style.caution(`no ${safeLine(name)} story`) : null]
      .filter((fact) => fact !== null)
      .join(', '),
  ])
  if (style.plain) return `${style.heading('Competencies')}\n${competenciesInWords(competencies, width)}`
  return `${style.heading(style.ascii ? 'Stories x competencies' : 'Stories × competencies')}\n${columns(rows, width)}`
}

const competenciesInWords = (competencies: StoriesView['competencies'], width: number): string =>
  competencies
    .map(({ name, questions, stories }) => {
      const shown = stories.map(letter).join(', ')
      const told = shown === '' ? 'no story' : `${stories.length === 1 ? 'story' : 'stories'} ${shown}`
      return `${wrap(`${safeLine(name)}: ${told}, ${askedBy(questions)}.`, width)}\n`
    })
    .join('')

function remarks({ stories, competencies, gaps, overused }: StoriesView, program: string): string[] {
  const gone = stories.flatMap(({ questions }) => questions).find(({ isGone }) => isGone)
  return [
    gaps.length === 0 || stories.length === 0
      ? null
      : `Gaps: ${gaps
          .slice(0, 5)
          .map((name) => `no ${safeLine(name)} story`)
          .join(', ')}${gaps.length > 5 ? `, and ${gaps.length - 5} more` : ''}.`,
    ...overused.map(
      ({ name, questions }) =>
        `"${safeLine(name)}": one story for ${inWords(questions)} questions. Have another one ready.`,
    ),
    competencies.length > 0
      ? null
      : 'No question here says which competencies it asks for. A line "Competencies: conflict, failure" in a story says what it shows.',
    gone === undefined
      ? null
      : `A question with a story is gone from its bank. The story is kept: ${program} story NUMBER --like ${safeLine(gone.id)} gives it to another question.`,
    stories.length > 0 ? null : `${program} story NUMBER writes one.`,
  ].filter((remark) => remark !== null)
}
