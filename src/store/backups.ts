import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { checksumIn, type Piece, pack } from './archive.ts'
import { attempt, codeOf, moveToFreeName, writeNewFile } from './files.ts'
import { type Home, namesIn, readBytes, stampOf, statusOf } from './home.ts'
import { refusal } from './refusal.ts'
import { writeFileWhole } from './write-file.ts'

/** How many of those that are made by themselves are kept. */
const kept = 14
const automatic = /^auto-\d{8}T\d{6}\.backup$/

/** All that cannot be made again: journals, banks, and what was set aside. */
function contentsOf(home: Home): Piece[] {
  const cameUp = readBytes(join(home.path, 'came-up.md'))
  const own = cameUp === null ? [] : [{ path: 'came-up.md', bytes: cameUp }]
  const inFolders = ['attempts', 'banks', 'backups', 'quarantine'].flatMap((folder) =>
    namesIn(join(home.path, folder))
      .filter((name) => belongs(folder, name) && statusOf(join(home.path, folder, name))?.isFile())
      .flatMap((name) => {
        const bytes = readBytes(join(home.path, folder, name))
        return bytes === null ? [] : [{ path: `${folder}/${name}`, bytes }]
      }),
  )
  return [...own, ...inFolders]
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
export function backup(home: Home, named: string | null, options: { force: boolean }): string {
  const place = named ?? join(home.path, 'backups')
  if (named === null) home.files.makeFolder(place, 0o700)
  const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory() === true
  const path = isFolder ? join(place, `greenroom-${stampOf(home)}.backup`) : place
  writeFileWhole(path, pack(contentsOf(home)), { ...options, files: home.files, mode: 0o600 })
  return resolve(path)
}

/** Makes a backup before something risky, unless the last one holds the same; refuses where it cannot be made. */
export function safeguard(home: Home): void {
  const folder = join(home.path, 'backups')
  const { files } = home
  const draft = join(folder, `.auto-${home.uuid()}`)
  try {
    const contents = contentsOf(home)
    if (contents.length === 0) return
    const archive = pack(contents)
    const last = automaticIn(folder).at(-1)
    if (last !== undefined && checksumOf(join(folder, last)) === checksumIn(archive)) return
    files.makeFolder(folder, 0o700)
    writeNewFile(files, draft, archive, 0o600)
    moveToFreeName(files, draft, join(folder, `auto-${stampOf(home)}.backup`))
  } catch (error) {
    attempt(() => files.remove(draft))
    // Another process made one in this second.
    if (codeOf(error) === 'EEXIST') return
    throw refusal(`No backup could be made in ${folder}, so nothing was changed`, error)
  }
  for (const old of automaticIn(folder).slice(0, -kept)) attempt(() => files.remove(join(folder, old)))
}

/** Makes the backup of the day, where there is none yet. That it cannot be made is for `doctor` to say. */
export function backupOfTheDay(home: Home): void {
  const today = `auto-${stampOf(home).slice(0, 8)}`
  attempt(() => {
    if (!automaticIn(join(home.path, 'backups')).some((name) => name.startsWith(today))) safeguard(home)
  })
}

/** The oldest first. */
function automaticIn(folder: string): string[] {
  return namesIn(folder).filter((name) => automatic.test(name))
}

function checksumOf(path: string): string | null {
  const start = Buffer.alloc(200)
  const file = openSync(path, 'r')
  try {
    return checksumIn(start.subarray(0, readSync(file, start)))
  } finally {
    closeSync(file)
  }
}
