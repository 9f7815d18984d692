import { Interrupted, UsageError, UserError } from '../ports.ts'

/** What is said of an error, without a newline at the end, and the exit code for it. */
export interface ErrorReport {
  code: 1 | 2 | 70 | 130
  text: string
}

/** Maps an error that nobody caught to its report. `about`: what runs, for a report of a bug: `greenroom 1.0.0 (Node …)`. */
export function errorReport(error: unknown, about: string): ErrorReport {
  if (error instanceof Interrupted) {
    const hint = error.hint === null ? '' : ` ${error.hint}`
    return { code: 130, text: `\nInterrupted.${hint}` }
  }
  if (error instanceof UserError) {
    return { code: error instanceof UsageError ? 2 : 1, text: `${error.message}\n${error.hint}` }
  }
  if (isFolderGone(error))
    return {
      code: 1,
      text: 'The folder that you are in is gone.\nGo to another one with cd, and start greenroom again.',
    }
  if (isReplaced(error))
    return {
      code: 1,
      text: 'greenroom was updated while it ran. What was scored is saved.\nStart it again: it offers to go on.',
    }
  const stack = error instanceof Error ? error.stack : String(error)
  return {
    code: 70,
    text: `This is a bug in ${about}. What was scored is saved.\n${stack}\nPlease report it with the lines above.`,
  }
}

/** Whether a relative path means nothing, as the current folder was removed. */
const isFolderGone = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd'

/** Whether a part of the program itself is gone, which only a new version in its place does. */
const isReplaced = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^(?:ERR_MODULE_NOT_FOUND|MODULE_NOT_FOUND|ENOENT)$/.test(String(error.code)) &&
  /[\\/]dist[\\/][\w.-]+\.js\b/.test(error.message)
