import { cleanQuestion } from '../bank/clean.ts'
import type { Draft } from '../bank/draft.ts'
import { idsOf } from '../bank/ids.ts'
import { keyPointsOf } from '../bank/key-points.ts'
import type { Bank, Question, Warning } from '../bank/model.ts'
import { plainText } from '../text/plain-text.ts'
import { safeLine } from '../text/safe.ts'
import { detectFormat } from './formats/formats.ts'
import { repair } from './repair.ts'
import { lostAmounts } from './warnings/amounts.ts'
import { longLines } from './warnings/long-lines.ts'
import { questionWarnings } from './warnings/questions.ts'
import { readingWarnings } from './warnings/reading.ts'
import { nothingFound, refusal } from './warnings/refusals.ts'

export interface ReadOptions {
  /** Of the bank. The ids of its questions begin with it. */
  slug: string
  /** Used where the text has no title. It is also taken for the file's name, which may be a question. */
  title?: string
}

/** Reads a bank from a text. It never throws: what cannot be read gives a bank without questions, and an error. */
export function readBank(source: string, options: ReadOptions): Bank {
  const refused = refusal(source)
  if (refused) return bankOf(options, null, [], [refused])
  const { text, warnings } = repair(source)
  const { reading } = detectFormat(text, options.title ?? null)
  const { title } = reading
  const drafts = reading.drafts.map(cleaned)
  const questions = questionsOf(options.slug, drafts)
  if (questions.length === 0) return bankOf(options, title, [], [nothingFound(text), ...warnings])
  const all = [
    ...warnings,
    ...lostAmounts(text),
    ...longLines(text),
    ...readingWarnings({ ...reading, drafts }),
    ...questionWarnings(questions),
  ]
  const sorted = all.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  return bankOf(options, title, questions, sorted)
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

const cleaned = (draft: Draft): Draft => ({
  ...draft,
  question: tidy(draft.verbatim ? draft.question : cleanQuestion(draft.question)),
})

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

/** A question that takes its key points from the answer when they are first needed: in a large bank, few are. */
function questionOf(draft: Draft, id: string, number: number): Question {
  const { question, answer, line } = draft
  let points = draft.keyPoints ?? null
  return {
    id,
    number,
    section: oneLine(draft.section) || null,
    question,
    answer,
    get keyPoints() {
      points ??= keyPointsOf(answer ?? '')
      return points
    },
    followUps: draft.followUps ?? [],
    budgetMs: draft.budgetMs ?? null,
    shape: draft.shape ?? null,
    line,
  }
}
