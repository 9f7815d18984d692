import { type FollowUp, itemInHand, type Rehearsal, type Talk } from './rehearsal.ts'
import { followUpMs } from './zone.ts'

/** What the running clock is held against, in ms. */
export const budgetOf = (rehearsal: Rehearsal, phase: Talk | FollowUp): number =>
  phase.name === 'talk' ? itemInHand(rehearsal).budgetMs : followUpMs

/** With `--strict`: is the time for it over? */
export const isUp = (rehearsal: Rehearsal, phase: Talk | FollowUp, ms: number): boolean =>
  rehearsal.options.strict && ms >= budgetOf(rehearsal, phase)

/** Talk times at which `cue` speaks up: half time, and 10 s before the end. */
export const cueTimes = (budgetMs: number): number[] =>
  [budgetMs / 2, budgetMs - 10_000].filter((ms, i) => ms > 0 && (i === 0 || ms > budgetMs / 2))
