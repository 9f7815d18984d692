import { isSettingKey } from '../../progress/settings.ts'
import { safeLine } from '../../text/safe.ts'
import { listed } from '../../text/words.ts'
import { type Check, pick } from '../check.ts'
import { factsOf } from '../examination.ts'
import { failed, fixable, journalsUnread, note, ok } from '../finding.ts'

/** Whether the settings can be read and are allowed. */
export const config: Check = {
  name: 'config',
  isInHome: true,
  examine({ found: { config: facts, history }, program }) {
    if ('failure' in facts) return failed(facts)
    const { state, refused, edited, unknown } = facts
    if (state === 'unreadable') {
      return fixable(
        'config.json cannot be read.',
        `${program} doctor --fix moves it to quarantine/ and rebuilds it from the journal.`,
      )
    }
    if (refused.length > 0) {
      return fixable(
        `config.json has settings that are not allowed: ${refused.join('; ')}.`,
        `${program} doctor --fix takes them out and keeps a copy in quarantine/.`,
      )
    }
    if (unknown.length > 0) {
      const known = unknown.find(isSettingKey)
      return note(
        `Unknown or not allowed, so the default is used: ${listed(unknown.map(safeLine))}.`,
        known === undefined
          ? 'A newer greenroom may know more settings.'
          : `${program} config unset ${known}`,
      )
    }
    // else each setting would look as if somebody had put it there
    if ('failure' in history) return journalsUnread
    if (edited.length > 0)
      return note(`config.json was edited by hand (${listed(edited)}); that counts from the next start.`)
    if (state === 'behind') return note('config.json is out of date; it is rewritten at the next start.')
    return ok(state === 'none' ? 'There is no config.json yet.' : 'All settings are allowed.')
  },
  fix(found) {
    const facts = factsOf(found.config)
    const file = 'config.json'
    if (facts?.state === 'unreadable') return [{ kind: 'setAside', file }]
    return facts && facts.refused.length > 0 ? [{ kind: 'copyAside', file }] : []
  },
  json: ({ found }) => ({
    fileState: factsOf(found.config)?.state ?? null,
    ...pick(found.config, 'refused', 'edited', 'unknown'),
  }),
  keys: '{fileState, refused, edited, unknown}',
}
