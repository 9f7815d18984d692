import type { Bank } from './bank/bank.ts'
import type { Entry, Line, MergedLine } from './progress/journal.ts'
import type { Progress } from './progress/progress.ts'
import type { Rehearsal, Step } from './rehearsal/rehearsal.ts'
import type { Style } from './render/style.ts'

/** A window in character cells. */
export interface Size {
  columns: number
  rows: number
}

/** The user's data; see `store/`. */
export interface Store {
  readonly home: string
  /** What was mended while reading, a sentence each, for the user to know once. */
  readonly notices: string[]
  /** Makes the home writable or refuses it; before the first question. */
  prepare(): void
  device(): string
  /** Comes back once the line is on the disk. With an `id`, a new version of that line. */
  append(entry: Entry, id?: string): Line
  lines(): MergedLine[]
  progress(): Promise<Progress>
  /** Brings progress and settings on disk up to date. */
  save(): Promise<Progress>
  bank(slug: string): Bank | null
  bankSlugs(): string[]
}

/** One way of asking: live on a terminal, or plain lines. */
export interface Shell {
  readonly live: boolean
  /** Shows the step in hand and listens until there is something to do or another step has come. */
  next(rehearsal: Rehearsal): Promise<Step>
  /** Asks outside of a rehearsal: the name of a key when live, a line when plain, null at the end of input. */
  ask(prompt: string): Promise<string | null>
  print(text: string): void
  bell(): void
}

/** The outside world, handed to every command. What costs something to open is a function. */
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
  isRunning(pid: number): boolean
  size(): Size
  style(options: { color: boolean; ascii: boolean }): Promise<Style>
  /** Data and the text of a rehearsal. */
  out(text: string): void
  /** Status, hints and warnings. */
  err(text: string): void
  readInput(): Promise<string>
  readFile(path: string): Uint8Array
  /** Never leaves half a file; overwrites only with `force`. */
  writeFile(path: string, text: string, options: { force: boolean }): Promise<void>
  store(home: string | undefined): Promise<Store>
  shell(options: { plain: boolean; style: Style }): Promise<Shell>
  /** Opens the user's editor on `text` and gives back what was saved. */
  edit(text: string, keep: (text: string) => void): Promise<void>
}
