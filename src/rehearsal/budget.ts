import { type FollowUp, itemInHand, type Rehearsal, type Talk } from './rehearsal.ts'
import { followUpMs } from './zone.ts'

/** The time that the running clock is compared with, in ms. */
export const budgetOf = (rehearsal: Rehearsal, phase: Talk | FollowUp): number =>
  phase.name === 'talk' ? itemInHand(rehearsal).budgetMs : followUpMs

/** Has `--strict` ended it by now, after `ms` of talking? */
export const isTimeUp = (rehearsal: Rehearsal, phase: Talk | FollowUp, ms: number): boolean =>
  rehearsal.options.strict && ms >= budgetOf(rehearsal, phase)

/** The talk times in ms at which a cue comes: half time, and 10 s before the end where that is later. */
export const cueTimes = (budgetMs: number): number[] =>
  [budgetMs / 2, budgetMs - 10_000].filter((ms, i) => ms > 0 && (i === 0 || ms > budgetMs / 2))
