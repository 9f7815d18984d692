import { readFileSync, statSync } from 'node:fs'
import { platform } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { type Restored, UserError } from '../../ports.ts'
import { distinct, escapedName, isPortable, isReserved } from '../../text/file-names.ts'
import { largestBackup, mostLines } from '../../text/limits.ts'
import { safeLine } from '../../text/safe.ts'
import { isSlug } from '../../text/slug.ts'
import { asUserError } from '../as-user-error.ts'
import { countLines } from '../count-lines.ts'
import { storedDevice } from '../device.ts'
import { ensureFolder, moveToFreeName, withCode } from '../files.ts'
import { addFile, type DataFolder, namesIn, stampOf, statusOf } from '../folder.ts'
import { countEntries, countHere, journalNames, linesHere, rawLines, takeIn } from '../journal.ts'
import { deviceOnlyIn } from '../local.ts'
import { unsavedFiles } from '../unsaved.ts'
import { type ArchiveEntry, unpack } from './archive.ts'
import { safeguard } from './backups.ts'

/**
 * Takes over what a backup has and the home lacks: every line that no journal has here, and the files whose names are free.
 * With `replace`, what was here before is set aside afterwards, so that a crash halfway leaves too much rather than too
 * little. A file that is damaged anywhere is refused whole.
 */
export function restore(
  home: DataFolder,
  path: string | Uint8Array,
  { replace }: { replace: boolean },
): Restored {
  const entries = withSafeNames(readBackup(path), home)
  safeguard(home)
  try {
    return replace ? replaceAll(home, entries) : merge(home, entries)
  } catch (error) {
    throw asUserError('Not all of the backup could be restored', error, 'try again: nothing is lost')
  }
}

function readBackup(path: string | Uint8Array): ArchiveEntry[] {
  const name = typeof path === 'string' ? safeLine(path) : 'Standard input'
  const entries = unpack(typeof path === 'string' ? bytesOf(path) : path)
  switch (entries) {
    case 'foreign':
      throw new UserError(`${name} is not a greenroom backup.`, 'Name a file that backup wrote.')
    case 'newer':
      throw new UserError(`${name} was made by a newer greenroom.`, 'Upgrade this one, then restore it.')
    case 'damaged':
      throw new UserError(
        `${name} is damaged, so nothing was restored from it.`,
        'Use another one: automatic backups are in the folder backups of your data.',
      )
    case 'large':
      throw new UserError(
        `${name} holds more than greenroom writes: 1 GB, a million lines, 10,000 files, or 100 times its own size.`,
        'Nothing was restored. Name another file that backup wrote.',
      )
    default:
      return entries
  }
}

function bytesOf(path: string): Uint8Array {
  const name = safeLine(path)
  try {
    const status = statSync(path, { throwIfNoEntry: false })
    if (status?.isFile() && status.size <= largestBackup) return readFileSync(path)
    if (status?.isFile()) throw withCode('ERR_FS_FILE_TOO_LARGE')
    throw new UserError(
      status ? `${name} is not a file.` : `There is no file ${name}.`,
      'Name a file that backup wrote.',
    )
  } catch (error) {
    throw asUserError(`${name} cannot be read`, error, 'name another file')
  }
}

/**
 * What a backup has, under names that work on every system and none of which is another in capitals: whoever made it may
 * have chosen them. A journal does not get the name of this device's own either, as what is in it was not written here.
 */
function withSafeNames(entries: readonly ArchiveEntry[], home: DataFolder): ArchiveEntry[] {
  const own = `attempts/${storedDevice(home)?.id}.jsonl`
  const unlike = new Set(distinct([own, ...entries.map(({ path }) => path)]))
  unlike.delete(own)
  return entries.map((entry) => {
    const { path, bytes } = entry
    const name = basename(path)
    // a path that comes twice is the first time its own
    if (unlike.delete(path) && (isPortable(name) || isCopyName(path))) return entry
    const free = isJournal(entry) ? `attempts/${home.uuid()}.jsonl` : `quarantine/${quarantineName(path)}`
    return { path: free, bytes }
  })
}

