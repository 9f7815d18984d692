import type { useEffect } from '@inquirer/core'
import { bracketedPaste, type LiveTerminal } from './device.ts'

// What a prompt wants of the terminal that Inquirer does not do for it.

export const showCursor = '\u001B[?25h'

export type InquirerReadline = Parameters<Parameters<typeof useEffect>[0]>[0]

/** Where readline has the cursor in its line, which Inquirer's type leaves out. */
export const withCursor = (rl: InquirerReadline) => rl as InquirerReadline & { cursor: number }

/** Acts on Ctrl-D, also where it came before anybody could listen; gives what ends the listening. */
export function onceClosed(rl: InquirerReadline, action: () => void): () => void {
  rl.on('close', action)
  if ('closed' in rl && rl.closed === true) action()
  return () => rl.removeListener('close', action)
}

/** Lets Ctrl-Z lead to the shell, and repaints after `fg`; gives what ends that. */
export function suspendable(
  rl: InquirerReadline,
  { input, output }: LiveTerminal,
  repaint: () => void,
): () => void {
  const onSuspend = (): void => {
    // the shell wants its cursor, and a terminal that is not raw
    output.write(`${showCursor}${bracketedPaste.off}`)
    input.setRawMode(false)
    // as the terminal would: all of the pipeline, or npm that started it would go on and hold the shell
    process.kill(0, 'SIGTSTP')
  }
  const onContinue = (): void => {
    setImmediate(() => {
      output.write(bracketedPaste.on)
      // readline has left the terminal cooked and its input paused
      input.setRawMode(true)
      input.resume()
      repaint()
    })
  }
  rl.on('SIGTSTP', onSuspend)
  process.on('SIGCONT', onContinue)
  return () => {
    rl.removeListener('SIGTSTP', onSuspend)
    process.off('SIGCONT', onContinue)
  }
}
