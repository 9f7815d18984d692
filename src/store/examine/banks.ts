import type { BankFacts, CopyFacts, MissingBank } from '../../doctor/examination.ts'
import type { Progress } from '../../progress/progress.ts'
import { isObject } from '../../text/safe-json.ts'
import { isSlug } from '../../text/slug.ts'
import { bankSlugs, readCopy } from '../bank-copies/copies.ts'
import type { DataFolder } from '../folder.ts'
import { isAddress, pathStamp } from '../sources.ts'
import { untouched } from './untouched.ts'

const isHere = (source: string): boolean => !isAddress(source) && source !== '-' && pathStamp(source) !== null

/** The copies of banks, and those that are missing. */
export function banksOf(home: DataFolder, folded: Progress | null): BankFacts {
  const sources = folded?.banks ?? {}
  const facts: BankFacts = { copies: [], unreadable: [], missing: [], newer: [] }
  const missing = (slug: string): MissingBank => {
    const source = Object.hasOwn(sources, slug) ? (sources[slug] ?? null) : null
    return { slug, source, here: source !== null && isHere(source) }
  }
  const slugs = bankSlugs(home)
  for (const slug of slugs) {
    const quiet = untouched(home)
    const copy = readCopyOr(quiet, slug)
    if (copy !== null) facts.copies.push(copyFacts(slug, copy))
    else if (quiet.unmovable.size > 0) facts.unreadable.push(missing(slug))
    else facts.newer.push(slug)
  }
  facts.missing = Object.keys(sources)
    .filter((slug) => isSlug(slug) && !slugs.includes(slug))
    .map(missing)
  return facts
}

/** One that the system does not let us read is as good as a broken one. */
function readCopyOr(home: DataFolder, slug: string): ReturnType<typeof readCopy> {
  try {
    return readCopy(home, slug)
  } catch {
    home.unmovable.add(slug)
    return null
  }
}

function copyFacts(slug: string, { source, bank }: NonNullable<ReturnType<typeof readCopy>>): CopyFacts {
  const isLookedAfter = !isAddress(source) && source !== '-'
  return {
    slug,
    source,
    here: isLookedAfter ? isHere(source) : null,
    errors: bank.warnings.filter((each) => isObject(each) && each.severity === 'error').length,
    questions: bank.questions.map(({ id }) => id),
  }
}
