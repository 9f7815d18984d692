import { randomUUID } from 'node:crypto'
import type { Bank } from '../bank/bank.ts'
import { UserError } from '../errors.ts'
import { localTime } from '../progress/day.ts'
import { fold } from '../progress/fold.ts'
import type { Entry, Line, MergedLine } from '../progress/journal.ts'
import type { Progress } from '../progress/progress.ts'
import { bankSlugs, readBank } from './banks.ts'
import { editsByHand, isCurrent, readConfig } from './config.ts'
import { ensureDevice, readDevice } from './device.ts'
import { diskFiles, type Files } from './files.ts'
import { type Home, namesIn, notice, prepareHome } from './home.ts'
import { appendLine, journalSizes, openJournal, readJournals } from './journal.ts'
import { refusal } from './refusal.ts'
import { readProgress, saveSummaries } from './summaries.ts'

/** The user's data. Reading makes nothing where there is nothing; only `prepare` and `append` do. */
export interface Store {
  readonly home: string
  /** What was mended or left out so far, a sentence or two each; complete once `progress` has come back. */
  readonly notices: string[]
  /** Makes the home with device and journal, or refuses one that cannot be written; before the first question. */
  prepare(): void
  /** This device's id; empty while it has none. */
  device(): string
  /** Comes back once the line is on the disk, stamped. With an `id`, it is a new version of that line. */
  append(entry: Entry, id?: string): Line
  /** What happened on all devices, each id once, the oldest first. */
  lines(): MergedLine[]
  /** From `progress.json` if it is not behind the journals, else made anew and saved where that is possible. */
  progress(): Promise<Progress>
  /** Makes progress anew, and saves it and the settings where that is possible. */
  save(): Promise<Progress>
  /** An added bank; null if there is none that can be read. */
  bank(slug: string): Bank | null
  bankSlugs(): string[]
}

export interface StoreOptions {
  home: string
  now(): Date
  uuid?(): string
  files?: Files
}

/** Opens the user's data; touches nothing yet. */
export function openStore({ home: path, now, uuid = randomUUID, files = diskFiles }: StoreOptions): Store {
  const home: Home = { path, now, uuid, files, notices: [] }
  let device: string | null = null
  let known: Progress | null = null

  function prepare(): string {
    prepareHome(home)
    try {
      const id = ensureDevice(home)
      openJournal(home, id)
      device = id
      return id
    } catch (error) {
      throw error instanceof UserError ? error : refusal(`Nothing can be saved in ${path}`, error)
    }
  }

  function append(entry: Entry, id = uuid()): Line {
    const at = now()
    const stamp = { v: 1, type: entry.type, id, at: localTime(at, -at.getTimezoneOffset()) }
    const line: Line = { ...stamp, ...entry }
    appendLine(home, device ?? prepare(), line)
    return line
  }

  function foldAnew(): Progress {
    const { lines, sizes } = readJournals(home)
    return fold(lines, sizes)
  }

  /** Makes the edits of `config.json` part of the journal, or at least of this run. */
  function withEdits(progress: Progress, settings: Progress['settings']): Progress {
    try {
      for (const [key, value] of Object.entries(settings)) append({ type: 'set', key, value })
      return foldAnew()
    } catch {
      return { ...progress, settings: { ...progress.settings, ...settings } }
    }
  }

  async function refresh(anew: boolean): Promise<Progress> {
    const found = namesIn(path)
    const config = readConfig(home)
    const saved = readProgress(home)
    const current = [known, saved.progress].find((each) => each && matches(each.journals, journalSizes(home)))
    let progress = anew || !current ? foldAnew() : current
    if (config) {
      const edits = editsByHand(config, saved.progress?.settings ?? null, progress.settings)
      for (const problem of edits.problems) notice(home, problem)
      if (Object.keys(edits.settings).length > 0) progress = withEdits(progress, edits.settings)
    }
    known = progress
    const isSaved = saved.progress && matches(saved.progress.journals, progress.journals)
    const isThere = ['attempts', 'config.json', 'progress.json'].some((name) => found.includes(name))
    if (isThere && !saved.newer && !(isSaved && isCurrent(config, progress.settings)))
      await saveSummaries(home, progress)
    return progress
  }

  return {
    home: path,
    notices: home.notices,
    prepare: () => void prepare(),
    device() {
      device ??= readDevice(home)
      return device ?? ''
    },
    append,
    lines: () => readJournals(home).lines,
    progress: () => refresh(false),
    save: () => refresh(true),
    bank: (slug) => readBank(home, slug),
    bankSlugs: () => bankSlugs(home),
  }
}

function matches(a: Record<string, number>, b: Record<string, number>): boolean {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key])
}
