import type { Bank, Listed, Question } from './bank/model.ts'
import type { Fixed } from './doctor/action.ts'
import type { Examination } from './doctor/examination.ts'
import type { Machine, MachineOptions } from './doctor/machine.ts'
import type { SourceFile } from './import/files.ts'
import type { Entry, Line, MergedLine, SettingValue } from './progress/journal.ts'
import type { Progress } from './progress/progress.ts'
import type { Practice, PracticeStep } from './rehearsal/practice/practice.ts'
import type { Drafted } from './rehearsal/records.ts'
import type { Rehearsal, Step } from './rehearsal/rehearsal.ts'
import type { Size, Style } from './screens/style.ts'
import type { RecorderFailure, TranscriptFailure } from './voice/failure.ts'
import type { TakeName } from './voice/take-name.ts'

/** What a bank is read from. */
export interface BankSource {
  /** An absolute path, an address, or `-`. */
  source: string
  /** Its last part, such as the name of the file. */
  name: string
  /** Changes whenever the source does; null where that cannot be known. */
  stamp: string | null
  files: SourceFile[]
}

/** A bank as it was last read from its source. */
export interface BankCopy {
  source: string
  stamp: string | null
  bank: Bank
}

/** What is in the copy of a bank. The questions are read when they are needed: of 100,000 one asks three. */
export interface CopyContents extends Pick<BankCopy, 'source' | 'stamp'> {
  questions: readonly Listed[]
  /** Some of its questions, in their order; null where it has to be read as a whole: they are many, or it is damaged. */
  read(listed: readonly Listed[]): Question[] | null
}

/** What a drill asks first, kept so that it starts without working it out, and what it was worked out from. */
export interface TodaysPicks {
  /** Sizes of the journals, in bytes, by device. */
  journals: Record<string, number>
  /** What picks: the plan, or, where there is none, what is due in the chosen bank. */
  by: 'plan' | 'due'
  /** The banks that are asked, with the source and the stamp of their copies; no source where they come with greenroom. */
  banks: { slug: string; source: string | null; stamp: string | null }[]
  /** By day, ids of the first questions: today's and, as far as they are known by now, those of the next days. */
  days: Record<string, string[]>
  /** Those of them that are in copies of banks. */
  questions: Question[]
}

/** A text that is open in the user's editor, or that an editor left. */
export interface Page {
  /** Of its file. */
  path: string
  /** What is in the file; null where it is gone or cannot be read. */
  bytes: Uint8Array | null
  /** Whether anything has that name. */
  exists: boolean
  /** Paths of what else is in its folder, such as a swap file, which may have more of the text. */
  others: string[]
}

/** The texts of the user's editor, in the home. */
export interface Pages {
  /** Puts a text about something into a new file of this name. */
  open(about: string, file: string, text: string): Page
  /** The page at a path, as it is now. */
  read(path: string): Page
  /** What was left about something. */
  left(about: string): Page[]
  /** Deletes what was read of a page, and nothing else. */
  drop(page: Page): void
  /** Keeps a page without offering it again; returns its new path. */
  setAside(page: Page): string
  /** Whether it is so old that no editor can be open on it. */
  isOld(page: Page): boolean
}

/** What is read from standard input: how it begins, its most bytes, and what to do where it has more. */
export interface ExpectedInput {
  begins: string
  most: number
  hint: string
}

