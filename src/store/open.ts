import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Store } from '../env.ts'
import { localTime } from '../progress/day.ts'
import { fold } from '../progress/fold.ts'
import type { Entry, Line } from '../progress/journal.ts'
import type { Progress } from '../progress/progress.ts'
import { bankSlugs, dropCopy, readCopy, writeCopy } from './banks.ts'
import { type Config, editsByHand, isCurrent, readConfig, writtenConfig } from './config.ts'
import { ensureDevice, readDevice } from './device.ts'
import { attempt, diskFiles, type Files } from './files.ts'
import { type Home, namesIn, notice, prepareHome } from './home.ts'
import { appendLine, journalSizes, openJournal, readJournals } from './journal.ts'
import { refusal } from './refusal.ts'
import { keepWhatWasLost, newerWroteHere, readProgress, saveProgress, saveSummary } from './summaries.ts'

type Settings = Progress['settings']

export interface StoreOptions {
  home: string
  now(): Date
  uuid?(): string
  files?: Files
}

/** Opens the user's data; touches nothing yet. */
export function openStore({ home: path, now, uuid = randomUUID, files = diskFiles }: StoreOptions): Store {
  const home: Home = { path, now, uuid, files, notices: [], stuck: new Set() }
  /** This device's id once the home is prepared. */
  let prepared: string | null = null
  let folded: Progress | null = null

  function prepare(): string {
    prepareHome(home)
    try {
      const id = ensureDevice(home)
      openJournal(home, id)
      prepared = id
      return id
    } catch (error) {
      throw refusal(`Nothing can be saved in ${path}`, error)
    }
  }

  function append(entry: Entry, id = uuid()): Line {
    const at = now()
    const stamp = { v: 1, id, at: localTime(at, -at.getTimezoneOffset()) }
    // The stamp comes last too: an entry made from another line brings that one's.
    const line: Line = { ...stamp, ...entry, ...stamp }
    appendLine(home, prepared ?? prepare(), line)
    return line
  }

  function foldAnew(): Progress {
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
    return attempt(() => {
      for (const [key, value] of Object.entries(settings)) append({ type: 'set', key, value })
    })
  }

  /** `progress.json` is believed unless `anew`. */
  async function refresh(anew: boolean): Promise<Progress> {
    const isHome = namesIn(path).some((name) => ['attempts', 'config.json', 'progress.json'].includes(name))
    const config = readConfig(home)
    const saved = readProgress(home)
    const sizes = journalSizes(home)
    const isLost = keepWhatWasLost(home, saved.journals, sizes)
    const before = current(anew ? null : saved.progress) ?? foldAnew()
    if (before.newer > 0) notice(home, newerWroteHere)
    const edits = edited(config, saved.progress, before, isLost || isEmpty(sizes))
    // Nothing is saved then: it would look as if the edits had been taken over.
    if (!keep(edits)) return { ...before, settings: { ...before.settings, ...edits } }
    const progress = current(before) ?? foldAnew()
    if (!isHome) return progress
    if (!isCurrent(config, progress.settings))
      await saveSummary(home, 'config', writtenConfig(progress.settings))
    if (!saved.newer && !isSaved(progress, saved.progress, anew)) await saveProgress(home, progress)
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
    progress: () => refresh(false),
    save: () => refresh(true),
    bankCopy: (slug) => readCopy(home, slug),
    keepBank: (copy) => writeCopy(home, copy),
    dropBank: (slug) => dropCopy(home, slug),
    bankSlugs: () => bankSlugs(home),
  }
}

function isEmpty(sizes: Record<string, number>): boolean {
  return Object.values(sizes).every((size) => size === 0)
}

function isSaved(progress: Progress, saved: Progress | null, anew: boolean): boolean {
  if (saved === null || !matches(saved.journals, progress.journals)) return false
  return !anew || isDeepStrictEqual(saved, progress)
}

function matches(a: Record<string, number>, b: Record<string, number>): boolean {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key])
}
