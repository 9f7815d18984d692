import { join } from 'node:path'
import type { Bank } from '../bank/bank.ts'
import { type Home, namesIn, notice } from './home.ts'
import { isObject, readObject } from './quarantine.ts'

/** A bank as it was parsed when it was added, or last read from its source. */
interface BankCopy {
  v: number
  source: string
  bank: Bank
}

const slugPattern = /^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u

/** The parsed copy of an added bank; null if there is none that can be read. */
export function readBank(home: Home, slug: string): Bank | null {
  if (!slugPattern.test(slug)) return null
  const remedy = 'Add the bank again from its source; its history is kept.'
  const copy = readObject<BankCopy>(home, `banks/${slug}.json`, remedy, isBankCopy)
  if (copy && copy.v > 1) {
    notice(home, `A newer greenroom keeps the bank ${slug} here. Upgrade this one to use it.`)
    return null
  }
  return copy?.bank ?? null
}

/** The slugs of all added banks, in order. */
export function bankSlugs(home: Home): string[] {
  return namesIn(join(home.path, 'banks'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter((slug) => slugPattern.test(slug))
}

function isBankCopy({ v, bank }: Record<string, unknown>): boolean {
  if (typeof v !== 'number' || v < 1) return false
  return v > 1 || isBank(bank)
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

function isQuestion(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.id === 'string' &&
    typeof value.number === 'number' &&
    typeof value.question === 'string' &&
    (value.answer === null || typeof value.answer === 'string') &&
    Array.isArray(value.keyPoints) &&
    value.keyPoints.every((each) => isObject(each) && typeof each.text === 'string') &&
    Array.isArray(value.followUps)
  )
}
