import { Writable } from 'node:stream'
import { AbortPromptError, ExitPromptError } from '@inquirer/core'
import { Interrupted } from '../ports.ts'
import { guard } from '../text/guard.ts'
import { width } from '../text/wrap.ts'
import { down, type LiveDevice, lineWrap } from './device.ts'
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

/** What Inquirer writes to: the last check before the terminal. */
function guardedOutput(device: LiveDevice): Writable {
  const { screen, size } = device
  let isCursorHidden = false
  let shown: ShownFrame = { lines: [], columns: 0, cursor: 0 }
  const draw = (text: string): void => {
    const { columns } = size()
    const added = rowsAdded(shown, columns)
    const cursor = text.includes(hideCursor) ? device.cursor : null
    const placed = cursor === null ? '' : `\u001B[${cursor.up}A\u001B[${cursor.column + 1}G${showCursor}`
    const back = down(device.raised === 0 ? 0 : device.raised + added.below)
    screen.write(`${lineWrap.off}${back}${eraseRow.repeat(added.all)}${text}${placed}${lineWrap.on}`)
    device.raised = cursor?.up ?? 0
    const lines = text.replace(anySequence, '').split('\n')
    shown = { lines, columns, cursor: lines.length - 1 - device.raised }
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

const anySequence = /\u001B\[[\d;?]*[A-Za-z]/g

/** Erases the row with the cursor, and goes to the one above. */
const eraseRow = '\u001B[2K\u001B[1A'

/** The frame that is on the screen, how wide the window was, and in which of its lines the cursor is. */
interface ShownFrame {
  lines: readonly string[]
  columns: number
  cursor: number
}

/**
 * How many rows more a frame takes, of which Inquirer knows nothing, since the window is narrower, and how many of them are
 * below the cursor: most terminals break the lines that are there anew, but for the one with the cursor, which tmux breaks
 * as well.
 */
function rowsAdded(
  { lines, columns: before, cursor }: ShownFrame,
  columns: number,
): { all: number; below: number } {
  const { XTERM_VERSION, TERM, STY, TMUX } = process.env
  const isTmux = TMUX !== undefined
  const cutsLines = !isTmux && (XTERM_VERSION !== undefined || STY !== undefined || TERM === 'linux')
  if (columns >= before || cutsLines) return { all: 0, below: 0 }
  const added = lines.map((line, index) =>
    index === cursor && !isTmux ? 0 : Math.max(0, Math.ceil(width(line) / columns) - 1),
  )
  const sum = (rows: number[]): number => rows.reduce((total, each) => total + each, 0)
  return { all: sum(added), below: sum(added.slice(cursor + 1)) }
}
