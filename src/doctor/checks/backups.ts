import { count } from '../../text/words.ts'
import { type Check, pick } from '../check.ts'
import { factsOf } from '../examination.ts'
import { failed, note, nothingYet, ok } from '../finding.ts'
import { restoring } from '../sentences.ts'

/** Whether there is a recent backup. */
export const backups: Check = {
  name: 'backups',
  isInHome: true,
  examine({ found, program }) {
    if ('failure' in found.backups) return failed(found.backups)
    const { count: made, ageDays, quarantined, inFuture } = found.backups
    const hasAttempts = Object.keys(factsOf(found.history)?.attempts ?? {}).length > 0
    const backup = `${program} backup makes one.`
    const kept = quarantined === 0 ? '' : ` ${count(quarantined, 'file')} in quarantine/.`
    const restore = `${restoring(program)} may bring back what they held.`
    if (ageDays === null) {
      if (hasAttempts) return note(`There is no automatic backup yet.${kept}`, backup)
      return quarantined === 0 ? nothingYet : note(kept.trim(), restore)
    }
    const age = ageDays === 0 ? 'from today' : `${count(ageDays, 'day')} old`
    const message = `${count(made, 'automatic backup')}, the newest ${age}.${kept}`
    if (inFuture > 0) {
      const dated = `${count(inFuture, 'is', 'are')} dated in the future.`
      return note(`${message} ${dated}`, 'Check that the clock is right; those are the first to be deleted.')
    }
    if (hasAttempts && ageDays > oldDays) return note(message, backup)
    return quarantined === 0 ? ok(message) : note(message, restore)
  },
  json: ({ found }) => pick(found.backups, 'count', 'newest', 'ageDays', 'inFuture', 'quarantined'),
  keys: '{count, newest, ageDays, inFuture, quarantined}',
}

const oldDays = 14
