import { useEffect, useState } from '@inquirer/core'
import { bracketedPaste, type LiveDevice } from './device.ts'
import { erasing } from './drawn.ts'
import type { Key } from './keyboard/key.ts'

// What a prompt needs from readline and the terminal beyond what Inquirer does.

export const showCursor = '\u001B[?25h'
export const hideCursor = '\u001B[?25l'

export type InquirerReadline = Parameters<Parameters<typeof useEffect>[0]>[0]

/** What Inquirer's type leaves out. */
interface WholeReadline extends Pick<InquirerReadline, 'line'> {
  /** The cursor's place in the line. */
  cursor: number
  input: NodeJS.ReadableStream
  write(text: string | undefined, key?: object): void
}

const whole = (rl: InquirerReadline): WholeReadline => rl as unknown as WholeReadline

export const cursorOf = (rl: InquirerReadline): number => whole(rl).cursor

/** Puts text into an empty line, with the cursor between the two parts. */
export function writeLine(rl: InquirerReadline, before: string, after: string): void {
  rl.write(before + after)
  whole(rl).cursor -= after.length
}

/** Has readline do what a key does, perhaps several times. Inquirer sees the key once, and moves the cursor after it. */
export function pressKey(rl: InquirerReadline, key: Key, times = 1): void {
  const { text, ctrl, shift } = key
  const isControl = ctrl && /^[@-_a-z]$/.test(key.name)
  const event = {
    name: key.name === 'enter' ? 'return' : key.name,
    sequence: isControl ? String.fromCharCode(key.name.charCodeAt(0) & 0x1f) : text,
    ctrl,
    meta: key.alt,
    shift,
  }
  const typed = text === '' || ctrl || key.alt ? undefined : text
  for (let i = 1; i < times; i++) whole(rl).write(typed, event)
  whole(rl).input.emit('keypress', typed, event)
}

/** A hook that lets Ctrl-Z lead to the shell, and repaints after `fg`. */
export function useSuspension(
  device: LiveDevice,
  { before, after }: { before(): void; after(): void } = { before() {}, after() {} },
): void {
  const { input, output, monotonic } = device
  const [, repaint] = useState(0)
  useEffect((rl) => {
    const onSuspend = (): void => {
      before()
      device.screen.flush()
      // the shell wants its cursor, and a terminal that is not raw
      output.write(`${erasing(device.drawn, device.size().columns)}${showCursor}${bracketedPaste.off}`)
      device.drawn = null
      input.setRawMode(false)
      // stops the whole process group, as the terminal would: a running npm or pipeline would keep the shell waiting
      process.kill(0, 'SIGTSTP')
    }
    const onContinue = (): void => {
      setImmediate(() => {
        after()
        output.write(bracketedPaste.on)
        // readline has paused its input
        input.setRawMode(true)
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
