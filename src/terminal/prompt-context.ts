import { Writable } from 'node:stream'
import { AbortPromptError, ExitPromptError } from '@inquirer/core'
import { Interrupted } from '../ports.ts'
import type { Size } from '../screens/style.ts'
import { guard } from '../text/guard.ts'
import { width } from '../text/wrap.ts'
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
  let shown: ShownFrame = { lines: [], columns: 0 }
  const output = new Writable({
    write(chunk: Buffer | string, _encoding, onWritten) {
      const text = guard(String(chunk), { moves: true })
      if (text.includes(hideCursor)) isCursorHidden = true
      if (text.includes(showCursor)) isCursorHidden = false
      if (!isColumnMove(text)) {
        const { columns } = size()
        screen.write(lineWrap.off + eraseRow.repeat(rowsAdded(shown, columns)) + text + lineWrap.on)
        shown = { lines: text.replace(anySequence, '').split('\n'), columns }
        // Inquirer moves the cursor after every key, which is not worth a write while nobody sees it
      } else if (!isCursorHidden) screen.write(text)
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

/** The frame that is on the screen, and how wide the window was. */
interface ShownFrame {
  lines: readonly string[]
  columns: number
}

/**
 * How many rows more a frame takes, of which Inquirer knows nothing, since the window is narrower: most terminals break the
 * lines that are there anew, but for the one with the cursor, which tmux breaks as well.
 */
function rowsAdded({ lines, columns: before }: ShownFrame, columns: number): number {
  const { XTERM_VERSION, TERM, STY, TMUX } = process.env
  const isTmux = TMUX !== undefined
  const cutsLines = !isTmux && (XTERM_VERSION !== undefined || STY !== undefined || TERM === 'linux')
  if (columns >= before || cutsLines) return 0
  return (isTmux ? lines : lines.slice(0, -1)).reduce(
    (rows, line) => rows + Math.max(0, Math.ceil(width(line) / columns) - 1),
    0,
  )
}
