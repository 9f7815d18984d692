import type { Bank, Question, Warning } from './bank.ts'

/** A bank as `bank check --json` and `export bank --format json` print it, and as the importer reads it. */
export interface BankJson {
  source: string
  slug: string
  title: string
  questions: Question[]
  warnings: Warning[]
}

/** `source` is what it was read from, as it was named. */
export const bankJson = ({ slug, title, questions, warnings }: Bank, source: string): BankJson => ({
  source,
  slug,
  title,
  questions,
  warnings,
})
