import { parseSetting, type SettingKey, settingKeys, settingOf } from '../../progress/settings.ts'
import { safeLine } from '../../text/safe.ts'
import { type Check, type Subject, settingsIn } from '../check.ts'
import { type Examination, factsOf } from '../examination.ts'
import { journalsUnread, ok, problem } from '../finding.ts'

const commandKeys = settingKeys.filter((key) => key.endsWith('.command'))

/** The commands that are set, by their keys, as they will be run. */
export function commandsIn({ history }: Examination): Partial<Record<SettingKey, string>> {
  const settings = factsOf(history)?.settings ?? {}
  return Object.fromEntries(
    commandKeys.map((key) => [key, settingOf(settings, key)]).filter(([, command]) => command !== null),
  )
}

/** The commands that are set and cannot be run, such as one without its `{audio}`. */
function refusedIn(subject: Subject): SettingKey[] {
  const settings = settingsIn(subject)
  return commandKeys.filter((key) => {
    const value = settings[key] ?? null
    return value !== null && 'problem' in parseSetting(key, String(value))
  })
}

/** Whether the programs that settings name are there. */
export const programs: Check = {
  name: 'programs',
  isInHome: true,
  examine(subject) {
    if ('failure' in subject.found.history) return journalsUnread
    const named = subject.machine.programs
    const wrong = [
      ...named
        .filter(({ found }) => !found)
        .map(({ setting, name }) => ({
          setting,
          what: `${setting} names ${safeLine(name)}, which cannot be found or run.`,
        })),
      ...refusedIn(subject).map((setting) => {
        const parsed = parseSetting(setting, String(settingsIn(subject)[setting]))
        return { setting, what: 'problem' in parsed ? parsed.problem : '' }
      }),
    ]
    const [first] = wrong
    if (first !== undefined) {
      const setting = wrong.length === 1 ? first.setting : 'KEY'
      return problem(
        wrong.map(({ what }) => what).join(' '),
        `${subject.program} config set ${setting} names another, config unset ${setting} does without.`,
      )
    }
    if (named.length === 0) return ok('No setting names a program.')
    return ok(`There: ${named.map(({ setting, name }) => `${safeLine(name)} for ${setting}`).join(', ')}.`)
  },
  json: (subject) => ({
    missing: subject.machine.programs.filter(({ found }) => !found).map(({ setting }) => setting),
    refused: refusedIn(subject),
  }),
  keys: '{missing, refused}',
}