/** The user's data; see `store/`. Reading creates nothing in an empty home; only `prepare` and `append` do. */
export interface Store {
  readonly home: string
  /** What was repaired or left out so far, in a sentence or two each, to be shown to the user once. */
  readonly notices: string[]
  /** Creates home, device and journal; throws where they cannot be written. Called before the first question. */
  prepare(): void
  /** This device's id; empty while it has none. */
  device(): string
  /** An id for a line to append, perhaps in more than one try. */
  newId(): string
  /** Returns the stamped line once it is on the disk. With an `id` that is in use, it is a new version of that line. */
  append(entry: Entry, id?: string): Line
  /** How many bytes this process has appended to this device's journal. */
  appended(): number
  /** What happened on all devices, each id once, the oldest first. */
  lines(): MergedLine[]
  /** From `progress.json` if that is not behind the journals, else folded from them. */
  progress(): Promise<Progress>
  /** Folds progress from the journals, and saves it and the settings where that is possible. */
  save(): Promise<Progress>
  /** As they were kept last; null where they were not. */
  todaysPicks(): TodaysPicks | null
  /** Keeps them where that is possible. */
  keepTodaysPicks(picks: TodaysPicks): void
  /** The copy of an added bank; null if there is none that can be used. */
  bankCopy(slug: string): BankCopy | null
  /** What is in that copy, without reading all of it; null where that is not possible. */
  bankContents(slug: string): CopyContents | null
  /** Saves a copy, replacing the one that was there. */
  keepBank(copy: BankCopy): void
  /** Moves the copy of a bank to the backups; returns its path, null where there was none. */
  dropBank(slug: string): string | null
  /** Writes a copy of a bank as it was to the backups; returns its path. */
  keepFormerBank(copy: BankCopy): string | null
  /** The bank in such a file; null where it is another one, or is damaged. */
  copyIn(bytes: Uint8Array): BankCopy | null
  bankSlugs(): string[]
  pages(): Promise<Pages>
  /** Writes everything to one file: the one named, one in the folder named, else one in the home; returns its path. */
  backup(named: string | null, options: { force: boolean }): Promise<string>
  /** The same as bytes. */
  archive(): Promise<Uint8Array>
  /** The paths of the backups in the home, the newest first. */
  backups(): Promise<string[]>
  /** Takes over what a backup, by its path or as bytes, has and the home lacks; with `replace`, the rest is set aside. */
  restore(file: string | Uint8Array, options: { replace: boolean }): Promise<Restored>
  /** Merges this home and a git remote, within `ms`. */
  sync(options: { remote: string; ms: number }): Promise<Synced>
  /** Examines everything in the home and changes nothing, however damaged it is. */
  examine(): Promise<Examination>
  /** Fixes what an examination found, as far as that is safe, after a backup; says what was done. */
  fix(found: Examination): Promise<Fixed[]>
  /** The recordings on this device. */
  takes(): Promise<Takes>
  /** What can wait until the end: saving what is behind, and the backup of the day. */
  finish(): Promise<void>
}

/** Recordings of answers, on this device only; see `store/takes.ts`. */
export interface Takes {
  readonly folder: string
  /** The oldest first. */
  all(): Take[]
  /** One to record; nothing is written before its first sound. */
  begin(question: string, id: string): TakeFile
  /** Removes files by their names. */
  remove(files: readonly string[]): void
  /** Fixes what was left open, and removes all but the last `keep` of each question and those older than `days` days. */
  tidy(limits: { keep: number; days: number }): void
  /** The recorder that worked last; null where none did. */
  recorder(): string | null
  remember(recorder: string): void
}

export interface Take extends TakeName {
  /** Its name, and where it is. */
  file: string
  path: string
  /** The size of the file, in bytes. */
  size: number
  /** How long it lasts, in ms. */
  ms: number
}

/** A take while it is recorded. */
export interface TakeFile {
  /** Adds sound; throws UserError where it cannot be written: then what was written before stays, and plays. */
  add(bytes: Uint8Array): void
  close(): void
  remove(): void
}

/** Attempts, and everything else: stories, settings and so on. */
export interface Entries {
  attempts: number
  others: number
}

/** What a backup brought. */
export interface Restored extends Entries {
  /** Whether the home had less before. */
  isNew: boolean
  banks: number
  /** The folder in the home that has what was there before, if that was replaced. */
  previous: string | null
  /** The settings in it that count only as they are set on this device. */
  leftOut: Record<string, SettingValue>
}

