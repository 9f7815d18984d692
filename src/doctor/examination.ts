import type { SettingValue } from '../progress/journal.ts'

/** Why something could not be examined, and what to do about it. */
export interface Failure {
  failure: string
  remedy: string
}

export type Examined<T> = T | Failure

/** The facts about a part of the home; null where it could not be examined. */
export const factsOf = <T extends object>(part: Examined<T>): T | null => ('failure' in part ? null : part)

/** What an examination of the home found, as plain facts. Files are named by their path in the home. */
export interface Examination {
  home: string
  place: Examined<Place>
  permissions: Examined<Permissions>
  disk: Examined<{ freeBytes: number }>
  history: Examined<History>
  progress: Examined<SavedProgressFacts>
  config: Examined<ConfigFacts>
  banks: Examined<BankFacts>
  backups: Examined<BackupFacts>
  device: Examined<DeviceFacts>
  leftovers: Examined<string[]>
  /** Files that the user's editor left, whose text was not saved. */
  unsaved: Examined<string[]>
}

/** What there is at the path of the home. */
export interface Place {
  kind: 'none' | 'folder' | 'file'
  readable: boolean
  /** With `none`: whether it can be created. */
  writable: boolean
}

export interface Permissions {
  /** False where the system has no such permissions, as on Windows. */
  supported: boolean
  openToOthers: string[]
  ownedByOthers: string[]
  /** What this user cannot read or cannot write. */
  inaccessible: string[]
}

/** All journals, and what follows from them together. */
export interface History {
  journals: JournalFacts[]
  /** How many lines repeat an earlier one, byte for byte. */
  duplicates: number
  /** Journals that are shorter than `progress.json` knew them, or gone. */
  lost: string[]
  /** The number of attempts that count, by question. */
  attempts: Record<string, number>
  settings: Record<string, SettingValue>
}

export interface JournalFacts {
  file: string
  device: string
  lines: number
  /** How many lines a newer greenroom wrote. */
  newerLines: number
  badLines: BadLine[]
  jumps: Jump[]
  inFuture: FutureLine[]
}

/** Text that cannot be read as a line, in bytes from `start` up to `end`. */
export interface BadLine {
  /** From 1. */
  line: number
  start: number
  end: number
  /** `rewritten`: torn, and written again in full; `quarantined`: a copy is in quarantine. */
  state: 'damaged' | 'rewritten' | 'quarantined'
}

/** A line that is dated earlier than the one before it. */
export interface Jump {
  line: number
  backMs: number
}

/** A line dated in the future: its local time, and that in ms since the epoch. */
export interface FutureLine {
  line: number
  at: string
  instant: number
}

export interface SavedProgressFacts {
  /**
   * Compared with the journals: `behind` knows less of them, `ahead` more, `mismatched` differs from them though it was
   * made from just as many bytes.
   */
  state: 'none' | 'unreadable' | 'newer' | 'behind' | 'ahead' | 'mismatched' | 'current'
}

export interface ConfigFacts {
  state: 'none' | 'unreadable' | 'current' | 'behind'
  /** A sentence for each edit by hand that is not allowed. */
  refused: string[]
  /** Keys that were edited by hand. */
  edited: string[]
  /** Keys set in the journal that are unknown here, or whose value is not allowed. */
  unknown: string[]
}

export interface BankFacts {
  copies: CopyFacts[]
  /** Banks whose copy cannot be read. */
  unreadable: MissingBank[]
  /** Banks of the journal that have no copy here. */
  missing: MissingBank[]
  /** Banks whose copy a newer greenroom wrote. */
  newerBanks: string[]
}

export interface CopyFacts {
  slug: string
  source: string
  /** Null for an address and for standard input, which are not checked. */
  sourceExists: boolean | null
  errors: number
  questions: string[]
}

export interface MissingBank {
  slug: string
  /** Null where the journal names none. */
  source: string | null
  sourceExists: boolean
}

export interface BackupFacts {
  /** Automatic ones. */
  count: number
  newest: string | null
  ageDays: number | null
  /** How many are dated in the future. */
  inFuture: number
  /** How many files are in `quarantine/`. */
  quarantined: number
}

export interface DeviceFacts {
  /** `copied`: the id is that of the folder which this one was copied from. */
  state: 'none' | 'unreadable' | 'copied' | 'own'
  id: string | null
  host: string | null
}
