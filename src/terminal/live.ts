import type { Shell, Size } from '../env.ts'
import { guard } from '../render/guard.ts'
import type { Style } from '../render/style.ts'

/** Asks the terminal to tell what is pasted from what is typed. */
const bracketedPaste = { on: '\u001B[?2004h', off: '\u001B[?2004l' }

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

/** Where the prompts write: what is written in one turn of the event loop gets to the terminal in one write. */
export interface Screen {
  write(text: string): void
  /** Now: the process is about to wait for something else, or to end. */
  flush(): void
}

function screenOn(output: NodeJS.WriteStream): Screen {
  let held = ''
  const flush = (): void => {
    if (held !== '') output.write(`${synchronized.on}${held}${synchronized.off}`)
    held = ''
  }
  const write = (text: string): void => {
    if (held === '') setImmediate(flush)
    held += text
  }
  return { write, flush }
}

/**
 * Live mode: clocks, checklists and choices that repaint their own lines. What is printed is on the screen before the
 * prompts, which are Inquirer's, are loaded.
 */
export function liveShell(terminal: LiveTerminal): Shell {
  const { input, output } = terminal
  const screen = screenOn(output)
  // between two frames what is printed takes the place of the first; before there is one, nothing is worth waiting for
  let hadFrame = false
  output.write(bracketedPaste.on)
  return {
    live: true,
    async next(rehearsal) {
      const { liveStep } = await import('./live-step.ts')
      hadFrame = true
      return liveStep(rehearsal, terminal, screen)
    },
    async ask(prompt) {
      const { liveKey } = await import('./live-step.ts')
      hadFrame = true
      return liveKey(prompt, terminal, screen)
    },
    print(text) {
      screen.write(guard(text))
      if (!hadFrame) screen.flush()
    },
    bell: () => void output.write('\u0007'),
    close() {
      screen.flush()
      output.write(bracketedPaste.off)
      input.pause()
    },
  }
}
