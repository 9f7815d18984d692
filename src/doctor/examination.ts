import type { SettingValue } from '../progress/journal.ts'

/** Why something could not be looked at, and what to do about it. */
export interface Failure {
  failure: string
  remedy: string
}

export type Looked<T> = T | Failure

/** What was found of a part; null where it could not be looked at. */
export const partOf = <T extends object>(part: Looked<T>): T | null => ('failure' in part ? null : part)

/** What an examination of the home found, as plain facts. Files are named by their path in the home. */
export interface Examination {
  home: string
  place: Looked<Place>
  permissions: Looked<Permissions>
  disk: Looked<{ freeBytes: number }>
  history: Looked<History>
  progress: Looked<SavedProgressFacts>
  config: Looked<ConfigFacts>
  banks: Looked<BankFacts>
  backups: Looked<BackupFacts>
  device: Looked<DeviceFacts>
  leftovers: Looked<string[]>
}

export interface Place {
  kind: 'none' | 'folder' | 'file'
  readable: boolean
  /** Where there is none: whether it can be made. */
  writable: boolean
}

export interface Permissions {
  /** False where the system has none of this kind, as Windows. */
  known: boolean
  /** Open to other users. */
  open: string[]
  /** Of another user. */
  foreign: string[]
  /** That cannot be read or written. */
  unwritable: string[]
}

/** All journals, and what follows from them together. */
export interface History {
  journals: JournalFacts[]
  /** Lines that stand there more than once, as often as they are too many. */
  doubles: number
  /** Journals that are shorter than `progress.json` knew them, or gone. */
  lost: string[]
  ahead: { count: number; latest: string | null }
  /** Attempts that count, by question. */
  attempts: Record<string, number>
  settings: Record<string, SettingValue>
}

export interface JournalFacts {
  file: string
  device: string
  lines: number
  /** Lines of a newer version. */
  newer: number
  bad: BadPiece[]
  jumps: Jump[]
}

/** A piece that is no line, in bytes from `start` up to `end`. */
interface BadPiece {
  /** From 1. */
  line: number
  start: number
  end: number
  /** `again`: torn, and written again whole; `aside`: it stands in quarantine already. */
  state: 'damaged' | 'again' | 'aside'
}

/** A line that is earlier than the one before it. */
export interface Jump {
  line: number
  backMs: number
}

export interface SavedProgressFacts {
  /** `other`: as long as the journals, and yet not what they say. */
  state: 'none' | 'unreadable' | 'newer' | 'behind' | 'lost' | 'other' | 'current'
}

export interface ConfigFacts {
  state: 'none' | 'unreadable' | 'current' | 'behind'
  /** A sentence for each edit by hand that is not allowed. */
  refused: string[]
  /** Keys that were edited by hand. */
  edited: string[]
  /** Keys set in the journal that are not known here, or to a value that is not allowed. */
  strange: string[]
}

export interface BankFacts {
  copies: CopyFacts[]
  unreadable: MissingBank[]
  /** In the journal, and without a copy here. */
  missing: MissingBank[]
  newer: string[]
}

export interface CopyFacts {
  slug: string
  source: string
  /** Null for an address and standard input, which nobody looks after. */
  here: boolean | null
  errors: number
  questions: string[]
}

export interface MissingBank {
  slug: string
  /** Null where the journal knows none. */
  source: string | null
  here: boolean
}

export interface BackupFacts {
  /** Automatic ones. */
  count: number
  newest: string | null
  ageDays: number | null
  /** How many say that they are of days to come. */
  ahead: number
  /** How many files are set aside in `quarantine/`. */
  aside: number
}

export interface DeviceFacts {
  state: 'none' | 'unreadable' | 'copied' | 'own'
  id: string | null
  host: string | null
}

/** What can be said about; in the order of the report. */
export const checkNames = [
  'node',
  'home',
  'permissions',
  'disk',
  'journal',
  'clock',
  'questions',
  'progress',
  'config',
  'banks',
  'backups',
  'device',
  'leftovers',
  'terminal',
  'editor',
  'git',
] as const

export type CheckName = (typeof checkNames)[number]

/** What was done to mend, in sentences. */
export type Mended = Partial<Record<CheckName, string[]>>
