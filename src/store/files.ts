import {
  chmodSync,
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { platform } from 'node:os'
import { dirname } from 'node:path'

/** Everything that changes the disk goes through these few calls, so that a test can make any of them fail. */
export interface Files {
  /** With its parents; fine if it exists. */
  makeFolder(path: string, mode: number): void
  /** `a` appends, `wx` creates a file that must not exist yet, `r+` changes one that does. */
  open(path: string, flags: 'a' | 'wx' | 'r+', mode: number): number
  /** Returns how many bytes were written, which may be too few. At a position, where one is given. */
  write(file: number, bytes: Uint8Array, position?: number): number
  /** Cuts a file to so many bytes. */
  truncate(file: number, length: number): void
  sync(file: number): void
  close(file: number): void
  link(from: string, to: string): void
  rename(from: string, to: string): void
  remove(path: string): void
  /** With everything in it. */
  removeFolder(path: string): void
  protect(path: string, mode: number): void
  /** Makes the names in a folder durable, where the system can. */
  syncFolder(path: string): void
  /** Replaces `folder/name.json` with conf. `serialize` makes the text; by default it is JSON with tabs. */
  saveByConf(
    folder: string,
    name: string,
    value: object,
    serialize?: (value: object) => string,
  ): Promise<void>
}

export const diskFiles: Files = {
  makeFolder,
  open: openSync,
  write: (file, bytes, position) => writeSync(file, bytes, 0, bytes.length, position),
  truncate: ftruncateSync,
  sync: fdatasyncSync,
  close: closeSync,
  link: linkSync,
  rename: renameSync,
  remove: unlinkSync,
  removeFolder: (path) => rmSync(path, { recursive: true, force: true }),
  protect: chmodSync,
  syncFolder(path) {
    const folder = openSync(path, 'r')
    try {
      fsyncSync(folder)
    } finally {
      closeSync(folder)
    }
  },
  async saveByConf(cwd, configName, value, serialize) {
    const { default: Conf } = await import('conf')
    // the file is replaced whole, so conf need not read what is in it, which it would do twice, and compare
    const deserialize = () => ({})
    const conf = new Conf({
      cwd,
      configName,
      configFileMode: 0o600,
      deserialize,
      ...(serialize && { serialize }),
    })
    conf.store = { ...value }
  },
}

/** Not with `recursive`: Node 20 hangs on a folder that exists and takes no folders, such as `/proc`. */
function makeFolder(path: string, mode: number): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return
  const parent = dirname(path)
  if (parent !== path && !existsSync(parent)) makeFolder(parent, mode)
  try {
    mkdirSync(path, { mode })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST' || !statSync(path).isDirectory()) throw error
  }
}

/** The code of a system error, such as `ENOSPC`; empty for any other error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** An error like the system's own. */
export const withCode = (code: string): Error => Object.assign(new Error(code), { code })

/** Writes all bytes, in as many calls as it takes; at a position, where one is given. */
export function writeAll(files: Files, file: number, bytes: Uint8Array, position?: number): void {
  for (let done = 0; done < bytes.length; ) {
    const at = position === undefined ? [] : [position + done]
    const written = files.write(file, bytes.subarray(done), ...at)
    if (written === 0) throw withCode('ENOSPC')
    done += written
  }
}

/** In one write: another process may write between two, so after a short one all bytes are written again. */
export function writeAtOnce(files: Files, file: number, bytes: Uint8Array): void {
  for (let tries = 0; tries < 3; tries++) {
    if (files.write(file, bytes) === bytes.length) return
  }
  throw withCode('ENOSPC')
}

/** What file systems say that cannot make a file durable, such as FAT over FUSE and some that are on a network. */
const refusals = ['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']

/** Whether a file system refused to make something durable, as it always will. */
export const refusesSync = (error: unknown): boolean => refusals.includes(codeOf(error))

/** Makes a file durable; returns whether its file system can. */
export function syncFile(files: Files, file: number): boolean {
  try {
    files.sync(file)
    return true
  } catch (error) {
    if (refusesSync(error)) return false
    throw error
  }
}

