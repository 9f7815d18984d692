import { join } from 'node:path'
import { firstFree, isTaking, moveToFreeName, succeeds } from './files.ts'
import { type DataFolder, notice, protect, readBytes, stampOf, statusOf } from './folder.ts'

/**
 * Moves a file of the home out of the way, for good: nothing in `quarantine/` is overwritten or deleted. `told` are the
 * sentences for the user, once with the place where it is kept, and once for a file that has to stay where it is.
 */
export function quarantine(
  home: DataFolder,
  file: string,
  told: { kept(place: string): string; stuck: string },
): void {
  const place = move(home, file, `quarantine/${file.replaceAll('/', '-')}-${stampOf(home)}`)
  if (place !== null) {
    notice(home, told.kept(place))
  } else if (statusOf(join(home.path, file))) {
    home.stuck.add(file)
    notice(home, told.stuck)
  }
}

function move(home: DataFolder, file: string, wanted: string): string | null {
  const { files, path } = home
  let place: string | null = null
  succeeds(() => {
    files.makeFolder(join(path, 'quarantine'), 0o700)
    place = firstFree(
      (suffix) => wanted + suffix,
      (name) => isTaking(() => moveToFreeName(files, join(path, file), join(path, name))),
    )
    if (place !== null) protect(home, join(path, place))
  })
  return place
}

/**
 * What `parse` makes of a file of the home; null if there is no such file. One that cannot be read, or of which it makes
 * null, goes to quarantine and counts as missing; `remedy` is a sentence that tells the user what becomes of it.
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
  const broken = `${file} could not be read and is`
  quarantine(home, file, {
    kept: (place) => `${broken} kept as ${place}. ${remedy}`,
    stuck: `${broken} left where it is. Mend or delete it. ${remedy}`,
  })
  return null
}
