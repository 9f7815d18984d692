import { settingOf } from '../../progress/settings.ts'
import { type Check, settingsIn } from '../check.ts'
import { note, ok, problem } from '../finding.ts'
import { isAtLeast } from '../version.ts'

/** Whether `sync` has what it needs. */
export const git: Check = {
  name: 'git',
  isInHome: false,
  examine(subject) {
    const version = subject.machine.git
    const isNeeded = settingOf(settingsIn(subject), 'sync.remote') !== null
    if (version === null) {
      return isNeeded
        ? problem('git is not installed, and sync needs it.', 'Install git.')
        : note('git is not installed; only sync needs it.')
    }
    if (isAtLeast(version, 2, 29)) return ok(`git ${version}.`)
    const tooOld = `git ${version} is too old for sync, which needs 2.29.`
    return isNeeded ? problem(tooOld, 'Upgrade git.') : note(tooOld)
  },
  json: ({ machine }) => ({ version: machine.git }),
  keys: '{version}',
}
