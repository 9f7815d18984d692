import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Synced, UserError } from '../../ports.ts'
import { withoutSecrets } from '../../text/secrets.ts'
import { asUserError } from '../as-user-error.ts'
import { forgetProgress } from '../cache/summaries.ts'
import { succeeds, writeNewFile } from '../files.ts'
import { addFile, type DataFolder, namesIn, notice, readBytes, statusOf } from '../folder.ts'
import { addLines, entriesIn, journalNames, linesHere, rawLines } from '../journal.ts'
import { quarantine } from '../quarantine.ts'
import { failed, type Git, reasonIn, refusalOf } from './git.ts'
import {
  Broken,
  isSynced,
  journalsHere,
  openRepository,
  type Repository,
  send,
  show,
  type Tree,
  tipOf,
  treeOf,
} from './repository.ts'

// The home is a git repository of which only the journals are kept. git never merges a file and never writes one: trees
// and commits are made from the journals, on top of what the remote has, and what comes in is written here, line by line
// where two differ. So the history is one line, and the repository can be made anew at any time.

export interface SyncOptions {
  /** An address or a path, as git takes it. */
  remote: string
  git: Git
  /** This device's id. */
  own(): string
  /** Gives this copy of the data another id. */
  renew(): void
  /** It worked; says whether there is something to send on account of that. */
  worked(): boolean
}

/** Brings the journals here and those of the remote together, on both sides. */
export async function sync(home: DataFolder, options: SyncOptions): Promise<Synced> {
  try {
    finishReplacing(home)
    adoptOddlyNamed(home)
    return await bringTogetherAnyhow(home, options)
  } catch (error) {
    throw asUserError(`${home.path} could not be synced`, error, 'sync again: nothing is lost')
  }
}

/** Where the repository in the home is broken, with another one. */
async function bringTogetherAnyhow(home: DataFolder, options: SyncOptions): Promise<Synced> {
  try {
    return await bringTogether(home, options)
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    const works = await options.git(['--version'])
    if (works.code !== 0) throw refusalOf(works, options.remote)
    quarantine(home, '.git', {
      kept: (place) =>
        `The git repository of your data was broken and is kept as ${place}. It was made anew.`,
      stuck:
        'The git repository of your data is broken. Delete its folder .git: everything stands in the journals.',
    })
  }
  try {
    return await bringTogether(home, options)
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    throw failed(`git could not sync: ${reasonIn(error.message)}`)
  }
}

/** How often something may be locked without any change. */
const patience = 4

async function bringTogether(home: DataFolder, options: SyncOptions): Promise<Synced> {
  const { remote, git } = options
  const repository = await openRepository(home, git)
  const received: string[] = []
  let sent = false
  let before: string | null | undefined
  let locked = 0
  for (let tries = 0; tries < 10; tries++) {
    const tip = await tipOf(remote, repository)
    const theirs = tip === null ? new Map() : await treeOf(tip, remote, repository)
    received.push(...(await takeInAll(theirs, home, options, repository)))
    const here = await journalsHere(home, repository)
    const all = new Map([...here, ...theirs])
    const own = `${options.own()}.jsonl`
    if (here.has(own)) all.set(own, here.get(own))
    const commit = isEqual(all, theirs) ? tip : await send(all, tip, remote, repository)
    if (commit !== null && typeof commit !== 'string') {
      // where nobody was faster, it is locked, for a moment or for good
      if (tip !== before) locked = 0
      else if (++locked > patience) throw refusalOf(commit, remote)
      await setTimeout(50 * locked)
      before = tip
      continue
    }
    if (commit !== null) await show(commit, repository)
    sent ||= commit !== tip
    if (!options.worked()) return { received: entriesIn(received), sent }
  }
  throw new UserError(`${withoutSecrets(remote)} kept changing.`, 'Sync again in a moment.')
}

const isEqual = (a: Tree, b: Tree): boolean =>
  a.size === b.size && [...a].every(([name, content]) => b.get(name) === content)

