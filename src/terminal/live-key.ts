import { createPrompt } from '@inquirer/core'
import { liveColumns } from '../screens/layout.ts'
import { guard } from '../text/guard.ts'
import { wrapLong } from '../text/wrap.ts'
import type { LiveDevice } from './device.ts'
import { promptContext, rethrow } from './prompt-context.ts'
import { hideCursor, useSuspension } from './readline.ts'
import { useKeys } from './use-keys.ts'
import { useResize } from './use-resize.ts'

const keyPrompt = createPrompt<string | null, { prompt: string; device: LiveDevice }>(
  ({ prompt, device }, done) => {
    useKeys(device, { reads: () => 'key', onKey: done, onEnd: () => done(null) })
    useSuspension(device)
    useResize(device)
    return wrapLong(guard(prompt), liveColumns(device.size())) + hideCursor
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
