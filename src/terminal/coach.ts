import { type ChildProcess, spawn } from 'node:child_process'
import type { Consulted } from '../ports.ts'
import { lendingSignals } from './signals.ts'

const { platform } = process

/** More than this of what a program says is not shown, in bytes. */
const longestAdvice = 16 * 1024
const longestComplaint = 4 * 1024

/**
 * Runs the user's own program with a text on its input, and returns what it prints. It and all that it started are ended once
 * it is done, after `ms`, and at Ctrl-C.
 */
export async function consult(command: string, text: string, ms: number): Promise<Consulted> {
  // a group of its own, so that all of it can be ended
  const child = spawn(command, {
    shell: true,
    detached: platform !== 'win32',
    windowsHide: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let reason: Consulted['reason'] = null
  const stop = (why: typeof reason): void => {
    reason ??= why
    endGroup(child)
  }
  const timer = setTimeout(() => stop('time'), ms)
  const onInterrupt = (): void => stop('interrupted')
  try {
    return await lendingSignals(
      async () => {
        process.once('SIGINT', onInterrupt)
        const advice = gathered(child.stdout, longestAdvice, () => stop('long'))
        const complaint = gathered(child.stderr, longestComplaint, () => {})
        // one that reads nothing is no error
        child.stdin.on('error', () => {})
        child.stdin.end(text)
        const status = await ended(child)
        return { advice: advice(), complaint: complaint(), status, reason }
      },
      () => stop('interrupted'),
    )
  } finally {
    process.off('SIGINT', onInterrupt)
    clearTimeout(timer)
  }
}

/** The exit code of a program once it and its output have ended; null where there is none. */
const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.on('error', () => resolve(127))
    child.on('exit', () => endGroup(child))
    child.on('close', (status) => resolve(status))
  })

/** Gathers at most so many bytes of a stream as text; `onFull` is called when there are more. */
function gathered(stream: NodeJS.ReadableStream, most: number, onFull: () => void): () => string {
  const chunks: Buffer[] = []
  let length = 0
  stream.on('data', (chunk: Buffer) => {
    if (length < most) chunks.push(chunk.subarray(0, most - length))
    length += chunk.length
    if (length > most) onFull()
  })
  return () => new TextDecoder().decode(Buffer.concat(chunks))
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    if (platform === 'win32') spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { windowsHide: true })
    else process.kill(-pid, 'SIGKILL')
  } catch {
    // all of it has ended already
  }
}
