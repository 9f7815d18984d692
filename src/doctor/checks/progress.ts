import type { Check } from '../check.ts'
import { factsOf } from '../examination.ts'
import { failed, fixable, journalsUnread, note, nothingYet, ok } from '../finding.ts'

/** Whether `progress.json` matches the journals. */
export const progress: Check = {
  name: 'progress',
  isInHome: true,
  examine({ found: { progress: facts, history }, program }) {
    if ('failure' in facts) return failed(facts)
    const fix = `Nothing is lost: ${program} doctor --fix moves it to quarantine/ and rebuilds it.`
    if ('failure' in history && facts.state !== 'unreadable') return journalsUnread
    const soon = 'it is rebuilt from the journals at the next start'
    switch (facts.state) {
      case 'none': {
        const hasLines = factsOf(history)?.journals.some(({ lines }) => lines > 0)
        return hasLines ? note(`progress.json is missing; ${soon}.`) : nothingYet
      }
      case 'unreadable':
        return fixable('progress.json cannot be read.', fix)
      case 'mismatched':
        return fixable('progress.json does not match the journals.', fix)
      case 'newer':
        return note('progress.json was written by a newer greenroom.', 'Upgrade this one to use it.')
      case 'behind':
        return note(`progress.json is out of date, as after an interruption; ${soon}.`)
      case 'ahead':
        return note(
          'progress.json knows more than the journals; it is moved to quarantine/ at the next start.',
        )
      case 'current':
        return ok('progress.json matches the journals.')
    }
  },
  fix(found) {
    const state = factsOf(found.progress)?.state
    return state === 'unreadable' || state === 'mismatched'
      ? [{ kind: 'setAside', file: 'progress.json' }]
      : []
  },
  json: ({ found }) => ({ fileState: factsOf(found.progress)?.state ?? null }),
  keys: '{fileState}',
}
