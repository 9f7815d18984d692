import { join } from 'node:path'
import type { Entry, Line, MergedLine, SettingValue } from '../progress/journal.ts'
import { readJournal } from '../progress/read.ts'
import { isDeviceOnly } from '../progress/settings.ts'
import { asUserError } from './as-user-error.ts'
import { storedDevice } from './device.ts'
import { syncFolders } from './files.ts'
import { type DataFolder, readBytes, textOf } from './folder.ts'
import { appendTo } from './journal.ts'

type Values = Record<string, SettingValue>

// The settings that count on this device alone have a journal of their own, which is neither synced nor backed up.

/** That journal, in the home. */
export const localFile = 'local.jsonl'

/** The settings of this device alone; null where one was reset. */
export function localSettings(home: DataFolder): Values {
  const bytes = readBytes(join(home.path, localFile))
  return bytes === null ? {} : deviceOnlyIn(textOf(bytes))
}

/** The settings in a journal that count on its device alone, as they were set last. */
export function deviceOnlyIn(journal: string): Values {
  const sets = readJournal(journal).lines.flatMap((line) => (line.type === 'set' ? [line] : []))
  return Object.fromEntries(sets.filter(({ key }) => isDeviceOnly(key)).map(({ key, value }) => [key, value]))
}

/** Whether a line is kept in that journal. */
export const isLocal = (line: Entry | Line): boolean =>
  line.type === 'set' && 'key' in line && isDeviceOnly(String(line.key))

/** Appends a line to it, as `appendTo` does. */
export function appendLocal(home: DataFolder, line: Line): void {
  const path = join(home.path, localFile)
  appendTo(home, path, line)
  try {
    syncFolders(home.files, home.path)
  } catch (error) {
    throw asUserError(`This could not be saved in ${path}`, error)
  }
}

/** The lines that count here: greenroom 0.1.0 kept the settings of all devices in the journals, and others' do not. */
export function countingHere(home: DataFolder, lines: readonly MergedLine[]): MergedLine[] {
  const own = storedDevice(home)?.id
  return lines.filter((line) => !isLocal(line) || line.device === own)
}

/** Settings with those of this device alone in the place of what the journals say. */
export function withLocal(settings: Values, local: Values): Values {
  return Object.fromEntries(Object.entries({ ...settings, ...local }).filter(([, value]) => value !== null))
}
