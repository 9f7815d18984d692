import { type Files, withCode } from '../files.ts'
import type { DataFolder } from '../folder.ts'

/** The home on a disk that nobody can write: what would go to quarantine stays, and is named in `unmovable`. */
export function readOnly(home: DataFolder): DataFolder {
  const refuse = (): never => {
    throw withCode('EROFS')
  }
  const files: Files = {
    makeFolder: refuse,
    open: refuse,
    write: refuse,
    truncate: refuse,
    sync: refuse,
    close: refuse,
    link: refuse,
    rename: refuse,
    remove: refuse,
    removeFolder: refuse,
    protect: refuse,
    syncFolder: refuse,
    saveByConf: refuse,
  }
  return { ...home, files, notices: [], unmovable: new Set() }
}
