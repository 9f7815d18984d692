import { settingOf } from '../../progress/settings.ts'
import { withoutSecrets } from '../../text/secrets.ts'
import { count, listed } from '../../text/words.ts'
import { type Check, pick, settingsIn } from '../check.ts'
import { type BankFacts, type Examination, factsOf, type MissingBank } from '../examination.ts'
import { failed, fixable, note, ok, problem } from '../finding.ts'
import { sentenceOf, sourceShown } from '../sentences.ts'

/** Whether all banks can be read, and their sources still exist. */
export const banks: Check = {
  name: 'banks',
  isInHome: true,
  examine(subject) {
    const { found, shipped, program } = subject
    if ('failure' in found.banks) return failed(found.banks)
    const facts = found.banks
    const { copies, unreadable, missing, newerBanks } = facts
    const slugs = [...new Set([...shipped, ...copies].map(({ slug }) => slug))]
    const message = messageOf(facts, slugs)
    const chosen = settingOf(settingsIn(subject), 'bank')
    if (!slugs.includes(chosen) && !unread(facts).some(({ slug }) => slug === chosen)) {
      const isElsewhere = missing.some(({ slug }) => slug === chosen)
      const orAdd = isElsewhere ? `, or add it with ${program} bank add FILE --as ${chosen}` : ''
      return problem(
        `The chosen bank, ${chosen}, is not here; ${message}`,
        `Choose another with ${program} bank use SLUG${orAdd}.`,
      )
    }
    const faulty = copies.find(({ errors }) => errors > 0)
    if (faulty)
      return problem(message, `To see what is wrong: ${program} bank check ${sourceShown(faulty.source)}`)
    if (unread(facts).length > 0) {
      const move = unreadable.length > 0 ? 'moves unreadable copies to quarantine/ and ' : ''
      return fixable(message, `${program} doctor --fix ${move}rereads the sources that still exist.`)
    }
    const elsewhere = missing.find(({ sourceExists }) => !sourceExists)
    if (elsewhere) return note(message, `${program} bank add FILE --as ${elsewhere.slug} adds it here.`)
    if (newerBanks.length > 0) return note(message, 'Upgrade this greenroom to use it.')
    return copies.some(({ sourceExists }) => sourceExists === false) ? note(message) : ok(message)
  },
  fix: (found) =>
    (factsOf(found.banks)?.unreadable ?? []).map(({ slug }) => ({
      kind: 'setAside',
      file: `banks/${slug}.json`,
    })),
  byHand: (program) => `${program} bank check SOURCE shows what is wrong with a source.`,
  json: ({ found }) => ({
    copies:
      factsOf(found.banks)?.copies.map((copy) => ({ ...named(copy), questions: copy.questions.length })) ??
      null,
    unreadable: factsOf(found.banks)?.unreadable.map(named) ?? null,
    missing: factsOf(found.banks)?.missing.map(named) ?? null,
    ...pick(found.banks, 'newerBanks'),
  }),
  keys:
    '{copies [{slug, source, sourceExists, errors, questions}], unreadable [{slug, source, sourceExists}], ' +
    'missing [{slug, source, sourceExists}], newerBanks}',
}

/** Facts with their source as it may be shown. */
const named = <T extends { source: string | null }>(facts: T): T => ({
  ...facts,
  source: facts.source && withoutSecrets(facts.source),
})

/** The banks without a readable copy that can be read again from their sources. */
export const banksToReadAgain = ({ banks: facts }: Examination): { slug: string; source: string }[] =>
  unread(factsOf(facts)).flatMap(({ slug, source, sourceExists }) =>
    sourceExists && source !== null ? [{ slug, source }] : [],
  )

/** The banks that `doctor --fix` can do something about. */
const unread = (facts: BankFacts | null): MissingBank[] =>
  facts === null ? [] : [...facts.unreadable, ...facts.missing.filter(({ sourceExists }) => sourceExists)]

function messageOf({ copies, unreadable, missing, newerBanks }: BankFacts, slugs: readonly string[]): string {
  const faulty = copies.filter(({ errors }) => errors > 0)
  const gone = copies.filter(({ sourceExists }) => sourceExists === false)
  return sentenceOf([
    `${count(slugs.length, 'bank')}: ${listed(slugs)}`,
    ...faulty.map(({ slug, errors }) => `${slug} has ${count(errors, 'error')}`),
    ...unreadable.map(({ slug }) => `banks/${slug}.json cannot be read`),
    ...missing.map(({ slug, source, sourceExists }) =>
      sourceExists
        ? `${slug} has no saved copy, but its source ${sourceShown(source)} exists`
        : `${slug} is not here, and neither is its source ${sourceShown(source)}`,
    ),
    ...newerBanks.map((slug) => `${slug} was saved by a newer greenroom`),
    ...gone.map(
      ({ slug, source }) => `using the saved copy of ${slug}: its source ${sourceShown(source)} is gone`,
    ),
  ])
}
