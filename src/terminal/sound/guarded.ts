import { type ChildProcess, spawn } from 'node:child_process'
import { Readable } from 'node:stream'

/** A program that was started, and how it ends. */
export interface Guarded {
  output: Readable
  /** Once it is over, with how it went. */
  ended: Promise<Ending>
  /** Asks it to end, and ends it if it has not within `ms`; asked again, the shortest time counts. */
  end(ms?: number): void
  /** Ends it at once. */
  kill(): void
}

interface Ending {
  code: number | null
  signal: NodeJS.Signals | null
  /** The last of what it wrote to its standard error, or why it could not be started. */
  said: string
}

/** How long a program may take to end once it was asked to, in ms. */
const patienceMs = 1500

/** How much of what it says about itself is kept, in characters. */
const longestSaid = 2000

/**
 * Starts `$0` with its arguments, and beside it a reader that ends all of the group once nobody holds the other end of the
 * pipe 3 any more, which is when greenroom is gone, whatever ended it. Nothing in it comes from outside.
 */
const guard = '(read -r _ <&3; kill -KILL 0) >/dev/null 2>&1 & exec "$0" "$@" 3<&-'

const isWindows = process.platform === 'win32'

/**
 * Starts a program that does not outlive greenroom, with `input` as its standard input. It has a group of its own, so that no
 * Ctrl-C reaches it. Never throws: one that cannot be started has ended.
 */
export function startGuarded(
  path: string,
  args: readonly string[],
  variables: Record<string, string | undefined>,
  input: string | null = null,
): Guarded {
  try {
    return guarded(started(path, args, variables, input === null ? 'ignore' : 'pipe'), input)
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const ended = Promise.resolve({ code: null, signal: null, said })
    return { output: Readable.from([]), ended, end() {}, kill() {} }
  }
}

/** Throws where the system refuses at once. */
function started(
  path: string,
  args: readonly string[],
  env: Record<string, string | undefined>,
  stdin: 'ignore' | 'pipe',
): ChildProcess {
  const child = isWindows
    ? spawn(path, args, { env, stdio: [stdin, 'pipe', 'pipe'], windowsHide: true })
    : spawn('/bin/sh', ['-c', guard, path, ...args], {
        env,
        detached: true,
        stdio: [stdin, 'pipe', 'pipe', 'pipe'],
      })
  // without a file left to open there are no pipes, and an error comes later
  if (child.stdout) return child
  child.on('error', () => {})
  throw new Error('too many files are open')
}

function guarded(child: ChildProcess, input: string | null): Guarded {
  const [, output, errors, lifeline] = child.stdio as unknown as [
    null,
    Readable,
    Readable,
    Readable | undefined,
  ]
  // it may end before it has read everything
  child.stdin?.on('error', () => {}).end(input)
  let said = ''
  errors.on('data', (chunk: Buffer) => {
    said = (said + chunk).slice(-longestSaid)
  })
  // the reader is of the same group
  const kill = (): void => signal(child, 'SIGKILL')
  let patience: NodeJS.Timeout | undefined
  let shortest = Number.POSITIVE_INFINITY
  let isOver = false
  const ended = new Promise<Ending>((done) => {
    const end = (code: number | null, by: NodeJS.Signals | null): void => {
      isOver = true
      clearTimeout(patience)
      kill()
      lifeline?.destroy()
      done({ code, signal: by, said })
    }
    child.on('error', (error) => {
      said = error.message
      end(null, null)
    })
    // something that it started may hold its output open
    child.on('exit', () => setImmediate(kill))
    child.on('close', end)
  })
  return {
    output,
    ended,
    kill,
    end(ms = patienceMs) {
      if (isOver || ms >= shortest) return
      if (patience === undefined) signal(child, 'SIGINT', true)
      clearTimeout(patience)
      patience = setTimeout(kill, ms)
      shortest = ms
    },
  }
}

/** Signals a program: with its whole group, or where `alone` itself. It may be gone. */
function signal(child: ChildProcess, name: NodeJS.Signals, alone = false): void {
  if (child.pid === undefined) return
  try {
    process.kill(isWindows || alone ? child.pid : -child.pid, name)
  } catch {
    // gone
  }
}
