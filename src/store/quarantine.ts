import { join } from 'node:path'
import { claims, ensureFolder, firstFree, moveToFreeName, succeeds } from './files.ts'
import { type DataFolder, notice, protect, readBytes, stampOf, statusOf } from './folder.ts'

/**
 * Moves a file of the home out of the way for good: nothing in `quarantine/` is overwritten or deleted. `sentences` tell the
 * user that it was moved, or had to be left.
 */
export function quarantine(
  home: DataFolder,
  file: string,
  sentences: { moved(place: string): string; left: string },
): void {
  const place = move(home, file, `quarantine/${file.replaceAll('/', '-')}-${stampOf(home)}`)
  if (place !== null) {
    notice(home, sentences.moved(place))
  } else if (statusOf(join(home.path, file))) {
    home.unmovable.add(file)
    notice(home, sentences.left)
  }
}

function move(home: DataFolder, file: string, wanted: string): string | null {
  const { files, path } = home
  let place: string | null = null
  succeeds(() => {
    ensureFolder(files, join(path, 'quarantine'), 0o700)
    place = firstFree(
      (suffix) => wanted + suffix,
      (name) => claims(() => moveToFreeName(files, join(path, file), join(path, name))),
    )
    if (place !== null) protect(home, join(path, place))
  })
  return place
}

/**
 * What `parse` makes of a file in the home; null if there is no such file. One that cannot be read, or that it makes null of,
 * goes to quarantine and counts as missing; `remedy` is a sentence that tells the user what follows.
 */
export function readOrQuarantine<T>(
  home: DataFolder,
  file: string,
  remedy: string,
  parse: (bytes: Buffer) => T | null,
): T | null {
  const path = join(home.path, file)
  const status = statusOf(path)
  if (status === null) return null
  const bytes = status.isDirectory() ? null : readBytes(path)
  const value = bytes && parse(bytes)
  if (value !== null) return value
  quarantine(home, file, {
    moved: (place) => `${file} could not be read and was moved to ${place}. ${remedy}`,
    left: `${file} could be neither read nor moved. Fix or delete it. ${remedy}`,
  })
  return null
}
