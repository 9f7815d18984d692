import { join } from 'node:path'
import { type Store, UserError } from '../ports.ts'
import type { Entry, Line } from '../progress/journal.ts'
import { noProgress, type Progress } from '../progress/progress.ts'
import { localTime } from '../text/dates.ts'
import { asUserError } from './as-user-error.ts'
import { bankSlugs, dropCopy, readContents, readCopy, writeCopy } from './bank-copies/copies.ts'
import { type Config, editsByHand, isCurrent, readConfig, saveConfig } from './cache/config.ts'
import {
  isSame,
  keepWhatWasLost,
  newerWroteHere,
  readProgress,
  type SavedProgress,
  saveProgress,
} from './cache/summaries.ts'
import { ensureDevice, readDevice, renewDevice } from './device.ts'
import { diskFiles, type Files, succeeds } from './files.ts'
import { type DataFolder, namesIn, notice, prepareHome } from './folder.ts'
import { appendLine, journalSizes, lastSet, openJournal, readJournals } from './journal.ts'
import type { Git } from './sync/git.ts'

type Settings = Progress['settings']

export interface StoreOptions {
  home: string
  now(): Date
  uuid(): string
  files?: Files
  /** The environment, which git needs. */
  variables?: Record<string, string | undefined>
  /** git, to be stopped by the signal. */
  git?(signal: AbortSignal): Git
}

interface Refresh {
  /** Whatever `progress.json` says. */
  anew: boolean
  /** Make `progress.json` and `config.json` again where they are behind; otherwise that is remembered for later. */
  save: boolean
}

