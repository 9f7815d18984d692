import { draftOf } from '../rehearsal/draft.ts'
import type { Drafted } from '../rehearsal/records.ts'
import type { Rehearsal } from '../rehearsal/rehearsal.ts'

/** What is typed at a prompt, with the line that was not ended yet. */
interface Typed {
  rehearsal: Rehearsal
  line: string
}

/** Keeps what is typed at a prompt, which `look` gives; `release` when the prompt is over. */
export interface Keeping {
  now(): void
  release(): void
}

/** Keeps it also when the process ends while the prompt is open, as it does when its terminal is gone. */
export function keeping(look: () => Typed, keep: (draft: Drafted) => void, monotonic: () => number): Keeping {
  const now = (): void => {
    const { rehearsal, line } = look()
    const draft = draftOf(rehearsal, line, monotonic())
    if (draft !== null) keep(draft)
  }
  process.on('exit', now)
  return { now, release: () => void process.off('exit', now) }
}
