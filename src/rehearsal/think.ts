import { elapsed, leaveOut, startClock } from './clock.ts'
import { commandOf } from './command.ts'
import { type Event, itemAt, numberOf, type Phase, type Rehearsal, type Step } from './rehearsal.ts'
import { commit } from './score.ts'
import { invalid, print, quit, skip, stay, type Turn, to } from './step.ts'
import { nothingSaid, startTalking } from './talk.ts'

/** Puts the question at `at` on the screen and starts its think clock. */
export function ask(rehearsal: Rehearsal, at: number, now: number): Step {
  const question = print({ kind: 'question', item: itemAt(rehearsal, at), ...numberOf(rehearsal.items, at) })
  return to({ ...rehearsal, at }, { name: 'think', clock: startClock(now) }, [question])
}

/** The question is on the screen, and nothing has been said yet. */
export function think(rehearsal: Rehearsal, event: Event, phase: Extract<Phase, { name: 'think' }>): Turn {
  if (event.type === 'away') return to(rehearsal, { ...phase, clock: leaveOut(phase.clock, event.ms) })
  const thinkMs = elapsed(phase.clock, event.now)
  switch (commandOf(event)) {
    case 'enter':
    case 'space':
      return to(rehearsal, startTalking(thinkMs, event.now))
    case 'x':
      return commit(rehearsal, { ...nothingSaid, thinkMs }, 1)
    case 's':
      return skip(rehearsal)
    case 'q':
      return quit(rehearsal)
    case null:
      return stay(rehearsal)
    default:
      return event.type === 'line' ? invalid(rehearsal) : stay(rehearsal)
  }
}
