import type { Answered, Effect, Passage, Phase, Rehearsal, Step } from './rehearsal.ts'

/** How a phase ends. What comes after it is for `flow.ts` alone to decide. */
export type Ending =
  | { name: 'skipped' | 'quit' }
  | { name: 'scored'; answered: Answered }
  /** `again`: the same question is to be asked once more. */
  | { name: 'reviewed'; answered: Answered; again: boolean }
  /** The change was noted, or there is none. `answered` null: it was that of a whole mock. */
  | { name: 'changed'; answered: Answered | null; again: boolean }

/** What a phase makes of an event. Without an ending the phase goes on, or leads straight to another one. */
export interface Turn extends Step {
  ending?: Ending
}

export const print = (passage: Passage): Effect => ({ type: 'print', passage })

export const stay = (rehearsal: Rehearsal): Step => ({ rehearsal, effects: [] })

export const to = (rehearsal: Rehearsal, phase: Phase, effects: Effect[] = []): Step => ({
  rehearsal: { ...rehearsal, phase },
  effects,
})

export const invalid = (rehearsal: Rehearsal): Step => ({ rehearsal, effects: [print({ kind: 'invalid' })] })

export const skip = (rehearsal: Rehearsal): Turn => ({ ...stay(rehearsal), ending: { name: 'skipped' } })

export const quit = (rehearsal: Rehearsal): Turn => ({ ...stay(rehearsal), ending: { name: 'quit' } })

/** Two steps as one: `next` starts from where the first one leads. */
export function andThen({ rehearsal, effects }: Step, next: (rehearsal: Rehearsal) => Step): Step {
  const after = next(rehearsal)
  return { rehearsal: after.rehearsal, effects: [...effects, ...after.effects] }
}

/** A step that prints this first. */
export const printing = (passage: Passage, { rehearsal, effects }: Step): Step => ({
  rehearsal,
  effects: [print(passage), ...effects],
})