/** Whether it is the copy of a bank, whose slug may have the letters of any language. */
const isCopyName = (path: string): boolean => {
  const [, slug = ''] = /^banks\/(.*)\.json$/.exec(path) ?? []
  return isSlug(slug) && !(isReserved(slug) && platform() === 'win32')
}

const quarantineName = (path: string): string =>
  escapedName(path.replace('quarantine/', '').replaceAll('/', '-')).slice(0, 120)

const isJournal = ({ path }: ArchiveEntry): boolean => path.startsWith('attempts/')

function merge(home: DataFolder, entries: readonly ArchiveEntry[]): Restored {
  const here = linesHere(home)
  expectReadable(entries.filter(isJournal), here, home)
  const lines = entries
    .filter(isJournal)
    .flatMap(({ path, bytes }) => takeIn(home, basename(path), bytes, here))
  const added = entries.filter((entry) => !isJournal(entry) && addFile(home, entry.path, entry.bytes))
  return {
    ...countEntries(lines),
    isNew: lines.length + added.length > 0,
    banks: added.filter(({ path }) => path.startsWith('banks/')).length,
    previous: null,
    leftOut: leftOutOf(lines),
  }
}

/** Throws where the journals could not be read any more with these. */
function expectReadable(
  journals: readonly ArchiveEntry[],
  here: ReadonlySet<string>,
  home: DataFolder,
): void {
  const added = journals
    .filter(({ bytes }) => rawLines(bytes).some((line) => !here.has(line)))
    .reduce((sum, { bytes }) => sum + countLines(bytes), 0)
  if (added === 0 || countHere(home) + added <= mostLines) return
  throw new UserError(
    `With this backup your journals would have more than ${mostLines.toLocaleString('en')} lines, so nothing was restored.`,
    'Restore it into another folder, with --home, or with --replace.',
  )
}

function replaceAll(home: DataFolder, entries: readonly ArchiveEntry[]): Restored {
  const journals = journalNames(home)
  const banks = namesIn(join(home.path, 'banks')).filter((name) => !name.startsWith('.'))
  for (const { path, bytes } of entries.filter(isJournal)) {
    if (!addFile(home, path, bytes)) addFile(home, `attempts/${home.uuid()}.jsonl`, bytes)
  }
  const lines = entries.filter(isJournal).flatMap(({ bytes }) => rawLines(bytes))
  // without the first two, no journal is taken for cut off, and no old setting for a new one
  const old = [
    'progress.json',
    'config.json',
    'came-up.md',
    ...journals.map((name) => `attempts/${name}`),
    ...banks.map((name) => `banks/${name}`),
    ...unsavedFiles(home),
    'device',
  ]
  const previous = setAside(home, old)
  const added = entries.filter((entry) => !isJournal(entry) && addFile(home, entry.path, entry.bytes))
  return {
    ...countEntries(lines),
    isNew: lines.length + added.length > 0,
    banks: added.filter(({ path }) => path.startsWith('banks/')).length,
    previous,
    leftOut: leftOutOf(lines),
  }
}

/** The settings in such lines that do not count here, but where they were reset. */
const leftOutOf = (lines: readonly string[]): Restored['leftOut'] =>
  Object.fromEntries(
    Object.entries(deviceOnlyIn(lines.filter((line) => line.includes('"set"')).join('\n'))).filter(
      ([, value]) => value !== null,
    ),
  )

/** Moves files of the home to a new folder among the backups; returns its path, null if there were none. */
function setAside(home: DataFolder, paths: readonly string[]): string | null {
  const existing = paths.filter((path) => statusOf(join(home.path, path)) !== null)
  if (existing.length === 0) return null
  const folder = `backups/replaced-${stampOf(home)}-${home.uuid().slice(0, 8)}`
  for (const path of existing) {
    ensureFolder(home.files, dirname(join(home.path, folder, path)), 0o700)
    moveToFreeName(home.files, join(home.path, path), join(home.path, folder, path))
    if (statusOf(join(home.path, path)) !== null) throw withCode('EACCES')
  }
  return folder
}
