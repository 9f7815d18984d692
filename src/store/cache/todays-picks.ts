import { join } from 'node:path'
import type { TodaysPicks } from '../../ports.ts'
import { isObject } from '../../text/safe-json.ts'
import { isSealed, sealed } from '../checksum.ts'
import { patiently, succeeds, writeNewFile } from '../files.ts'
import { type DataFolder, jsonOf, readBytes } from '../folder.ts'

const name = 'today.json'

/** Reads `today.json`; null where there is none that is whole. Nothing is in it that is not made again when it is missing. */
export function readTodaysPicks(home: DataFolder): TodaysPicks | null {
  try {
    const bytes = readBytes(join(home.path, name))
    const value = bytes !== null && isSealed(bytes) ? jsonOf(bytes) : null
    return isPicks(value) ? value : null
  } catch {
    return null
  }
}

const isPicks = (value: unknown): value is TodaysPicks =>
  isObject(value) &&
  isObject(value.journals) &&
  isObject(value.days) &&
  Object.values(value.days).every(Array.isArray) &&
  Array.isArray(value.banks) &&
  value.banks.every(Array.isArray)

/** Writes `today.json`, whole or not at all. */
export function writeTodaysPicks(home: DataFolder, picks: TodaysPicks): void {
  const { files } = home
  const draft = join(home.path, `.${name}-${home.uuid()}`)
  const isWritten = succeeds(() => {
    writeNewFile(files, draft, sealed(JSON.stringify(picks)), 0o600)
    patiently(() => files.rename(draft, join(home.path, name)))
  })
  if (!isWritten) succeeds(() => files.remove(draft))
}
