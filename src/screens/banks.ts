import { divide } from '../bank/context.ts'
import type { ColumnUse } from '../bank/draft.ts'
import type { Bank, Question, Skipped, SkipReason, Warning } from '../bank/model.ts'
import { plainText } from '../text/plain-text.ts'
import { safeLine } from '../text/safe.ts'
import { count } from '../text/words.ts'
import { truncate, wrap } from '../text/wrap.ts'
import { columns } from './columns.ts'
import { ellipsis, shownIn } from './layout.ts'
import type { Style } from './style.ts'

/** A bank as `bank list --json` prints it. */
export interface BankListing {
  slug: string
  title: string | null
  questions: number
  answered: number
  source: string | null
  /** Whether it is the bank in use. */
  chosen: boolean
  /** What this machine has of it: it is shipped, or there is its source, only the saved copy, or neither. */
  state: 'shipped' | 'source' | 'copy' | 'newer' | 'elsewhere'
}

/** The user's banks; a star marks the one in use. */
export function bankList(banks: readonly BankListing[], width: number, style: Style): string {
  return columns(
    banks.map((bank) => [
      bank.chosen ? style.accent('*') : ' ',
      bank.chosen ? style.accent(bank.slug) : bank.slug,
      count(bank.questions, 'question'),
      `${shownIn(style, bank.title ?? '')} ${style.quiet(origins[bank.state](safeLine(bank.source ?? '')))}`.trim(),
    ]),
    width,
  )
}

const origins: Record<BankListing['state'], (source: string) => string> = {
  shipped: () => '(shipped)',
  source: (source) => `(${source})`,
  copy: (source) => `(its source ${source} is not here; using the saved copy)`,
  newer: () => '(saved by a newer greenroom; upgrade this one to use it)',
  elsewhere: (source) => `(no copy on this machine; added from ${source})`,
}

/** `12 questions in 3 sections, 10 answered`; a bank without sections has no count of them. */
export function bankFacts({ questions }: Bank): string {
  const sections = new Set(questions.flatMap(({ section }) => section ?? [])).size
  const answered = questions.filter(({ answer }) => answer !== null).length
  const place = sections === 0 ? '' : ` in ${count(sections, 'section')}`
  return `${count(questions.length, 'question')}${place}, ${answered} answered`
}

/** A question of a bank with the name of its file, where there are several. */
export interface Place {
  file: string | null
  question: Pick<Question, 'line' | 'question' | 'answer'>
}

/** Where the output has no width, names of files are as long as on a terminal with so many columns. */
const widestBeside = 120

/** The first questions of a bank, each with its line and the first words of its answer. */
export function bankQuestions(places: readonly Place[], most: number, width: number, style: Style): string {
  const rows = places.slice(0, most).map(({ file, question: { line, question, answer } }) => ({
    place: file === null ? String(line) : `${safeLine(file)}:${line}`,
    asked: shownIn(style, plainText(divide(question).question)),
    answered: answer === null ? '(no answer)' : shownIn(style, plainText(startOf(answer))),
  }))
  const widest = rows.reduce((most, { place }) => Math.max(most, place.length), 0)
  const beside = widest * 4 <= Math.min(width, widestBeside)
  const indent = ' '.repeat(beside ? widest + 2 : 2)
  const text = rows.map(({ place, asked, answered }) => {
    const where = style.quiet(place.padStart(beside ? widest : 0))
    const head = beside ? `${where}  ` : `${where}\n${indent}`
    const question = wrap(asked, width, { first: indent, rest: indent }).slice(indent.length)
    return `${head}${question}\n${indent}${style.quiet(truncate(answered, Math.max(1, width - indent.length), ellipsis(style)))}\n`
  })
  const more = places.length - rows.length
  return `${text.join('')}${more > 0 ? `${indent}and ${count(more, 'more question')}\n` : ''}`
}

