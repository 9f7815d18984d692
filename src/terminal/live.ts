import type { Shell, Size } from '../ports.ts'
import type { Rehearsal } from '../rehearsal/rehearsal.ts'
import type { Style } from '../screens/style.ts'
import { guard } from '../text/guard.ts'

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
  const device: LiveDevice = { ...terminal, screen, pastingUntil: 0 }
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
      const step = await liveStep(rehearsal, device)
      if (goesOn(step.rehearsal)) listen()
      return step
    },
    async ask(prompt) {
      const { liveKey } = await import('./live-step.ts')
      hadFrame = true
      const key = await liveKey(prompt, device)
      listen()
      return key
    },
    print(text) {
      screen.write(guard(text))
      if (hadFrame) return
      listen()
      screen.flush()
    },
    bell: () => void output.write('\u0007'),
    async lend(action) {
      screen.flush()
      unlisten()
      try {
        return await action()
      } finally {
        listen()
      }
    },
    close() {
      screen.flush()
      unlisten()
      output.write(bracketedPaste.off)
      input.pause()
    },
  }
}

/** Whether another prompt follows. */
const goesOn = ({ phase }: Rehearsal): boolean =>
  phase.name !== 'over' || phase.next === 'again' || phase.next === 'mock'
