import { version } from '../package.json'
import { type Env, Interrupted, type Store, UsageError, UserError } from './ports.ts'
import { programName } from './terminal/program-name.ts'
import { guard } from './text/guard.ts'

/** What a store mends after a command has begun is said at the end. */
const stores: Store[] = []
const told = new Set<string>()

/** The most that is read from standard input, in bytes. */
const mostInput = 64 * 1024 * 1024

/** Columns where nothing has to be wrapped. */
const unlimited = 1_000_000

const { stdout, stderr, env: variables } = process

/** The real world. What is not needed to print help is loaded when somebody asks for it. */
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
  isRunning(pid) {
    try {
      return process.kill(pid, 0)
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EPERM'
    }
  },
  soon: (action) => void setTimeout(action, 20).unref(),
  // A terminal that reports no size is the classic one. What is no terminal gets each paragraph on one line.
  size: () => ({ columns: stdout.isTTY ? stdout.columns || 80 : unlimited, rows: stdout.rows || 24 }),
  async style({ color, ascii }) {
    const { colorLevel } = await import('./terminal/color.ts')
    const { styleOf } = await import('./screens/style.ts')
    return styleOf({ level: colorLevel(color, stdout.isTTY === true, variables), ascii })
  },
  out: (text) => void stdout.write(guard(text)),
  err: (text) => void stderr.write(guard(text, { colors: false })),
  tell(notices) {
    for (const notice of notices) if (!told.has(notice)) env.err(`${notice}\n`)
    for (const notice of notices) told.add(notice)
  },
  async readInput() {
    const chunks: Buffer[] = []
    let length = 0
    for await (const chunk of input()) {
      chunks.push(chunk)
      length += chunk.length
      if (length > mostInput) throw new UserError('Standard input has more than 64 MB.', 'Give a part of it.')
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
  async store(home) {
    const { homeFolder } = await import('./store/folder.ts')
    const { openStore } = await import('./store/open.ts')
    const folder = homeFolder({ ...variables, ...(home && { GREENROOM_HOME: home }) })
    const store = openStore({ home: folder, now: env.now, uuid, variables })
    stores.push(store)
    return store
  },
  async shell({ plain, style }) {
    const { interruption } = await import('./terminal/signals.ts')
    const signal = interruption()
    const { monotonic, size } = env
    if (plain) {
      const { plainShell } = await import('./terminal/plain.ts')
      return plainShell({ input: input(), write: env.out, bell, monotonic, signal })
    }
    const { liveShell } = await import('./terminal/live.ts')
    return liveShell({ input: input(), output: stdout, size, style, monotonic, signal })
  },
  async edit(text) {
    const { edit } = await import('./terminal/editor.ts')
    return edit(text)
  },
  async machine({ color }) {
    const { describeMachine } = await import('./terminal/machine.ts')
    return describeMachine(color)
  },
}

/** node:crypto takes longer to load than anything else that is needed, and a start seldom needs an id. */
const uuid = (): string => process.getBuiltinModule('node:crypto').randomUUID()

let opened: typeof process.stdin | undefined

/** Standard input: to look at it takes some ms, and many commands do not. */
function input(): typeof process.stdin {
  opened ??= process.stdin.on('error', () => process.exit(130))
  return opened
}

const bell = (): void => {
  if (stdout.isTTY) stdout.write('\u0007')
}

/** Says what went wrong, and gives the exit code for it. */
async function report(error: unknown): Promise<number> {
  if (error instanceof Interrupted) {
    const { wrap } = await import('./text/wrap.ts')
    const said = `Interrupted. What was scored is saved.${error.hint === null ? '' : ` ${error.hint}`}`
    env.err(`\n${wrap(said, stderr.isTTY ? stderr.columns || 80 : unlimited)}\n`)
    return 130
  }
  if (error instanceof UserError) {
    const { wrap } = await import('./text/wrap.ts')
    const columns = stderr.isTTY ? stderr.columns || 80 : unlimited
    env.err(`${wrap(`${error.message}\n${error.hint}`, columns)}\n`)
    return error instanceof UsageError ? 2 : 1
  }
  const stack = error instanceof Error ? error.stack : String(error)
  env.err(
    `This is a bug in greenroom ${version}, on Node ${process.versions.node} and ${process.platform}; what was scored is saved.\n${stack}\nPlease report it, with these lines.\n`,
  )
  return 70
}

stdout.on('error', (error: NodeJS.ErrnoException) => {
  // whoever read our output has had enough, as `head` does: no error
  if (error.code === 'EPIPE') process.exit(0)
  // the terminal is gone
  if (error.code === 'EIO') process.exit(130)
  env.err(
    `The output cannot be written (${error.code ?? error.message}).\nFree some space, or write it elsewhere.\n`,
  )
  process.exit(1)
})
stderr.on('error', () => {})
process.on('uncaughtException', async (error) => process.exit(await report(error)))

async function main(): Promise<void> {
  const { parse } = await import('./cli.ts')
  await parse(process.argv.slice(2), env)
}

main()
  .catch(async (error: unknown) => {
    process.exitCode = await report(error)
  })
  .finally(async () => {
    // what is done last may have something to tell too
    try {
      for (const store of stores) await store.finish()
    } finally {
      for (const { notices } of stores) env.tell(notices)
    }
  })
