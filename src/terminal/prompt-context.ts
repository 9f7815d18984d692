import { Writable } from 'node:stream'
import { AbortPromptError, ExitPromptError } from '@inquirer/core'
import { Interrupted } from '../ports.ts'
import { guard } from '../text/guard.ts'
import { type LiveDevice, lineWrap } from './device.ts'
import { drawnBy, erasing, lastLines, rowsTaken } from './drawn.ts'
import { deafInput } from './keyboard/keyboard.ts'
import { hideCursor, showCursor } from './readline.ts'

/** What Inquirer's prompts read from, write to and are interrupted by. */
export const promptContext = (device: LiveDevice) => ({
  input: deafInput(),
  output: guardedOutput(device),
  signal: device.signal,
  clearPromptOnDone: true,
})

/** Turns Inquirer's errors for Ctrl-C and signals into ours. */
export function rethrow(error: unknown): never {
  if (error instanceof ExitPromptError || error instanceof AbortPromptError) throw new Interrupted()
  throw error
}

/** How Inquirer erases its frame: it knows nothing of rows that a narrower window has added. */
const inquirersErasing = /^(?:\u001B\[\d+B)?(?:(?:\u001B\[2K\u001B\[1A)*\u001B\[2K\u001B\[G)?/

/** What Inquirer writes to: the last check before the terminal. */
function guardedOutput(device: LiveDevice): Writable {
  const { screen, size } = device
  let isCursorHidden = false
  const draw = (text: string): void => {
    const window = size()
    const frame = text.replace(inquirersErasing, '')
    const cursor = text.includes(hideCursor) ? device.cursor : null
    const placed = cursor === null ? '' : `\u001B[${cursor.up}A\u001B[${cursor.column + 1}G`
    const next = drawnBy(`${frame}${placed}`, window)
    const shown = placed === '' ? '' : showCursor
    screen.write(`${lineWrap.off}${erased(device)}${frame}${placed}${shown}${lineWrap.on}`)
    device.drawn = next
  }
  const output = new Writable({
    write(chunk: Buffer | string, _encoding, onWritten) {
      const text = guard(String(chunk), { moves: true })
      if (text.includes(hideCursor)) isCursorHidden = true
      if (text.includes(showCursor)) isCursorHidden = false
      if (!isColumnMove(text)) draw(text)
      // Inquirer moves the cursor after every key, which is not worth a write while nobody sees it
      else if (!isCursorHidden) screen.write(text)
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

/**
 * Erases the frame that is on the screen before the next one comes. Where it was as high as the window, a narrower window
 * has broken it into more rows than it has: from then on the whole window is drawn anew for each new size.
 */
function erased(device: LiveDevice): string {
  const { drawn, printed } = device
  const { columns, rows } = device.size()
  if (drawn === null) return ''
  if (rowsTaken(drawn, columns).all > rows) device.hasSpilled = true
  const isResized = drawn.columns !== columns || drawn.rows !== rows
  if (!device.hasSpilled || !isResized) return erasing(drawn, columns)
  return `\u001B[H\u001B[J${lastLines(printed, columns, rows)}`
}
