import { createHash } from 'node:crypto'
import { lstatSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Page, Pages } from '../ports.ts'
import { asUserError } from './as-user-error.ts'
import { ensureFolder, firstFree, patiently, succeeds, syncFolders, writeNewFile } from './files.ts'
import { type DataFolder, namesIn, readBytes, stampOf } from './folder.ts'

const folderName = 'unsaved'

/** The most that is read of what an editor left, in bytes. */
const maxBytes = 16 * 1024 * 1024

/** After this time, in ms, no editor is taken to be still open on a text that has nothing new. */
const dayMs = 86_400_000

/** The texts of the user's editor: each in a folder of its own in `unsaved/`, where it outlives any crash. */
export const pagesOf = (home: DataFolder): Pages => ({
  open: (about, file, text) => open(home, about, file, text),
  read: pageAt,
  left: (about) => left(home, about),
  drop: (page) => drop(home, page),
  setAside: (page) => setAside(home, page),
  isOld: ({ path }) =>
    home.now().getTime() - (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > dayMs,
})

/** The paths in the home of all files that editors left; a link is the user's own. */
export function unsavedFiles(home: DataFolder): string[] {
  const inside = (path: string): string[] =>
    isFolder(join(home.path, path)) ? namesIn(join(home.path, path)).map((name) => `${path}/${name}`) : []
  return inside(folderName)
    .flatMap(inside)
    .filter((path) => lstatSync(join(home.path, path)).isFile())
}

/** A name that is unique, short, and allowed everywhere. */
function nameOf(about: string): string {
  const words = about.slice(about.indexOf('/') + 1).replace(/[^A-Za-z0-9]+/g, '-')
  return `${words.slice(0, 40)}-${createHash('sha256').update(about).digest('hex').slice(0, 8)}`
}

function open(home: DataFolder, about: string, file: string, text: string): Page {
  const wanted = join(home.path, folderName, nameOf(about))
  try {
    const folder = firstFree(
      (suffix) => wanted + suffix,
      (path) => lstatSync(path, { throwIfNoEntry: false }) === undefined,
    )
    const path = join(folder ?? wanted, file)
    ensureFolder(home.files, dirname(path), 0o700)
    writeNewFile(home.files, path, text, 0o600)
    syncFolders(home.files, dirname(path))
    return pageAt(path)
  } catch (error) {
    throw asUserError(`No text can be written in ${join(home.path, folderName)}`, error)
  }
}

/** A page as it is now. Some editors keep what was there before under the same name with a `~`: it is none of the others. */
function pageAt(path: string): Page {
  const folder = dirname(path)
  const names = succeedsWith(() => namesIn(folder)) ?? []
  const others = names.filter((name) => ![basename(path), basename(twin(path))].includes(name))
  return {
    path,
    bytes: succeedsWith(() => (statSync(path).size > maxBytes ? null : readBytes(path))),
    // a name that is there, but is that of a folder, or of a file that cannot be read, may be all that is left
    exists: names.includes(basename(path)),
    others: others.map((name) => join(folder, name)),
  }
}

/** The name of the backup of a file, or of the file that it is the backup of. */
const twin = (path: string): string => (path.endsWith('~') ? path.slice(0, -1) : `${path}~`)

function left(home: DataFolder, about: string): Page[] {
  const name = nameOf(about)
  const folders = namesIn(join(home.path, folderName))
    .filter((each) => each === name || new RegExp(`^${name}-\\d+$`).test(each))
    .map((each) => join(home.path, folderName, each))
  return folders.flatMap((folder) => {
    const path = mainFile(folder)
    return path === null ? [] : [pageAt(path)]
  })
}

/** The file that has the text: by its name, else, where it was renamed, the newest one. */
function mainFile(folder: string): string | null {
  const names = succeedsWith(() => namesIn(folder)) ?? []
  const visible = names
    .filter((name) => /^[^.#].*[^~]$/.test(name) && isFile(join(folder, name)))
    .map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at)
  const name = pageNames.find((each) => isFile(join(folder, each))) ?? visible[0]?.name ?? names[0]
  return name === undefined ? null : join(folder, name)
}

const pageNames = ['story.md', 'questions.md']

/** Deletes what was read of a page; whatever else is there stays, and so does what was written since. */
function drop({ files }: DataFolder, { path, bytes }: Page): void {
  const now = pageAt(path)
  if (now.bytes === null || bytes === null || !Buffer.from(now.bytes).equals(bytes)) {
    if (now.exists) return
  } else succeeds(() => files.remove(path))
  succeeds(() => files.remove(twin(path)))
  const folder = dirname(path)
  if (succeedsWith(() => namesIn(folder))?.length === 0) succeeds(() => files.removeFolder(folder))
}

/** Gives a page a name under which it is not offered again; returns its new path. */
function setAside(home: DataFolder, { path }: Page): string {
  const folder = dirname(path)
  const wanted = join(home.path, folderName, `aside-${basename(folder)}-${stampOf(home)}`)
  try {
    const aside = firstFree(
      (suffix) => wanted + suffix,
      (to) => lstatSync(to, { throwIfNoEntry: false }) === undefined,
    )
    patiently(() => home.files.rename(folder, aside ?? wanted))
    return join(aside ?? wanted, basename(path))
  } catch (error) {
    throw asUserError(`${folder} could not be moved`, error, 'move it yourself')
  }
}

const isFile = (path: string): boolean => succeedsWith(() => statSync(path).isFile()) === true
const isFolder = (path: string): boolean => succeedsWith(() => lstatSync(path).isDirectory()) === true

function succeedsWith<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
