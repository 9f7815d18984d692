import { cleanQuestion } from '../bank/clean.ts'
import type { ColumnUse, Draft, Reading } from '../bank/draft.ts'
import { idsOf } from '../bank/ids.ts'
import { keyPointsOf } from '../bank/key-points.ts'
import type { Bank, Question, Warning } from '../bank/model.ts'
import { isOwnFormat } from '../bank/own-format/read.ts'
import { toAskIn } from '../bank/to-ask.ts'
import { scanLines } from '../text/lines.ts'
import { plainText } from '../text/plain-text.ts'
import { safeLine } from '../text/safe.ts'
import { detectFormat } from './formats/formats.ts'
import { repair } from './repair.ts'
import { type ToAskRows, toAskBelowLabels, withoutRows } from './to-ask-labels.ts'
import { lostAmounts } from './warnings/amounts.ts'
import { longLines } from './warnings/long-lines.ts'
import { type AnswerPlace, questionWarnings } from './warnings/questions.ts'
import { readingWarnings } from './warnings/reading.ts'
import { nothingFound, refusal, tooManyRead, tooMuch } from './warnings/refusals.ts'

export interface ReadOptions {
  /** Of the bank. The ids of its questions begin with it. */
  slug: string
  /** Used where the text has no title. It is also taken for the file's name, which may be a question. */
  title?: string
}

/** A bank, with what an account of its lines is made from. */
export interface TextRead {
  bank: Bank
  /** The text that was read, repaired; empty where it was refused. */
  text: string
  /** Where it is a table. */
  columns?: ColumnUse[] | undefined
  /** The rows with questions for the interviewers that stand below no heading. */
  toAsk?: readonly ToAskRows[]
}

/** Reads a bank from a text. It never throws: what cannot be read gives a bank without questions, and an error. */
export const readBank = (source: string, options: ReadOptions): Bank => readText(source, options).bank

/** The same, with what `account` needs to say what became of each line. */
export function readText(source: string, options: ReadOptions): TextRead {
  const refused = (why: Warning): TextRead => ({ bank: bankOf(options, null, [], [why]), text: '' })
  const why = refusal(source)
  if (why) return refused(why)
  const { text, warnings } = repair(source)
  const tooLarge = tooMuch(text)
  if (tooLarge) return refused(tooLarge)
  const { format, reading, toAsk } = readApart(text, options.title ?? null)
  const tooMany = tooManyRead(reading.drafts.length, format === 'own')
  if (tooMany) return refused(tooMany)
  const bank = bankIn(reading, text, warnings, options, format)
  const asked = [...new Set([...(bank.toAsk ?? []), ...toAsk.flatMap(({ questions }) => questions)])]
  return {
    bank: asked.length === 0 ? bank : { ...bank, toAsk: asked },
    text,
    columns: reading.columns,
    ...(toAsk.length > 0 && { toAsk }),
  }
}

/** What a text says without the questions for the interviewers, if others stand above. Our format has headings for both. */
function readApart(
  text: string,
  title: string | null,
): ReturnType<typeof detectFormat> & { toAsk: readonly ToAskRows[] } {
  const toAsk = toAskBelowLabels(text)
  const first = toAsk[0]?.from ?? 0
  if (first > 0 && !isOwnFormat(scanLines(text))) {
    const others = detectFormat(withoutRows(text, toAsk), title)
    if (others.reading.drafts.some(({ line }) => line <= first)) return { ...others, toAsk }
  }
  return { ...detectFormat(text, title), toAsk: [] }
}

function bankIn(
  reading: Reading,
  text: string,
  warnings: readonly Warning[],
  options: ReadOptions,
  format: string | null,
): Bank {
  const { title } = reading
  const drafts = reading.drafts.map(cleaned)
  const questions = questionsOf(options.slug, drafts)
  if (questions.length === 0) return bankOf(options, title, [], [nothingFound(text), ...warnings])
  const all = [
    ...warnings,
    ...lostAmounts(text),
    ...longLines(text),
    ...readingWarnings({ ...reading, drafts }),
    ...questionWarnings(questions, answerPlaces(reading, text, format)),
  ]
  const sorted = all.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  const toAsk = toAskIn(
    text,
    questions.map(({ line }) => line),
  )
  const bank = bankOf(options, title, questions, sorted)
  return toAsk.length === 0 ? bank : { ...bank, toAsk }
}

