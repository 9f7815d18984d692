import type { Shell, Size } from '../env.ts'
import { guard } from '../render/guard.ts'
import type { Style } from '../render/style.ts'

/** Asks the terminal to tell what is pasted from what is typed. */
const bracketedPaste = { on: '\u001B[?2004h', off: '\u001B[?2004l' }

export interface LiveTerminal {
  input: NodeJS.ReadStream
  output: NodeJS.WriteStream
  size(): Size
  style: Style
  monotonic(): number
  signal: AbortSignal
}

/**
 * Live mode: clocks, checklists and choices that repaint their own lines. What is printed is on the screen before the
 * prompts, which are Inquirer's, are loaded.
 */
export function liveShell(terminal: LiveTerminal): Shell {
  const { input, output } = terminal
  output.write(bracketedPaste.on)
  return {
    live: true,
    async next(rehearsal) {
      const { liveStep } = await import('./live-step.ts')
      return liveStep(rehearsal, terminal)
    },
    async ask(prompt) {
      const { liveKey } = await import('./live-step.ts')
      return liveKey(prompt, terminal)
    },
    print: (text) => void output.write(guard(text)),
    bell: () => void output.write('\u0007'),
    close() {
      output.write(bracketedPaste.off)
      input.pause()
    },
  }
}
