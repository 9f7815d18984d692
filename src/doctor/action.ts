/** One thing that `doctor --fix` does. Nothing is deleted, and no journal is touched. */
export type Action =
  | { kind: 'close'; paths: string[] }
  /** Moves a file to quarantine; it is rebuilt when progress is read next. */
  | { kind: 'setAside'; file: string }
  /** Copies a file to quarantine before something is taken out of it. */
  | { kind: 'copyAside'; file: string }
  /** Copies lines of a journal to quarantine, each in bytes from `start` up to `end`. */
  | { kind: 'copyLines'; file: string; device: string; lines: { start: number; end: number }[] }

/** What was done, in a sentence, for the check that asked for it. */
export interface Fixed {
  check: string
  sentence: string
}

/** Says what an action did; `paths`: what was closed, or where in quarantine the file or copy is. */
export function sentenceFor(action: Action, paths: readonly string[]): string {
  const places = paths.join(', ')
  switch (action.kind) {
    case 'close':
      return paths.length === 1
        ? 'One file or folder is now private.'
        : `${paths.length} files and folders are now private.`
    case 'setAside':
      return `${action.file} was moved to ${places}.`
    case 'copyAside':
      return `${action.file} was copied to ${places}, and what is not allowed was left out.`
    case 'copyLines':
      return action.lines.length === 1
        ? `One damaged line was copied to ${places}.`
        : `${action.lines.length} damaged lines were copied to ${places}.`
  }
}
