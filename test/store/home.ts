import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Store, UserError } from '../../src/ports.ts'
import type { Entry, Line } from '../../src/progress/journal.ts'
import type { Progress } from '../../src/progress/progress.ts'
import { diskFiles, type Files } from '../../src/store/files.ts'
import { openStore } from '../../src/store/open.ts'
import { localTime } from '../../src/text/dates.ts'
import { attempt } from '../progress/lines.ts'

/** The real store on real folders, which are gone when the test is over. */

/** How many seconds the clock of the stores has gone on, in each test from the start. */
let second = 0

export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'greenroom-')))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
    second = 0
  })
  return folder
}

/** Progress with all of its questions read, so that it can be compared. */
export const inFull = (progress: Progress): Progress => ({
  ...progress,
  questions: new Map(progress.questions),
})

/** Progress as a command has it that only looks, and then ends. */
export async function looked(store: Store): Promise<Progress> {
  const progress = await store.progress()
  await store.finish()
  return inFull(progress)
}

/** A folder that is not there yet. */
export function newHome(): string {
  return join(temporaryFolder(), 'home')
}

/** A store as a process just started has it. The clock goes on by a second at each look, for all of them. */
export function opened(home: string, files: Files = diskFiles, day = 23): Store {
  const now = () => new Date(Date.UTC(2026, 10, day, 9, 0, second++))
  return openStore({ home, now, uuid: randomUUID, files })
}

/** A home in which so many attempts were made and saved, then the store of a new process. */
export async function usedHome(attempts = 1): Promise<{ home: string; store: Store }> {
  const home = newHome()
  const store = opened(home)
  for (let done = 0; done < attempts; done++) store.append(anAttempt())
  await store.save()
  return { home, store: opened(home) }
}

export function anAttempt(given: Partial<Extract<Entry, { type: 'attempt' }>> = {}): Entry {
  const { v, id, at, device, ...entry } = attempt()
  return { ...entry, ...given }
}

export function write(home: string, file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(home, file)), { recursive: true })
  writeFileSync(join(home, file), content)
}

export function read(home: string, file: string): string {
  return readFileSync(join(home, file), 'utf8')
}

export function readJson(home: string, file: string): Record<string, unknown> {
  return JSON.parse(read(home, file))
}

export function journalOf(store: Store): string {
  return `attempts/${store.device()}.jsonl`
}

/** The permissions of a file or folder, as `600`. */
export function modeOf(...path: string[]): string {
  return (statSync(join(...path)).mode & 0o7777).toString(8)
}

/** Whether it is the user's alone; Windows has no such permissions, and folders of a user are closed there anyway. */
export function isClosed(...path: string[]): boolean {
  return process.platform === 'win32' || (statSync(join(...path)).mode & 0o077) === 0
}

/** A line as another process of the same or another device would append it. */
export function lineOf(entry: Entry, id: string, minute = 0): string {
  const at = localTime(new Date(Date.UTC(2026, 10, 23, 8, minute)), 60)
  const line = { v: 1, id, at, ...entry } as Line
  return `\n${JSON.stringify(line)}\n`
}

/** What the user is told: what happened, and what to do. */
export function refusalOf(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    if (error instanceof UserError) return `${error.message} ${error.hint}`
    throw error
  }
  throw new Error('nothing was refused')
}

/** A disk error as the system reports it. */
export function diskError(code: string): Error {
  return Object.assign(new Error(`${code}: as if by the system`), { code })
}
