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

/** All that changes the disk goes through these few calls, so that a test can make any one of them fail. */
export interface Files {
  /** With its parents; fine if it is there. */
  makeFolder(path: string, mode: number): void
  /** `a` appends, `wx` makes a file that must not be there yet. */
  open(path: string, flags: 'a' | 'wx', mode: number): number
  /** Returns how many bytes went out, which may be too few. */
  write(file: number, bytes: Uint8Array): number
  sync(file: number): void
  close(file: number): void
  link(from: string, to: string): void
  rename(from: string, to: string): void
  remove(path: string): void
  /** A folder with all that is in it. */
  removeFolder(path: string): void
  protect(path: string, mode: number): void
  /** Makes the names in a folder last, where the system can. */
  syncFolder(path: string): void
  /** Replaces `folder/name.json` by conf. `serialize` makes the text of it; without, that is JSON with tabs. */
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
    // Nothing that is there is kept, so conf is not to read it.
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

/** Not by `recursive`: Node 20 never comes back where a folder is there and takes no folders, such as `/proc`. */
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

/** The code of a system error, such as `ENOSPC`; empty for any other. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** An error as the system has it. */
export const withCode = (code: string): Error => Object.assign(new Error(code), { code })

/** Writes all bytes, in as many pieces as it takes. */
export function writeAll(files: Files, file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) {
    const written = files.write(file, bytes.subarray(done))
    if (written === 0) throw withCode('ENOSPC')
    done += written
  }
}

/** Makes a new file that is whole and on the disk when this returns; after a failure there is none. */
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

/** Gives a file another name, never one that is in use: that throws EEXIST. */
export function moveToFreeName(files: Files, from: string, to: string): void {
  try {
    files.link(from, to)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error
    // File systems without hard links say so in many ways, Android and FAT on Windows in codes of their own.
    if (existsSync(to)) throw withCode('EEXIST')
    moveAnyhow(files, from, to)
    return
  }
  succeeds(() => files.remove(from))
}

/** By another name, else, where that is on another disk, as a copy. */
function moveAnyhow(files: Files, from: string, to: string): void {
  try {
    files.rename(from, to)
  } catch (error) {
    if (codeOf(error) !== 'EXDEV' || !statSync(from).isFile()) throw error
    writeNewFile(files, to, readFileSync(from), 0o600)
    files.remove(from)
  }
}

/** For what takes a name: whether that was free. */
export function isTaking(take: () => void): boolean {
  try {
    take()
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** The first that is free, as `take` says, of the names for '', '-2', '-3' and so on; null where none is. */
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

/** For what may fail without harm: says whether it worked. */
export function succeeds(action: () => void): boolean {
  try {
    action()
    return true
  } catch {
    return false
  }
}
