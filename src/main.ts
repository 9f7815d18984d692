import { version } from '../package.json'
import { type Env, type ExpectedInput, type Store, UserError } from './ports.ts'
import type { Size } from './screens/style.ts'
import { errorReport } from './terminal/error-report.ts'
import { endWithTerminal, hangUp } from './terminal/hangup.ts'
import { programName } from './terminal/program-name.ts'
import { isRunning, processMark } from './terminal/running.ts'
import { inAscii } from './text/ascii.ts'
import { guard } from './text/guard.ts'
import { inMegabytes, longestSource } from './text/limits.ts'
import { safeLine } from './text/safe.ts'
import { withoutSecrets } from './text/secrets.ts'

const { stdout, stderr, env: variables } = process

/** The stores that were opened: each has something to finish, and perhaps to say, at the end. */
const stores: Store[] = []
const shownNotices = new Set<string>()

/** The width where nothing is to be wrapped. */
const unlimitedColumns = 1_000_000

/** Breaks what is said on a terminal between words; loaded with the first store, before anything long is said. */
let wrapLong = (text: string, _columns: number): string => text

const columnsOf = (stream: NodeJS.WriteStream): number =>
  stream.isTTY ? stream.columns || 80 : unlimitedColumns

/** How wide a pipe is: as wide as who started us says, as in `COLUMNS=60 greenroom list | less`; else nothing is wrapped. */
const columnsOfPipe = (): number =>
  /^[1-9]\d{1,4}$/.test(variables.COLUMNS ?? '') ? Number(variables.COLUMNS) : unlimitedColumns

/** The size of a terminal as it is now: Node tells of another one only when it comes to it, and a frame may be drawn before. */
function sizeNow(stream: NodeJS.WriteStream): Size {
  const size: [columns: number, rows: number] = [0, 0]
  const { _handle: handle } = stream as { _handle?: { getWindowSize?(size: number[]): number } }
  const isKnown = stream.isTTY && handle?.getWindowSize?.(size) === 0
  const [columns, rows] = isKnown ? size : [stream.isTTY ? stream.columns : columnsOfPipe(), stream.rows]
  // a terminal that reports no size counts as 80 × 24
  return { columns: columns || 80, rows: rows || 24 }
}

/** Whether what people read is punctuated with ASCII, once that is known. */
let isAscii = false

/** The real world. What `--help` does not need is loaded when it is asked for. */
const env: Env = {
  program: programName(process.argv[1] ?? '', variables),
  variables,
  get interactive() {
    return stdout.isTTY === true && input().isTTY === true
  },
  pid: process.pid,
  now: () => new Date(),
  monotonic: () => Number(process.hrtime.bigint()) / 1e6,
  random: Math.random,
  processMark: () => processMark(process.pid) ?? undefined,
  isRunning,
  soon: (action) => void setTimeout(action, 20).unref(),
  size: () => sizeNow(stdout),
  async style({ color, ascii, plain }) {
    isAscii = ascii
    const { colorLevel } = await import('./terminal/color.ts')
    const { styleOf } = await import('./screens/style.ts')
    return styleOf({ level: colorLevel(color, stdout.isTTY === true, variables), ascii, plain })
  },
  out: (text) => void stdout.write(guard(isAscii ? inAscii(text) : text)),
  data: (text) => void stdout.write(guard(text)),
  outBytes(bytes) {
    if (stdout.isTTY)
      throw new UserError('This is no text for a terminal.', 'Send it to a file or a program, with > or |.')
    stdout.write(bytes)
  },
  err: (text) => {
    stderr.write(guard(wrapLong(withoutSecrets(text), columnsOf(stderr)), { colors: false }))
  },
  exitWith(code) {
    process.exitCode = code
  },
  tell(notices) {
    for (const notice of notices) if (!shownNotices.has(notice)) env.err(`${safeLine(notice)}\n`)
    for (const notice of notices) shownNotices.add(notice)
  },
  isPiped() {
    try {
      const input = process.getBuiltinModule('node:fs').fstatSync(0)
      return input.isFIFO() || input.isFile() || input.isSocket()
    } catch {
      return false
    }
  },
  async readInput({ begins, most, hint } = anyText) {
    const chunks: Buffer[] = []
    let length = 0
    for await (const chunk of input()) {
      chunks.push(chunk)
      length += chunk.length
      if (length > most) throw new UserError(`Standard input has more than ${inMegabytes(most)}.`, hint)
      const isStart = length - chunk.length < begins.length
      if (isStart && !begins.startsWith(Buffer.concat(chunks).toString('latin1', 0, begins.length))) break
    }
    return Buffer.concat(chunks)
  },
  async source(source) {
    if (source === '-') {
      const bytes = await env.readInput()
      return { source, name: 'standard input', stamp: null, files: [{ name: 'standard input', bytes }] }
    }
    const { isAddress, readAddress, readPath } = await import('./store/sources.ts')
    return isAddress(source) ? readAddress(source) : readPath(source)
  },
  async stamp(path) {
    const { pathStamp } = await import('./store/sources.ts')
    return pathStamp(path)
  },
  async writeFile(path, text, options) {
    const { writeFileWhole } = await import('./store/write-file.ts')
    writeFileWhole(path, text, options)
  },
  async appendFile(path, text, options) {
    const { appendToFile } = await import('./store/write-file.ts')
    appendToFile(path, text, options)
  },
  async store(home) {
    const { homeFolder } = await import('./store/home-folder.ts')
    const { openStore } = await import('./store/open.ts')
    if (stderr.isTTY) ({ wrapLong } = await import('./text/wrap.ts'))
    const folder = homeFolder({ ...variables, ...(home && { GREENROOM_HOME: home }) })
    const interruption = async (): Promise<AbortSignal> =>
      (await import('./terminal/signals.ts')).interruption()
    const store = openStore({ home: folder, now: env.now, uuid, variables, interruption })
    stores.push(store)
    return store
  },
  async shell({ plain, style }) {
    const { interruption } = await import('./terminal/signals.ts')
    const signal = interruption()
    const { monotonic, size } = env
    if (plain) {
      const { plainShell } = await import('./terminal/plain.ts')
      return plainShell({
        ...{ input: input(), write: env.data, bell, monotonic, signal },
        columns: () => env.size().columns,
      })
    }
    const { liveShell } = await import('./terminal/live.ts')
    return liveShell({ input: input(), output: stdout, size, style, monotonic, signal })
  },
  async editor() {
    const { editorIn } = await import('./terminal/editor-command.ts')
    return editorIn(variables, process.platform)
  },
  async edit(path) {
    const { edit } = await import('./terminal/editor.ts')
    return edit(path)
  },
  async openFile(path) {
    const { openFile } = await import('./terminal/opener.ts')
    const { programPath } = await import('./store/programs.ts')
    return openFile(path, (name) => programPath(name, variables))
  },
  async consult(command, text, ms) {
    const { consult } = await import('./terminal/coach.ts')
    return consult(command, text, ms)
  },
  async sound() {
    const { soundOf } = await import('./terminal/sound/sound.ts')
    const { programPath } = await import('./store/programs.ts')
    return soundOf(variables, (name) => programPath(name, variables))
  },
  async machine(options) {
    const { describeMachine } = await import('./terminal/machine.ts')
    const { programPath } = await import('./store/programs.ts')
    return describeMachine(options, (name) => programPath(name, variables))
  },
}

