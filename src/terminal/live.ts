import type { Shell } from '../ports.ts'
import { guard } from '../text/guard.ts'
import { bracketedPaste, type LiveDevice, type LiveTerminal, screenOn } from './device.ts'

/** How much of what was printed is kept, to fill a window with it again. */
const mostPrinted = 20_000

/**
 * Live mode: clocks, checklists and choices that repaint their own lines. Inquirer's prompts are loaded when the first
 * question is already on the screen.
 */
export function liveShell(terminal: LiveTerminal): Shell {
  const { input, output } = terminal
  const screen = screenOn(output)
  const device: LiveDevice = {
    ...terminal,
    screen,
    keyboard: null,
    unfinishedLine: '',
    left: null,
    cursor: null,
    drawn: null,
    hasSpilled: false,
    printed: '',
  }
  // what is printed after a frame is held until the next one, so that the screen never flashes empty
  let hadFrame = false
  const listen = (): void => void input.setRawMode(true)
  const unlisten = (): void => void (input.isRaw && input.setRawMode(false))
  output.write(bracketedPaste.on)
  return {
    live: true,
    async next(rehearsal, keep, beside = null) {
      const { liveStep } = await import('./live-step.ts')
      hadFrame = true
      listen()
      return liveStep(rehearsal, device, keep, beside)
    },
    async practise(practice, keep) {
      const { livePractice } = await import('./live-practice.ts')
      hadFrame = true
      listen()
      return livePractice(practice, device, keep)
    },
    async ask(prompt, over) {
      const { liveKey } = await import('./live-key.ts')
      hadFrame = true
      listen()
      return liveKey(prompt, device, over)
    },
    print(text) {
      const shown = guard(text)
      screen.write(shown)
      device.printed = (device.printed + shown).slice(-mostPrinted)
      if (hadFrame) return
      listen()
      screen.flush()
    },
    bell: () => void output.write('\u0007'),
    async lend(action) {
      screen.flush()
      device.keyboard?.rest()
      unlisten()
      // what is typed from now on is for the other program
      input.pause()
      try {
        return await action()
      } finally {
        listen()
      }
    },
    close() {
      screen.flush()
      device.keyboard?.rest()
      unlisten()
      output.write(bracketedPaste.off)
    },
  }
}
