// Runs greenroom on a real pseudo terminal, types, sets its clock, and keeps what stands on the screen.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as pty from '@lydell/node-pty'
import xterm from '@xterm/headless'

/** The longest wait for anything to appear, in ms: what never does is an error, not a hang. */
const patienceMs = 60_000

/** What a program prints last is lost where its terminal closes at once; so the terminal stays until all was read. */
const endMark = '\u001b]777;over\u0007'
const untilRead = `"$@"; printf '\\033]777;over\\007'; read -r line`

const studio = fileURLToPath(new URL('./studio.cjs', import.meta.url))

/**
 * What is done while a program runs. `clock`: so many seconds go by since Enter was typed last, and are shown; `pass`: they
 * are not shown. `redrawn`: something is not as it was when a key was typed.
 * @typedef {['see', string | RegExp] | ['type', string] | ['clock' | 'pass', number] | ['redrawn']} Step
 */

/**
 * A place to run greenroom in: `folder` stands for `shownAs`, which has the same length, and has `bin`, `desk` and `data`.
 * `path`: where programs are looked for.
 * @typedef {{ folder: string, shownAs: string, path: string }} Place
 */

/** @typedef {{ now: number, runs: number }} Session The time, in ms since 1970, and how many programs were run. */

/**
 * @typedef {object} Stage
 * @property {Place} place
 * @property {Session} session
 * @property {number} [columns]
 * @property {number} [rows]
 * @property {readonly Step[]} [steps]
 * @property {Record<string, string> | undefined} [env]
 */

/**
 * Greenroom on a terminal, after what is done while it runs; without that, at its end. Each program starts a second after the
 * last one.
 * @param {string[]} args
 * @param {Stage} stage
 */
export async function played(args, { place, session, columns = 80, rows = 24, steps = [], env }) {
  const clock = `${place.folder}/clock`
  const set = (/** @type {number} */ ms) => {
    session.now = ms
    writeFileSync(`${clock}.new`, String(ms))
    // in one step, as it is read at any time
    renameSync(`${clock}.new`, clock)
  }
  rmSync(`${clock}.seen`, { force: true })
  set(session.now + 1000)
  session.runs++
  const isLive = steps.length > 0
  const program = start(args, { place, clock, run: session.runs, columns, rows, isLive, env })
  const { lines, until, type, end } = program
  const text = () => textOf(lines())
  const sees = (/** @type {string | RegExp} */ wanted) =>
    until(() => (wanted instanceof RegExp ? wanted.test(text()) : text().includes(wanted)), wanted)
  let before = ''
  let since = session.now
  try {
    for (const [what, value] of steps) {
      if (what === 'see') await sees(value)
      else if (what === 'redrawn') await until(() => text() !== before, 'anything new')
      else if (what === 'type') {
        if (value === '\r') since = session.now
        before = text()
        type(value)
      } else {
        // it looks at the clock a millisecond after each second
        set(since + value * 1000 + 1)
        await isSeen(clock)
        if (what === 'clock') await sees(`${Math.floor(value / 60)}:${String(value % 60).padStart(2, '0')}`)
      }
    }
    if (!isLive) await until(program.hasEnded, 'its end')
    return program
  } catch (error) {
    await end()
    throw error
  }
}

/**
 * Starts greenroom on a terminal.
 * @param {string[]} args
 * @param {{ place: Place, clock: string, run: number, columns: number, rows: number, isLive: boolean, env: Record<string, string> | undefined }} options
 */
function start(args, { place, clock, run, columns, rows, isLive, env }) {
  const terminal = new xterm.Terminal({ cols: columns, rows, scrollback: 10_000, allowProposedApi: true })
  const command = [process.execPath, `${place.folder}/bin/greenroom`, ...args]
  const child = pty.spawn('/bin/sh', ['-c', isLive ? 'exec "$@"' : untilRead, 'sh', ...command], {
    cols: columns,
    rows,
    cwd: `${place.folder}/desk`,
    env: {
      ...{ TERM: 'xterm-256color', LANG: 'C.UTF-8', TZ: 'UTC', EDITOR: 'vi' },
      ...{ PATH: place.path, HOME: place.folder, GREENROOM_HOME: `${place.folder}/data` },
      ...{ NODE_OPTIONS: `--require=${studio}`, NODE_DISABLE_COMPILE_CACHE: '1' },
      ...{ STUDIO_CLOCK: clock, STUDIO_RUN: String(run), ...env },
    },
  })
  let bytes = ''
  let look = () => {}
  child.onData((data) => {
    bytes += data
    terminal.write(data.replaceAll(place.folder, place.shownAs), () => look())
  })
  let isOver = false
  const over = new Promise((done) => {
    child.onExit(() => {
      isOver = true
      terminal.write('', () => done(undefined))
    })
  })
  const lines = () => linesOf(terminal, isLive)
  // it draws between these two marks
  const isDrawn = () => bytes.split('\u001b[?2026h').length === bytes.split('\u001b[?2026l').length
  return {
    lines,
    /** All that was written to the terminal. */
    bytes: () => bytes,
    /** All lines, with those that have scrolled away. */
    allLines: () => linesOf(terminal, false),
    resize(/** @type {number} */ wide, /** @type {number} */ high) {
      terminal.resize(wide, high)
      child.resize(wide, high)
    },
    hasEnded: () => bytes.includes(endMark),
    type: (/** @type {string} */ keys) => child.write(keys),
    /** Waits until something is so; `wanted`: what it is, for who waits in vain. */
    until: (/** @type {() => boolean} */ isSo, /** @type {unknown} */ wanted) =>
      new Promise((done, fail) => {
        const complain = () => {
          clearTimeout(timer)
          fail(new Error(`greenroom ${args.join(' ')}: never was there ${wanted}:\n${textOf(lines())}`))
        }
        const timer = setTimeout(complain, patienceMs)
        look = () => {
          if (!isDrawn() || !isSo()) return
          clearTimeout(timer)
          done(undefined)
        }
        look()
        void over.then(() => {
          look()
          complain()
        })
      }),
    async end() {
      look = () => {}
      if (!isOver) child.kill('SIGKILL')
      await over
    },
  }
}

/**
 * Waits until the program went on to what the clock shows.
 * @param {string} clock
 */
async function isSeen(clock) {
  const until = Date.now() + patienceMs
  while (textIn(`${clock}.seen`) !== textIn(clock)) {
    if (Date.now() > until) throw new Error('The program does not look at its clock.')
    await new Promise((done) => setTimeout(done, 2))
  }
}

/** @param {string} path */
function textIn(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/**
 * @param {xterm.Terminal} terminal
 * @param {boolean} isLive
 */
function linesOf({ buffer: { active }, rows }, isLive) {
  const first = isLive ? active.baseY : 0
  const count = isLive ? rows : active.length
  const lines = Array.from({ length: count }, (_, y) => active.getLine(first + y) ?? []).flat()
  const isBlank = (/** @type {xterm.IBufferLine} */ line) => line.translateToString().trim() === ''
  const start = lines.findIndex((line) => !isBlank(line))
  return start < 0 ? [] : lines.slice(start, lines.findLastIndex((line) => !isBlank(line)) + 1)
}

/**
 * What stands on lines, without blanks at their ends.
 * @param {readonly xterm.IBufferLine[]} lines
 */
export const textOf = (lines) => lines.map((line) => line.translateToString(true).trimEnd()).join('\n')
