import type { LineOf } from '../progress/journal.ts'
import { withoutUndone } from '../progress/without-undone.ts'
import type { Context } from './context.ts'

/** All attempts that were not undone, the oldest first. */
export const attemptsOf = ({ store }: Context): LineOf<'attempt'>[] =>
  withoutUndone(store.lines()).filter((line) => line.type === 'attempt')

/** The changes noted at the end of mocks, the oldest first. */
export const mockChangesOf = ({ store }: Context): { at: string; change: string }[] =>
  withoutUndone(store.lines()).flatMap((line) =>
    line.type === 'rehearsal' && line.change ? [{ at: line.at, change: line.change }] : [],
  )
