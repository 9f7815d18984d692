import { platform, userInfo } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { UserError } from '../ports.ts'
import { succeeds } from './files.ts'

type Variables = Record<string, string | undefined>

/**
 * `GREENROOM_HOME`, else where `conf` would put it: `~/.config/greenroom` on Linux. Not asked of conf itself, which takes
 * 12 ms to load at each start, and needs a home of the user also where a folder is named. Throws UserError where neither is
 * known.
 */
export function homeFolder(variables: Variables): string {
  const named = variables.GREENROOM_HOME
  if (named?.trim()) return resolve(withoutTilde(named, variables))
  switch (platform()) {
    case 'darwin':
      return join(userHome(variables), 'Library', 'Preferences', 'greenroom')
    case 'win32':
      return join(
        absolute(variables.APPDATA) ?? join(userHome(variables), 'AppData', 'Roaming'),
        'greenroom',
        'Config',
      )
    default:
      return join(absolute(variables.XDG_CONFIG_HOME) ?? join(userHome(variables), '.config'), 'greenroom')
  }
}

/** A shell leaves the tilde in `--home=~/data` as it is. */
const withoutTilde = (path: string, variables: Variables): string =>
  /^~($|[/\\])/.test(path) ? join(userHome(variables), path.slice(1)) : path

/** A path that does not depend on the folder that the program is started in; a variable with another does not count. */
const absolute = (path: string | undefined): string | null =>
  path !== undefined && isAbsolute(path) ? path : null

/** The home of the user, by the variable, else as the system knows it. */
function userHome({ HOME, USERPROFILE }: Variables): string {
  let known: string | undefined
  const named = absolute(platform() === 'win32' ? USERPROFILE : HOME)
  // where a container gives a process any number, the system knows no user of it
  if (named === null)
    succeeds(() => {
      known = userInfo().homedir
    })
  const home = named ?? absolute(known)
  if (home !== null) return home
  throw new UserError(
    'Your home folder is not known: HOME is not set, and the system has none for this user.',
    'Set HOME, or name a folder for your data with --home or GREENROOM_HOME.',
  )
}
