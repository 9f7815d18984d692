import type { Bank, Question } from './bank.ts'
import { cleanQuestion } from './clean.ts'
import type { Draft } from './draft.ts'
import { readSource } from './formats/formats.ts'
import { idsOf } from './ids.ts'
import { keyPointsOf } from './key-points.ts'
import { plainText } from './plain-text.ts'
import { repair } from './repair.ts'

export interface ReadOptions {
  /** Of the bank; the ids of its questions begin with it. */
  slug: string
  /** Used where the text names none, as the file's name does. */
  title?: string
}

/** Reads a bank from a text. It never throws: a text without questions gives a bank without questions. */
export function readBank(source: string, options: ReadOptions): Bank {
  const { text, warnings } = repair(source)
  const reading = readSource({ text, name: options.title ?? null })
  return {
    slug: options.slug,
    title: reading.title ?? options.title ?? options.slug,
    questions: questionsOf(options.slug, reading.drafts),
    warnings,
  }
}

function questionsOf(slug: string, drafts: readonly Draft[]): Question[] {
  const clean = drafts
    .map((draft) => ({ ...draft, question: draft.verbatim ? draft.question : cleanQuestion(draft.question) }))
    .filter((draft) => plainText(draft.question) !== '')
  const ids = idsOf(slug, clean)
  return clean.map((draft, index) => ({
    id: ids[index] ?? '',
    number: index + 1,
    section: draft.section,
    question: draft.question,
    answer: draft.answer,
    keyPoints: draft.keyPoints ?? keyPointsOf(draft.answer ?? ''),
    followUps: draft.followUps ?? [],
    budgetMs: draft.budgetMs ?? null,
    shape: draft.shape ?? null,
    line: draft.line,
  }))
}
