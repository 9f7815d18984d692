import { resolve } from 'node:path'
import { type Synced, UsageError, UserError } from '../ports.ts'
import { holdsSecret } from '../text/secrets.ts'
import type { Context } from './context.ts'

/** How long a sync may take, in ms: one that the user waits for, and one at the end of a rehearsal. */
const patienceMs = { asked: 120_000, automatic: 2000 }

/** Syncs with the remote given, else with the one used before. Refuses an address with a password in it. */
export async function syncNow(
  given: string | null,
  { store, progress, settings, env }: Context,
  ms = patienceMs.asked,
): Promise<Synced> {
  const stored = progress.settings['sync.remote']
  if (given === null && typeof stored === 'string' && holdsSecret(stored)) {
    throw new UserError(
      'The address to sync with has a password or a token in it.',
      `Give it without: ${env.program} sync --remote URL. A git credential helper can hold the password.`,
    )
  }
  const named = given ?? settings['sync.remote']
  if (named === null) {
    throw new UserError(
      'There is no remote to sync with yet.',
      `Make an empty git repository that your machines can reach, then run ${env.program} sync --remote URL.`,
    )
  }
  const remote = remoteOf(named)
  const synced = await store.sync({ remote, ms })
  if (remote !== settings['sync.remote']) store.append({ type: 'set', key: 'sync.remote', value: remote })
  return synced
}

/** Syncs at the end of a rehearsal, where it must never be in the way: a failure is reported, and that is all. */
export async function syncAutomatically(context: Context): Promise<void> {
  try {
    // what came in is folded at the next start
    await syncNow(null, context, patienceMs.automatic)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    context.env.err(`Not synced. ${error.message}\n`)
  }
}

/**
 * A remote as it is kept: a path is made absolute, an address and `none` stay as they are. Refuses an address with a
 * password in it.
 */
export function remoteOf(text: string): string {
  const remote = text.trim()
  if (holdsSecret(remote)) {
    throw new UsageError(
      'An address with a password or a token in it is not kept.',
      'Give it without: a git credential helper can hold the password.',
    )
  }
  const isAddress = /^[\w+.-]+:\/\//.test(remote)
  const isOnHost = /^[^/\\]+:/.test(remote) && !/^[a-z]:[/\\]/i.test(remote)
  return ['', 'none'].includes(remote) || isAddress || isOnHost ? remote : resolve(remote)
}
