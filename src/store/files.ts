import {
  chmodSync,
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
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
import { dirname } from 'node:path'

/** Everything that changes the disk goes through these few calls, so that a test can make any of them fail. */
export interface Files {
  /** With its parents; fine if it exists. */
  makeFolder(path: string, mode: number): void
  /** `a` appends, `wx` creates a file that must not exist yet. */
  open(path: string, flags: 'a' | 'wx', mode: number): number
  /** Returns how many bytes were written, which may be too few. */
  write(file: number, bytes: Uint8Array): number
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
  write: (file, bytes) => writeSync(file, bytes),
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

/** Writes all bytes, in as many calls as it takes. */
export function writeAll(files: Files, file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) {
    const written = files.write(file, bytes.subarray(done))
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

/** Creates a file that is whole and on the disk when this returns; after a failure there is none. */
export function writeNewFile(files: Files, path: string, content: string | Uint8Array, mode: number): void {
  const file = files.open(path, 'wx', mode)
  try {
    writeAll(files, file, Buffer.from(content))
    files.sync(file)
    files.close(file)
  } catch (error) {
    succeeds(() => files.close(file))
    succeeds(() => files.remove(path))
    throw error
  }
}

/** Renames a file, never to a name that is taken: that throws EEXIST. */
export function moveToFreeName(files: Files, from: string, to: string): void {
  try {
    files.link(from, to)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error
    // file systems without hard links say so with many codes, Android and FAT on Windows with their own
    if (existsSync(to)) throw withCode('EEXIST')
    renameOrCopy(files, from, to)
    return
  }
  succeeds(() => files.remove(from))
}

/** Renames a file, or copies it where the new name is on another disk. */
function renameOrCopy(files: Files, from: string, to: string): void {
  try {
    files.rename(from, to)
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
