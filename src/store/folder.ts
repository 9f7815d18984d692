import { constants, isAscii } from 'node:buffer'
import { lstatSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { localTime } from '../text/dates.ts'
import { parseJson } from '../text/safe-json.ts'
import { asUserError } from './as-user-error.ts'
import {
  codeOf,
  ensureFolder,
  type Files,
  moveToFreeName,
  succeeds,
  withCode,
  writeNewFile,
} from './files.ts'

/** The user's folder, and the parts of the outside world that the store works with. */
export interface DataFolder {
  path: string
  files: Files
  now(): Date
  uuid(): string
  /** Sentences for the user: what was repaired, what was left out. */
  notices: string[]
  /** Files that can be neither read nor moved to quarantine, and so must not be replaced. */
  unmovable: Set<string>
}

/** Adds a sentence to the notices, once. */
export function notice(home: DataFolder, sentence: string): void {
  if (!home.notices.includes(sentence)) home.notices.push(sentence)
}

/** The notes that were given, so that none is given at each start. */
const notesFile = 'notes.jsonl'

/** Adds a sentence to the notices if this home never had it. */
export function noteOnce(home: DataFolder, sentence: string): void {
  const { files, path } = home
  succeeds(() => {
    const place = join(path, notesFile)
    if (readBytes(place)?.includes(sentence) === true) return
    notice(home, sentence)
    const file = files.open(place, 'a', 0o600)
    try {
      files.write(file, Buffer.from(`${JSON.stringify({ said: sentence })}\n`))
    } finally {
      files.close(file)
    }
  })
}

/** The folders and files in the home that belong to greenroom. */
const folders = ['attempts', 'banks', 'backups', 'quarantine', 'unsaved', 'takes']
const ownFiles = [
  'device',
  'local.jsonl',
  notesFile,
  'config.json',
  'progress.json',
  'today.json',
  'came-up.md',
]

/** Creates the folders, and takes other users' permissions away. Refuses a home that cannot be written. */
export function prepareHome(home: DataFolder): void {
  try {
    ensureFolder(home.files, home.path, 0o700)
    ensureFolder(home.files, join(home.path, 'attempts'), 0o700)
  } catch (error) {
    throw asUserError(`Nothing can be saved in ${home.path}`, error)
  }
  if (isOwn(home.path)) protect(home, realpathSync(home.path))
  for (const folder of folders) {
    if (statusOf(join(home.path, folder))?.isDirectory() === false)
      throw asUserError(`Nothing can be saved in ${home.path}`, withCode('ENOTDIR'))
  }
  for (const name of ownPaths(home.path)) succeeds(() => protect(home, join(home.path, name)))
}

/**
 * The paths in the home of everything that belongs to greenroom. Links are not followed, the inside of a repository is left
 * to git, and of a folder that may not be read only the name is listed.
 */
export function ownPaths(home: string): string[] {
  const inside = (path: string): string[] => {
    try {
      const isFolder = lstatSync(join(home, path), { throwIfNoEntry: false })?.isDirectory() === true
      return isFolder && !basename(path).startsWith('.git') ? namesIn(join(home, path)) : []
    } catch {
      return []
    }
  }
  const within = (path: string): string[] => [
    path,
    ...inside(path).flatMap((name) => within(join(path, name))),
  ]
  return ['.git', ...folders, ...ownFiles].flatMap(within)
}

/** Whether a folder belongs to greenroom alone; one such as `/tmp` keeps its permissions. */
export function isOwn(folder: string): boolean {
  const sticky = ((statusOf(folder)?.mode ?? 0) & 0o1000) !== 0
  const own = [...folders, ...ownFiles]
  const isForeign = (name: string) => !name.startsWith('.') && !own.some((each) => name.startsWith(each))
  return !sticky && !namesIn(folder).some(isForeign)
}

/** Takes other users' permissions on a file or folder away. */
export function protect(home: DataFolder, path: string): void {
  const status = lstatSync(path, { throwIfNoEntry: false })
  // the target of a link is not ours, and what another user owns cannot be changed
  if (status && !status.isSymbolicLink() && status.mode & 0o077)
    succeeds(() => home.files.protect(path, status.isDirectory() ? 0o700 : 0o600))
}

/** Creates a file in the home, whole or not at all; returns whether its name was free. */
export function addFile({ path: home, files, uuid }: DataFolder, name: string, bytes: Uint8Array): boolean {
  const path = join(home, name)
  const folder = dirname(path)
  const draft = join(folder, `.draft-${uuid()}`)
  ensureFolder(files, folder, 0o700)
  try {
    writeNewFile(files, draft, bytes, 0o600)
    moveToFreeName(files, draft, path)
    return true
  } catch (error) {
    succeeds(() => files.remove(draft))
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** The local time now, for the names of files: `20261125T094600`. */
export const stampOf = (home: DataFolder): string => timeIn(home).slice(0, 19).replaceAll(/[-:]/g, '')

/** The local time now, ISO with offset. */
export function timeIn(home: DataFolder): string {
  const now = home.now()
  return localTime(now, -now.getTimezoneOffset())
}

/** The names in a folder, sorted; none if there is no folder. */
export function namesIn(folder: string): string[] {
  return reading(folder, () => readdirSync(folder).sort()) ?? []
}

/** The bytes of a file; null if there is none. */
export function readBytes(path: string): Buffer | null {
  return reading(path, () => {
    const status = statSync(path)
    // opening a pipe would wait for somebody to write to it
    if (!status.isFile() && !status.isDirectory()) throw withCode('ENOTFILE')
    if (status.size > constants.MAX_STRING_LENGTH) throw withCode('ERR_STRING_TOO_LONG')
    return readFileSync(path)
  })
}

/** The text of a file, without the byte order mark that some editors put in front. */
export function textOf(bytes: Buffer): string {
  // most are plain ASCII, which is decoded five times as fast
  return isAscii(bytes) ? bytes.toString('latin1') : new TextDecoder().decode(bytes)
}

/** The value of the JSON in a file, its texts made safe; undefined if it is not JSON. */
export function jsonOf(bytes: Buffer): unknown {
  // without an escape or DEL there is nothing unsafe, and checking that is faster than any regular expression
  const isClean = isAscii(bytes) && !bytes.includes(0x5c) && !bytes.includes(0x7f)
  return isClean ? parseJson(textOf(bytes), true) : parseJson(textOf(bytes))
}

/** The status of a file or folder; null if there is none. */
export function statusOf(path: string): Stats | null {
  return reading(path, () => statSync(path))
}

/** A home that may not be read is not an empty one: better to say so than to show no history. */
function reading<T>(path: string, read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw asUserError(`${path} cannot be read`, error)
  }
}
