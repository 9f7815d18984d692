import { settingOf } from '../../progress/settings.ts'
import { safeLine } from '../../text/safe.ts'
import { count, listed } from '../../text/words.ts'
import type { BankFacts, MissingBank } from '../examination.ts'
import { partOf } from '../examination.ts'
import { mendable, note, nothingYet, ok, problem, type Said, type Subject, settingsIn } from '../finding.ts'

/** Questions with attempts that are in no bank. */
export function strayQuestions({ found, shipped }: Subject): [id: string, attempts: number][] {
  const copies = partOf(found.banks)?.copies ?? []
  const present = new Set([
    ...shipped.questions.map(({ id }) => id),
    ...copies.flatMap(({ questions: ids }) => ids),
  ])
  return Object.entries(partOf(found.history)?.attempts ?? {}).filter(([id]) => !present.has(id))
}

/** Whether all that was rehearsed is still in a bank. */
export function questions(subject: Subject): Said {
  const { found, program } = subject
  const history = partOf(found.history)
  if (history === null || 'failure' in found.banks) return note('Not looked at: something cannot be read.')
  if (Object.keys(history.attempts).length === 0) return nothingYet
  const stray = strayQuestions(subject)
  if (stray.length === 0) return ok('All that you rehearsed is in your banks.')
  const attempts = stray.reduce((sum, [, each]) => sum + each, 0)
  const join = found.banks.missing.find(({ slug }) => stray.some(([id]) => id.startsWith(`${slug}/`)))
  return note(
    `${count(attempts, 'attempt')} on ${count(stray.length, 'question')} that no bank has now: ${listed(stray.map(([id]) => safeLine(id)))}.`,
    join === undefined
      ? 'Their history is kept.'
      : `Their history is kept; the bank ${join.slug} was added on another machine, and ${program} bank add FILE --as ${join.slug} joins it.`,
  )
}

/** Whether all banks can be read, and their sources are there. */
export function banks(subject: Subject): Said {
  const { found, shipped, program } = subject
  if ('failure' in found.banks) return problem(found.banks.failure, found.banks.remedy)
  const facts = found.banks
  const chosen = settingOf(settingsIn(subject), 'bank')
  const slugs = [shipped.slug, ...facts.copies.map(({ slug }) => slug)]
  const message = `${clausesOf(facts, slugs).join('; ')}.`
  const isNowhere = !slugs.includes(chosen) && !unread(facts).some(({ slug }) => slug === chosen)
  if (isNowhere) {
    const join = facts.missing.some(({ slug }) => slug === chosen)
      ? `join it with ${program} bank add FILE --as ${chosen}, or `
      : ''
    const way = `${join}choose another with ${program} bank use SLUG.`
    return problem(`The bank ${chosen}, which is chosen, is not here; ${message}`, capital(way))
  }
  const faulty = facts.copies.find(({ errors }) => errors > 0)
  if (faulty) {
    return problem(message, `See what is wrong with ${program} bank check ${safeLine(faulty.source)}`)
  }
  if (unread(facts).length > 0) {
    const aside = facts.unreadable.length > 0 ? 'moves what cannot be read to quarantine/ and ' : ''
    return mendable(message, `${program} doctor --fix ${aside}reads the sources that are here again.`)
  }
  const elsewhere = facts.missing.find(({ here }) => !here)
  if (elsewhere) return note(message, `${program} bank add FILE --as ${elsewhere.slug} joins it here.`)
  if (facts.newer.length > 0) return note(message, 'Upgrade this greenroom to use it.')
  return facts.copies.some(({ here }) => here === false) ? note(message) : ok(message)
}

/** What mending can do something about. */
const unread = ({ unreadable, missing }: BankFacts): MissingBank[] => [
  ...unreadable,
  ...missing.filter(({ here }) => here),
]

function clausesOf({ copies, unreadable, missing, newer }: BankFacts, slugs: readonly string[]): string[] {
  const gone = copies.filter(({ here }) => here === false)
  const faulty = copies.filter(({ errors }) => errors > 0)
  return [
    `${count(slugs.length, 'bank')}: ${listed(slugs)}`,
    ...faulty.map(({ slug, errors }) => `${slug} has ${count(errors, 'error')}`),
    ...unreadable.map(({ slug }) => `banks/${slug}.json cannot be read`),
    ...missing.map(({ slug, source, here }) =>
      here
        ? `${slug} has no copy, and its source ${safeLine(source ?? '')} is here`
        : `${slug} is not here, and neither is its source ${safeLine(source ?? '')}`,
    ),
    ...newer.map((slug) => `${slug} is kept here by a newer greenroom`),
    ...gone.map(
      ({ slug, source }) => `the source of ${slug}, ${safeLine(source)}, is gone, and the copy serves`,
    ),
  ]
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

const oldDays = 14

/** Whether there is a backup that is young enough. */
export function backups({ found, program }: Subject): Said {
  if ('failure' in found.backups) return problem(found.backups.failure, found.backups.remedy)
  const { count: made, ageDays, aside, ahead } = found.backups
  const hasAttempts = Object.keys(partOf(found.history)?.attempts ?? {}).length > 0
  const hint = `${program} backup makes one.`
  const kept = aside === 0 ? '' : ` ${count(aside, 'file')} set aside in quarantine/.`
  const back = `${program} restore with a backup from backups/ may bring back what they held.`
  if (ageDays === null) {
    if (hasAttempts) return note(`There is no automatic backup yet.${kept}`, hint)
    return aside === 0 ? nothingYet : note(kept.trim(), back)
  }
  const age = ageDays === 0 ? 'of today' : `${count(ageDays, 'day')} old`
  const message = `${count(made, 'automatic backup')}, the newest ${age}.${kept}`
  if (ahead > 0) {
    const some = count(ahead, 'is', 'are')
    return note(`${message} ${some} of a day to come.`, 'See whether the clock is right; they go first.')
  }
  if (hasAttempts && ageDays > oldDays) return note(message, hint)
  return aside === 0 ? ok(message) : note(message, back)
}
