import type { Bank } from '../bank/model.ts'
import type { LineOf } from '../progress/journal.ts'
import { csv } from '../text/csv.ts'
import { plainText } from '../text/plain-text.ts'
import { dateAndTime } from '../text/words.ts'
import { pointsMade, scoreLabel, talkSummary } from './words.ts'

type AttemptLine = LineOf<'attempt'>

/** Attempts as a markdown table, in the order given. */
export function attemptsAsMarkdown(attempts: readonly AttemptLine[], banks: readonly Bank[]): string {
  const titleOf = titlesOf(banks)
  const rows = attempts.map((line) =>
    [
      dateAndTime(line.at),
      titleOf(line.question),
      line.mode,
      scoreLabel(line.score),
      talkSummary(line),
      pointsMade(line) ?? '',
      line.change ?? '',
    ].map((cell) => cell.replace(/\s+/g, ' ').replace(/[\\|*_`<[\]]/g, '\\$&')),
  )
  const head = ['When', 'Question', 'Mode', 'Score', 'Time', 'Points', 'Change']
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('')
}

/** What was measured of the sound of an answer, and counted in its transcript. */
const voiceColumns = [
  'firstMs',
  'longestPauseMs',
  'pauses',
  'silence',
  'words',
  'wordsAMinute',
  'fillers',
] as const

/** Attempts as CSV with a header; times in ms. */
export function attemptsAsCsv(attempts: readonly AttemptLine[], banks: readonly Bank[]): string {
  const titleOf = titlesOf(banks)
  const head = [
    'at',
    'id',
    'question',
    'mode',
    'committed',
    'score',
    'final',
    'thinkMs',
    'talkMs',
    'budgetMs',
    'made',
    'of',
    'change',
    'extra',
    ...voiceColumns,
  ]
  const rows = attempts.map((line) => [
    line.at,
    line.question,
    titleOf(line.question),
    line.mode,
    line.committed,
    line.score,
    line.final,
    line.thinkMs,
    // writing is no talking
    line.typed === null ? line.talkMs : null,
    line.budgetMs,
    line.made.length,
    line.of,
    line.change,
    line.extra,
    ...voiceColumns.map((column) => line.voice?.[column] ?? null),
  ])
  return csv([head, ...rows])
}

function titlesOf(banks: readonly Bank[]): (id: string) => string {
  const titles = new Map(
    banks.flatMap((bank) => bank.questions.map(({ id, question }) => [id, plainText(question)] as const)),
  )
  return (id) => titles.get(id) ?? id
}
