import { count } from '../../text/words.ts'
import type { Check } from '../check.ts'
import { factsOf } from '../examination.ts'
import { failed, note, ok } from '../finding.ts'
import { pathsListed } from '../sentences.ts'

/** What an editor left and was not saved: it is the user's, so nothing is done about it. */
export const unsaved: Check = {
  name: 'unsaved',
  isInHome: true,
  examine({ found: { unsaved: files }, program }) {
    if ('failure' in files) return failed(files)
    if (files.length === 0) return ok('None.')
    return note(
      `${count(files.length, 'file')} left by an editor: ${pathsListed(files)}.`,
      `${program} story offers the text of its question; delete what you do not need.`,
    )
  },
  json: ({ found }) => ({ files: factsOf(found.unsaved) }),
  keys: '{files}',
}
