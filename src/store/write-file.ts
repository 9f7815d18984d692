import { randomUUID } from 'node:crypto'
import { realpathSync, statSync } from 'node:fs'
import { platform } from 'node:os'
import { dirname, join, resolve, sep } from 'node:path'
import { UserError } from '../ports.ts'
import { isNoFileOnWindows } from '../text/file-names.ts'
import { safeLine } from '../text/safe.ts'
import { asUserError } from './as-user-error.ts'
import {
  codeOf,
  diskFiles,
  type Files,
  moveToFreeName,
  replaceBy,
  succeeds,
  syncFile,
  writeAll,
  writeAtOnce,
  writeNewFile,
} from './files.ts'

type Content = string | Uint8Array

/** Writes a file for the user, all of it or nothing; an existing one is replaced only with `force`. */
export function writeFileWhole(
  path: string,
  content: Content,
  options: { force: boolean; files?: Files; mode?: number; system?: string },
): void {
  const files = options.files ?? diskFiles
  const exists = () =>
    new UserError(`${path} already exists.`, 'Replace it with --force, or name another file.')
  if ((options.system ?? platform()) === 'win32' && isNoFileOnWindows(path)) {
    throw new UserError(
      `${safeLine(path)} cannot be the name of a file on Windows.`,
      'Name it with letters, digits and - alone.',
    )
  }
  try {
    const target = resolveLinks(resolve(path))
    const status = statSync(target, { throwIfNoEntry: false })
    if (status?.isDirectory() || path.endsWith('/') || path.endsWith(sep)) {
      throw new UserError(`${path} is a folder.`, `Name a file in it, such as ${join(path, 'greenroom.md')}.`)
    }
    if (status && !status.isFile()) writeThrough(files, target, content)
    else if (status && !options.force) throw exists()
    else {
      // a mode that is asked for also applies to a file that is replaced
      const mode = options.mode ?? (status ? status.mode & 0o777 : 0o666)
      replace(files, target, content, { force: options.force, mode, isThere: status !== undefined })
    }
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw exists()
    throw asUserError(`${path} could not be written`, error, 'name another file')
  }
}

/** Adds to the end of a file; it is on the disk when this returns. A write that was cut short is made again as a whole. */
export function appendToFile(
  path: string,
  content: Content,
  { files = diskFiles, mode }: { files?: Files; mode: number },
): void {
  try {
    const file = files.open(path, 'a', mode)
    try {
      writeAtOnce(files, file, Buffer.from(content))
      syncFile(files, file)
    } finally {
      succeeds(() => files.close(file))
    }
  } catch (error) {
    throw asUserError(`${path} could not be written`, error)
  }
}

function replace(
  files: Files,
  target: string,
  content: Content,
  { force, mode, isThere }: { force: boolean; mode: number; isThere: boolean },
): void {
  const draft = join(dirname(target), `.greenroom-${randomUUID()}`)
  writeNewFile(files, draft, content, mode)
  try {
    if (isThere) succeeds(() => files.protect(draft, mode))
    if (force) replaceBy(files, draft, target)
    else moveToFreeName(files, draft, target)
  } catch (error) {
    succeeds(() => files.remove(draft))
    throw error
  }
}

/** For a terminal, a pipe or `/dev/null`, where there is nothing to replace. */
function writeThrough(files: Files, target: string, content: Content): void {
  const file = files.open(target, 'a', 0o666)
  try {
    writeAll(files, file, Buffer.from(content))
  } finally {
    succeeds(() => files.close(file))
  }
}

function resolveLinks(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
