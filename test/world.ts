import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { parse } from '../src/cli.ts'
import type { Machine } from '../src/doctor/machine.ts'
import type { Env, Store } from '../src/ports.ts'
import { type ColorLevel, styleOf } from '../src/screens/style.ts'
import type { Files } from '../src/store/files.ts'
import { openStore } from '../src/store/open.ts'
import { programPath } from '../src/store/programs.ts'
import { isAddress, pathStamp, readAddress, readPath } from '../src/store/sources.ts'
import type { Git } from '../src/store/sync/git.ts'
import { appendToFile, writeFileWhole } from '../src/store/write-file.ts'
import { consult } from '../src/terminal/coach.ts'
import { errorReport } from '../src/terminal/error-report.ts'
import { plainShell } from '../src/terminal/plain.ts'
import { soundOf } from '../src/terminal/sound/sound.ts'
import { inAscii } from '../src/text/ascii.ts'
import { dateOf, dayOfDate } from '../src/text/dates.ts'
import { guard } from '../src/text/guard.ts'
import { safeLine } from '../src/text/safe.ts'
import { withoutSecrets } from '../src/text/secrets.ts'
import { chance } from './chance.ts'

/** The program in this process: real commands on a real folder, and everything else of the world in memory. */

export interface WorldOptions {
  home: string
  /** All of standard input. */
  input?: string | Uint8Array
  /** The variables of the environment. */
  env?: Record<string, string | undefined>
  /** Whether input and output are terminals. There is none to be live on, so that `--plain` goes with it. */
  interactive?: boolean
  /** How wide the terminal is (without it nothing is wrapped), and how many colours it has. */
  columns?: number
  level?: ColorLevel
  /** Where the clock of this home stands from now on; it goes on by a second at each look. */
  now?: Date
  /** What the user makes of a text in the editor. */
  edit?(text: string): string
  /** Takes the paths of files that are opened; without it none can be. */
  opened?: string[]
  machine?: Partial<Machine>
  files?: Files
  git?(signal: AbortSignal): Git
}

export interface World {
  env: Env
  /** All that was said: data, status, or both as they came. */
  said(to?: 'out' | 'err'): string
  exitCode(): number
  /** What is done when the command is over. */
  finish(): Promise<void>
}

export interface Ended {
  code: number | null
  out: string
  err: string
}

/** A Monday, at nine in the morning. */
const monday = new Date(2026, 10, 23, 9)

/** The day so many days after that Monday, as `2026-11-24`. */
export const inDays = (days: number): string => dateOf((dayOfDate('2026-11-23') ?? 0) + days)

/** The clock of each home, in ms, which goes on from one command to the next. */
const clocks = new Map<string, number>()

const machine: Machine = {
  node: '20.20.2',
  terminal: { input: false, output: false, columns: null, rows: null, colors: 0, unicode: true },
  editor: { command: 'vi', from: 'EDITOR', found: true },
  git: '2.47.0',
  programs: [],
}

/** Runs a command to its end, as `main` does. */
export async function greenroom(args: readonly string[], options: WorldOptions): Promise<Ended> {
  const { env, said, exitCode, finish } = worldOf(options)
  let code = 0
  try {
    await parse([...args], env)
    code = exitCode()
  } catch (error) {
    const report = errorReport(error, 'greenroom')
    code = report.code
    env.err(`${report.text}\n`)
  }
  await finish()
  return { code, out: said('out'), err: said('err') }
}

/** What a command prints to standard output where all goes well. */
export async function output(args: readonly string[], options: WorldOptions): Promise<string> {
  const { code, out, err } = await greenroom(args, options)
  if (code !== 0) throw new Error(`greenroom ${args.join(' ')} ended with ${code}: ${err}`)
  return out
}

/** What it prints with `--json`. */
export const json = async (args: readonly string[], options: WorldOptions) =>
  JSON.parse(await output([...args, '--json'], options))

/** What a command is given to work with, and what it has said so far. */
export function worldOf(options: WorldOptions): World {
  const { home, input = '', env: variables = {}, interactive = false, now, files, git } = options
  const stores: Store[] = []
  const told = new Set<string>()
  const spoken: { to: 'out' | 'err'; text: string }[] = []
  const bytes = Buffer.from(input)
  const lines = Readable.from([bytes])
  let monotonic = 0
  let exitCode = 0
  let isAscii = false
  if (now) clocks.set(home, now.getTime())

  const env: Env = {
    program: 'greenroom',
    variables,
    interactive,
    pid: 1_000_000,
    now() {
      const ms = (clocks.get(home) ?? monday.getTime()) + 1000
      clocks.set(home, ms)
      return new Date(ms)
    },
    monotonic() {
      monotonic += 10
      return monotonic
    },
    random: chance(1),
    processMark: () => undefined,
    isRunning: () => false,
    soon: (action) => action(),
    size: () => ({ columns: options.columns ?? 1_000_000, rows: 24 }),
    async style({ ascii, plain }) {
      isAscii = ascii
      return styleOf({ level: options.level ?? 0, ascii, plain })
    },
    out: (text) => void spoken.push({ to: 'out', text: guard(isAscii ? inAscii(text) : text) }),
    data: (text) => void spoken.push({ to: 'out', text: guard(text) }),
    outBytes: (bytes) => void spoken.push({ to: 'out', text: Buffer.from(bytes).toString('latin1') }),
    err: (text) => void spoken.push({ to: 'err', text: guard(withoutSecrets(text), { colors: false }) }),
    exitWith(code) {
      exitCode = code
    },
    tell(notices) {
      for (const notice of notices) if (!told.has(notice)) env.err(`${safeLine(notice)}\n`)
      for (const notice of notices) told.add(notice)
    },
    isPiped: () => options.input !== undefined,
    readInput: async () => bytes,
    async source(source) {
      if (source === '-')
        return { source, name: 'standard input', stamp: null, files: [{ name: 'standard input', bytes }] }
      return isAddress(source) ? readAddress(source) : readPath(source)
    },
    stamp: async (path) => pathStamp(path),
    writeFile: async (path, text, how) => writeFileWhole(path, text, { ...how, ...(files && { files }) }),
    appendFile: async (path, text, how) => appendToFile(path, text, { ...how, ...(files && { files }) }),
    async store(named) {
      const store = openStore({
        home: named ?? home,
        now: env.now,
        uuid: randomUUID,
        variables,
        ...(files && { files }),
        ...(git && { git }),
      })
      stores.push(store)
      return store
    },
    async shell({ plain }) {
      if (!plain) throw new Error('There is no terminal here.')
      const { signal } = new AbortController()
      return plainShell({
        input: lines,
        write: env.data,
        bell() {},
        monotonic: env.monotonic,
        signal,
        columns: () => env.size().columns,
      })
    },
    consult: (command, text, ms) => consult(command, text, ms),
    editor: async () => options.machine?.editor ?? machine.editor,
    async edit(path) {
      if (options.edit === undefined) throw new Error('There is no editor here.')
      writeFileSync(path, options.edit(readFileSync(path, 'utf8')))
      return null
    },
    async openFile(path) {
      options.opened?.push(path)
      return options.opened === undefined ? 'There is nothing here to open it with' : null
    },
    sound: async () => soundOf(variables, (name) => programPath(name, variables)),
    machine: async () => ({ ...machine, ...options.machine }),
  }

  return {
    env,
    exitCode: () => exitCode,
    said: (to) => spoken.flatMap((each) => (to === undefined || each.to === to ? each.text : [])).join(''),
    async finish() {
      for (const store of stores) await store.finish()
      for (const { notices } of stores) env.tell(notices)
    },
  }
}
