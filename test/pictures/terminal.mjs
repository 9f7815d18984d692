// Runs greenroom on a real pseudo terminal, types, sets its clock, and keeps what stands on the screen.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
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
 * The lines of the window where it is live, else all that was printed. Each program starts a second after the last one.
 * @param {string[]} args
 * @param {{ place: Place, session: Session, columns?: number, rows?: number, steps?: readonly Step[] }} options
 * @returns {Promise<xterm.IBufferLine[]>}
 */
export async function shoot(args, { place, session, columns = 80, rows = 24, steps = [] }) {
  const clock = `${place.folder}/clock`
  const set = (/** @type {number} */ ms) => {
    session.now = ms
    writeFileSync(`${clock}.new`, String(ms))
    // in one step, as it is read at any time
    renameSync(`${clock}.new`, clock)
  }
  set(session.now + 1000)
  session.runs++
  const terminal = new xterm.Terminal({ cols: columns, rows, scrollback: 10_000, allowProposedApi: true })
  const isLive = steps.length > 0
  const command = [process.execPath, `${place.folder}/bin/greenroom`, ...args]
  const child = pty.spawn('/bin/sh', ['-c', isLive ? 'exec "$@"' : untilRead, 'sh', ...command], {
    cols: columns,
    rows,
    cwd: `${place.folder}/desk`,
    env: {
      ...{
        TERM: 'xterm-256color',
        LANG: 'C.UTF-8',
        TZ: 'UTC',
        EDITOR: 'vi',
        NODE_DISABLE_COMPILE_CACHE: '1',
      },
      ...{ PATH: place.path, HOME: place.folder, GREENROOM_HOME: `${place.folder}/data` },
      ...{ NODE_OPTIONS: `--require=${studio}`, STUDIO_CLOCK: clock, STUDIO_RUN: String(session.runs) },
    },
  })
  let bytes = ''
  let look = () => {}
  child.onData((data) => {
    bytes += data
    terminal.write(data.replaceAll(place.folder, place.shownAs), () => look())
  })
  const lines = () => linesOf(terminal, isLive)
  const text = () => textOf(lines())
  // it draws between these two marks
  const isDrawn = () => bytes.split('\u001b[?2026h').length === bytes.split('\u001b[?2026l').length
  let isOver = false
  const ended = new Promise((done) => {
    child.onExit(() => {
      isOver = true
      terminal.write('', () => done(undefined))
    })
  })
  let before = ''
  const until = (/** @type {() => boolean} */ isSo, /** @type {unknown} */ wanted) =>
    new Promise((done, fail) => {
      const complain = () =>
        fail(new Error(`greenroom ${args.join(' ')}: never was there ${wanted}:\n${text()}`))
      const timer = setTimeout(complain, patienceMs)
      look = () => {
        if (!isDrawn() || !isSo()) return
        clearTimeout(timer)
        done(undefined)
      }
      look()
      void ended.then(() => {
        look()
        complain()
      })
    })
  const sees = (/** @type {string | RegExp} */ wanted) =>
    until(() => (wanted instanceof RegExp ? wanted.test(text()) : text().includes(wanted)), wanted)
  let since = session.now
  try {
    for (const [what, value] of steps) {
      if (what === 'see') await sees(value)
      else if (what === 'redrawn') await until(() => text() !== before, 'anything new')
      else if (what === 'type') {
        if (value === '\r') since = session.now
        before = text()
        child.write(value)
      } else {
        // it looks at the clock a millisecond after each second
        set(since + value * 1000 + 1)
        await isSeen(clock)
        if (what === 'clock') await sees(`${Math.floor(value / 60)}:${String(value % 60).padStart(2, '0')}`)
      }
    }
    if (!isLive) await until(() => bytes.includes(endMark), 'its end')
    return lines()
  } finally {
    look = () => {}
    if (!isOver) child.kill('SIGKILL')
    await ended
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
