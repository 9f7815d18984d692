import { cleanQuestion } from '../bank/clean.ts'
import type { Draft } from '../bank/draft.ts'
import { idsOf } from '../bank/ids.ts'
import { keyPointsOf } from '../bank/key-points.ts'
import type { Bank, Question, Warning } from '../bank/model.ts'
import { plainText } from '../text/plain-text.ts'
import { safeLine } from '../text/safe.ts'
import { readSource } from './formats/formats.ts'
import { repair } from './repair.ts'
import { lostAmounts } from './warnings/amounts.ts'
import { questionWarnings } from './warnings/questions.ts'
import { nothingFound, refusal, sourceWarnings } from './warnings/source.ts'

export interface ReadOptions {
  /** Of the bank; the ids of its questions begin with it. */
  slug: string
  /** Used where the text names none, as the file's name does. */
  title?: string
}

/** Reads a bank from a text. It never throws: what it cannot read gives a bank without questions, and an error that says why. */
export function readBank(source: string, options: ReadOptions): Bank {
  const refused = refusal(source)
  if (refused) return bankOf(options, null, [], [refused])
  const { text, warnings } = repair(source)
  const reading = readSource({ text, name: options.title ?? null })
  const questions = questionsOf(options.slug, reading.drafts)
  if (questions.length === 0) return bankOf(options, reading.title, [], [nothingFound(text), ...warnings])
  const all = [
    ...warnings,
    ...lostAmounts(text),
    ...sourceWarnings(text, reading),
    ...questionWarnings(questions),
  ]
  return bankOf(
    options,
    reading.title,
    questions,
    all.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  )
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

function questionsOf(slug: string, all: readonly Draft[]): Question[] {
  const drafts: Draft[] = []
  const wordings: string[] = []
  for (const draft of all) {
    draft.question = tidy(draft.verbatim ? draft.question : cleanQuestion(draft.question))
    const wording = plainText(draft.question)
    if (wording === '') continue
    drafts.push(draft)
    wordings.push(wording)
  }
  const ids = idsOf(slug, drafts, wordings)
  const sections = new Map<string, string | null>()
  return drafts.map((draft, index) => {
    const given = draft.section ?? ''
    const section = sections.get(given) ?? (oneLine(given) || null)
    sections.set(given, section)
    return questionOf(draft, ids[index] ?? '', index + 1, section)
  })
}

/** Its key points are taken from the answer when somebody asks for them: of a large bank, few are. */
function questionOf(draft: Draft, id: string, number: number, section: string | null): Question {
  const { answer } = draft
  let points = draft.keyPoints ?? null
  return {
    id,
    number,
    section,
    question: draft.question,
    answer,
    get keyPoints() {
      points ??= keyPointsOf(answer ?? '')
      return points
    },
    followUps: draft.followUps ?? [],
    budgetMs: draft.budgetMs ?? null,
    shape: draft.shape ?? null,
    line: draft.line,
  }
}

/** Without the blanks that are lost in a heading anyway. */
function tidy(text: string): string {
  const question = text.trim()
  if (!question.includes('\n')) return question
  return question.replace(/^([^\n]*?)[ \t]+\n/, '$1\n').replace(/^([^\n]+\n)\n[\s]*\n/, '$1\n')
}

const oneLine = (text: string | null | undefined): string => safeLine(text ?? '').replace(/\s\s+/g, ' ')
