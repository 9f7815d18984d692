import type { Size, Style } from '../screens/style.ts'

/** Asks the terminal to tell what is pasted from what is typed. */
export const bracketedPaste = { on: '\u001B[?2004h', off: '\u001B[?2004l' }

/** Has a terminal that knows of it show what is written in between in one piece; others pass over it. */
const synchronized = { on: '\u001B[?2026h', off: '\u001B[?2026l' }

export interface LiveTerminal {
  input: NodeJS.ReadStream
  output: NodeJS.WriteStream
  size(): Size
  style: Style
  monotonic(): number
  signal: AbortSignal
}

/** The terminal while it is live, with what outlives a prompt. */
export interface LiveDevice extends LiveTerminal {
  screen: Screen
  /**
   * Until when what comes is taken for pasted, by the monotonic clock, in ms: a paste may go on when the prompt in which it
   * began is over, and its end may never come.
   */
  pastingUntil: number
}

/** Where the prompts write: what is written between two waits gets to the terminal in one write. */
export interface Screen {
  write(text: string): void
  /** Now: the process is about to wait for something else, or to end. */
  flush(): void
}

/** The screen of a terminal. */
export function screenOn(output: NodeJS.WriteStream): Screen {
  let held = ''
  const flush = (): void => {
    if (held !== '') output.write(`${synchronized.on}${held}${synchronized.off}`)
    held = ''
  }
  const write = (text: string): void => {
    // Inquirer draws a prompt in the turn after the one in which it is made
    if (held === '') setImmediate(() => setImmediate(flush))
    held += text
  }
  return { write, flush }
}
