import { type KeypressEvent, useRef } from '@inquirer/core'
import { reads } from '../rehearsal/update.ts'
import type { LiveDevice } from './device.ts'
import type { Reached } from './frame.ts'
import { addToPaste, type Paste, pastedLine, pasteTimeoutMs, startPaste } from './paste.ts'
import { cursorOf, heldLine, holdLine, type InquirerReadline, writeLine } from './readline.ts'

/** How a prompt handles a paste. */
interface PasteKeys {
  isOpen(): boolean
  /** Takes a key that begins, continues or ends a paste; false for one that was typed. */
  takes(key: KeypressEvent, rl: InquirerReadline): boolean
  /** Ends a paste whose end was lost. */
  endIfLate(rl: InquirerReadline): void
}

/**
 * A hook for what is pasted: it goes into the line without a frame for each character, which would be megabytes, and is
 * no command. `onEnd` comes after the paste, `onLine` for each line that it ends.
 */
export function usePaste(
  reached: Reached,
  device: LiveDevice,
  onEnd: () => void,
  onLine: (text: string) => void,
): PasteKeys {
  const paste = useRef<Paste | null>(null)

  const begin = (rl: InquirerReadline): void => {
    device.pastingUntil = device.monotonic() + pasteTimeoutMs
    paste.current = startPaste(reached.line, cursorOf(rl))
    holdLine(rl)
  }

  const add = (key: KeypressEvent, rl: InquirerReadline): void => {
    device.pastingUntil = device.monotonic() + pasteTimeoutMs
    const characters = heldLine(rl)
    holdLine(rl)
    const reading = reads(reached.rehearsal)
    if (paste.current === null || reading === 'key') return
    const { paste: added, finished } = addToPaste(paste.current, { name: key.name, characters }, reading)
    paste.current = added
    reached.line = pastedLine(added)
    if (finished !== null) onLine(finished)
  }

  const end = (rl: InquirerReadline): void => {
    const ended = paste.current
    device.pastingUntil = 0
    paste.current = null
    rl.clearLine(0)
    if (ended === null || reads(reached.rehearsal) === 'key') return
    writeLine(rl, ended.before, ended.after)
    reached.line = rl.line
    onEnd()
  }

  return {
    isOpen: () => paste.current !== null,
    takes(key, rl) {
      const isPasted = paste.current !== null || device.monotonic() < device.pastingUntil
      if (key.name === 'paste-start') begin(rl)
      else if (key.name === 'paste-end') end(rl)
      else if (isPasted) add(key, rl)
      else return false
      return true
    },
    endIfLate(rl) {
      if (paste.current !== null && device.monotonic() >= device.pastingUntil) end(rl)
    },
  }
}
