import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Synced, UserError } from '../../ports.ts'
import { mostLines } from '../../text/limits.ts'
import { withoutSecrets } from '../../text/secrets.ts'
import { asUserError } from '../as-user-error.ts'
import { forgetProgress } from '../cache/summaries.ts'
import { countLines, hasEndlessLine } from '../count-lines.ts'
import { replaceBy, succeeds, writeNewFile } from '../files.ts'
import { addFile, type DataFolder, namesIn, notice, readBytes, statusOf } from '../folder.ts'
import { addLines, countEntries, countHere, journalNames, linesHere, rawLines } from '../journal.ts'
import { quarantine } from '../quarantine.ts'
import { type Git, gitError, reasonIn, remoteError } from './git.ts'
import {
  BrokenRepository,
  journalsHere,
  moveBranch,
  openRepository,
  type Repository,
  send,
  syncedOf,
  type Tree,
  tipOf,
  treeOf,
} from './repository.ts'

// The home is a git repository that holds only the journals. git never merges a file and never writes one: commits are made
// from the journals, on top of what the remote has, and what comes in is written here, line by line where two differ. So the
// history is linear, and the repository can be made again at any time.

export interface SyncOptions {
  /** An address or a path, as git takes it. */
  remote: string
  git: Git
  /** This device's id. */
  device(): string
  /** Gives this copy of the data a new id. */
  renewDevice(): void
}

/** Merges the journals here and those of the remote, on both sides. */
export async function sync(home: DataFolder, options: SyncOptions): Promise<Synced> {
  try {
    finishReplacing(home)
    adoptOddlyNamed(home)
    return await mergeOrRepair(home, options)
  } catch (error) {
    throw asUserError(`${home.path} could not be synced`, error, 'sync again: nothing is lost')
  }
}

/** If the repository in the home is broken, starts again with a new one. */
async function mergeOrRepair(home: DataFolder, options: SyncOptions): Promise<Synced> {
  try {
    return await mergeWithRemote(home, options)
  } catch (error) {
    if (!(error instanceof BrokenRepository)) throw error
    const works = await options.git(['--version'])
    if (works.code !== 0) throw remoteError(works, options.remote)
    quarantine(home, '.git', {
      moved: (place) =>
        `The git repository of your data was broken and was moved to ${place}. There is a new one.`,
      left: 'The git repository of your data is broken. Delete its folder .git: everything is in the journals.',
    })
  }
  try {
    return await mergeWithRemote(home, options)
  } catch (error) {
    if (!(error instanceof BrokenRepository)) throw error
    throw gitError(`git could not sync: ${reasonIn(error.message)}`)
  }
}

/** How many times a push may fail although nobody else pushed. */
const maxLocked = 4
const maxTries = 10

async function mergeWithRemote(home: DataFolder, options: SyncOptions): Promise<Synced> {
  const { remote, git } = options
  const repository = await openRepository(home, git)
  let received: string[] = []
  let sent = false
  let before: string | null | undefined
  let locked = 0
  for (let tries = 0; tries < maxTries; tries++) {
    const tip = await tipOf(remote, repository)
    const theirs: Tree = tip === null ? new Map() : await treeOf(tip, remote, repository)
    received = received.concat(await receive(theirs, home, options, repository))
    const here = await journalsHere(home, repository)
    // what had an odd name is part of another journal by now
    const kept = syncedOf([...theirs.keys()]).map((name) => [name, theirs.get(name) ?? ''] as const)
    const all = new Map([...here, ...kept])
    const own = `${options.device()}.jsonl`
    const ours = here.get(own)
    if (ours !== undefined) all.set(own, ours)
    const commit = isEqual(all, theirs) ? tip : await send(all, tip, remote, repository)
    if (commit !== null && typeof commit !== 'string') {
      // if nobody else pushed, it is locked, for a moment or for good
      if (tip !== before) locked = 0
      else if (++locked > maxLocked) throw remoteError(commit, remote)
      await setTimeout(50 * locked)
      before = tip
      continue
    }
    if (commit !== null) await moveBranch(commit, repository)
    sent ||= commit !== tip
    return { received: countEntries(received), sent }
  }
  throw new UserError(`${withoutSecrets(remote)} kept changing.`, 'Sync again in a moment.')
}

const isEqual = (a: Tree, b: Tree): boolean =>
  a.size === b.size && [...a].every(([name, content]) => b.get(name) === content)