/** What was received, and whether anything was sent. */
export interface Synced {
  received: Entries
  sent: boolean
}

/** Recorders, players and voices of this machine; see `terminal/sound/`. None of them outlives greenroom. */
export interface Sound {
  /** As Node names it: `linux`, `darwin`, `win32`. */
  readonly system: string
  /** The recorders that are installed: the one of a command or, where that is null, all that are known. Starts none. */
  recorders(command: string | null): string[]
  /** Records with the first recorder that sends sound: that of the command or, where that is null, `first`, then all others. */
  record(by: { command: string | null; first: string | null }, events: RecorderEvents): Recording
  /** Plays a file, with a command of the user's or the first player that can. */
  play(file: string, command: string | null): Playing
  /** Has a command of the user's write down what is said in a file, within `ms`. */
  transcribe(file: string, command: string, ms: number): Transcribing
  /** Reads a text aloud, with a command of the user's or the first program that can. */
  speak(text: string, command: string | null): Playing
  /** Does something before the process is suspended, and after it goes on; returns what ends that. */
  onSuspend(before: () => Promise<void>, after: () => void): () => void
}

export interface RecorderEvents {
  /** Raw sound, with the name of the recorder that sent it. */
  sound(bytes: Uint8Array, recorder: string): void
  /** It ended by itself: with `began` in the middle, else none could record. */
  failed(failures: readonly RecorderFailure[], began: boolean): void
}

export interface Recording {
  /** Asks the recorder to end, and ends it if it has not within `patienceMs`, 1.5 s by default. */
  stop(patienceMs?: number): void
  /** Once no recorder runs any more. */
  ended: Promise<void>
}

export interface Transcribing {
  stop(): void
  ended: Promise<Transcribed>
}

/** What a program printed, or why that is of no use; null where it was stopped. */
export type Transcribed = { name: string; printed: string } | TranscriptFailure | null

export interface Playing {
  stop(): void
  /** Once it is over: null, or why nothing could play it. */
  ended: Promise<string | null>
}

/** What goes on beside a rehearsal while a shell shows it. */
export interface Beside {
  /** Told of each state that the rehearsal reaches; goes on from it with what was measured or heard. */
  follow(rehearsal: Rehearsal): Step
  /** Calls back once `follow` has something new to add; returns what ends that. */
  onNews(listener: () => void): () => void
  /** What the microphone does, to be shown beside the clock, or the transcript, beside the points; null for nothing. */
  status(style: Style): string | null
  /** The process is about to be suspended: closes the microphone, until it goes on. */
  suspend(): void
}

/** A way to ask: live on a terminal, or by plain lines. */
export interface Shell {
  readonly live: boolean
  /**
   * Shows where the rehearsal stands, and listens until it has effects or reaches another phase. Calls `keep` with what is being
   * typed whenever the user pauses, and before it is interrupted.
   */
  next(rehearsal: Rehearsal, keep: (draft: Drafted) => void, beside?: Beside | null): Promise<Step>
  /** The same for a ladder, a sprint or a warm-up; what is kept is the line as it stands. */
  practise(practice: Practice, keep: (line: string) => void): Promise<PracticeStep>
  /**
   * Asks outside of a rehearsal: gives the name of a key when live, a line when plain, null at the end of input or once
   * `over` is aborted.
   */
  ask(prompt: string, over?: AbortSignal): Promise<string | null>
  print(text: string): void
  bell(): void
  /** Leaves the terminal to another program, such as an editor, until the action is over. */
  lend<T>(action: () => Promise<T>): Promise<T>
  /** Lets go of the input, so that the process can end. */
  close(): void
}

/** What came of asking a program. */
export interface Consulted {
  /** What it printed, and what it said on standard error. */
  advice: string
  complaint: string
  /** Its exit code; null where it was ended. */
  status: number | null
  /** Why it was stopped, if it was: its time was up, the user interrupted it, or it said too much. */
  reason: 'time' | 'interrupted' | 'long' | null
}