/** The columns of a table and what each was taken for, on lines of their own; empty where there are none. */
export function bankColumns(columns: readonly ColumnUse[], width: number, style: Style): string {
  if (columns.length === 0) return ''
  const named = columns.map(({ name, use }) => `${name === '' ? '(no name)' : safeLine(name)} = ${use}`)
  return `${wrap(shownIn(style, `Columns: ${named.join(', ')}`), width)}\n`
}

/** The first paragraph of an answer, or as much as the widest terminal shows of it. */
const startOf = (answer: string): string =>
  answer
    .slice(0, 1000)
    .trim()
    .split(/\n\s*\n/, 1)[0] ?? ''

/** What the reasons are called, those first which may have cost a question. */
const reasons: Record<SkipReason, string> = {
  'question-like': 'Not marked like the questions. If one of these is a question, mark it like the others.',
  'beyond-header': 'Fields beyond the header of the table. Name their columns, or put the field in quotes.',
  'part-of-line': 'Parts of lines',
  'unused-field': 'Fields that are not used',
  'other-text': 'Other text',
  'empty-section': 'Sections without questions',
  'before-first-question': 'Before the first question',
  'questions-to-ask': 'Questions for the interviewer',
  'table-of-contents': 'Table of contents',
  links: 'Links',
  picture: 'Pictures',
  licence: 'Licence and contributing',
}

/** Of one reason, so many places are shown. */
const mostPlaces = 5

/** What of a source is not in its bank, by reason, with lines; empty where nothing was left out. */
export function bankSkipped(skipped: readonly Skipped[], width: number, style: Style): string {
  if (skipped.length === 0) return ''
  const lines = skipped.reduce((sum, { line, to }) => sum + to - line + 1, 0)
  const groups = (Object.keys(reasons) as SkipReason[]).map((reason) => {
    const places = skipped.filter((each) => each.reason === reason)
    return places.length === 0 ? '' : skippedGroup(reasons[reason], places, width, style)
  })
  return `${style.heading(wrap(`Not taken from the source (${count(lines, 'line')}):`, width))}\n${groups.join('')}`
}

function skippedGroup(name: string, places: readonly Skipped[], width: number, style: Style): string {
  const shown = places.slice(0, mostPlaces)
  const more = places.length - shown.length
  const rows = shown.map((each) => [`   ${placeOf(each)}`, shownIn(style, each.text)])
  return [
    `${wrap(name, width, { first: ' ', rest: ' ' })}\n`,
    columns(rows, width),
    more > 0 ? `   and ${count(more, 'more place')}\n` : '',
  ].join('')
}

function placeOf({ file, line, to }: Skipped): string {
  const lines = to > line ? `${line}-${to}` : String(line)
  return file === undefined ? lines : `${safeLine(file)}:${lines}`
}

/** What was skipped and the warnings, without what both would say: each is said where more can be said of it. */
export function withoutRepeats(
  skipped: readonly Skipped[],
  warnings: readonly Warning[],
): { skipped: Skipped[]; warnings: Warning[] } {
  const isSame = ({ file, line, to }: Skipped, warning: Warning): boolean =>
    warning.line !== null && line <= warning.line && warning.line <= to && file === warning.file
  const explained = warnings.filter(({ code }) => code === 'not-understood')
  return {
    skipped: skipped.filter(
      (each) => each.line < each.to || !explained.some((warning) => isSame(each, warning)),
    ),
    warnings: warnings.filter(
      (warning) => warning.code !== 'empty-section' || !skipped.some((each) => isSame(each, warning)),
    ),
  }
}

/** A bank's warnings as compilers print them: `file:line: warning: …`, one a line where there is the room. Files of a folder have their own names. */
export function bankWarnings(
  warnings: readonly Warning[],
  source: string,
  width: number,
  style: Style,
): string {
  return warnings
    .map(({ file, line, severity, message }) => {
      const name = safeLine(file ?? source)
      const place = line === null ? name : `${name}:${line}`
      return `${wrap(`${place}: ${style[severity === 'error' ? 'bad' : 'caution'](severity)}: ${shownIn(style, message)}`, width, { first: '', rest: '  ' })}\n`
    })
    .join('')
}
