import type { Shell } from '../ports.ts'
import { guard } from '../text/guard.ts'
import { bracketedPaste, type LiveDevice, type LiveTerminal, screenOn } from './device.ts'

/**
 * Live mode: clocks, checklists and choices that repaint their own lines. Inquirer's prompts are loaded when the first
 * question is already on the screen.
 */
export function liveShell(terminal: LiveTerminal): Shell {
  const { input, output } = terminal
  const screen = screenOn(output)
  // Inquirer leaves raw mode after each prompt, and what is typed before the next one would be echoed into the screen
  const setRawMode = input.setRawMode.bind(input)
  input.setRawMode = () => input
  const device: LiveDevice = { ...terminal, screen, pastingUntil: 0, setRawMode }
  // what is printed after a frame is held until the next one, so that the screen never flashes empty
  let hadFrame = false
  const listen = (): void => void setRawMode(true)
  const unlisten = (): void => void (input.isRaw && setRawMode(false))
  output.write(bracketedPaste.on)
  return {
    live: true,
    async next(rehearsal, beside = null) {
      const { liveStep } = await import('./live-step.ts')
      hadFrame = true
      listen()
      return liveStep(rehearsal, device, beside)
    },
    async ask(prompt, over) {
      const { liveKey } = await import('./live-key.ts')
      hadFrame = true
      listen()
      return liveKey(prompt, device, over)
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
      input.setRawMode = setRawMode
      input.pause()
    },
  }
}