/** Opens the user's data; touches nothing yet. */
export function openStore(options: StoreOptions): Store {
  const { home: path, now, uuid, files = diskFiles, variables = {} } = options
  const home: DataFolder = { path, now, uuid, files, notices: [], stuck: new Set() }
  /** This device's id once the home is prepared. */
  let prepared: string | null = null
  let folded: Progress | null = null
  let wrote = false
  /** Whether the summaries are to be made again, which can wait until the user waits for nothing any more. */
  let behind = false

  function prepare(): string {
    prepareHome(home)
    try {
      const id = ensureDevice(home)
      openJournal(home, id)
      prepared = id
      return id
    } catch (error) {
      throw asUserError(`Nothing can be saved in ${path}`, error)
    }
  }

  function append(entry: Entry, id = uuid()): Line {
    const at = now()
    const stamp = { v: 1, id, at: localTime(at, -at.getTimezoneOffset()) }
    // The stamp comes last too: an entry made from another line brings that one's.
    const line: Line = { ...stamp, ...entry, ...stamp }
    appendLine(home, prepared ?? prepare(), line)
    wrote = true
    behind = true
    return line
  }

  async function foldAnew(): Promise<Progress> {
    const empty = journalSizes(home)
    if (isEmpty(empty)) {
      folded = { ...noProgress, journals: empty }
      return folded
    }
    const { fold } = await import('../progress/fold.ts')
    const { lines, sizes, newer } = readJournals(home)
    folded = fold(lines, sizes, newer)
    return folded
  }

  /** What this process, or the one that wrote `progress.json`, has folded, if that is not behind the journals. */
  function current(saved: Progress | null): Progress | null {
    const sizes = journalSizes(home)
    return [folded, saved].find((each) => each && matches(each.journals, sizes)) ?? null
  }

  /**
   * The settings that were edited in `config.json` by hand; what is not allowed among them is said. `isAlone`: it was
   * copied to a new home, or lost its journal, and what it says stands nowhere else.
   */
  function edited(
    config: Config | null,
    saved: Progress | null,
    progress: Progress,
    isAlone: boolean,
  ): Settings {
    if (!config) return {}
    const { settings, problems } = isAlone
      ? editsByHand({ ...config, asWritten: null }, null, progress.settings)
      : editsByHand(config, saved?.settings ?? null, progress.settings)
    for (const problem of problems) notice(home, problem)
    return settings
  }

  /** Makes settings part of the journal; says whether that worked. */
  function keep(settings: Settings): boolean {
    return succeeds(() => {
      for (const [key, value] of Object.entries(settings)) append({ type: 'set', key, value })
    })
  }

  /** Before an earlier greenroom's data is made anew. That it cannot be backed up is for `doctor` to say. */
  async function upgrade(): Promise<void> {
    const { safeguard } = await import('./backup/backups.ts')
    succeeds(() => prepareHome(home))
    succeeds(() => safeguard(home))
  }

  /** Makes the summaries again where they are behind, now or at the end. */
  async function keepUp(
    progress: Progress,
    config: Config | null,
    saved: SavedProgress,
    { anew, save }: Refresh,
  ): Promise<void> {
    const isOld = !isCurrent(config, progress.settings)
    const isStale = !saved.newer && !isSaved(progress, saved.progress, anew)
    behind = !save && (isOld || isStale)
    if (save && isOld) await saveConfig(home, progress.settings)
    if (save && isStale) await saveProgress(home, progress)
  }

  async function refresh(how: Refresh): Promise<Progress> {
    const isHome = namesIn(path).some((name) => ['attempts', 'config.json', 'progress.json'].includes(name))
    const config = readConfig(home)
    const saved = readProgress(home)
    const sizes = journalSizes(home)
    const isLost = keepWhatWasLost(home, saved.journals, sizes)
    if (saved.older) await upgrade()
    const before = current(how.anew ? null : saved.progress) ?? (await foldAnew())
    if (before.newer > 0) notice(home, newerWroteHere)
    const edits = edited(config, saved.progress, before, isLost || isEmpty(sizes))
    // Nothing is saved then: it would look as if the edits had been taken over.
    if (!keep(edits)) return { ...before, settings: { ...before.settings, ...edits } }
    const progress = current(before) ?? (await foldAnew())
    if (isHome) await keepUp(progress, config, saved, how)
    return progress
  }

  return {
    home: path,
    notices: home.notices,
    prepare: () => void prepare(),
    newId: uuid,
    device: () => prepared ?? readDevice(home) ?? '',
    append,
    lines: () => readJournals(home).lines,
    lastSet: (key) => lastSet(home, prepared ?? readDevice(home) ?? '', key),
    progress: () => refresh({ anew: false, save: false }),
    save: () => refresh({ anew: true, save: true }),
    bankCopy: (slug) => readCopy(home, slug),
    bankContents: (slug) => readContents(home, slug),
    keepBank: (copy) => writeCopy(home, copy),
    dropBank: (slug) => dropCopy(home, slug),
    bankSlugs: () => bankSlugs(home),
    async backup(named, force) {
      const { backup } = await import('./backup/backups.ts')
      return backup(home, named, force)
    },
    async restore(file, how) {
      prepareHome(home)
      const { restore } = await import('./backup/restore.ts')
      const restored = restore(home, file, how)
      prepared = null
      return restored
    },
    async sync({ remote, ms, worked }) {
      prepare()
      const [{ sync }, { gitWith }] = await Promise.all([import('./sync/sync.ts'), import('./sync/git.ts')])
      const signal = AbortSignal.timeout(ms)
      return sync(home, {
        remote,
        worked,
        git: options.git?.(signal) ?? gitWith(variables, signal, join(path, '.git')),
        own: () => prepared ?? '',
        renew() {
          prepared = renewDevice(home)
          openJournal(home, prepared)
        },
      })
    },
    async finish() {
      if (behind) await refresh({ anew: false, save: true }).catch(unlessRefused)
      if (!wrote) return
      const { backupOfTheDay } = await import('./backup/backups.ts')
      backupOfTheDay(home)
    },
    async examine() {
      const { examine } = await import('./examine/examine.ts')
      return examine(home)
    },
    async mend(found) {
      const { mend } = await import('./mend.ts')
      const mended = mend(home, found)
      // progress.json may be all that is left of a journal: what is to become of it is for a person to say
      if ('failure' in found.progress || found.progress.state !== 'lost')
        await refresh({ anew: true, save: true })
      return mended
    },
  }
}

/** What cannot be saved now is made again at the next start. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof UserError)) throw error
}

function isEmpty(sizes: Record<string, number>): boolean {
  return Object.values(sizes).every((size) => size === 0)
}

function isSaved(progress: Progress, saved: Progress | null, anew: boolean): boolean {
  if (saved === null || !matches(saved.journals, progress.journals)) return false
  return !anew || isSame(saved, progress)
}

function matches(a: Record<string, number>, b: Record<string, number>): boolean {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key])
}
