import { safeLine } from '../../text/safe.ts'
import { count, listed } from '../../text/words.ts'
import type { Check, Subject } from '../check.ts'
import { factsOf } from '../examination.ts'
import { note, nothingYet, ok } from '../finding.ts'

/** Whether every question that was rehearsed is still in a bank. */
export const questions: Check = {
  name: 'questions',
  isInHome: true,
  examine(subject) {
    const { history, banks } = subject.found
    if ('failure' in history || 'failure' in banks)
      return note('Not checked: the journals or the banks cannot be read.')
    if (Object.keys(history.attempts).length === 0) return nothingYet
    const missing = missingQuestions(subject)
    if (missing.length === 0) return ok('Every question that you rehearsed is in your banks.')
    const elsewhere = banks.missing.find(({ slug }) => missing.some(({ id }) => id.startsWith(`${slug}/`)))
    const add = elsewhere && `${subject.program} bank add FILE --as ${elsewhere.slug}`
    return note(
      `${count(sumOf(missing), 'attempt')} on ${count(missing.length, 'question')} no longer in any bank: ${listed(missing.map(({ id }) => safeLine(id)))}.`,
      elsewhere
        ? `Their history is kept; the bank ${elsewhere.slug} was added on another machine, and ${add} adds it here.`
        : 'Their history is kept.',
    )
  },
  json(subject) {
    const isKnown = factsOf(subject.found.history) !== null
    const missing = missingQuestions(subject)
    return {
      missing: isKnown ? missing.map(({ id }) => id) : null,
      missingAttempts: isKnown ? sumOf(missing) : null,
    }
  },
  keys: '{missing, missingAttempts}',
}

interface Rehearsed {
  id: string
  attempts: number
}

/** Questions with attempts that are in no bank. */
function missingQuestions({ found, shipped }: Subject): Rehearsed[] {
  const copies = factsOf(found.banks)?.copies ?? []
  const present = new Set([
    ...shipped.flatMap(({ questions }) => questions.map(({ id }) => id)),
    ...copies.flatMap((copy) => copy.questions),
  ])
  return Object.entries(factsOf(found.history)?.attempts ?? {})
    .map(([id, attempts]) => ({ id, attempts }))
    .filter(({ id }) => !present.has(id))
}

const sumOf = (rehearsed: readonly Rehearsed[]): number =>
  rehearsed.reduce((sum, { attempts }) => sum + attempts, 0)