/** Writes the remote's journals that differ here; returns the lines that are new. */
async function receive(
  theirs: Tree,
  home: DataFolder,
  { remote, device, renewDevice }: SyncOptions,
  repository: Repository,
): Promise<string[]> {
  const ours = await journalsHere(home, repository)
  const known = linesOnce(home)
  const named = new Set(syncedOf([...theirs.keys()]))
  let received: string[] = []
  const makeRoom = roomIn(home, remote)
  for (const [name, content] of theirs) {
    if (ours.get(name) === content) continue
    const bytes = await journalIn(content, remote, repository)
    const here = readBytes(join(home.path, 'attempts', name))
    const isOwn = name === `${device()}.jsonl`
    if (isOwn && here !== null && startsWith(here, bytes)) continue
    const added = rawLines(bytes).filter((line) => !known().has(line))
    makeRoom(here === null ? countLines(bytes) : added.length)
    // not as arguments: there may be a lifetime of them
    received = received.concat(added)
    for (const line of added) known().add(line)
    if (!named.has(name)) {
      if (added.length > 0) addLines(home, added)
      continue
    }
    if (isOwn) {
      notice(home, 'Another copy of your data has the same device id, so this one now has a new one.')
      renewDevice()
    }
    if (here === null) addFile(home, `attempts/${name}`, bytes)
    else replaceJournal(home, name, bytes)
  }
  return received
}

/** The most that a journal of the remote may have, in bytes: more than a lifetime of answers. */
const largestJournal = 256 * 1024 ** 2

/** A journal of the remote; throws where it is larger, or has more or longer lines, than greenroom ever writes. */
async function journalIn(content: string, remote: string, { output }: Repository): Promise<Buffer> {
  const size = Number(await output(['cat-file', '-s', content]))
  const bytes = size > largestJournal ? null : await output(['cat-file', 'blob', content])
  if (bytes !== null && countLines(bytes) <= mostLines && !hasEndlessLine(bytes)) return bytes
  throw tooLarge('a journal that is larger', remote)
}

/** Throws at the line with which the journals here are more than can be read. */
function roomIn(home: DataFolder, remote: string): (lines: number) => void {
  let total = countHere(home)
  return (lines) => {
    total += lines
    if (total > mostLines) throw tooLarge('more in its journals', remote)
  }
}

const tooLarge = (what: string, remote: string): UserError =>
  new UserError(
    `${withoutSecrets(remote)} has ${what} than greenroom writes.`,
    'Make an empty repository, and give its address with --remote: everything of yours is on your machines.',
  )

/** All lines that are here before anything comes in, read when first asked for. */
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
 * Gives another device's journal the contents that the remote has. Lines that only the old file has go to a journal of their
 * own first. The old file keeps a second name until it is certain that nobody appended to it in the meantime, as a process
 * may that still writes under an id that was given up.
 */
function replaceJournal(home: DataFolder, name: string, bytes: Uint8Array): void {
  const { files } = home
  const folder = join(home.path, 'attempts')
  const path = join(folder, name)
  rescue(home, path, bytes)
  const draft = join(folder, `.draft-${home.uuid()}`)
  try {
    writeNewFile(files, draft, bytes, 0o600)
    // on a disk without links, only what is appended from here to the rename would be missed
    succeeds(() => files.link(path, join(folder, `${replaced}${home.uuid()}`)))
    if (bytes.length < (statusOf(path)?.size ?? 0)) forgetProgress(home)
    replaceBy(files, draft, path)
  } catch (error) {
    succeeds(() => files.remove(draft))
    throw error
  }
  finishReplacing(home)
}

/** After this time without a write, in ms, nobody is about to write to a replaced journal. */
const quietMs = 600_000

/**
 * Rescues what was appended to journals after they were replaced, and deletes those that are quiet: a process that opened
 * one before it was replaced may write to it after it was read here.
 */
function finishReplacing(home: DataFolder): void {
  const folder = join(home.path, 'attempts')
  for (const name of namesIn(folder).filter((each) => each.startsWith(replaced))) {
    const path = join(folder, name)
    rescue(home, path)
    const touched = statusOf(path)?.ctimeMs ?? 0
    // by the clock of the system, which set the time of the file too
    if (Date.now() - touched > quietMs) succeeds(() => home.files.remove(path))
  }
}

/** Lines that only journals have whose names do not work on every system, such as copies, get a journal of their own. */
function adoptOddlyNamed(home: DataFolder): void {
  const names = journalNames(home)
  const synced = new Set(syncedOf(names))
  for (const name of names) {
    if (!synced.has(name)) rescue(home, join(home.path, 'attempts', name))
  }
}

/** Makes a new journal of the lines of a file that neither another journal nor `elsewhere` has. */
function rescue(home: DataFolder, path: string, elsewhere: Uint8Array = new Uint8Array()): void {
  const own = rawLines(readBytes(path) ?? new Uint8Array())
  const others = new Set(rawLines(elsewhere))
  const missing = own.filter((line) => !others.has(line))
  if (missing.length === 0) return
  const here = linesHere(home, path)
  const lost = missing.filter((line) => !here.has(line))
  if (lost.length > 0) addLines(home, lost)
}
