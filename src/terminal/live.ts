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

/** Where the prompts write: what is written between two waits gets to the terminal in one write. */
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
    // Inquirer draws a prompt in the turn after the one in which it is made
    if (held === '') setImmediate(() => setImmediate(flush))
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
  // keys that come before the next prompt are for that, and are not to be echoed where the screen changes
  const listen = (): void => void input.setRawMode(true)
  const unlisten = (): void => void (input.isRaw && input.setRawMode(false))
  output.write(bracketedPaste.on)
  return {
    live: true,
    async next(rehearsal) {
      const { liveStep } = await import('./live-step.ts')
      hadFrame = true
      const step = await liveStep(rehearsal, terminal, screen)
      if (step.rehearsal.phase.name !== 'over') listen()
      return step
    },
    async ask(prompt) {
      const { liveKey } = await import('./live-step.ts')
      hadFrame = true
      return liveKey(prompt, terminal, screen)
    },
    print(text) {
      screen.write(guard(text))
      if (hadFrame) return
      listen()
      screen.flush()
    },
    bell: () => void output.write('\u0007'),
    lend(action) {
      screen.flush()
      unlisten()
      return action()
    },
    close() {
      screen.flush()
      unlisten()
      output.write(bracketedPaste.off)
      input.pause()
    },
  }
}
