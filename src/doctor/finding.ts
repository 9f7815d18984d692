import type { Failure } from './examination.ts'

/** `note`: worth knowing, nothing to do; `fixable`: `doctor --fix` fixes it; `problem`: it needs a person. */
export type FindingState = 'ok' | 'note' | 'fixable' | 'fixed' | 'problem'

/** What a check concludes, in a sentence, and in another one what to do. */
export interface Verdict {
  state: FindingState
  message: string
  hint: string | null
}

/** A verdict with the name of its check, and with the facts behind it for `doctor --json`. */
export interface Finding extends Verdict {
  name: string
  facts: Record<string, unknown>
}

export const ok = (message: string): Verdict => ({ state: 'ok', message, hint: null })

export const note = (message: string, hint: string | null = null): Verdict => ({
  state: 'note',
  message,
  hint,
})

export const fixable = (message: string, hint: string): Verdict => ({ state: 'fixable', message, hint })

export const problem = (message: string, hint: string): Verdict => ({ state: 'problem', message, hint })

/** What could not be examined needs a person. */
export const failed = ({ failure, remedy }: Failure): Verdict => problem(failure, remedy)

export const journalsUnread = note('Not checked: the journals cannot be read.')

export const nothingYet = ok('Nothing yet.')

/** Whether something is left to do, for `doctor --fix` or for a person. */
export const isLeft = ({ state }: Verdict): boolean => state === 'fixable' || state === 'problem'