/** How an editor ended: a sentence without its full stop, and whether it had been started at all. */
export interface EditorFailure {
  what: string
  isStarted: boolean
}

/** The outside world, handed to every command. What is costly to open is a function. */
export interface Env {
  /** The program as it was started, for hints: `npx greenroom`. */
  program: string
  variables: Record<string, string | undefined>
  /** Whether both standard input and output are terminals. */
  interactive: boolean
  pid: number
  now(): Date
  /** A clock that never jumps, in ms. */
  monotonic(): number
  /** From 0 up to 1. */
  random(): number
  /** What tells this process from others that had its id; undefined where the system does not say. */
  processMark(): string | undefined
  isRunning(started: { pid: number; processMark?: string | undefined }): boolean
  /** Runs something once the screen is up to date. */
  soon(action: () => void): void
  size(): Size
  style(options: { color: boolean; ascii: boolean; plain: boolean }): Promise<Style>
  /** A screen without names of files. Its signs are in ASCII where that is wanted. */
  out(text: string): void
  /** What is printed as it is: what programs read, and screens with names of files, which put all else into ASCII themselves. */
  data(text: string): void
  /** Bytes that are no text, to standard output; throws UserError where that is a terminal. */
  outBytes(bytes: Uint8Array): void
  /** Status, hints and warnings. */
  err(text: string): void
  /** The exit code of a command that goes well, where it is an answer. */
  exitWith(code: 0 | 1): void
  /** Prints notices of a store, each sentence once. */
  tell(notices: readonly string[]): void
  /** Whether standard input is a pipe or a file, so that there is something to read in it, or an end. */
  isPiped(): boolean
  /** All of standard input, up to a limit; of one that begins otherwise than expected, only that much. */
  readInput(expected?: ExpectedInput): Promise<Uint8Array>
  /** Reads a path, an address, or with `-` standard input. */
  source(source: string): Promise<BankSource>
  /** The current stamp of a path; null where there is nothing to read. */
  stamp(path: string): Promise<string | null>
  /** Never leaves half a file, and overwrites only with `force`. `mode`: the permissions of a new file. */
  writeFile(path: string, text: string, options: { force: boolean; mode?: number }): Promise<void>
  /** Adds to the end of a file in one write, after whatever others add at the same time. `mode`: of a new file. */
  appendFile(path: string, text: string, options: { mode: number }): Promise<void>
  store(home: string | undefined): Promise<Store>
  shell(options: { plain: boolean; style: Style }): Promise<Shell>
  /** The user's editor; `from` null: the one that this system has, which nobody chose. */
  editor(): Promise<Pick<Machine['editor'], 'command' | 'from'>>
  /** Opens the user's editor on a file. Null where it ended well; `at once`: so soon that it may still be open elsewhere. */
  edit(path: string): Promise<EditorFailure | 'at once' | null>
  /** Opens a file with what the system opens such files with. Null where that was started, else a sentence without its full stop. */
  openFile(path: string): Promise<string | null>
  /** Runs a program of the user's with a text on its input, for at most `ms`. */
  consult(command: string, text: string, ms: number): Promise<Consulted>
  sound(): Promise<Sound>
  /** Versions, terminal, editor and programs. */
  machine(options: MachineOptions): Promise<Machine>
}

/** Something that the user can fix: one sentence says what is wrong, one what to do. Exit code 1. */
export class UserError extends Error {
  readonly hint: string
  constructor(what: string, hint: string) {
    super(what)
    this.hint = hint
  }
}

/** A command line that makes no sense. Exit code 2. */
export class UsageError extends UserError {}

/** Ctrl-C, SIGTERM or SIGHUP, with everything scored on the disk. Exit code 130. `hint`: what is kept, and how to go on. */
export class Interrupted extends Error {
  readonly hint: string | null
  constructor(hint: string | null = null) {
    super('Interrupted')
    this.hint = hint
  }
}
