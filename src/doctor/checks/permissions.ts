import { safeLine } from '../../text/safe.ts'
import { count } from '../../text/words.ts'
import { type Check, pick } from '../check.ts'
import { factsOf } from '../examination.ts'
import { failed, fixable, nothingYet, ok, problem } from '../finding.ts'
import { pathsListed } from '../sentences.ts'

/** Whether the data belongs to the user, and to nobody else. */
export const permissions: Check = {
  name: 'permissions',
  isInHome: true,
  examine({ found: { permissions: facts, place, home }, program }) {
    if ('failure' in facts) return failed(facts)
    if (factsOf(place)?.kind === 'none') return nothingYet
    if (!facts.supported) return ok('Those of your user folder apply.')
    const { ownedByOthers, inaccessible, openToOthers } = facts
    const all = `${safeLine(home)} and everything in it`
    if (ownedByOthers.length > 0) {
      const belong = ownedByOthers.length === 1 ? 'belongs' : 'belong'
      return problem(
        `${filesIn(ownedByOthers)} ${belong} to another user: ${pathsListed(ownedByOthers)}.`,
        `Make ${all} yours with chown.`,
      )
    }
    if (inaccessible.length > 0) {
      return problem(
        `${filesIn(inaccessible)} that you cannot read or write: ${pathsListed(inaccessible)}.`,
        `Give yourself access to ${all} with chmod -R u+rwX.`,
      )
    }
    if (openToOthers.length === 0) return ok('Only you can read your data.')
    const are = openToOthers.length === 1 ? 'is' : 'are'
    return fixable(
      `${filesIn(openToOthers)} ${are} open to other users of this machine: ${pathsListed(openToOthers)}.`,
      `${program} doctor --fix makes your data private.`,
    )
  },
  fix(found) {
    const paths = factsOf(found.permissions)?.openToOthers ?? []
    return paths.length === 0 ? [] : [{ kind: 'close', paths }]
  },
  json: ({ found }) => pick(found.permissions, 'openToOthers', 'ownedByOthers', 'inaccessible'),
  keys: '{openToOthers, ownedByOthers, inaccessible}',
}

const filesIn = (paths: readonly string[]): string =>
  count(paths.length, 'file or folder', 'files or folders')
