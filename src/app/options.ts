import type { PickOptions } from '../progress/picks.ts'

/** Flags that every command has. */
export interface CommonOptions {
  home?: string
  plain?: boolean
  color?: boolean
  ascii?: boolean
  quiet?: boolean
  json?: boolean
  bank?: string
}

/** Flags that say which questions are picked. */
export interface PickedOptions {
  topic?: string
  competency?: string
  seed?: number
}

/** Flags of `drill` and `mock`. Durations in ms. */
export interface RehearseOptions extends CommonOptions, PickedOptions {
  count?: number
  minutes?: number
  pick?: PickBy
  think?: number
  talk?: number
  strict?: boolean
  typed?: boolean
  extra?: boolean
  followUps?: boolean
  aloud?: boolean
  /** Of a mock: one question first that is not scored. */
  warmUp?: boolean
}

/** What questions are picked by. */
export type PickBy = PickOptions['by'] | 'plan'
