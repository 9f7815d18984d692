import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import * as pty from '@lydell/node-pty'

/**
 * Whether a text has what is waited for.
 * @typedef {(text: string) => boolean} Shows
 */

/**
 * @typedef {object} RunOptions
 * @property {string} home
 * @property {string} [input]
 * @property {string | undefined} [node]
 * @property {Record<string, string>} [env]
 */

/** @type {(...args: string[]) => string[]} */
export const greenroom = (...args) => ['bin/greenroom.js', ...args]

/**
 * Only what a program needs, as a user has it: NODE_EXTRA_CA_CERTS, which many build machines set, doubles what bare
 * Node 20 takes, and so would halve every ratio.
 * @type {(home: string) => Record<string, string | undefined>}
 */
const environment = (home) => ({
  PATH: process.env.PATH,
  HOME: homedir(),
  TERM: 'xterm-256color',
  LANG: 'C.UTF-8',
  GREENROOM_HOME: home,
})

export function build() {
  const { status } = spawnSync('npm', ['run', 'build', '--silent'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error('The program cannot be built.')
}

/**
 * A folder for the time of an action.
 * @template T
 * @param {(folder: string) => T | Promise<T>} action
 * @returns {Promise<T>}
 */
export async function withFolder(action) {
  const folder = mkdtempSync(join(tmpdir(), 'greenroom-bench-'))
  try {
    return await action(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Runs Node through pipes to its end: how long that took, and what it wrote.
 * @param {string[]} args
 * @param {RunOptions} options
 */
export function run(args, { home, input = '', node = process.execPath, env = {} }) {
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(node, args, {
    env: { ...environment(home), ...env },
    input,
    maxBuffer: 1e9,
  })
  const ms = performance.now() - start
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`)
  return { ms, out: String(stdout) }
}

const peakScript = fileURLToPath(new URL('./peak.cjs', import.meta.url))
/** @type {(args: string[]) => string[]} */
const withPeak = (args) => ['--require', peakScript, ...args]

/**
 * Runs it likewise, and says what memory it took at most, in MB.
 * @param {string[]} args
 * @param {RunOptions & { folder: string }} options
 */
export function runWithPeak(args, { folder, ...options }) {
  const file = join(folder, 'peak')
  const ended = run(withPeak(args), { ...options, env: { BENCH_PEAK: file } })
  return { ...ended, megabytes: megabytesIn(readFileSync(file, 'utf8')) }
}

/**
 * Runs it with pipes until `shows` is true of what it wrote, then ends its input: how long until then, and its memory.
 * @param {Shows} shows
 * @param {string[]} args
 * @param {{ home: string, folder: string }} where
 * @returns {Promise<{ ms: number, megabytes: number }>}
 */
export async function runUntil(shows, args, { home, folder }) {
  const file = join(folder, 'peak')
  const start = performance.now()
  const child = spawn(process.execPath, withPeak(args), { env: { ...environment(home), BENCH_PEAK: file } })
  let out = ''
  /** @type {number | null} */
  let ms = null
  child.stdout.on('data', (chunk) => {
    out += chunk
    if (ms !== null || !shows(out)) return
    ms = performance.now() - start
    child.stdin.end()
  })
  child.stderr.resume()
  await once(child, 'close')
  if (ms === null) throw new Error(`${args.join(' ')} never showed what was waited for:\n${out}`)
  return { ms, megabytes: megabytesIn(readFileSync(file, 'utf8')) }
}

/**
 * The most memory a process has taken, from the kernel's words for it: 1 kB there is 1024 bytes.
 * @type {(status: string) => number}
 */
const megabytesIn = (status) => (Number(/^VmHWM:\s*(\d+) kB/m.exec(status)?.[1]) * 1024) / 1e6

/**
 * How long bare Node takes on a pseudo terminal, until it has ended.
 * @param {{ home: string, node?: string | undefined }} where
 * @returns {Promise<number>}
 */
export function bareOnTerminal({ home, node = process.execPath }) {
  const start = performance.now()
  const child = spawnOnTerminal(node, ['-e', '0'], home)
  return new Promise((done) => child.onExit(() => done(performance.now() - start)))
}

/** @type {(node: string, args: string[], home: string) => pty.IPty} */
const spawnOnTerminal = (node, args, home) =>
  pty.spawn(node, args, { cols: 100, rows: 30, env: environment(home) })

const patience = 120_000

/**
 * Starts Node on a pseudo terminal. `sees` and `type` say how long it took until what they wait for was written.
 * @param {string[]} args
 * @param {{ home: string, node?: string | undefined }} where
 */
export function onTerminal(args, { home, node = process.execPath }) {
  const start = performance.now()
  const child = spawnOnTerminal(node, args, home)
  let bytes = ''
  let look = () => {}
  child.onData((data) => {
    bytes += data
    look()
  })
  const ended = new Promise((done) => child.onExit(done))
  const text = () => stripVTControlCharacters(bytes).replace(/\s+/g, ' ')
  /** @type {(shows: Shows, since: number) => Promise<number>} */
  const waitFor = (shows, since) =>
    new Promise((done, fail) => {
      /** @param {string} reason */
      const give = (reason) => {
        child.kill()
        fail(new Error(`${args.join(' ')} ${reason}:\n${text()}`))
      }
      const timer = setTimeout(() => give('was waited for in vain'), patience)
      look = () => {
        if (!shows(text())) return
        look = () => {}
        clearTimeout(timer)
        done(performance.now() - since)
      }
      ended.then(() => {
        clearTimeout(timer)
        fail(new Error(`${args.join(' ')} ended too early:\n${text()}`))
      })
      look()
    })
  return {
    /** @type {(shows: Shows) => Promise<number>} */
    sees: (shows) => waitFor(shows, start),
    /**
     * @param {string} keys
     * @param {Shows} shows
     */
    type(keys, shows) {
      bytes = ''
      const since = performance.now()
      child.write(keys)
      return waitFor(shows, since)
    },
    /** @param {string} keys */
    quit(keys) {
      child.write(keys)
      return ended
    },
    /** NaN where the kernel does not say. */
    peak() {
      try {
        return megabytesIn(readFileSync(`/proc/${child.pid}/status`, 'utf8'))
      } catch {
        return Number.NaN
      }
    },
  }
}
