import { resolve } from 'node:path'
import { type Env, type Synced, UsageError, UserError } from '../ports.ts'
import { holdsSecret } from '../text/secrets.ts'
import type { Session } from './context.ts'

/** How long a sync may take: one that the user waits for, and one at the end of a rehearsal, in ms. */
const patience = { asked: 120_000, automatic: 2000 }

/** Syncs with the remote given, else with the one that was used before. */
export async function syncNow(
  given: string | null,
  session: Session,
  env: Env,
  ms = patience.asked,
): Promise<Synced & { remote: string }> {
  const { store } = session
  const before = usedBefore(session)
  const named = given ?? before ?? session.settings['sync.remote']
  if (named === null) {
    throw new UserError(
      'There is no remote to sync with yet.',
      `Make an empty git repository that your machines can reach, and say ${env.program} sync --remote URL.`,
    )
  }
  if (given === null && holdsSecret(named)) {
    throw new UserError(
      'The address to sync with has a password or a token in it, and would go along to all your machines.',
      `Give it without: ${env.program} sync --remote URL. A credential helper of git has the password.`,
    )
  }
  const remote = remoteOf(named)
  let isKept = given === null || remote === before
  const onSynced = (): boolean => {
    if (isKept) return false
    store.append({ type: 'set', key: 'sync.remote', value: remote })
    isKept = true
    return true
  }
  return { ...(await store.sync({ remote, ms, onSynced })), remote }
}

/** At the end of a rehearsal. It is never in the way: what goes wrong is said, and that is all. */
export async function syncAutomatically(session: Session, env: Env): Promise<void> {
  try {
    // what comes in is folded when somebody looks at it
    await syncNow(null, session, env, patience.automatic)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    env.err(`Not synced. ${error.message}\n`)
  }
}

/** The remote that was set last on this machine: another one may reach the same place by another address. */
function usedBefore({ store }: Session): string | null {
  const value = store.lastSet('sync.remote')
  return typeof value === 'string' ? value : null
}

/**
 * The remote that is meant: a path as it is from everywhere; an address, and `none`, stay what they are. Refuses one with
 * a password in it: as a setting it goes along to all machines.
 */
export function remoteOf(text: string): string {
  const remote = text.trim()
  if (holdsSecret(remote)) {
    throw new UsageError(
      'An address with a password or a token in it would go along to all your machines.',
      'Give it without: a credential helper of git has the password.',
    )
  }
  const isAddress = /^[\w+.-]+:\/\//.test(remote)
  const isOnHost = /^[^/\\]+:/.test(remote) && !/^[a-z]:[/\\]/i.test(remote)
  return ['', 'none'].includes(remote) || isAddress || isOnHost ? remote : resolve(remote)
}
