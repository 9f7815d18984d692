import { readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Restored, UserError } from '../../ports.ts'
import { safeLine } from '../../text/safe.ts'
import { asUserError } from '../as-user-error.ts'
import { moveToFreeName, withCode } from '../files.ts'
import { addFile, type DataFolder, namesIn, stampOf, statusOf } from '../folder.ts'
import { entriesIn, journalNames, linesHere, rawLines, takeIn } from '../journal.ts'
import { type Piece, unpack } from './archive.ts'
import { safeguard } from './backups.ts'

/**
 * Takes over what a backup has and the home has not: every line of a journal that stands in none here, and the files
 * whose names are free. With `replace` what was here before is set aside afterwards, so that a crash on the way leaves
 * too much rather than too little. A file that is damaged anywhere is refused whole.
 */
export function restore(home: DataFolder, path: string, { replace }: { replace: boolean }): Restored {
  const pieces = readBackup(path)
  safeguard(home)
  try {
    return replace ? replaceAll(home, pieces) : merge(home, pieces)
  } catch (error) {
    throw asUserError('Not all of the backup could be restored', error, 'try again: nothing is lost')
  }
}

function readBackup(path: string): Piece[] {
  const name = safeLine(path)
  const pieces = unpack(bytesOf(path))
  switch (pieces) {
    case 'foreign':
      throw new UserError(`${name} is no backup of greenroom.`, 'Name a file that backup wrote.')
    case 'newer':
      throw new UserError(`${name} was made by a newer greenroom.`, 'Upgrade this one, and restore it then.')
    case 'damaged':
      throw new UserError(
        `${name} is damaged, so nothing was restored from it.`,
        'Take another one: automatic ones are in the folder backups of your data.',
      )
    case 'large':
      throw new UserError(`${name} holds more than 1 GB.`, 'Name another file that backup wrote.')
    default:
      return pieces
  }
}

function bytesOf(path: string): Uint8Array {
  const name = safeLine(path)
  try {
    const status = statSync(path, { throwIfNoEntry: false })
    if (status?.isFile()) return readFileSync(path)
    throw new UserError(
      status ? `${name} is no file.` : `There is no file ${name}.`,
      'Name a file that backup wrote.',
    )
  } catch (error) {
    throw asUserError(`${name} cannot be read`, error, 'name another file')
  }
}

const isJournal = ({ path }: Piece): boolean => path.startsWith('attempts/')

function merge(home: DataFolder, pieces: readonly Piece[]): Restored {
  const here = linesHere(home)
  const lines = pieces
    .filter(isJournal)
    .flatMap(({ path, bytes }) => takeIn(home, basename(path), bytes, here))
  const added = pieces.filter((piece) => !isJournal(piece) && addFile(home, piece.path, piece.bytes))
  return {
    ...entriesIn(lines),
    banks: added.filter(({ path }) => path.startsWith('banks/')).length,
    aside: null,
  }
}

function replaceAll(home: DataFolder, pieces: readonly Piece[]): Restored {
  const journals = journalNames(home)
  const banks = namesIn(join(home.path, 'banks')).filter((name) => !name.startsWith('.'))
  for (const { path, bytes } of pieces.filter(isJournal)) {
    if (!addFile(home, path, bytes)) addFile(home, `attempts/${home.uuid()}.jsonl`, bytes)
  }
  const lines = pieces.filter(isJournal).flatMap(({ bytes }) => rawLines(bytes))
  // Without them nobody takes the journals for cut off, or old settings for new ones.
  const old = [
    'progress.json',
    'config.json',
    'came-up.md',
    ...journals.map((name) => `attempts/${name}`),
    ...banks.map((name) => `banks/${name}`),
    'device',
  ]
  const aside = setAside(home, old)
  const added = pieces.filter((piece) => !isJournal(piece) && addFile(home, piece.path, piece.bytes))
  return { ...entriesIn(lines), banks: added.filter(({ path }) => path.startsWith('banks/')).length, aside }
}

/** Moves files of the home to a folder of their own among the backups; null where there were none. */
function setAside(home: DataFolder, paths: readonly string[]): string | null {
  const there = paths.filter((path) => statusOf(join(home.path, path)) !== null)
  if (there.length === 0) return null
  const folder = `backups/replaced-${stampOf(home)}-${home.uuid().slice(0, 8)}`
  for (const path of there) {
    home.files.makeFolder(dirname(join(home.path, folder, path)), 0o700)
    moveToFreeName(home.files, join(home.path, path), join(home.path, folder, path))
    if (statusOf(join(home.path, path)) !== null) throw withCode('EACCES')
  }
  return folder
}
