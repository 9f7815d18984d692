import { settingOf } from '../../progress/settings.ts'
import { type Check, settingsIn } from '../check.ts'
import { note, ok } from '../finding.ts'

/** Whether a rehearsal has room, and can draw what it draws. */
export const terminal: Check = {
  name: 'terminal',
  isInHome: false,
  examine(subject) {
    const { input, output, columns, rows, colors, unicode } = subject.machine.terminal
    const isAscii = settingOf(settingsIn(subject), 'ascii')
    const end = !output ? 'output' : !input ? 'input' : null
    const plain = end && `The ${end} is not a terminal, so plain mode is used`
    const size = columns === null || rows === null ? null : `${columns} columns and ${rows} rows`
    const look = [size, output ? colorNames[colors] : null, unicode ? 'Unicode' : 'no Unicode']
    const message = `${[plain, look.filter(Boolean).join(', ')].filter(Boolean).join('; ')}.`
    const isSmall = columns !== null && rows !== null && (columns < 40 || rows < 15)
    const hints = [
      isSmall && 'A window of 40 columns and 15 rows or more shows everything.',
      !unicode && !isAscii && `If you see odd characters: ${subject.program} config set ascii true`,
    ].filter((hint) => hint !== false)
    return hints.length === 0 ? ok(message) : note(message, hints.join(' '))
  },
  json: ({ machine }) => ({ ...machine.terminal }),
  keys: '{input, output, columns, rows, colors, unicode}',
}

const colorNames = ['no colours', '16 colours', '256 colours', 'all colours']
