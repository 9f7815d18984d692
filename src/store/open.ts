import { join } from 'node:path'
import { Interrupted, type Store, type Synced, UserError } from '../ports.ts'
import { append, deviceIn, type OpenFolder, prepare } from './append.ts'
import {
  bankSlugs,
  copyIn,
  dropCopy,
  keepFormer,
  readContents,
  readCopy,
  writeCopy,
} from './bank-copies/copies.ts'
import { refresh } from './cache/refresh.ts'
import { readTodaysPicks, writeTodaysPicks } from './cache/todays-picks.ts'
import { renewDevice } from './device.ts'
import { diskFiles, type Files } from './files.ts'
import { prepareHome } from './folder.ts'
import { openJournal, readJournals } from './journal.ts'
import type { Git } from './sync/git.ts'

export interface StoreOptions {
  home: string
  now(): Date
  uuid(): string
  files?: Files
  /** The environment, for git. */
  variables?: Record<string, string | undefined>
  /** git, which the signal stops. */
  git?(signal: AbortSignal): Git
  /** Aborted by Ctrl-C, SIGTERM or a hangup, which then no longer end the process: it ends what it has started. */
  interruption?(): Promise<AbortSignal>
}

/** Opens the user's data; touches nothing yet. What the first question does not need is loaded when it is used. */
export function openStore(options: StoreOptions): Store {
  const { home: path, now, uuid, files = diskFiles } = options
  const home: OpenFolder = {
    path,
    now,
    uuid,
    files,
    notices: [],
    unmovable: new Set(),
    device: null,
    folded: null,
    seen: null,
    appended: 0,
    hasAppended: false,
    isBehind: false,
  }
  return {
    home: path,
    notices: home.notices,
    prepare: () => void prepare(home),
    newId: uuid,
    device: () => deviceIn(home),
    append: (entry, id) => append(home, entry, id),
    appended: () => home.appended,
    lines: () => readJournals(home).lines,
    progress: () => refresh(home, { anew: false, save: false }),
    save: () => refresh(home, { anew: true, save: true }),
    todaysPicks: () => readTodaysPicks(home),
    keepTodaysPicks: (picks) => writeTodaysPicks(home, picks),
    bankCopy: (slug) => readCopy(home, slug),
    copyIn,
    bankContents: (slug) => readContents(home, slug),
    keepBank: (copy) => writeCopy(home, copy),
    dropBank: (slug) => dropCopy(home, slug),
    keepFormerBank: (copy) => keepFormer(home, copy),
    bankSlugs: () => bankSlugs(home),
    async pages() {
      const { pagesOf } = await import('./unsaved.ts')
      return pagesOf(home)
    },
    async backup(named, force) {
      const { backup } = await import('./backup/backups.ts')
      return backup(home, named, force)
    },
    async archive() {
      const { archiveOf } = await import('./backup/backups.ts')
      return archiveOf(home)
    },
    async backups() {
      const { backupsIn } = await import('./backup/backups.ts')
      return backupsIn(home)
    },
    async restore(file, how) {
      prepareHome(home)
      const { restore } = await import('./backup/restore.ts')
      const restored = restore(home, file, how)
      home.device = null
      return restored
    },
    sync: (request) => syncHome(home, options, request),
    async takes() {
      const { takesIn } = await import('./takes.ts')
      return takesIn(home)
    },
    finish: () => finish(home),
    async examine() {
      const { examine } = await import('./examine/examine.ts')
      return examine(home)
    },
    async fix(found) {
      const { fix } = await import('./fix.ts')
      const fixed = fix(home, found)
      // progress.json may be all that is left of a journal: a person has to decide what becomes of it
      if ('failure' in found.progress || found.progress.state !== 'ahead')
        await refresh(home, { anew: true, save: true })
      return fixed
    },
  }
}

async function syncHome(
  home: OpenFolder,
  { git, variables = {}, interruption }: StoreOptions,
  { remote, ms }: Parameters<Store['sync']>[0],
): Promise<Synced> {
  prepare(home)
  const [{ sync }, { gitWith }] = await Promise.all([import('./sync/sync.ts'), import('./sync/git.ts')])
  const interrupted = await interruption?.()
  const signal = AbortSignal.any([AbortSignal.timeout(ms), ...(interrupted ? [interrupted] : [])])
  const synced = sync(home, {
    remote,
    git: git?.(signal) ?? gitWith(variables, signal, join(home.path, '.git')),
    device: () => home.device ?? '',
    renewDevice() {
      home.device = renewDevice(home)
      openJournal(home, home.device)
    },
  })
  return synced.catch((error) => {
    throw interrupted?.aborted === true ? new Interrupted() : error
  })
}

/** Saves what is behind, and makes the backup of the day if anything was appended. */
async function finish(home: OpenFolder): Promise<void> {
  if (home.isBehind) await refresh(home, { anew: false, save: true }).catch(unlessRefused)
  if (!home.hasAppended) return
  const { backupOfTheDay } = await import('./backup/backups.ts')
  backupOfTheDay(home)
}

/** What cannot be saved now is saved at the next start. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof UserError)) throw error
}
