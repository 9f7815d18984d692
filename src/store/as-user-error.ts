import { UserError } from '../ports.ts'
import { safeLine } from '../text/safe.ts'
import { codeOf } from './files.ts'

const permissions = ['the permissions do not allow it', 'Change them'] as const
const tooLarge = ['the file is too large', 'Move it away'] as const
const tooMany = ['too many files are open', 'Close some programs'] as const

const reasons: Record<string, readonly [reason: string, remedy: string]> = {
  ENOSPC: ['the disk is full', 'Free some space'],
  EDQUOT: ['your quota on the disk is used up', 'Free some space'],
  EACCES: permissions,
  EPERM: permissions,
  EROFS: ['the disk is read-only', 'Make it writable'],
  ENOENT: ['the folder does not exist', 'Create it'],
  ENOTDIR: ['there is a file where a folder should be', 'Move it away'],
  EEXIST: ['there is a file where a folder should be', 'Move it away'],
  EISDIR: ['there is a folder where a file should be', 'Move it away'],
  ELOOP: ['its links lead in a circle', 'Remove them'],
  ENAMETOOLONG: ['the name is too long', 'Shorten it'],
  EBUSY: ['another program is using it', 'Close it'],
  EMFILE: tooMany,
  ENFILE: tooMany,
  EFBIG: ['the file would be larger than the system allows', 'Raise that limit'],
  ENOTFILE: ['it is not a file', 'Move it away'],
  ERR_FS_FILE_TOO_LARGE: tooLarge,
  ERR_STRING_TOO_LONG: tooLarge,
  EIO: ['the disk reports an error', 'Check the disk'],
}

/**
 * An error of the system as one sentence on what it refused and one on what to do; `elsewhere` is the way around it. Other
 * errors are bugs, and returned as they are.
 */
export function asUserError(
  what: string,
  error: unknown,
  elsewhere = 'choose another folder with --home',
): unknown {
  const code = codeOf(error)
  if (error instanceof UserError || code === '' || (code.startsWith('ERR_') && !(code in reasons)))
    return error
  const [reason, remedy] = reasons[code] ?? [`the system reports ${code}`, 'Check the disk']
  return new UserError(`${safeLine(what)}: ${reason}.`, `${remedy}, or ${elsewhere}.`)
}
