import type { Question } from '../../bank/model.ts'
import type { BankCopy } from '../../ports.ts'
import { isObject } from '../../text/safe-json.ts'
import { isSlug } from '../../text/slug.ts'
import { jsonOf } from '../folder.ts'

/** The stamp of a copy that was saved from a damaged one: no source has it, so that the source is read again. */
const damaged = 'damaged'

/**
 * What is left of a damaged copy: its whole questions, with the ids that hold their history. Null where not even the bank is
 * known. Questions stand on lines of their own, so that a broken one takes no other along.
 */
export function salvage(bytes: Buffer, slug: string): BankCopy | null {
  const whole = jsonOf(bytes)
  const head = isObject(whole) ? (isObject(whole.head) ? whole.head : whole) : headIn(bytes)
  const source = head?.source
  if (head === null || typeof source !== 'string') return null
  const bank = isObject(head.bank) ? head.bank : {}
  const title = typeof bank.title === 'string' ? bank.title : slug
  const questions = isObject(whole) ? questionsOf(whole) : linesOf(bytes).map(jsonIn)
  return {
    source,
    stamp: damaged,
    bank: { slug: isSlug(slug) ? slug : '', title, questions: questions.filter(isQuestion), warnings: [] },
  }
}

/** Of the second version or the first. */
const questionsOf = (whole: Record<string, unknown>): unknown[] => {
  const { bank, questions = isObject(bank) ? bank.questions : [] } = whole
  return Array.isArray(questions) ? questions : []
}

function headIn(bytes: Buffer): Record<string, unknown> | null {
  const [first = ''] = linesOf(bytes)
  const value = jsonOf(Buffer.from(`${first.replace(/,"questions":\[$/, '')}}`))
  return isObject(value) && isObject(value.head) ? value.head : null
}

const linesOf = (bytes: Buffer): string[] => bytes.toString('utf8').split('\n')

const jsonIn = (line: string): unknown => jsonOf(Buffer.from(line.replace(/,$/, '')))

/**
 * Whether it is a question in every field: neither a damaged copy nor one of the first version has a checksum to say so, and
 * one that came with a backup may have been made by anybody.
 */
export const isQuestion = (value: unknown): value is Question =>
  isObject(value) &&
  typeof value.id === 'string' &&
  Number.isInteger(value.number) &&
  typeof value.question === 'string' &&
  isTextOrNull(value.section) &&
  isTextOrNull(value.answer) &&
  (value.budgetMs === null || (Number.isFinite(value.budgetMs) && Number(value.budgetMs) > 0)) &&
  shapes.has(value.shape) &&
  Array.isArray(value.keyPoints) &&
  value.keyPoints.every(isKeyPoint) &&
  isTexts(value.followUps) &&
  isTextsOrNone(value.alsoAskedAs) &&
  isTextsOrNone(value.competencies) &&
  (value.weakAnswer === undefined || typeof value.weakAnswer === 'string')

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

export const isTextsOrNone = (value: unknown): boolean => value === undefined || isTexts(value)

const shapes = new Set<unknown>([null, 'star', 'car', 'none'])

const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string'

const isKeyPoint = (value: unknown): boolean =>
  isObject(value) && typeof value.text === 'string' && typeof value.label === 'string'
