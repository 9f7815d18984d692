import { useEffect } from '@inquirer/core'
import type { LiveDevice } from './device.ts'
import type { Key } from './keyboard/key.ts'
import { keyboardOn } from './keyboard/keyboard.ts'
import { pasteInto, timesToPress } from './keyboard/line-editing.ts'
import { cursorOf, type InquirerReadline, pressKey, writeLine } from './readline.ts'

/** What a prompt does with what comes in. */
interface KeyHandlers {
  /** The line to begin with. */
  line?: string
  reads(): 'key' | 'line' | 'text'
  /** A key by the name that the rehearsal knows. */
  onKey(name: string): void
  /** The line that is typed has changed. */
  onEdited?(line: string): void
  /** Enter, or a line break that was pasted into a text. */
  onLine?(line: string, pasted: boolean): void
  /** The end of input, or Ctrl-D where nothing was typed. */
  onEnd(): void
}

/** A hook for keys and pastes. A paste is no command, and changes nothing where a key is awaited. */
export function useKeys(device: LiveDevice, handlers: KeyHandlers): void {
  useEffect((rl) => {
    if (handlers.line) writeLine(rl, handlers.line, '')
    device.keyboard ??= keyboardOn(device.input)
    return device.keyboard.listen({
      key: (key) => take(key, rl, handlers),
      paste: (text) => paste(text, rl, handlers),
      end: () => handlers.onEnd(),
    })
  }, [])
}

/** Of all letters `L` alone means something else than the small one. */
const nameOf = ({ name, text }: Key): string => (text === 'L' ? text : name)

function take(key: Key, rl: InquirerReadline, { reads, onKey, onEdited, onLine, onEnd }: KeyHandlers): void {
  if (key.ctrl && !key.alt && key.name === 'd' && rl.line === '') onEnd()
  else if (reads() === 'key') {
    if (isForShell(key)) pressKey(rl, key)
    else if (!key.ctrl && !key.alt) onKey(nameOf(key))
  } else if (key.name === 'enter') {
    const { line } = rl
    rl.clearLine(0)
    onLine?.(line, false)
  } else {
    pressKey(rl, key, timesToPress(key, rl.line, cursorOf(rl)))
    onEdited?.(rl.line)
  }
}

/** Ctrl-C and Ctrl-Z, which readline turns into what they mean everywhere. */
const isForShell = ({ name, ctrl }: Key): boolean => ctrl && (name === 'c' || name === 'z')

function paste(text: string, rl: InquirerReadline, { reads, onEdited, onLine }: KeyHandlers): void {
  const reading = reads()
  if (reading === 'key') return
  const { finished, before, after } = pasteInto(rl.line, cursorOf(rl), text, reading)
  rl.clearLine(0)
  writeLine(rl, before, after)
  for (const line of finished) onLine?.(line, true)
  onEdited?.(rl.line)
}
