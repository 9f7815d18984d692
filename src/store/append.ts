import type { Entry, Line } from '../progress/journal.ts'
import { type Latest, orderAfter } from '../progress/order.ts'
import type { Progress } from '../progress/progress.ts'
import { localTime } from '../text/dates.ts'
import { asUserError } from './as-user-error.ts'
import { ensureDevice, readDevice } from './device.ts'
import { type DataFolder, prepareHome } from './folder.ts'
import { appendLine, isSameSize, journalSizes, openJournal, readJournals } from './journal.ts'
import { appendLocal, isLocal } from './local.ts'

/** The user's folder, and what this process knows of it and has done. */
export interface OpenFolder extends DataFolder {
  /** This device's id, once the folder is prepared. */
  device: string | null
  /** What this process folded last. */
  folded: Progress | null
  /** The last line that this process knows of, and the sizes of the journals then; null before it looked. */
  seen: { latest: Latest | null; sizes: Record<string, number> } | null
  /** How many bytes this process appended to the journal. */
  appended: number
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

/**
 * Stamps a line and appends it to this device's journal, or to that of its own settings; it is on the disk when this returns.
 * It comes after all that is in the journals, whatever the clock says.
 */
export function append(home: OpenFolder, entry: Entry, id = home.uuid()): Line {
  const device = home.device ?? prepare(home)
  const { latest, sizes } = lookedAt(home)
  const at = home.now()
  const order = orderAfter(latest, at.getTime(), device)
  const stamp = { v: 1, id, at: localTime(at, -at.getTimezoneOffset()) }
  // the stamp comes last too: an entry made from another line brings that one's
  const { order: _, ...line }: Line = { ...stamp, ...entry, ...stamp }
  const stamped: Line = order === null || isLocal(line) ? line : { ...line, order }
  if (isLocal(line)) appendLocal(home, line)
  else {
    const bytes = appendLine(home, device, stamped)
    home.seen = {
      latest: { order: order ?? [0, at.getTime()], device },
      sizes: { ...sizes, [device]: (sizes[device] ?? 0) + bytes },
    }
    home.appended += bytes
  }
  home.hasAppended = true
  home.isBehind = true
  return stamped
}

/** What there is to come after. The journals are read again only where another process wrote to them. */
function lookedAt(home: OpenFolder): NonNullable<OpenFolder['seen']> {
  const sizes = journalSizes(home)
  if (home.seen === null || !isSameSize(home.seen.sizes, sizes)) home.seen = readJournals(home)
  return home.seen
}
