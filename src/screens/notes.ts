import { bankSlugOf } from '../bank/ids.ts'
import { keyPointsOf } from '../bank/key-points.ts'
import type { Bank, KeyPoint, Question } from '../bank/model.ts'
import { groupBy } from '../progress/group-by.ts'
import type { LineOf } from '../progress/journal.ts'
import { practicesAbout, questionsIn } from '../progress/practice.ts'
import { type Landed, landedOf, type Progress, progressOf, writtenFor } from '../progress/progress.ts'
import { storyOf } from '../rehearsal/story.ts'
import { plainText } from '../text/plain-text.ts'
import { count, dateAndTime } from '../text/words.ts'
import { namesOf } from './point-names.ts'
import { practiceFacts } from './practice-lines.ts'
import { firstScore, landedLabel, scoreLabel, talkSummary } from './words.ts'

type AttemptLine = LineOf<'attempt'>

/** What the notes are made of. `attempts` are the oldest first, without those that were undone. */
export interface Notebook {
  banks: readonly Bank[]
  /** The slugs of those that the user brought in a file, whose answers are the user's own. */
  brought: readonly string[]
  attempts: readonly AttemptLine[]
  /** What was heard of those that were spoken, as far as it was kept, by their ids. */
  transcripts: ReadonlyMap<string, string>
  /** The same of ladders and sprints. */
  practices: readonly LineOf<'practice'>[]
  /** What the user's coach said of answers, as far as it was kept, the oldest first. */
  advice: readonly LineOf<'coach'>[]
  /** What was written and never scored, the oldest first. */
  unscored: readonly LineOf<'draft'>[]
  /** The changes noted after mocks, the oldest first. */
  changes: readonly { at: string; change: string }[]
  progress: Progress
  /** The day of the notes: `2026-11-24`. */
  date: string
}

interface Entry {
  question: Question
  story: string | null
  attempts: AttemptLine[]
  practices: LineOf<'practice'>[]
  advice: LineOf<'coach'>[]
  unscored: LineOf<'draft'>[]
  landed: Landed | null
}

/** What a question has of each kind, by its id. */
interface Histories {
  attempts: ReadonlyMap<string, AttemptLine[]>
  practices: ReadonlyMap<string, LineOf<'practice'>[]>
  unscored: ReadonlyMap<string, LineOf<'draft'>[]>
  advice: ReadonlyMap<string, LineOf<'coach'>[]>
}

const historyKinds = ['attempts', 'practices', 'unscored', 'advice'] as const

/** The user's notes as one markdown document: a summary, then each question with its story and attempts. */
export function notes(notebook: Notebook): string {
  const { banks, attempts, unscored, changes, progress, date } = notebook
  const histories: Histories = {
    attempts: groupBy(attempts, ({ question }) => question),
    practices: practicesByQuestion(notebook),
    unscored: groupBy(unscored, ({ question }) => question ?? ''),
    advice: groupBy(notebook.advice, ({ question }) => question),
  }
  const entryOf = (question: Question): Entry => entryFor(question, histories, progress)
  const vanished = vanishedQuestions(notebook, histories).map(entryOf)
  const parts = banks.map((bank) => bankNotes(bank.title, bank.questions.map(entryOf), notebook))
  if (vanished.length > 0) parts.push(bankNotes('No longer in a bank', vanished, notebook))
  const afterMocks = changes.map(({ at, change }) => `- ${dateAndTime(at)}: ${escaped(change)}\n`).join('')
  if (afterMocks !== '') parts.push(`## Changes for next time, from mocks\n\n${afterMocks}`)
  return `# Interview notes\n\n${date}, ${count(attempts.length, 'attempt')}.\n\n${parts.join('\n')}`
}

/** By the id of a question, its ladders and what was answered to it in sprints. */
function practicesByQuestion({ practices }: Notebook): ReadonlyMap<string, LineOf<'practice'>[]> {
  const ids = [...new Set(practices.flatMap(questionsIn))]
  return new Map(ids.map((id) => [id, practicesAbout(practices, (each) => each === id)]))
}

const entryFor = (question: Question, histories: Histories, progress: Progress): Entry => ({
  question,
  story: writtenFor(progress, question.id),
  attempts: histories.attempts.get(question.id) ?? [],
  practices: histories.practices.get(question.id) ?? [],
  unscored: histories.unscored.get(question.id) ?? [],
  advice: histories.advice.get(question.id) ?? [],
  landed: landedOf(progress, question.id),
})

/** Questions with a history that are no longer in a bank. */
function vanishedQuestions({ banks, progress }: Notebook, histories: Histories): Question[] {
  const present = new Set(banks.flatMap((bank) => bank.questions.map(({ id }) => id)))
  const known = new Set([
    ...histories.attempts.keys(),
    ...histories.practices.keys(),
    ...histories.advice.keys(),
    ...histories.unscored.keys(),
    ...Object.keys(progress.stories),
    ...Object.keys(progress.landed),
  ])
  return [...known]
    .filter((id) => !present.has(id))
    .map((id, index) => ({
      id,
      number: index + 1,
      section: null,
      question: id,
      answer: null,
      keyPoints: [],
      followUps: [],
      budgetMs: null,
      shape: null,
      line: 1,
    }))
}