const anyText: ExpectedInput = { begins: '', most: longestSource, hint: 'Give a part of it.' }

/** Not imported above, as node:crypto is slow to load and a start seldom needs an id. */
const uuid = (): string => process.getBuiltinModule('node:crypto').randomUUID()

let openedInput: typeof process.stdin | undefined

/** Standard input. Opening it takes some ms, which many commands can do without. */
function input(): typeof process.stdin {
  openedInput ??= process.stdin.on('error', onInputError)
  return openedInput
}

function onInputError(error: Error): void {
  // we closed it ourselves, as it was too long
  if (error.name === 'AbortError') return
  if (openedInput?.isTTY) hangUp()
  else process.exit(130)
}

const bell = (): void => {
  if (stdout.isTTY) stdout.write('\u0007')
}

/** Says what went wrong, and returns the exit code. */
async function report(error: unknown): Promise<number> {
  const about = `greenroom ${version} (Node ${process.versions.node}, ${process.platform})`
  const { code, text } = errorReport(error, about)
  // a stack trace is not wrapped, and nothing more is loaded after a bug
  const shown = code === 70 ? text : (await import('./text/wrap.ts')).wrap(text, columnsOf(stderr))
  env.err(`${shown}\n`)
  return code
}

function onOutputError(error: NodeJS.ErrnoException): void {
  // whoever read our output has had enough, as `head` does: not an error
  if (error.code === 'EPIPE') process.exit(0)
  // a terminal that is gone: what is to be finished still is, though nobody reads of it
  if (stdout.isTTY) {
    hangUp()
    return
  }
  env.err(
    `The output cannot be written (${error.code ?? error.message}).\nFree some space, or write it elsewhere.\n`,
  )
  process.exit(1)
}

/** Ends what the stores have begun, and says what they had to fix meanwhile. */
async function finish(): Promise<void> {
  try {
    for (const store of stores) await store.finish()
  } finally {
    for (const { notices } of stores) env.tell(notices)
  }
}

async function main(): Promise<void> {
  // else it would look for programs in the current folder first, and start what anybody put there
  if (process.platform === 'win32') variables.NoDefaultCurrentDirectoryInExePath = '1'
  stdout.on('error', onOutputError)
  stderr.on('error', () => {})
  process.on('exit', () => endWithTerminal([openedInput, stdout, stderr]))
  process.on('uncaughtException', async (error) => process.exit(await report(error)))
  try {
    if (variables.GREENROOM_DEBUG === '1') {
      const { startDebug } = await import('./terminal/debug.ts')
      startDebug(env.err)
    }
    const { parse } = await import('./cli.ts')
    await parse(process.argv.slice(2), env)
  } catch (error) {
    process.exitCode = await report(error)
  } finally {
    await finish()
  }
}

void main()
