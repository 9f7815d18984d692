import type { Command } from 'commander'
import { openContext } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import { remoteOf, syncNow } from '../app/sync.ts'
import { type Env, UsageError } from '../ports.ts'
import { parseSetting } from '../progress/settings.ts'
import { entries } from '../text/words.ts'

export interface SyncOptions extends CommonOptions {
  remote?: string
}

export function define(command: Command, env: Env): void {
  command
    .option('--remote <url>', 'an empty git repository of your own; needed once')
    .action(() => sync(command.optsWithGlobals(), env))
}

/** Merges what was done here and on the user's other machines. */
export async function sync({ remote, ...options }: SyncOptions, env: Env): Promise<void> {
  const parsed = remote === undefined ? null : parseSetting('sync.remote', remoteOf(remote))
  if (remote === 'none' || (parsed !== null && 'problem' in parsed))
    throw new UsageError('--remote needs a repository.', 'Give the address or the path of one.')
  const context = await openContext(options, env)
  const { received, sent } = await syncNow(remote ?? null, context)
  await context.store.save()
  env.tell(context.store.notices)
  const came = entries(received)
  const parts = [...(came === null ? [] : [`received ${came}`]), ...(sent ? ['sent what is new here'] : [])]
  env.err(parts.length === 0 ? 'Already up to date.\n' : `Up to date: ${parts.join(', ')}.\n`)
}
