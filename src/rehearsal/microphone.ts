import { indexInHand, type Rehearsal } from './rehearsal.ts'

/** The answer that a rehearsal stands at, as a recorder sees it. */
export interface Spoken {
  /** Index into `answered` that it has, or will have once it is scored. */
  answer: number
  /** Index into `items`. */
  at: number
  /**
   * `on`: the talk clock runs. `reply`: so does that of a follow-up. `off`: it is paused, or the answer is being scored.
   * `none`: there is no answer yet, or no longer one. `quit`: the user left in the middle.
   */
  microphone: 'on' | 'reply' | 'off' | 'none' | 'quit'
}

export function spokenIn(rehearsal: Rehearsal): Spoken {
  const { phase, answered } = rehearsal
  const at = indexInHand(rehearsal)
  const next = { answer: answered.length, at }
  switch (phase.name) {
    case 'talk':
    case 'follow-up': {
      const isRunning = phase.clock.pausedAt === null
      const on = phase.name === 'talk' ? 'on' : 'reply'
      return { ...next, microphone: isRunning ? on : 'off' }
    }
    case 'score':
      return { ...next, microphone: 'off' }
    case 'over':
      return { ...next, microphone: phase.next === 'quit' ? 'quit' : 'none' }
    default:
      return { ...next, microphone: 'none' }
  }
}
