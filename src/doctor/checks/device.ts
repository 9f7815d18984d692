import { safeLine } from '../../text/safe.ts'
import { type Check, pick } from '../check.ts'
import { factsOf } from '../examination.ts'
import { failed, fixable, note, ok } from '../finding.ts'

/** Whether this copy of the data has an id of its own. */
export const device: Check = {
  name: 'device',
  isInHome: true,
  examine({ found: { device: facts }, program }) {
    if ('failure' in facts) return failed(facts)
    const { state, id, host } = facts
    const name = `${safeLine(id ?? '')}${host === null ? '' : ` (${safeLine(host)})`}`
    switch (state) {
      case 'none':
        return ok('Nothing yet: an id is made when something is saved.')
      case 'unreadable':
        return fixable(
          'The file "device" cannot be read.',
          `${program} doctor --fix moves it to quarantine/; this copy of your data then gets a new id.`,
        )
      case 'copied':
        return note(`This folder was copied from device ${name}; it gets its own id when something is saved.`)
      case 'own':
        return ok(`Device ${name}.`)
    }
  },
  fix: (found) =>
    factsOf(found.device)?.state === 'unreadable' ? [{ kind: 'setAside', file: 'device' }] : [],
  json: ({ found }) => ({
    fileState: factsOf(found.device)?.state ?? null,
    ...pick(found.device, 'id', 'host'),
  }),
  keys: '{fileState, id, host}',
}
