import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, symlinkSync } from 'node:fs'
import { basename, delimiter, join, resolve } from 'node:path'
import * as pty from '@lydell/node-pty'
import { Terminal } from '@xterm/headless'
import { test } from 'vitest'
import { programPath } from '../../src/store/programs.ts'
import { recordersOf } from '../../src/voice/programs.ts'
import { newFolder } from '../files.ts'
import type { Ended, WorldOptions } from '../world.ts'

/** The whole program as a user has it: built, in a process of its own, with a real pipe or a real pseudo terminal. */

/** Another Node than the one that runs the tests: vitest needs a newer one than greenroom. */
export const node = process.env.NODE_UNDER_TEST ?? process.execPath
const isWindows = process.platform === 'win32'
export const script = resolve('bin/greenroom.js')

/** For what Windows has not: signals, devices among the files, scripts of sh. */
export const posixTest = isWindows ? test.skip : test

export type World = Pick<WorldOptions, 'home' | 'env'>

/** The PATH without the recorders of this machine: where there is one, a first drill ends with a question. */
let path: string | undefined

function pathOfTests(): string {
  const { PATH = '' } = process.env
  const recorders = recordersOf(process.platform).map(({ name }) => name)
  if (isWindows || recorders.every((name) => programPath(name, process.env) === null)) return PATH
  const folder = newFolder()
  const programs = PATH.split(delimiter)
    .filter((each) => existsSync(each))
    .flatMap((each) => readdirSync(each).map((name) => join(each, name)))
    .filter((program) => !recorders.includes(basename(program)))
  // the first of a name counts
  const byName = new Map(programs.reverse().map((program) => [basename(program), program]))
  for (const [name, program] of byName) symlinkSync(program, join(folder, name))
  return folder
}

function environment({ home, env }: World): NodeJS.ProcessEnv {
  const { HOME = '' } = process.env
  path ??= pathOfTests()
  const own = { PATH: path, HOME, TERM: 'xterm-256color', LANG: 'C.UTF-8', GREENROOM_HOME: home, ...env }
  return isWindows ? { ...windows(), ...own } : own
}

/** What programs on Windows find the system, their temporary files and other programs by. */
function windows(): Record<string, string> {
  const names = [
    'SystemRoot',
    'SystemDrive',
    'TEMP',
    'TMP',
    'PATHEXT',
    'USERPROFILE',
    'APPDATA',
    'LOCALAPPDATA',
  ]
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  )
}

/** Runs it through pipes, with `input` as its standard input. */
export function run(args: readonly string[], world: World, input: string | Uint8Array = ''): Ended {
  const { status, stdout, stderr } = spawnSync(node, [script, ...args], {
    input,
    env: environment(world),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return { code: status, out: stdout, err: stderr }
}

/** Starts it with pipes, and leaves it to the caller. */
export const started = (args: readonly string[], world: World): ChildProcessWithoutNullStreams =>
  spawn(node, [script, ...args], { env: environment(world) })

/** Runs it through pipes beside others. */
export function runBeside(args: readonly string[], world: World, input: string): Promise<Ended> {
  const child = started(args, world)
  const ended: Ended = { code: null, out: '', err: '' }
  child.stdout.on('data', (chunk) => {
    ended.out += String(chunk)
  })
  child.stderr.on('data', (chunk) => {
    ended.err += String(chunk)
  })
  child.stdin.end(input)
  return new Promise((done) => child.on('close', (code) => done({ ...ended, code })))
}

export interface Live {
  /** Everything that was written to the terminal. */
  bytes(): string
  /** What is on the terminal, with what has scrolled away, without trailing blank lines. */
  screen(): string
  /** What is in the window now. */
  viewport(): string
  /** Waits until a text stands on the screen, `times` times. */
  sees(text: string | RegExp, times?: number): Promise<void>
  /** Waits until something is so; looks again whenever something was written. */
  until(isSo: () => boolean): Promise<void>
  type(keys: string): void
  resize(columns: number, rows: number): void
  kill(signal: string): void
  /** Closes the terminal, as its window is closed. */
  hangUp(): void
  ended: Promise<number>
}

interface WindowSize {
  columns?: number
  rows?: number
}

/** Runs it on a pseudo terminal. */
export const live = (args: readonly string[], world: World, size: WindowSize = {}): Live =>
  onTerminal(node, [script, ...args], environment(world), size)

/** Runs any program on a pseudo terminal. */
export function onTerminal(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  { columns = 80, rows = 24 }: WindowSize = {},
): Live {
  const child = pty.spawn(file, [...args], { cols: columns, rows, env })
  const terminal = new Terminal({ cols: columns, rows, scrollback: 10_000, allowProposedApi: true })
  let bytes = ''
  let looks: (() => void)[] = []
  child.onData((data) => {
    bytes += data
    terminal.write(data, () => {
      for (const look of looks) look()
    })
  })
  const linesFrom = (start: number): string => {
    const buffer = terminal.buffer.active
    const lines = Array.from(
      { length: buffer.length - start },
      (_, y) => buffer.getLine(start + y)?.translateToString(true) ?? '',
    )
    return lines.join('\n').trimEnd()
  }
  const screen = (): string => linesFrom(0)
  const ended = new Promise<number>((done) => {
    child.onExit(({ exitCode, signal }) => {
      // what it wrote last has to be drawn first
      terminal.write('', () => done(signal ? 128 + signal : exitCode))
    })
  })
  const until = (isSo: () => boolean, what = String(isSo)): Promise<void> =>
    new Promise((done, fail) => {
      const look = (): void => {
        if (!isSo()) return
        looks = looks.filter((each) => each !== look)
        done()
      }
      looks.push(look)
      void ended.then((code) => {
        look()
        fail(new Error(`ended with ${code}, and never was there ${what}:\n${screen()}`))
      })
      look()
    })
  return {
    bytes: () => bytes,
    screen,
    viewport: () => linesFrom(terminal.buffer.active.baseY),
    sees: (text, times = 1) => until(() => screen().split(text).length > times, String(text)),
    until,
    type: (keys) => child.write(keys),
    resize(wide, high) {
      terminal.resize(wide, high)
      child.resize(wide, high)
    },
    // Windows has no signals: there a process is ended, whatever is said
    kill: (signal) => child.kill(...(isWindows ? [] : [signal])),
    // what node-pty leaves out of its types
    hangUp: () => (child as pty.IPty & { destroy(): void }).destroy(),
    ended,
  }
}
