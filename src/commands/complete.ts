import type { Command } from 'commander'
import commands from '../../data/completion/commands.json'
import { ownKindOf, type Place, placeOf } from '../help/complete.ts'
import type { CommandTable } from '../help/table.ts'
import { type Env, UserError } from '../ports.ts'
import { safeLine } from '../text/safe.ts'

export function define(command: Command, env: Env): void {
  command.argument('[words...]').action((words: string[]) => complete(words, env))
}

/**
 * Prints what the last word may become, a line each: a value, a tab, and what it is. Nothing where the name of a file is
 * wanted, and where the user's data cannot be read: that is for a command to say that was run.
 */
export async function complete(words: readonly string[], env: Env): Promise<void> {
  const place = placeOf(words, commands)
  const found = [...place.words, ...settingWords(place), ...(await ownWords(place, env))]
  const typed = place.typed.toLowerCase()
  const lines = found
    .filter(([value]) => value.toLowerCase().startsWith(typed))
    .map(([value, does]) => `${safeLine(place.lead + value)}\t${safeLine(does).slice(0, longest)}\n`)
  env.data(lines.join(''))
}

/** More of what a value is would break the shell's list. */
const longest = 60

/** The settings, or the values of one of them. */
function settingWords({ wanted, given: [key = ''] }: Place): [string, string][] {
  const settings: CommandTable['settings'] = commands.settings
  if (wanted === 'key') return Object.entries(settings).map(([name, { does }]) => [name, does])
  return wanted === 'value' && Object.hasOwn(settings, key)
    ? (settings[key]?.values ?? []).map((value) => [value, ''])
    : []
}

/** What the user's own data has for that place. */
async function ownWords(place: Place, env: Env): Promise<[string, string][]> {
  const kind = ownKindOf(place)
  if (kind === null) return []
  const { valuesFor } = await import('../app/completion.ts')
  try {
    return await valuesFor(kind, place, env)
  } catch (error) {
    if (error instanceof UserError) return []
    throw error
  }
}