/** Creates a file that is whole and on the disk when this returns; after a failure there is none. */
export function writeNewFile(files: Files, path: string, content: string | Uint8Array, mode: number): void {
  const file = files.open(path, 'wx', mode)
  try {
    writeAll(files, file, Buffer.from(content))
    syncFile(files, file)
    files.close(file)
  } catch (error) {
    succeeds(() => files.close(file))
    succeeds(() => files.remove(path))
    throw error
  }
}

/** What else is said of a folder that can be written, but not opened or synced, as on Windows. */
const folderRefusals = ['EPERM', 'EACCES', 'EISDIR', 'EBADF']

/** Makes the names in folders durable, where the system can: without that a power cut takes a new file along. */
export function syncFolders(files: Files, ...folders: readonly string[]): void {
  for (const folder of new Set(folders)) {
    try {
      files.syncFolder(folder)
    } catch (error) {
      if (!refusesSync(error) && !folderRefusals.includes(codeOf(error))) throw error
    }
  }
}

/** Creates a folder with its parents, durably; fine if it exists. */
export function ensureFolder(files: Files, path: string, mode: number): void {
  const parents: string[] = []
  for (let folder = path; !existsSync(folder) && dirname(folder) !== folder; folder = dirname(folder))
    parents.push(dirname(folder))
  files.makeFolder(path, mode)
  syncFolders(files, ...parents)
}

const momentary = ['EPERM', 'EBUSY', 'EACCES']
const mostTries = 10

/** Tries again for half a second where Windows refuses: a virus scanner or an index may hold a file for a moment. */
export function patiently(action: () => void, system: string = platform(), wait = sleep): void {
  for (let tries = 1; ; tries++) {
    try {
      action()
      return
    } catch (error) {
      if (system !== 'win32' || tries === mostTries || !momentary.includes(codeOf(error))) throw error
      wait(tries * 10)
    }
  }
}

/** Waits without giving anything else its turn. */
const sleep = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

/** Renames a file to a name that may be taken, durably. */
export function replaceBy(files: Files, from: string, to: string): void {
  patiently(() => files.rename(from, to))
  syncFolders(files, dirname(to))
}

/** Renames a file durably, never to a name that is taken: that throws EEXIST. */
export function moveToFreeName(files: Files, from: string, to: string): void {
  try {
    patiently(() => files.link(from, to))
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error
    // file systems without hard links say so with many codes, Android and FAT on Windows with their own
    if (existsSync(to)) throw withCode('EEXIST')
    renameOrCopy(files, from, to)
    syncFolders(files, dirname(to), dirname(from))
    return
  }
  // never both names gone
  if (dirname(from) !== dirname(to)) syncFolders(files, dirname(to))
  succeeds(() => patiently(() => files.remove(from)))
  syncFolders(files, dirname(from))
}

/** Renames a file, or copies it where the new name is on another disk. */
function renameOrCopy(files: Files, from: string, to: string): void {
  try {
    patiently(() => files.rename(from, to))
  } catch (error) {
    if (codeOf(error) !== 'EXDEV' || !statSync(from).isFile()) throw error
    writeNewFile(files, to, readFileSync(from), 0o600)
    files.remove(from)
  }
}

/** Runs an action that takes a name; returns whether the name was free. */
export function claims(take: () => void): boolean {
  try {
    take()
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** The first name that `take` can have, with the suffixes '', '-2', '-3' and so on; null if all are taken. */
export function firstFree(
  nameFor: (suffix: string) => string,
  take: (name: string) => boolean,
): string | null {
  for (let number = 1; number < 1000; number++) {
    const name = nameFor(number === 1 ? '' : `-${number}`)
    if (take(name)) return name
  }
  return null
}

/** Runs an action that may fail without harm; returns whether it succeeded. */
export function succeeds(action: () => void): boolean {
  try {
    action()
    return true
  } catch {
    return false
  }
}