/** Where the answers of a reading go in its source. */
function answerPlaces(
  { columns = [] }: Reading,
  text: string,
  format: string | null,
): (question: Question) => AnswerPlace {
  const name = columns.find(({ use }) => use === 'answer')?.name
  if (name) return () => ({ kind: format === 'json' || format === 'yaml' ? 'field' : 'column', name })
  if (format === 'table' || format === 'pairs' || format === 'anki') return () => ({ kind: 'row' })
  let rows: readonly string[] | null = null
  return ({ line }) => {
    rows ??= text.split('\n')
    return { kind: /^\s*\|.*\|/.test(rows[line - 1] ?? '') ? 'row' : 'below' }
  }
}

function bankOf(
  options: ReadOptions,
  title: string | null,
  questions: Question[],
  warnings: Warning[],
): Bank {
  const { slug } = options
  return { slug, title: oneLine(title) || oneLine(options.title) || slug, questions, warnings }
}

const oneLine = (text: string | null | undefined): string => safeLine(text ?? '').replace(/\s\s+/g, ' ')

function cleaned(draft: Draft): Draft {
  const question = tidy(draft.verbatim ? draft.question : cleanQuestion(draft.question))
  return question === draft.question ? draft : { ...draft, question }
}

/** A question without the blanks that a heading of our own format cannot keep. */
function tidy(text: string): string {
  const question = text.trim()
  if (!question.includes('\n')) return question
  return question.replace(/^([^\n]*?)[ \t]+\n/, '$1\n').replace(/^([^\n]+\n)\n[\s]*\n/, '$1\n')
}

/** The questions of a bank. Drafts whose question has no text are left out. */
function questionsOf(slug: string, drafts: readonly Draft[]): Question[] {
  const asked = drafts
    .map((draft) => ({ draft, wording: plainText(draft.question) }))
    .filter(({ wording }) => wording !== '')
  const ids = idsOf(
    slug,
    asked.map(({ draft }) => draft),
    asked.map(({ wording }) => wording),
  )
  return asked.map(({ draft }, index) => questionOf(draft, ids[index] ?? '', index + 1))
}

function questionOf(draft: Draft, id: string, number: number): Question {
  const { question, answer, keyPoints, line, alsoAskedAs, weakAnswer, competencies } = draft
  const asked = { id, number, section: oneLine(draft.section) || null, question, answer }
  const points = keyPoints ?? (answer === null ? [] : null)
  Object.defineProperty(asked, 'keyPoints', points ? { ...ordinary, value: points } : fromAnswer)
  const others = {
    followUps: draft.followUps ?? [],
    budgetMs: draft.budgetMs ?? null,
    shape: draft.shape ?? null,
    ...(alsoAskedAs && { alsoAskedAs }),
    ...(weakAnswer && { weakAnswer }),
    ...(competencies && { competencies }),
    line,
  }
  return Object.assign(asked, others) as typeof asked & typeof others & Pick<Question, 'keyPoints'>
}

const ordinary = { configurable: true, enumerable: true, writable: true }

/**
 * Takes key points from the answer when they are first needed: in a large bank, few are. It is one for all questions, as
 * with a getter of its own each question would be an object of another shape, which is several times slower.
 */
const fromAnswer: PropertyDescriptor & ThisType<Pick<Question, 'answer'>> = {
  configurable: true,
  enumerable: true,
  get() {
    const value = keyPointsOf(this.answer ?? '')
    Object.defineProperty(this, 'keyPoints', { ...ordinary, value })
    return value
  },
}
