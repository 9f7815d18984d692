import { randomUUID } from 'node:crypto'
import { realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { UserError } from '../errors.ts'
import { attempt, codeOf, diskFiles, type Files, moveToFreeName, writeNewFile } from './files.ts'
import { refusal } from './refusal.ts'

/** Writes a file for the user, all of it or nothing; what is there already is replaced with `force` only. */
export function writeFileWhole(path: string, text: string, options: { force: boolean; files?: Files }): void {
  const files = options.files ?? diskFiles
  const exists = () =>
    new UserError(`${path} is there already.`, 'Replace it with --force, or name another file.')
  try {
    const target = behindLinks(resolve(path))
    const status = statSync(target, { throwIfNoEntry: false })
    if (status?.isDirectory()) {
      throw new UserError(`${path} is a folder.`, `Name a file in it, such as ${join(path, 'greenroom.md')}.`)
    }
    if (status && !status.isFile()) writeThrough(files, target, text)
    else if (status && !options.force) throw exists()
    else replace(files, target, text, options.force, status ? status.mode & 0o777 : 0o666)
  } catch (error) {
    if (error instanceof UserError) throw error
    if (codeOf(error) === 'EEXIST') throw exists()
    throw refusal(`${path} could not be written`, error, 'name another file')
  }
}

function replace(files: Files, target: string, text: string, force: boolean, mode: number): void {
  const draft = join(dirname(target), `.${basename(target).slice(0, 100)}-${randomUUID()}`)
  writeNewFile(files, draft, text, mode)
  try {
    if (force) files.rename(draft, target)
    else moveToFreeName(files, draft, target)
  } catch (error) {
    attempt(() => files.remove(draft))
    throw error
  }
}

/** A terminal, a pipe or `/dev/null`: there is nothing to replace. */
function writeThrough(files: Files, target: string, text: string): void {
  const bytes = Buffer.from(text)
  const file = files.open(target, 'a', 0o666)
  try {
    for (let done = 0; done < bytes.length; ) done += files.write(file, bytes.subarray(done))
  } finally {
    attempt(() => files.close(file))
  }
}

function behindLinks(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
