import type { Command } from 'commander'
import { UsageError } from '../ports.ts'
import { helpTexts } from './texts.ts'

/** Throws UsageError where `--json` is asked of a command that has no data to print. */
export function refuseJson(command: Command): void {
  if (printsJson(command)) return
  const path = pathOf(command)
  const hint = path.startsWith('export ')
    ? `Its forms are: ${command.options.find(({ long }) => long === '--format')?.description}; give one with --format.`
    : 'Leave --json out. list, next, show, stats and plan have it, among others.'
  throw new UsageError(`${path || command.name()} prints no JSON.`, hint)
}

/** Whether a command, or one below it, prints JSON. */
export const printsJson = (command: Command): boolean => {
  const path = pathOf(command)
  const below = command.commands.map((each) => `${path} ${each.name()}`)
  return [path, ...below].some((each) => helpTexts[each]?.json !== undefined)
}

/** The words that name a command: `bank add`; empty for the program. */
export function pathOf(command: Command): string {
  const { parent } = command
  return parent === null ? '' : `${pathOf(parent)} ${command.name()}`.trim()
}
