import type { Command } from 'commander'
import { type Shell, scriptFor, shells } from '../help/scripts.ts'
import { type Env, UsageError } from '../ports.ts'
import { safeLine } from '../text/safe.ts'

export function define(command: Command, env: Env): void {
  command
    .argument('<shell>', 'bash, zsh, fish or powershell')
    .action((shell: string) => completion(shell, env))
}

/** Prints the script that completes command lines in a shell. */
export async function completion(shell: string, env: Env): Promise<void> {
  const known = shells.find(
    (each): each is Shell => each === shell.toLowerCase().replace(/^pwsh$/, 'powershell'),
  )
  if (known === undefined) {
    throw new UsageError(
      `There is no completion for "${safeLine(shell)}".`,
      `There is one for ${shells.slice(0, -1).join(', ')} and ${shells.at(-1)}.`,
    )
  }
  env.data(await scriptFor(known))
}
