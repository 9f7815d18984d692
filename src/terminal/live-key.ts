import { createPrompt } from '@inquirer/core'
import { guard } from '../text/guard.ts'
import type { LiveDevice } from './device.ts'
import { promptContext, rethrow } from './prompt-context.ts'
import { hideCursor, useSuspension } from './readline.ts'
import { useKeys } from './use-keys.ts'

const keyPrompt = createPrompt<string | null, { prompt: string; device: LiveDevice }>(
  ({ prompt, device }, done) => {
    useKeys(device, { reads: () => 'key', onKey: done, onEnd: () => done(null) })
    useSuspension(device)
    return guard(prompt) + hideCursor
  },
)

/** Asks for one key outside of a rehearsal, and returns its name; null at the end of input. */
export const liveKey = (prompt: string, device: LiveDevice): Promise<string | null> =>
  keyPrompt({ prompt, device }, promptContext(device)).catch(rethrow)
