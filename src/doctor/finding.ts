import type { Bank } from '../bank/model.ts'
import type { SettingValue } from '../progress/journal.ts'
import { type CheckName, type Examination, partOf } from './examination.ts'
import type { Machine } from './machine.ts'

/**
 * `note`: worth knowing, nothing to do; `mendable`: `doctor --fix` mends it; `problem`: it needs a person.
 */
export type FindingState = 'ok' | 'note' | 'mendable' | 'mended' | 'problem'

/** What one check says, in a sentence, and in another one what to do. */
export interface Finding {
  name: CheckName
  state: FindingState
  message: string
  hint: string | null
}

export type Said = Omit<Finding, 'name'>

/** What is spoken of. */
export interface Subject {
  found: Examination
  machine: Machine
  shipped: Bank
  /** The program as it was started. */
  program: string
}

export const ok = (message: string): Said => ({ state: 'ok', message, hint: null })

export const note = (message: string, hint: string | null = null): Said => ({ state: 'note', message, hint })

export const mendable = (message: string, hint: string): Said => ({ state: 'mendable', message, hint })

export const problem = (message: string, hint: string): Said => ({ state: 'problem', message, hint })

export const nothingYet = ok('Nothing yet.')

/** The settings of the journals; none where these cannot be read. */
export const settingsIn = ({ found }: Subject): Record<string, SettingValue> =>
  partOf(found.history)?.settings ?? {}
