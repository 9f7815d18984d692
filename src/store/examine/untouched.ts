import type { Files } from '../files.ts'
import type { DataFolder } from '../folder.ts'

/** A home in which nothing can be changed: what would move a file to quarantine leaves it and names it as unmovable. */
export function untouched(home: DataFolder): DataFolder {
  const refuse = (): never => {
    throw Object.assign(new Error('only looking'), { code: 'EROFS' })
  }
  const files: Files = {
    makeFolder: refuse,
    open: refuse,
    write: refuse,
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
