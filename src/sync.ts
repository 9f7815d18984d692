import { resolve } from 'node:path'
import type { Env, Synced } from './env.ts'
import { UserError } from './errors.ts'
import type { Session } from './session.ts'

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
  const remote = given === null ? (before ?? session.settings['sync.remote']) : remoteOf(given)
  if (remote === null) {
    throw new UserError(
      'There is no remote to sync with yet.',
      `Make an empty git repository that your machines can reach, and say ${env.program} sync --remote URL.`,
    )
  }
  let isKept = given === null || remote === before
  const worked = (): boolean => {
    if (isKept) return false
    store.append({ type: 'set', key: 'sync.remote', value: remote })
    isKept = true
    return true
  }
  return { ...(await store.sync({ remote, ms, worked })), remote }
}

/** At the end of a rehearsal, where the user wants that. It is never in the way: what goes wrong is said, and that is all. */
export async function syncAutomatically(session: Session, env: Env): Promise<void> {
  if (!session.settings['sync.auto']) return
  try {
    const { received } = await syncNow(null, session, env, patience.automatic)
    if (received.attempts + received.others > 0) await session.store.save()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    env.err(`Not synced. ${error.message}\n`)
  }
}

/** The remote that was set last on this machine: another one may reach the same place by another address. */
function usedBefore({ store }: Session): string | null {
  const own = store.device()
  const last = store
    .lines()
    .findLast((line) => line.type === 'set' && line.key === 'sync.remote' && line.device === own)
  return last?.type === 'set' && typeof last.value === 'string' ? last.value : null
}

/** The remote that is meant: a path as it is from everywhere; an address, and `none`, stay what they are. */
export function remoteOf(text: string): string {
  const remote = text.trim()
  const isAddress = /^[\w+.-]+:\/\//.test(remote)
  const isOnHost = /^[^/\\]+:/.test(remote) && !/^[a-z]:[/\\]/i.test(remote)
  return ['', 'none'].includes(remote) || isAddress || isOnHost ? remote : resolve(remote)
}
