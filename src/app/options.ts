import type { PickOptions } from '../progress/picks.ts'

/** Flags that every command has. */
export interface CommonOptions {
  home?: string
  plain?: boolean
  color?: boolean
  quiet?: boolean
  json?: boolean
  bank?: string
}

/** Flags of `drill` and `mock`. Durations in ms. */
export interface RehearseOptions extends CommonOptions {
  count?: number
  minutes?: number
  pick?: PickBy
  topic?: string
  seed?: number
  think?: number
  talk?: number
  strict?: boolean
  typed?: boolean
  extra?: boolean
  followUps?: boolean
}

/** What questions are picked by. */
export type PickBy = PickOptions['by'] | 'plan'
