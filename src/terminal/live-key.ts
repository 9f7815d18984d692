import { createPrompt, useKeypress } from '@inquirer/core'
import { guard } from '../text/guard.ts'
import type { LiveDevice } from './device.ts'
import { pasteTimeoutMs } from './paste.ts'
import { promptContext, rethrow } from './prompt-context.ts'
import { hideCursor, holdLine, keyName, useEndOfInput, useSuspension } from './readline.ts'

const keyPrompt = createPrompt<string | null, { prompt: string; device: LiveDevice }>(
  ({ prompt, device }, done) => {
    useKeypress((key, rl) => {
      const now = device.monotonic()
      const isPasted = key.name === 'paste-start' || now < device.pastingUntil
      rl.clearLine(0)
      if (key.name === 'paste-end') {
        device.pastingUntil = 0
      } else if (isPasted) {
        device.pastingUntil = now + pasteTimeoutMs
        holdLine(rl)
      } else if (keyName(key) !== '') {
        done(keyName(key))
      }
    })
    useEndOfInput(() => done(null))
    useSuspension(device)
    return guard(prompt) + hideCursor
  },
)

/** Asks for one key outside of a rehearsal, and returns its name; null at the end of input, or once `over` is aborted. */
export function liveKey(prompt: string, device: LiveDevice, over?: AbortSignal): Promise<string | null> {
  const context = promptContext(device)
  const signal = over === undefined ? context.signal : AbortSignal.any([context.signal, over])
  return keyPrompt({ prompt, device }, { ...context, signal }).catch((error) => {
    if (over?.aborted === true && !device.signal.aborted) return null
    return rethrow(error)
  })
}
