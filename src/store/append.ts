import type { Entry, Line } from '../progress/journal.ts'
import type { Progress } from '../progress/progress.ts'
import { localTime } from '../text/dates.ts'
import { asUserError } from './as-user-error.ts'
import { ensureDevice, readDevice } from './device.ts'
import { type DataFolder, prepareHome } from './folder.ts'
import { appendLine, openJournal } from './journal.ts'
import { appendLocal, isLocal } from './local.ts'

/** The user's folder, and what this process knows of it and has done. */
export interface OpenFolder extends DataFolder {
  /** This device's id, once the folder is prepared. */
  device: string | null
  /** What this process folded last. */
  folded: Progress | null
  /** Whether this process appended a line. */
  hasAppended: boolean
  /** Whether `progress.json` or `config.json` is behind; they are saved when the user no longer waits for anything. */
  isBehind: boolean
}

/** Creates what appending needs, and returns this device's id; throws where the folder cannot be written. */
export function prepare(home: OpenFolder): string {
  prepareHome(home)
  try {
    const device = ensureDevice(home)
    openJournal(home, device)
    home.device = device
    return device
  } catch (error) {
    throw asUserError(`Nothing can be saved in ${home.path}`, error)
  }
}

/** This device's id; empty while it has none. */
export const deviceIn = (home: OpenFolder): string => home.device ?? readDevice(home) ?? ''

/** Stamps a line and appends it to this device's journal, or to that of its own settings; it is on the disk when this returns. */
export function append(home: OpenFolder, entry: Entry, id = home.uuid()): Line {
  const at = home.now()
  const stamp = { v: 1, id, at: localTime(at, -at.getTimezoneOffset()) }
  // the stamp comes last too: an entry made from another line brings that one's
  const line: Line = { ...stamp, ...entry, ...stamp }
  const device = home.device ?? prepare(home)
  if (isLocal(line)) appendLocal(home, line)
  else appendLine(home, device, line)
  home.hasAppended = true
  home.isBehind = true
  return line
}
