import { useEffect } from '@inquirer/core'
import type { LiveDevice } from './device.ts'
import type { Key } from './keyboard/key.ts'
import { keyboardOn } from './keyboard/keyboard.ts'
import { timesToPress } from './keyboard/line-editing.ts'
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
  /** Enter after a line, or a question mark where none was begun: it asks for help, as everywhere. */
  onLine?(line: string): void
  /** A key, or pasted text, where a text is read. */
  onWriting?(typed: Key | string): void
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

function take(key: Key, rl: InquirerReadline, handlers: KeyHandlers): void {
  const { onKey, onEdited, onLine, onWriting, onEnd } = handlers
  const reading = handlers.reads()
  if (reading === 'text') {
    if (isForShell(key)) pressKey(rl, key)
    else onWriting?.(key)
  } else if (isCtrlD(key) && rl.line === '') onEnd()
  else if (reading === 'key') {
    if (isForShell(key)) pressKey(rl, key)
    else if (!key.ctrl && !key.alt) onKey(nameOf(key))
  } else if (key.text === '?' && rl.line === '') onLine?.('?')
  else if (key.name === 'enter') {
    const { line } = rl
    rl.clearLine(0)
    onLine?.(line)
  } else {
    pressKey(rl, key, timesToPress(key, rl.line, cursorOf(rl)))
    onEdited?.(rl.line)
  }
}

export const isCtrlD = ({ name, ctrl, alt }: Key): boolean => ctrl && !alt && name === 'd'

/** Ctrl-C and Ctrl-Z, which readline turns into what they mean everywhere. */
const isForShell = ({ name, ctrl }: Key): boolean => ctrl && (name === 'c' || name === 'z')

function paste(text: string, rl: InquirerReadline, { reads, onEdited, onWriting }: KeyHandlers): void {
  const reading = reads()
  if (reading === 'text') onWriting?.(text)
  if (reading !== 'line') return
  const cursor = cursorOf(rl)
  const before = rl.line.slice(0, cursor) + text.replaceAll('\n', ' ')
  const after = rl.line.slice(cursor)
  rl.clearLine(0)
  writeLine(rl, before, after)
  onEdited?.(rl.line)
}
