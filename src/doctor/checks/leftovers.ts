import { count } from '../../text/words.ts'
import type { Check } from '../check.ts'
import { factsOf } from '../examination.ts'
import { failed, fixable, ok } from '../finding.ts'
import { pathsListed } from '../sentences.ts'

/** Drafts that a crash left behind. */
export const leftovers: Check = {
  name: 'leftovers',
  isInHome: true,
  examine({ found: { leftovers: files }, program }) {
    if ('failure' in files) return failed(files)
    if (files.length === 0) return ok('None.')
    return fixable(
      `${count(files.length, 'draft')} left behind by a crash: ${pathsListed(files)}.`,
      `${program} doctor --fix moves drafts to quarantine/.`,
    )
  },
  fix: (found) => (factsOf(found.leftovers) ?? []).map((file) => ({ kind: 'setAside', file })),
  json: ({ found }) => ({ files: factsOf(found.leftovers) }),
  keys: '{files}',
}
