import type { Question } from '../../bank/model.ts'
import type { BankCopy } from '../../ports.ts'
import { isObject } from '../../text/safe-json.ts'

// The copy of a bank is one JSON object, set in lines so that a part of it can be read: the first line has everything but
// the questions, with a list of these in `contents`; each line after it has a question, and the last one the closing
// brackets.

/** The questions of a copy, in columns. `section` is the place of each one's name in `sections`, -1 where it has none. */
export interface List {
  ids: readonly string[]
  sections: readonly string[]
  section: readonly number[]
  /** How many bytes each question takes in the file, without what stands between them. */
  bytes: readonly number[]
}

export const between = ',\n'
export const end = '\n]}}\n'

/** The text of a copy, as `readContents` reads parts of it. */
export function copyText({ bank: { questions, ...bank }, ...copy }: BankCopy): string {
  const lines = questions.map((question) => JSON.stringify(question))
  const sections = [...new Set(questions.map(({ section }) => section))].filter((name) => name !== null)
  const places = new Map<string | null, number>(sections.map((name, place) => [name, place]))
  const contents: List = {
    ids: questions.map(({ id }) => id),
    sections,
    section: questions.map(({ section }) => places.get(section) ?? -1),
    bytes: lines.map((line) => Buffer.byteLength(line)),
  }
  const head = JSON.stringify({ ...copy, contents, bank: { ...bank, questions: [] } })
  return `${head.slice(0, -']}}'.length)}\n${lines.join(between)}${end}`
}

/** Whether it is a copy, of this version or of a later one. */
export function isBankCopy({ v, source, stamp, bank }: Record<string, unknown>): boolean {
  if (typeof v !== 'number' || v < 1) return false
  if (v > 1) return true
  return typeof source === 'string' && (stamp === null || typeof stamp === 'string') && isBank(bank)
}

function isBank(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.slug === 'string' &&
    typeof value.title === 'string' &&
    Array.isArray(value.warnings) &&
    Array.isArray(value.questions) &&
    value.questions.every(isQuestion)
  )
}

/** Whether it is a question, as far as it has to be for nothing to break. */
export function isQuestion(value: unknown): value is Question {
  return (
    isObject(value) &&
    typeof value.id === 'string' &&
    typeof value.number === 'number' &&
    typeof value.question === 'string' &&
    isTextOrNull(value.section) &&
    isTextOrNull(value.answer) &&
    (value.budgetMs === null || Number.isFinite(value.budgetMs)) &&
    shapes.has(value.shape) &&
    Array.isArray(value.keyPoints) &&
    value.keyPoints.every(isKeyPoint) &&
    Array.isArray(value.followUps) &&
    value.followUps.every((each) => typeof each === 'string')
  )
}

const shapes = new Set<unknown>([null, 'star', 'car', 'none'])

const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string'

const isKeyPoint = (value: unknown): boolean =>
  isObject(value) && typeof value.text === 'string' && typeof value.label === 'string'
