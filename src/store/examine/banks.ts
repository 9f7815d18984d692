import type { BankFacts, CopyFacts, MissingBank } from '../../doctor/examination.ts'
import type { BankCopy } from '../../ports.ts'
import type { Progress } from '../../progress/progress.ts'
import { isObject } from '../../text/safe-json.ts'
import { isSlug } from '../../text/slug.ts'
import { bankSlugs, readCopy } from '../bank-copies/copies.ts'
import type { DataFolder } from '../folder.ts'
import { isAddress, pathStamp } from '../sources.ts'
import { readOnly } from './read-only.ts'

/** The copies of banks, and the banks that have none. */
export function banksOf(home: DataFolder, folded: Progress | null): BankFacts {
  const sources = folded?.banks ?? {}
  const missing = (slug: string): MissingBank => {
    const source = Object.hasOwn(sources, slug) ? (sources[slug] ?? null) : null
    return { slug, source, sourceExists: source !== null && (sourceExists(source) ?? false) }
  }
  const slugs = bankSlugs(home)
  const facts: BankFacts = {
    copies: [],
    unreadable: [],
    missing: Object.keys(sources)
      .filter((slug) => isSlug(slug) && !slugs.includes(slug))
      .map(missing),
    newerBanks: [],
  }
  for (const slug of slugs) {
    const quiet = readOnly(home)
    const copy = readCopyOf(slug, quiet)
    if (quiet.unmovable.size > 0) facts.unreadable.push(missing(slug))
    else if (copy !== null) facts.copies.push(copyFacts(slug, copy))
    else facts.newerBanks.push(slug)
  }
  return facts
}

/** Null for an address and for standard input. */
const sourceExists = (source: string): boolean | null =>
  isAddress(source) || source === '-' ? null : pathStamp(source) !== null

/** A copy that the system does not let us read counts as a damaged one. */
function readCopyOf(slug: string, home: DataFolder): BankCopy | null {
  try {
    return readCopy(home, slug)
  } catch {
    home.unmovable.add(slug)
    return null
  }
}

const copyFacts = (slug: string, { source, bank }: BankCopy): CopyFacts => ({
  slug,
  source,
  sourceExists: sourceExists(source),
  errors: bank.warnings.filter((each) => isObject(each) && each.severity === 'error').length,
  questions: bank.questions.map(({ id }) => id),
})
