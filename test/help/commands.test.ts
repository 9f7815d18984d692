import type { Command } from 'commander'
import { expect, test } from 'vitest'
import { aliases, wholeProgram } from '../../src/cli.ts'
import { settingMeanings } from '../../src/help/settings.ts'
import type { CommandTable, TabledCommand, Taken } from '../../src/help/table.ts'
import { allowedFor, settingKeys } from '../../src/progress/settings.ts'
import { worldOf } from '../world.ts'

/** The words of a text that is nothing but a list of words: `due, random or new`. */
function wordsIn(text: string): string[] | undefined {
  const [list] = /^[a-z]+(?:, [a-z]+)*(?: or [a-z]+)?$/.exec(text) ?? []
  return list?.split(/, | or /)
}

/** The value that flags such as `--count <n>` name; undefined where they take none. */
const valueIn = (flags: string): string | undefined => /[<[]([\w.]+)/.exec(flags)?.[1]?.replace('...', '')

function taken(does: string, value: string | undefined): Taken {
  const values = value === undefined ? undefined : wordsIn(does)
  return { does, ...(value && { value }), ...(values && values.length > 1 && { values }) }
}

/** The words among what a setting allows: `true or false`, `a date, or none`. */
function wordsOf(allowed: string): string[] {
  const none = /, or none$/.test(allowed) ? ['none'] : []
  return [...(wordsIn(allowed.replace(/, or none$/, '')) ?? []), ...none].filter((word) => word !== '')
}

const tabled = (command: Command): TabledCommand => ({
  does: command.description().split('\n')[0] ?? '',
  flags: Object.fromEntries(
    command.options.map(({ long, short, flags, description }) => [
      long ?? '',
      { ...taken(description, valueIn(flags)), ...(short && { short }) },
    ]),
  ),
  takes: command.registeredArguments.map((each) => taken(each.description, each.name())),
  below: command.commands.map((each) => each.name()),
})

test('what completion knows is what the commands have; after a change write it anew with -u', async () => {
  const commands: CommandTable['commands'] = {}
  const add = (command: Command, path: string): void => {
    commands[path] = tabled(command)
    for (const each of command.commands) add(each, `${path} ${each.name()}`.trim())
  }
  add(await wholeProgram(worldOf({ home: '/nowhere' }).env), '')
  const settings = Object.fromEntries(
    settingKeys.map((key) => [key, { does: settingMeanings[key], values: wordsOf(allowedFor(key)) }]),
  )
  const table: CommandTable = { commands, settings, aliases }
  await expect(`${JSON.stringify(table, null, 2)}\n`).toMatchFileSnapshot(
    '../../data/completion/commands.json',
  )
})
