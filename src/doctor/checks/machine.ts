import { settingOf } from '../../progress/settings.ts'
import { safeLine } from '../../text/safe.ts'
import { note, ok, problem, type Said, type Subject, settingsIn } from '../finding.ts'

/** Whether Node is new enough. */
export function node({ machine }: Subject): Said {
  const [major = 0, minor = 0] = machine.node.split('.').map(Number)
  const isOld = major < 20 || (major === 20 && minor < 17)
  return isOld
    ? problem(`Node ${machine.node} is too old.`, 'Install Node 20.17 or newer.')
    : ok(`Node ${machine.node}.`)
}

const colors = ['no colours', '16 colours', '256 colours', 'all colours']

/** Whether a rehearsal has room, and can draw what it draws. */
export function terminal(subject: Subject): Said {
  const { machine, program } = subject
  const { input, output, columns, rows, colors: level, unicode } = machine.terminal
  const isAscii = settingOf(settingsIn(subject), 'ascii')
  const letters = unicode ? 'Unicode' : 'no Unicode'
  const size = columns === null || rows === null ? null : `${columns} columns and ${rows} rows`
  const ends = !output ? 'The output is no terminal' : input ? null : 'The input is no terminal'
  const message = [
    ends === null ? null : `${ends}, so that plain mode is used`,
    [size, output ? colors[level] : null, letters].filter((each) => each != null).join(', '),
  ]
    .filter((each) => each !== null)
    .join('; ')
  const hints = [
    columns !== null && rows !== null && (columns < 40 || rows < 15)
      ? 'A window of 40 columns and 15 rows or more shows everything.'
      : null,
    unicode || isAscii ? null : `If you see odd characters: ${program} config set ascii true`,
  ].filter((each) => each !== null)
  return hints.length === 0 ? ok(`${message}.`) : note(`${message}.`, hints.join(' '))
}

/** Whether stories can be written in an editor. */
export function editor({ machine }: Subject): Said {
  const { command, from, found } = machine.editor
  const name = safeLine(command)
  const hint = 'Set VISUAL or EDITOR to your editor, or write stories with story --text.'
  if (found) return ok(from === null ? `${name}; VISUAL and EDITOR are not set.` : `${name}, by ${from}.`)
  return from === null
    ? note(`VISUAL and EDITOR are not set, and there is no ${name}.`, hint)
    : problem(`${from} is ${name}, which cannot be found.`, hint)
}

/** Whether `sync` has what it needs. */
export function git(subject: Subject): Said {
  const version = subject.machine.git
  const isNeeded = settingOf(settingsIn(subject), 'sync.remote') !== null
  if (version === null) {
    return isNeeded
      ? problem('git is not there, and sync needs it.', 'Install git.')
      : note('git is not there; only sync needs it.')
  }
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > 2 || (major === 2 && minor >= 29)) return ok(`git ${version}.`)
  const tooOld = `git ${version} is too old for sync, which needs 2.29.`
  return isNeeded ? problem(tooOld, 'Upgrade git.') : note(tooOld)
}