/** Takes in what differs, and gives back the lines that are new here. */
async function takeInAll(
  theirs: Tree,
  home: DataFolder,
  { own, renew }: SyncOptions,
  repository: Repository,
): Promise<string[]> {
  const ours = await journalsHere(home, repository)
  const known = linesOnce(home)
  const received: string[] = []
  for (const [name, content] of theirs) {
    if (ours.get(name) === content) continue
    const bytes = await repository.local(['cat-file', 'blob', content])
    const here = readBytes(join(home.path, 'attempts', name))
    const isOwn = name === `${own()}.jsonl`
    if (isOwn && here !== null && startsWith(here, bytes)) continue
    for (const line of rawLines(bytes)) {
      if (!known().has(line)) received.push(line)
      known().add(line)
    }
    if (isOwn) {
      notice(home, 'Another copy of your data has the same id, so this one goes on under a new one.')
      renew()
    }
    if (here === null) addFile(home, `attempts/${name}`, bytes)
    else replaceJournal(home, name, bytes)
  }
  return received
}

/** All lines that are here before anything comes in, read when somebody asks. */
function linesOnce(home: DataFolder): () => Set<string> {
  let lines: Set<string> | undefined
  return () => {
    lines ??= linesHere(home)
    return lines
  }
}

const startsWith = (bytes: Uint8Array, start: Uint8Array): boolean =>
  Buffer.compare(bytes.subarray(0, start.length), start) === 0

const replaced = '.replaced-'

/**
 * Gives another device's journal the contents that the remote has. What only the one that is here says makes a journal of
 * its own first; and the old file keeps a name until it is certain that nobody appended to it in the meantime, as a
 * process may that still writes under an id that was given up.
 */
function replaceJournal(home: DataFolder, name: string, bytes: Uint8Array): void {
  const { files } = home
  const folder = join(home.path, 'attempts')
  const path = join(folder, name)
  rescue(home, path, bytes)
  const draft = join(folder, `.draft-${home.uuid()}`)
  try {
    writeNewFile(files, draft, bytes, 0o600)
    // Where there are no links, there is only the moment in which both are read.
    succeeds(() => files.link(path, join(folder, `${replaced}${home.uuid()}`)))
    if (bytes.length < (statusOf(path)?.size ?? 0)) forgetProgress(home)
    files.rename(draft, path)
  } catch (error) {
    succeeds(() => files.remove(draft))
    throw error
  }
  finishReplacing(home)
}

/** How long nothing has to be written to a replaced journal until nobody can be about to. */
const quietMs = 600_000

/**
 * Takes what was appended to journals after they were replaced, and lets go of those that are quiet: a process that opened
 * one before it was replaced may write to it after it was read here.
 */
function finishReplacing(home: DataFolder): void {
  const folder = join(home.path, 'attempts')
  for (const name of namesIn(folder).filter((each) => each.startsWith(replaced))) {
    const path = join(folder, name)
    rescue(home, path)
    const touched = statusOf(path)?.ctimeMs ?? 0
    // by the clock of the disk, which is no user's to set
    if (Date.now() - touched > quietMs) succeeds(() => home.files.remove(path))
  }
}

/** What stands only in journals whose names not every system takes, such as copies that other programs made, goes along too. */
function adoptOddlyNamed(home: DataFolder): void {
  for (const name of journalNames(home)) {
    if (!isSynced(name)) rescue(home, join(home.path, 'attempts', name))
  }
}

/** Makes a journal of the lines of a file that neither another journal nor `elsewhere` has. */
function rescue(home: DataFolder, path: string, elsewhere: Uint8Array = new Uint8Array()): void {
  const own = rawLines(readBytes(path) ?? new Uint8Array())
  const others = new Set(rawLines(elsewhere))
  const missing = own.filter((line) => !others.has(line))
  if (missing.length === 0) return
  const here = linesHere(home, path)
  const lost = missing.filter((line) => !here.has(line))
  if (lost.length > 0) addLines(home, lost)
}
