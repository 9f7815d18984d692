import { safeLine } from '../../text/safe.ts'
import type { Check } from '../check.ts'
import { note, ok, problem } from '../finding.ts'

/** Whether stories can be written in an editor. */
export const editor: Check = {
  name: 'editor',
  isInHome: false,
  examine({ machine }) {
    const { command, from, found } = machine.editor
    const name = safeLine(command)
    const hint = 'Set VISUAL or EDITOR to your editor, or write stories with story --text.'
    if (found) return ok(from === null ? `${name}; VISUAL and EDITOR are not set.` : `${name}, from ${from}.`)
    return from === null
      ? note(`VISUAL and EDITOR are not set, and ${name} cannot be found.`, hint)
      : problem(`${from} is ${name}, which cannot be found.`, hint)
  },
  json: ({ machine }) => ({ ...machine.editor }),
  keys: '{command, from, found}',
}
