import type { Size, Style } from '../screens/style.ts'
import type { Writing } from '../text/writing.ts'
import type { Drawn } from './drawn.ts'
import type { Keyboard } from './keyboard/keyboard.ts'

/** Makes the terminal mark what is pasted, so that it can be told from what is typed. */
export const bracketedPaste = { on: '\u001B[?2004h', off: '\u001B[?2004l' }

/**
 * Makes the terminal cut a line that is too long, for what repaints itself: where it draws a character wider than we count
 * it, the frame still has the rows that it is erased by.
 */
export const lineWrap = { on: '\u001B[?7h', off: '\u001B[?7l' }

/** A place in a frame: so many rows above the row that comes after it, and a column. */
export interface Cursor {
  up: number
  column: number
}

/** Makes a terminal that knows it show all that comes in between at once; others ignore it. */
const synchronized = { on: '\u001B[?2026h', off: '\u001B[?2026l' }

export interface LiveTerminal {
  input: NodeJS.ReadStream
  output: NodeJS.WriteStream
  size(): Size
  style: Style
  monotonic(): number
  signal: AbortSignal
  /** How long a window has to keep another size until it is drawn anew, in ms. */
  settleMs?: number
}

/** The terminal in live mode, with what outlives a prompt. */
export interface LiveDevice extends LiveTerminal {
  screen: Screen
  /** Null before the first prompt, which loads what it needs. */
  keyboard: Keyboard | null
  /** The line that was being typed when a step ended: the next one goes on with it. */
  unfinishedLine: string
  /** The answer that was being written when a step ended, and what the rehearsal has of it. */
  left: { writing: Writing; given: readonly string[] } | null
  /** Where the cursor is to be in the frame; null where readline has it. */
  cursor: Cursor | null
  /** The frame that is on the screen, if there is one. */
  drawn: Drawn | null
  /** Whether a part of a frame is above the window, where nothing can be erased. */
  hasSpilled: boolean
  /** The last of what was printed. */
  printed: string
}

/** What the prompts write to: it gathers what belongs together into one write to the terminal. */
export interface Screen {
  write(text: string): void
  /** Writes at once, before the process waits for something else or ends. */
  flush(): void
}

/** The screen of a terminal. */
export function screenOn(output: Pick<NodeJS.WriteStream, 'write'>): Screen {
  let held = ''
  let pending: NodeJS.Immediate | undefined
  const flush = (): void => {
    // else it would come too early for what is written next
    clearImmediate(pending)
    pending = undefined
    if (held !== '') output.write(`${synchronized.on}${held}${synchronized.off}`)
    held = ''
  }
  const write = (text: string): void => {
    held += text
    // two turns, as Inquirer draws a prompt in the turn after it was made
    pending ??= setImmediate(() => {
      pending = setImmediate(flush)
    })
  }
  return { write, flush }
}
