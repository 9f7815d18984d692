import { UserError } from '../errors.ts'
import { codeOf } from './files.ts'

const reasons: Record<string, readonly [reason: string, remedy: string]> = {
  ENOSPC: ['the disk is full', 'Free some space'],
  EDQUOT: ['your quota on the disk is used up', 'Free some space'],
  EACCES: ['the permissions do not allow it', 'Change them'],
  EPERM: ['the permissions do not allow it', 'Change them'],
  EROFS: ['the disk is read-only', 'Make it writable'],
  ENOENT: ['the folder is not there', 'Make it'],
  ENOTDIR: ['there is a file where a folder should be', 'Move it away'],
  EEXIST: ['there is a file where a folder should be', 'Move it away'],
  EISDIR: ['there is a folder where a file should be', 'Move it away'],
  EIO: ['the disk reports an error', 'Check the disk'],
}

/** What the system refused as one sentence on what and one on what to do; `elsewhere` is the way around it. */
export function refusal(
  what: string,
  error: unknown,
  elsewhere = 'choose another folder with --home',
): UserError {
  const code = codeOf(error)
  const [reason, remedy] = reasons[code] ?? [code || String(error), 'Check the disk']
  return new UserError(`${what}: ${reason}.`, `${remedy}, or ${elsewhere}.`)
}
