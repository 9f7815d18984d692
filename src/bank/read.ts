import type { Bank, Question } from './bank.ts'
import { cleanQuestion } from './clean.ts'
import type { Draft } from './draft.ts'
import { readSource } from './formats/formats.ts'
import { idsOf } from './ids.ts'
import { keyPointsOf } from './key-points.ts'
import { plainText } from './plain-text.ts'
import { repair } from './repair.ts'
import { safeLine } from './safe.ts'

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
    title: oneLine(reading.title) || oneLine(options.title) || options.slug,
    questions: questionsOf(options.slug, reading.drafts),
    warnings,
  }
}

function questionsOf(slug: string, drafts: readonly Draft[]): Question[] {
  const clean = drafts
    .map((draft) => ({
      ...draft,
      question: tidy(draft.verbatim ? draft.question : cleanQuestion(draft.question)),
    }))
    .filter((draft) => plainText(draft.question) !== '')
  const ids = idsOf(slug, clean)
  return clean.map((draft, index) => ({
    id: ids[index] ?? '',
    number: index + 1,
    section: draft.section?.replace(/\s+/g, ' ').trim() || null,
    question: draft.question,
    answer: draft.answer,
    keyPoints: draft.keyPoints ?? keyPointsOf(draft.answer ?? ''),
    followUps: draft.followUps ?? [],
    budgetMs: draft.budgetMs ?? null,
    shape: draft.shape ?? null,
    line: draft.line,
  }))
}

/** Without the blanks that are lost in a heading anyway. */
const tidy = (question: string): string =>
  question
    .trim()
    .replace(/^([^\n]*?)[ \t]+\n/, '$1\n')
    .replace(/^([^\n]+\n)\n[\s]*\n/, '$1\n')

const oneLine = (text: string | null | undefined): string => safeLine(text ?? '').replace(/\s+/g, ' ')