function bankNotes(
  title: string,
  entries: readonly Entry[],
  { brought, progress, transcripts }: Notebook,
): string {
  const table = [
    '| # | Question | Attempts | Last score | Last talk time | Story |',
    '|--:|---|--:|---|---|---|',
    ...entries.map((entry) => tableRow(entry, progress)),
  ]
  const told = entries.filter(
    ({ question, story, landed, ...histories }) =>
      (question.answer !== null && brought.includes(bankSlugOf(question.id))) ||
      story !== null ||
      landed !== null ||
      historyKinds.some((kind) => histories[kind].length > 0),
  )
  const chapters = [...groupBy(told, ({ question }) => question.section)].map(([section, own]) => {
    const heading = section === null ? '' : `### ${oneLine(section)}\n\n`
    return heading + own.map((entry) => questionNotes(entry, transcripts, brought)).join('\n')
  })
  return `## ${oneLine(title)}\n\n${table.join('\n')}\n\n${chapters.join('\n')}`
}

function tableRow({ question, story, attempts }: Entry, progress: Progress): string {
  const known = progressOf(progress, question.id)
  const last = attempts.at(-1)
  const cells = [
    String(question.number),
    plainText(question.question),
    String(attempts.length),
    known === null || last === undefined ? '' : scoreLabel(last.score),
    last === undefined ? '' : talkSummary(last),
    story === null ? '' : 'yes',
  ]
  return `| ${cells.map((cell) => escaped(cell).replaceAll('|', '\\|')).join(' | ')} |`
}

function questionNotes(
  { question, story, attempts, practices, advice, unscored, landed }: Entry,
  transcripts: ReadonlyMap<string, string>,
  brought: readonly string[],
): string {
  const told = story === null ? null : storyOf(story)
  // those of earlier versions, of sentences too, still name what was made then
  const named = story === null ? [] : [...(told?.points ?? []), ...keyPointsOf(story)]
  const history = attempts
    .map((each) => {
      const said = transcripts.get(each.id)
      const own = adviceNotes(advice.filter(({ of }) => of === each.id))
      return each.points === 'story'
        ? attemptNotes(each, told?.points ?? [], named, said) + own
        : attemptNotes(each, question.keyPoints, question.keyPoints, said) + own
    })
    .join('\n')
  const others = advice.filter(({ of }) => of === null)
  const fromElsewhere = others.length === 0 ? '' : `**Answers from elsewhere**\n${adviceNotes(others)}`
  const shows =
    told === null || told.competencies.length === 0 ? '' : ` (${told.competencies.map(escaped).join(', ')})`
  const storyNotes = told === null ? '' : `**Your story**${shows}\n\n${quoted(told.text)}\n\n`
  const isBrought = told === null && question.answer !== null && brought.includes(bankSlugOf(question.id))
  const answer = isBrought ? `**Your answer, from the bank**\n\n${quoted(question.answer ?? '')}\n\n` : ''
  const landing = landed === null ? '' : `In the interview: ${landedLabel(landed)}.\n\n`
  const practised = practices.map((line) => `- ${dateAndTime(line.at)}, ${escaped(practiceFacts(line))}\n`)
  const drills = practised.length === 0 ? '' : `**Ladders and sprints**\n\n${practised.join('')}`
  const unfinished = unscored
    .map(({ at, text }) => `**${dateAndTime(at)}, written and not scored**\n\n${quoted(text ?? '')}\n`)
    .join('\n')
  const parts = [history, drills, unfinished, fromElsewhere].filter((part) => part !== '')
  return `#### ${question.number}. ${oneLine(question.question)}\n\n${storyNotes}${answer}${landing}${parts.join('\n')}`
}

const adviceNotes = (advice: readonly LineOf<'coach'>[]): string =>
  advice.map(({ at, text }) => `\nYour coach said, ${dateAndTime(at)}:\n\n${quoted(text)}\n`).join('')

/** `points`: what there is to make now; `named`: what may have been made, with its labels; `said`: its transcript. */
function attemptNotes(
  line: AttemptLine,
  points: readonly KeyPoint[],
  named: readonly KeyPoint[],
  said: string | undefined,
): string {
  const { score, final, mode, made, of, change, changeMade, typed, followUp } = line
  const names = namesOf(named.map(({ text, label }) => ({ text, label })))
  const labelOf = (text: string): string =>
    escaped(names[named.findIndex((point) => point.text === text)] ?? text)
  const missed = points.filter((point) => !made.includes(point.text))
  const rows = [
    `Score: ${[scoreLabel(score), firstScore(line), final ? null : 'not reviewed'].filter((fact) => fact !== null).join(', ')}`,
    `Time: ${talkSummary(line)}`,
    followUp === null ? null : `Follow-up: ${oneLine(followUp.text)}`,
    final && of > 0 ? `Made ${made.length} of ${of}: ${made.map(labelOf).join('; ') || 'none'}` : null,
    final && missed.length > 0 && points.length === of && missed.length === of - made.length
      ? `Missed: ${missed.map(({ text }) => labelOf(text)).join('; ')}`
      : null,
    changeMade === null ? null : `Change from last time: ${changeMade ? 'made' : 'not made'}`,
    change === null ? null : `**Change:** ${escaped(change)}`,
  ]
  const list = rows
    .filter((row) => row !== null)
    .map((row) => `- ${row}\n`)
    .join('')
  const written = typed === null || typed.trim() === '' ? '' : `\nWhat you wrote:\n\n${quoted(typed)}\n`
  const spoken = said === undefined ? '' : `\nWhat you said:\n\n${quoted(said)}\n`
  return `**${dateAndTime(line.at)}, ${mode}**\n\n${list}${written}${spoken}`
}

/** As a quotation, so that its headings and fences stay inside. */
const quoted = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Plain text as markdown, with CommonMark's backslash escapes. */
const escaped = (text: string): string => oneLine(text).replace(/[\\`*_[\]<>#]/g, '\\$&')
