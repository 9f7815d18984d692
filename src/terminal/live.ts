import type { Shell } from '../ports.ts'
import type { Rehearsal } from '../rehearsal/rehearsal.ts'
import { guard } from '../text/guard.ts'
import { bracketedPaste, type LiveDevice, type LiveTerminal, screenOn } from './device.ts'

/**
 * Live mode: clocks, checklists and choices that repaint their own lines. Inquirer's prompts are loaded when the first
 * question is already on the screen.
 */
export function liveShell(terminal: LiveTerminal): Shell {
  const { input, output } = terminal
  const screen = screenOn(output)
  const device: LiveDevice = { ...terminal, screen, pastingUntil: 0 }
  // what is printed after a frame is held until the next one, so that the screen never flashes empty
  let hadFrame = false
  // keys that come before the next prompt belong to it, and must not be echoed meanwhile
  const listen = (): void => void input.setRawMode(true)
  const unlisten = (): void => void (input.isRaw && input.setRawMode(false))
  output.write(bracketedPaste.on)
  return {
    live: true,
    async next(rehearsal) {
      const { liveStep } = await import('./live-step.ts')
      hadFrame = true
      const step = await liveStep(rehearsal, device)
      if (hasNextPrompt(step.rehearsal)) listen()
      return step
    },
    async ask(prompt) {
      const { liveKey } = await import('./live-key.ts')
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

const hasNextPrompt = ({ phase }: Rehearsal): boolean =>
  phase.name !== 'over' || phase.next === 'again' || phase.next === 'mock'
