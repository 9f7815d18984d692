import { join, resolve } from 'node:path'
import { mostFilesInBackup } from '../../text/limits.ts'
import { asUserError } from '../as-user-error.ts'
import { claims, ensureFolder, firstFree, moveToFreeName, succeeds, writeNewFile } from '../files.ts'
import { type DataFolder, namesIn, readBytes, stampOf, statusOf } from '../folder.ts'
import { unsavedFiles } from '../unsaved.ts'
import { writeFileWhole } from '../write-file.ts'
import { type ArchiveEntry, expectRoom, isBackedUp, maxBytes, pack, sizeOf } from './archive.ts'

/** How many automatic backups are kept. */
const backupsKept = 14
const automatic = /^auto-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(?:-(\d+))?\.backup$/

/** Everything that cannot be rebuilt: journals, banks, and of what editors left and of quarantine what can be read and fits. */
function contentsOf(home: DataFolder): ArchiveEntry[] {
  const pathsIn = (folder: string): string[] =>
    namesIn(join(home.path, folder))
      .map((name) => `${folder}/${name}`)
      .filter((path) => isBackedUp(path) && statusOf(join(home.path, path))?.isFile())
  const read = (path: string): ArchiveEntry[] => {
    const bytes = readBytes(join(home.path, path))
    return bytes === null ? [] : [{ path, bytes }]
  }
  const needed = ['came-up.md', ...pathsIn('attempts'), ...pathsIn('banks'), ...pathsIn('backups')].flatMap(
    read,
  )
  let room = maxBytes - sizeOf(needed)
  let files = mostFilesInBackup - needed.length
  const others: ArchiveEntry[] = []
  const addWhatFits = (paths: readonly string[]): void => {
    for (const path of paths) {
      if (files <= 0) return
      const size = statusOf(join(home.path, path))?.size ?? 0
      if (size <= room && succeeds(() => others.push(...read(path)))) {
        room -= size
        files--
      }
    }
  }
  // neither an editor nor a damaged file may keep the rest from being backed up
  succeeds(() => addWhatFits(unsavedFiles(home).filter(isBackedUp)))
  succeeds(() => addWhatFits(pathsIn('quarantine')))
  return [...needed, ...others]
}

/** Throws for a home of which no backup could be made. */
export function expectPossible(home: DataFolder): void {
  expectRoom(contentsOf(home))
}

/** A backup as bytes, to be sent on. */
export const archiveOf = (home: DataFolder): Uint8Array => pack(contentsOf(home))

/** Writes a backup for the user: to the file or into the folder named, else into the home; returns its path. */
export function backup(home: DataFolder, named: string | null, options: { force: boolean }): string {
  const place = named ?? join(home.path, 'backups')
  if (named === null) ensureFolder(home.files, place, 0o700)
  const path = isFolder(place) ? join(place, `greenroom-${stampOf(home)}.backup`) : place
  writeFileWhole(path, pack(contentsOf(home)), { ...options, files: home.files, mode: 0o600 })
  return resolve(path)
}

/** The paths of the backups in the home, by the times in their names, the newest first. */
export function backupsIn(home: DataFolder): string[] {
  const folder = join(home.path, 'backups')
  const timeIn = (name: string): string => /-(\d{8}T\d{6}.*)\.backup$/.exec(name)?.[1] ?? ''
  return namesIn(folder)
    .filter((name) => timeIn(name) !== '')
    .sort((a, b) => (timeIn(a) < timeIn(b) ? 1 : -1))
    .map((name) => join(folder, name))
}

/** Whether a file can be read and has just these bytes. */
function holds(path: string, bytes: Buffer): boolean {
  try {
    return readBytes(path)?.equals(bytes) === true
  } catch {
    return false
  }
}

function isFolder(path: string): boolean {
  try {
    return statusOf(path)?.isDirectory() === true
  } catch {
    // writing to it will say why
    return false
  }
}

/** Makes a backup before something risky, unless the last one is the same; throws where it cannot be made. */
export function safeguard(home: DataFolder): void {
  const folder = join(home.path, 'backups')
  const { files } = home
  const draft = join(folder, `.auto-${home.uuid()}`)
  let made: string | null = null
  try {
    const contents = contentsOf(home)
    if (contents.length === 0) return
    const archive = pack(contents)
    const last = automaticBackups(home).at(-1)
    if (last !== undefined && holds(join(folder, last.name), archive)) return
    ensureFolder(files, folder, 0o700)
    writeNewFile(files, draft, archive, 0o600)
    const stamp = stampOf(home)
    made = firstFree(
      (suffix) => `auto-${stamp}${suffix}.backup`,
      (name) => claims(() => moveToFreeName(files, draft, join(folder, name))),
    )
  } catch (error) {
    throw asUserError(`No backup could be made in ${folder}, so nothing was changed`, error)
  } finally {
    // it is gone already where it has its final name
    succeeds(() => files.remove(draft))
  }
  const others = automaticBackups(home).filter(({ name }) => name !== made)
  for (const { name } of others.slice(0, 1 - backupsKept)) succeeds(() => files.remove(join(folder, name)))
}

/** Makes the backup of the day, if there is none yet. Where that fails, `doctor` will say so. */
export function backupOfTheDay(home: DataFolder): void {
  const today = `auto-${stampOf(home).slice(0, 8)}`
  succeeds(() => {
    if (!automaticBackups(home).some(({ name }) => name.startsWith(today))) safeguard(home)
  })
}

interface AutomaticBackup {
  /** Of the file in `backups/`. */
  name: string
  /** In ms since the epoch, by a clock that may have been wrong; the second one of a second counts as a ms later. */
  madeAt: number
}

/** The automatic backups, the oldest first; before them those dated in the future, as nobody knows how old they are. */
export function automaticBackups(home: DataFolder): AutomaticBackup[] {
  const now = home.now().getTime()
  const rankOf = ({ madeAt }: AutomaticBackup): number =>
    madeAt > now ? madeAt - Number.MAX_SAFE_INTEGER : madeAt
  return namesIn(join(home.path, 'backups'))
    .flatMap((name) => {
      const numbers = automatic
        .exec(name)
        ?.slice(1)
        .map((digits) => Number(digits ?? 1))
      if (numbers === undefined) return []
      const [year = 0, month = 0, date, hour, minute, second, number] = numbers
      return [{ name, madeAt: new Date(year, month - 1, date, hour, minute, second, number).getTime() }]
    })
    .sort((a, b) => rankOf(a) - rankOf(b))
}
