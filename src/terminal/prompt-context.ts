import { Writable } from 'node:stream'
import { AbortPromptError, ExitPromptError } from '@inquirer/core'
import { Interrupted } from '../ports.ts'
import type { Size } from '../screens/style.ts'
import { guard } from '../text/guard.ts'
import { type LiveDevice, lineWrap, type Screen } from './device.ts'
import { deafInput } from './keyboard/keyboard.ts'
import { hideCursor, showCursor } from './readline.ts'

/** What Inquirer's prompts read from, write to and are interrupted by. */
export const promptContext = ({ size, signal, screen }: LiveDevice) => ({
  input: deafInput(),
  output: guardedOutput(screen, size),
  signal,
  clearPromptOnDone: true,
})

/** Turns Inquirer's errors for Ctrl-C and signals into ours. */
export function rethrow(error: unknown): never {
  if (error instanceof ExitPromptError || error instanceof AbortPromptError) throw new Interrupted()
  throw error
}

/** What Inquirer writes to: the last check before the terminal. */
function guardedOutput(screen: Screen, size: () => Size): Writable {
  let isCursorHidden = false
  const output = new Writable({
    write(chunk: Buffer | string, _encoding, onWritten) {
      const text = guard(String(chunk), { moves: true })
      if (text.includes(hideCursor)) isCursorHidden = true
      if (text.includes(showCursor)) isCursorHidden = false
      // Inquirer moves the cursor after every key, which is not worth a write while nobody sees it
      if (!isCursorHidden || !isColumnMove(text)) screen.write(lineWrap.off + text + lineWrap.on)
      onWritten()
    },
  })
  return Object.defineProperties(output, {
    columns: { get: () => size().columns },
    rows: { get: () => size().rows },
    isTTY: { value: true },
  })
}

/** Whether a text only moves the cursor to a column. */
const isColumnMove = (text: string): boolean => /^\u001B\[\d+G$/.test(text)
