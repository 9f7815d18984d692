import type { Command } from 'commander'
import { openContext } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import { type Env, UsageError } from '../ports.ts'
import { safeLine } from '../text/safe.ts'

export interface BackupOptions extends CommonOptions {
  force?: boolean
}

export function define(command: Command, env: Env): void {
  command
    .argument('[file]', 'the file to write, or a folder for it; otherwise it stays with your data')
    .option('--force', 'replace the file if it is there')
    .action((file: string | undefined) => backup(file ?? null, command.optsWithGlobals(), env))
}

/** Writes everything to one file. */
export async function backup(file: string | null, options: BackupOptions, env: Env): Promise<void> {
  if (file === '') throw new UsageError('The file to write has no name.', 'Give one, or none at all.')
  const { store } = await openContext(options, env)
  const path = await store.backup(file, { force: options.force === true })
  env.err(`Written to ${safeLine(path)}. ${env.program} restore reads it.\n`)
}
