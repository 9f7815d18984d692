import { elapsed, leaveOut, startClock } from './clock.ts'
import { commit, skip } from './committing.ts'
import { quit } from './ending.ts'
import type { Event, Phase, Rehearsal, Step } from './rehearsal.ts'
import { commandOf, invalid, scoreOf, stay, to } from './step.ts'
import { goBack, leaveOutOf } from './talking.ts'

/** The question is on the screen, and nothing was said yet. */
export function think(rehearsal: Rehearsal, event: Event, phase: Extract<Phase, { name: 'think' }>): Step {
  if (event.type === 'away') return to(rehearsal, { ...phase, clock: leaveOut(phase.clock, event.ms) })
  const thinkMs = elapsed(phase.clock, event.now)
  switch (commandOf(event)) {
    case 'enter':
    case 'space':
      return to(rehearsal, {
        name: 'talk',
        clock: startClock(event.now),
        thinkMs,
        typed: [],
        sure: null,
        cues: 0,
      })
    case 'x':
      return commit(rehearsal, { thinkMs, talkMs: 0, typed: null, followUpMs: null }, 1, event.now)
    case 's':
      return skip(rehearsal, event.now)
    case 'q':
      return quit(rehearsal)
    case null:
      return stay(rehearsal)
    default:
      return event.type === 'line' ? invalid(rehearsal) : stay(rehearsal)
  }
}

/** The committed score, given before the answer is shown. */
export function score(rehearsal: Rehearsal, event: Event, phase: Extract<Phase, { name: 'score' }>): Step {
  if (event.type === 'away') return to(rehearsal, { ...phase, back: leaveOutOf(phase.back, event.ms) })
  const command = commandOf(event)
  if (command === null) return stay(rehearsal)
  if (command === 'b' && event.type === 'key') return goBack(rehearsal, phase.back, event.now)
  if (command === 'q') return quit(rehearsal)
  const given = scoreOf(command)
  if (given !== null) return commit(rehearsal, phase.take, given, event.now)
  return event.type === 'line' ? invalid(rehearsal) : stay(rehearsal)
}
