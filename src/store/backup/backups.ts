import { join, resolve } from 'node:path'
import { asUserError } from '../as-user-error.ts'
import { firstFree, isTaking, moveToFreeName, succeeds, writeNewFile } from '../files.ts'
import { type DataFolder, namesIn, readBytes, stampOf, statusOf } from '../folder.ts'
import { writeFileWhole } from '../write-file.ts'
import { expectRoom, mostBytes, type Piece, pack, sizeOf } from './archive.ts'

/** How many of those that are made by themselves are kept. */
const kept = 14
const automatic = /^auto-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(?:-(\d+))?\.backup$/

/**
 * All that cannot be made again: journals, banks, and what was set aside, of that as much as there is room for and can be
 * read.
 */
function contentsOf(home: DataFolder): Piece[] {
  const pathsIn = (folder: string): string[] =>
    namesIn(join(home.path, folder))
      .filter((name) => belongs(folder, name) && statusOf(join(home.path, folder, name))?.isFile())
      .map((name) => `${folder}/${name}`)
  const read = (path: string): Piece[] => {
    const bytes = readBytes(join(home.path, path))
    return bytes === null ? [] : [{ path, bytes }]
  }
  const needed = ['came-up.md', ...pathsIn('attempts'), ...pathsIn('banks'), ...pathsIn('backups')].flatMap(
    read,
  )
  let room = mostBytes - sizeOf(needed)
  const aside: Piece[] = []
  succeeds(() => {
    for (const path of pathsIn('quarantine')) {
      const size = statusOf(join(home.path, path))?.size ?? 0
      if (size <= room && succeeds(() => aside.push(...read(path)))) room -= size
    }
  })
  return [...needed, ...aside]
}

/** Refuses where no backup could be made of what is there. */
export function expectPossible(home: DataFolder): void {
  expectRoom(contentsOf(home))
}

function belongs(folder: string, name: string): boolean {
  if (name.startsWith('.')) return false
  if (folder === 'attempts') return name.endsWith('.jsonl')
  if (folder === 'banks') return name.endsWith('.json')
  return folder === 'quarantine' || /^bank-.*\.json$/.test(name)
}

/**
 * Writes a backup for the user: to the file named, into the folder named, else among the backups of the home. Gives back
 * where it is.
 */
export function backup(home: DataFolder, named: string | null, options: { force: boolean }): string {
  const place = named ?? join(home.path, 'backups')
  if (named === null) home.files.makeFolder(place, 0o700)
  const path = isFolder(place) ? join(place, `greenroom-${stampOf(home)}.backup`) : place
  writeFileWhole(path, pack(contentsOf(home)), { ...options, files: home.files, mode: 0o600 })
  return resolve(path)
}

/** Whether a file has just these bytes, as far as it can be read. */
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
    // writing to it says why not
    return false
  }
}

/** Makes a backup before something risky, unless the last one holds the same; refuses where it cannot be made. */
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
    files.makeFolder(folder, 0o700)
    writeNewFile(files, draft, archive, 0o600)
    const stamp = stampOf(home)
    made = firstFree(
      (suffix) => `auto-${stamp}${suffix}.backup`,
      (name) => isTaking(() => moveToFreeName(files, draft, join(folder, name))),
    )
  } catch (error) {
    throw asUserError(`No backup could be made in ${folder}, so nothing was changed`, error)
  } finally {
    // where it has a name now, it has no other
    succeeds(() => files.remove(draft))
  }
  const others = automaticBackups(home).filter(({ name }) => name !== made)
  for (const { name } of others.slice(0, 1 - kept)) succeeds(() => files.remove(join(folder, name)))
}

/** Makes the backup of the day, where there is none yet. That it cannot be made is for `doctor` to say. */
export function backupOfTheDay(home: DataFolder): void {
  const today = `auto-${stampOf(home).slice(0, 8)}`
  succeeds(() => {
    if (!automaticBackups(home).some(({ name }) => name.startsWith(today))) safeguard(home)
  })
}

interface Automatic {
  /** In the folder `backups`. */
  name: string
  /** When, in ms since the epoch, by a clock that may have been wrong; of one second the second one a ms later. */
  madeAt: number
}

/** Those that are made by themselves, the oldest first; before these what is of days to come, as nobody knows how old it is. */
export function automaticBackups(home: DataFolder): Automatic[] {
  const now = home.now().getTime()
  const rank = ({ madeAt }: Automatic): number => (madeAt > now ? madeAt - Number.MAX_SAFE_INTEGER : madeAt)
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
    .sort((a, b) => rank(a) - rank(b))
}
