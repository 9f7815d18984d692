import { isEnterKey, type KeypressEvent, useEffect, useState } from '@inquirer/core'
import { bracketedPaste, type LiveDevice } from './device.ts'

// What a prompt needs from readline and the terminal beyond what Inquirer does.

export const showCursor = '\u001B[?25h'
export const hideCursor = '\u001B[?25l'

export type InquirerReadline = Parameters<Parameters<typeof useEffect>[0]>[0]

/** The cursor's place in the line, which Inquirer's type leaves out. */
const withCursor = (rl: InquirerReadline) => rl as InquirerReadline & { cursor: number }

export const cursorOf = (rl: InquirerReadline): number => withCursor(rl).cursor

/** Keeps readline's line from being empty while something is pasted: a pasted Ctrl-D would end the input. */
const placeholder = '-'

/** Empties the line for the next pasted key: a long line makes readline slow at every key. */
export function holdLine(rl: InquirerReadline): void {
  rl.clearLine(0)
  rl.write(placeholder)
}

/** What was added to a line since it was held. */
export const heldLine = (rl: InquirerReadline): string => rl.line.slice(placeholder.length)

/** Puts text into an empty line, with the cursor between the two parts. */
export function writeLine(rl: InquirerReadline, before: string, after: string): void {
  rl.write(before + after)
  withCursor(rl).cursor -= after.length
}

/** The name of a key as the rehearsal knows it; empty where Ctrl or Alt was held. */
export function keyName(key: KeypressEvent & { sequence?: string; meta?: boolean }): string {
  if (isEnterKey(key)) return 'enter'
  if (key.ctrl || key.meta) return ''
  const typed = key.sequence ?? ''
  // of all letters this one alone means something else when it is large
  if (typed === 'L') return typed
  return typed.length === 1 && typed > ' ' ? typed.toLowerCase() : (key.name ?? '')
}

/** A hook for Ctrl-D and the end of input, even if they came before the prompt listened. */
export function useEndOfInput(onEnd: () => void): void {
  useEffect((rl) => {
    rl.on('close', onEnd)
    if ('closed' in rl && rl.closed === true) onEnd()
    return () => rl.removeListener('close', onEnd)
  }, [])
}

/** A hook that lets Ctrl-Z lead to the shell, and repaints after `fg`. */
export function useSuspension({ input, output, monotonic, setRawMode }: LiveDevice): void {
  const [, repaint] = useState(0)
  useEffect((rl) => {
    const onSuspend = (): void => {
      // the shell wants its cursor, and a terminal that is not raw
      output.write(`${showCursor}${bracketedPaste.off}`)
      setRawMode(false)
      // stops the whole process group, as the terminal would: a running npm or pipeline would keep the shell waiting
      process.kill(0, 'SIGTSTP')
    }
    const onContinue = (): void => {
      setImmediate(() => {
        output.write(bracketedPaste.on)
        // readline has paused its input
        setRawMode(true)
        input.resume()
        repaint(monotonic())
      })
    }
    rl.on('SIGTSTP', onSuspend)
    process.on('SIGCONT', onContinue)
    return () => {
      rl.removeListener('SIGTSTP', onSuspend)
      process.off('SIGCONT', onContinue)
    }
  }, [])
}
