import type { Command } from 'commander'
import { openSession } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import { remoteOf, syncNow } from '../app/sync.ts'
import { type Env, UsageError } from '../ports.ts'
import { parseSetting } from '../progress/settings.ts'
import { entries } from '../text/words.ts'

export interface SyncOptions extends CommonOptions {
  remote?: string
}

export function define(command: Command, env: Env, run = sync): void {
  command
    .option('--remote <url>', 'an empty git repository of your own; needed once')
    .action(() => run(command.optsWithGlobals(), env))
}

/** Brings what was done here and on the user's other machines together. */
export async function sync({ remote, ...options }: SyncOptions, env: Env): Promise<void> {
  const parsed = remote === undefined ? null : parseSetting('sync.remote', remoteOf(remote))
  if (remote === 'none' || (parsed !== null && 'problem' in parsed))
    throw new UsageError('--remote names no repository.', 'Give the address or the path of one.')
  const session = await openSession(options, env)
  const { received, sent } = await syncNow(remote ?? null, session, env)
  await session.store.save()
  env.tell(session.store.notices)
  const came = entries(received)
  const parts = [...(came === null ? [] : [`${came} came in`]), ...(sent ? ['what is new here is sent'] : [])]
  env.err(parts.length === 0 ? 'In step already.\n' : `In step: ${parts.join(', ')}.\n`)
}
