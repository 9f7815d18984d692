import { isatty } from 'node:tty'

/** Tells the process that its terminal is gone, where only a failed read or write has shown it. */
export function hangUp(): void {
  if (process.platform === 'win32') process.exit(130)
  process.kill(process.pid, 'SIGHUP')
}

/**
 * To be called last of all. Where a terminal is gone the handlers go, and the signal is raised again: Node sets the modes of
 * its terminals back at the end, and aborts as that fails, perhaps with a core file of all that is in memory.
 */
export function endWithTerminal(streams: readonly ({ isTTY?: boolean; fd?: number } | undefined)[]): void {
  const isGone = streams.some((stream) => stream?.isTTY === true && !isatty(stream.fd ?? -1))
  if (!isGone || process.platform === 'win32') return
  process.removeAllListeners('SIGHUP')
  process.kill(process.pid, 'SIGHUP')
}
