import { startClock } from './clock.ts'
import type { Score } from './records.ts'
import {
  type Effect,
  type Event,
  numberOf,
  type Phase,
  print,
  type Rehearsal,
  type Step,
} from './rehearsal.ts'

const scores: Record<string, Score> = { '1': 1, '2': 2, '3': 3, '4': 4 }

/** The score that a key or a line means. */
export const scoreOf = (text: string): Score | null => scores[text.trim()] ?? null

export const stay = (rehearsal: Rehearsal): Step => ({ rehearsal, effects: [] })

export const to = (rehearsal: Rehearsal, phase: Phase, effects: Effect[] = []): Step => ({
  rehearsal: { ...rehearsal, phase },
  effects,
})

export const invalid = (rehearsal: Rehearsal): Step => ({ rehearsal, effects: [print({ kind: 'invalid' })] })

/** A key by its name, or a line by what it says: most phases treat them alike. No line of words is a command. */
export const commandOf = (event: Event): string | null => {
  if (event.type === 'key') return event.key
  if (event.type !== 'line') return null
  const text = event.text.trim().toLowerCase()
  if (text === '') return 'enter'
  return text.length === 1 ? text : 'words'
}

/** Puts the question at `at` on the screen and starts its think clock. */
export function ask(rehearsal: Rehearsal, at: number, now: number): Step {
  const item = rehearsal.items[at]
  if (item === undefined) throw new RangeError(`No question ${at} in this rehearsal`)
  const next: Rehearsal = { ...rehearsal, at, phase: { name: 'think', clock: startClock(now) } }
  return {
    rehearsal: next,
    effects: [print({ kind: 'question', item, ...numberOf(rehearsal.items, at) })],
  }
}
