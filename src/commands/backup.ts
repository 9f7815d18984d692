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
    .argument(
      '[file]',
      'the file to write, a folder for it, or - for standard output; by default in backups/ with your data',
    )
    .option('--force', 'overwrite the file if it exists')
    .action((file: string | undefined) => backup(file ?? null, command.optsWithGlobals(), env))
}

/** Writes everything to one file. */
export async function backup(file: string | null, options: BackupOptions, env: Env): Promise<void> {
  if (file === '') throw new UsageError('Backup needs a file name.', 'Give one, or leave it out.')
  const { store } = await openContext(options, env)
  if (file === '-') {
    env.outBytes(await store.archive())
    return
  }
  const path = await store.backup(file, { force: options.force === true })
  env.err(`Written to ${safeLine(path)}. ${env.program} restore reads it.\n`)
  if (file === null)
    env.err(
      `It lies within your data: in case that is lost, ${env.program} backup FILE writes one elsewhere.\n`,
    )
}
