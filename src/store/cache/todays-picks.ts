import { join } from 'node:path'
import { version } from '../../../package.json'
import type { TodaysPicks } from '../../ports.ts'
import { isObject } from '../../text/safe-json.ts'
import { isSlug } from '../../text/slug.ts'
import { isQuestion } from '../bank-copies/salvage.ts'
import { isSealed, sealed } from '../checksum.ts'
import { patiently, succeeds, writeNewFile } from '../files.ts'
import { type DataFolder, jsonOf, readBytes, statusOf } from '../folder.ts'

const name = 'today.json'

/**
 * As it is in the file: with the greenroom that worked it out, as another may rank otherwise, and with what tells the copy of
 * each bank from one that takes its place: there is one, where it has any.
 */
type Stored = TodaysPicks & { version: string; copies: (string | null)[] }

/**
 * Reads `today.json`; null where there is none that is whole and of this greenroom, or the copies of its banks are not those that it was made from.
 * Nothing is in it that is not made again when it is missing.
 */
export function readTodaysPicks(home: DataFolder): TodaysPicks | null {
  try {
    const bytes = readBytes(join(home.path, name))
    const value = bytes !== null && isSealed(bytes) ? jsonOf(bytes) : null
    if (!isPicks(value)) return null
    const { version: _, copies, ...picks } = value
    return JSON.stringify(copies) === JSON.stringify(copiesOf(home, picks)) ? picks : null
  } catch {
    return null
  }
}

/** A copy is replaced, never changed. */
const copiesOf = (home: DataFolder, { banks }: TodaysPicks): Stored['copies'] =>
  banks.map(({ slug }) => {
    const status = statusOf(join(home.path, 'banks', `${slug}.json`))
    return status && [status.ino, status.size, status.mtimeMs].join(' ')
  })

const isPicks = (value: unknown): value is Stored =>
  isObject(value) &&
  value.version === version &&
  isObject(value.journals) &&
  isObject(value.days) &&
  Object.values(value.days).every(Array.isArray) &&
  Array.isArray(value.banks) &&
  value.banks.every((bank) => isObject(bank) && isSlug(String(bank.slug))) &&
  Array.isArray(value.questions) &&
  value.questions.every(isQuestion)

/** Writes `today.json`, whole or not at all. */
export function writeTodaysPicks(home: DataFolder, picks: TodaysPicks): void {
  const { files } = home
  const draft = join(home.path, `.${name}-${home.uuid()}`)
  const isWritten = succeeds(() => {
    const stored: Stored = { ...picks, version, copies: copiesOf(home, picks) }
    writeNewFile(files, draft, sealed(JSON.stringify(stored)), 0o600)
    patiently(() => files.rename(draft, join(home.path, name)))
  })
  if (!isWritten) succeeds(() => files.remove(draft))
}
