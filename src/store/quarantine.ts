import { join } from 'node:path'
import { safe } from '../bank/safe.ts'
import { attempt, codeOf, moveToFreeName } from './files.ts'
import { type Home, notice, readBytes, statusOf, textOf } from './home.ts'

/**
 * Moves a file of the home out of the way, for good: nothing in `quarantine/` is overwritten or deleted. `told` are the
 * sentences for the user, once with the place where it is kept, and once for a file that has to stay where it is.
 */
export function quarantine(
  home: Home,
  file: string,
  told: { kept(place: string): string; stuck: string },
): void {
  const stamp = home
    .now()
    .toISOString()
    .replaceAll(/[-:]|\.\d+/g, '')
  const place = move(home, file, `quarantine/${file.replaceAll('/', '-')}-${stamp}`)
  if (place !== null) {
    notice(home, told.kept(place))
  } else if (statusOf(join(home.path, file))) {
    home.stuck.add(file)
    notice(home, told.stuck)
  }
}

function move(home: Home, file: string, wanted: string): string | null {
  attempt(() => home.files.makeFolder(join(home.path, 'quarantine'), 0o700))
  for (let number = 1; number < 1000; number++) {
    const place = number === 1 ? wanted : `${wanted}-${number}`
    try {
      moveToFreeName(home.files, join(home.path, file), join(home.path, place))
      const isFolder = statusOf(join(home.path, place))?.isDirectory()
      attempt(() => home.files.protect(join(home.path, place), isFolder ? 0o700 : 0o600))
      return place
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return null
    }
  }
  return null
}

/**
 * The JSON object in a file of the home, its texts made safe; null if there is no such file.
 * One that cannot be read, or does not fit, goes to quarantine and counts as missing; `remedy` is a sentence that tells
 * the user what becomes of it.
 */
export function readObject<T extends object>(
  home: Home,
  file: string,
  remedy: string,
  fits: (value: Record<string, unknown>) => boolean = () => true,
): T | null {
  const path = join(home.path, file)
  const status = statusOf(path)
  if (status === null) return null
  const bytes = status.isDirectory() ? null : readBytes(path)
  const value = bytes && parse(textOf(bytes))
  if (isObject(value) && fits(value)) return value as T
  const broken = `${file} could not be read and is`
  quarantine(home, file, {
    kept: (place) => `${broken} kept as ${place}. ${remedy}`,
    stuck: `${broken} left where it is. Mend or delete it. ${remedy}`,
  })
  return null
}

/** Whether it has keys and values: no array, not null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What `safe()` might change, as it looks in JSON; going through every text costs time, and is rarely needed. */
const suspect = /\\[bfru]|[\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/

function parse(text: string): unknown {
  try {
    if (!suspect.test(text)) return JSON.parse(text)
    return JSON.parse(text, (_, value) => (typeof value === 'string' ? safe(value) : value))
  } catch {
    return undefined
  }
}
