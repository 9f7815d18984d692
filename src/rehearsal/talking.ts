import { safe } from '../text/safe.ts'
import { budgetOf, cueTimes, isUp } from './budget.ts'
import { elapsed, leaveOut, pause, resume, startClock } from './clock.ts'
import { skip } from './committing.ts'
import { quit } from './ending.ts'
import {
  type Effect,
  type Event,
  type FollowUp,
  itemInHand,
  print,
  type Rehearsal,
  type Step,
  type Take,
  type Talk,
} from './rehearsal.ts'
import { commandOf, invalid, stay, to } from './step.ts'

/** A line that ends an answer written with `--typed`. */
export const endOfTyped = '.'

/** Ends the talk time; with `--strict` it was over at its budget. */
function done(rehearsal: Rehearsal, phase: Talk | FollowUp, now: number): Step {
  const ms = elapsed(phase.clock, now)
  if (!isUp(rehearsal, phase, ms)) return after(rehearsal, phase, ms, now)
  const step = after(rehearsal, phase, budgetOf(rehearsal, phase), now)
  return { rehearsal: step.rehearsal, effects: [print({ kind: 'time-up' }), ...step.effects] }
}

/** After the answer comes its follow-up, if any, and then the score. */
function after(rehearsal: Rehearsal, phase: Talk | FollowUp, ms: number, now: number): Step {
  if (phase.name === 'follow-up') {
    return to(rehearsal, { name: 'score', take: { ...phase.take, followUpMs: ms }, back: phase })
  }
  const typed = rehearsal.options.typed ? phase.typed.join('\n') : null
  const take: Take = { thinkMs: phase.thinkMs, talkMs: ms, typed, followUpMs: null }
  const { followUp } = itemInHand(rehearsal)
  if (followUp === null) return to(rehearsal, { name: 'score', take, back: phase })
  return to(rehearsal, { name: 'follow-up', clock: startClock(now), take, back: phase, sure: null }, [
    print({ kind: 'follow-up', text: followUp }),
  ])
}

/** Skips the question; of a follow-up only the reply, for the answer before it was given. */
function leave(rehearsal: Rehearsal, phase: Talk | FollowUp, now: number): Step {
  if (phase.name === 'talk') return skip(rehearsal, now)
  return to(rehearsal, { name: 'score', take: phase.take, back: phase }, [print({ kind: 'skipped' })])
}

/** To the clock as if it had never been stopped: who pressed enter too early has gone on speaking. */
export function goBack(rehearsal: Rehearsal, back: Talk | FollowUp, now: number): Step {
  const clock = resume(back.clock, now)
  if (isUp(rehearsal, back, elapsed(clock, now))) return stay(rehearsal)
  return to(rehearsal, { ...back, sure: null, clock })
}

/** Takes suspended time out of a clock, and out of the one before it. */
export function leaveOutOf<P extends Talk | FollowUp>(phase: P, ms: number): P {
  const clock = leaveOut(phase.clock, ms)
  return phase.name === 'talk' ? { ...phase, clock } : { ...phase, clock, back: leaveOutOf(phase.back, ms) }
}

/** Speaking, to the question or to its follow-up. */
export function talk(rehearsal: Rehearsal, event: Event, phase: Talk | FollowUp): Step {
  switch (event.type) {
    case 'away':
      return to(rehearsal, leaveOutOf(phase, event.ms))
    case 'tick':
      return tick(rehearsal, phase, event.now)
    case 'line':
      return phase.name === 'talk' && rehearsal.options.typed
        ? typedLine(rehearsal, phase, event)
        : talkLine(rehearsal, phase, event)
    case 'key':
      return talkKey(rehearsal, phase, event.key, event.now)
    default:
      return stay(rehearsal)
  }
}

function typedLine(
  rehearsal: Rehearsal,
  phase: Talk,
  { text, pasted, now }: Extract<Event, { type: 'line' }>,
): Step {
  if (pasted !== true && text.trimEnd() === endOfTyped) return done(rehearsal, phase, now)
  return to(rehearsal, { ...phase, typed: [...phase.typed, safe(text)] })
}

function talkLine(rehearsal: Rehearsal, phase: Talk | FollowUp, event: Event): Step {
  switch (commandOf(event)) {
    case 'enter':
      return done(rehearsal, phase, event.now)
    case 's':
      return leave(rehearsal, phase, event.now)
    case 'q':
      return quit(rehearsal)
    default:
      return invalid(rehearsal)
  }
}

/** `s` and `q` pause, and act on a second press; any other key goes on. */
function talkKey(rehearsal: Rehearsal, phase: Talk | FollowUp, key: string, now: number): Step {
  if (phase.sure !== null) {
    if (key === phase.sure) return key === 's' ? leave(rehearsal, phase, now) : quit(rehearsal)
    return goOn(rehearsal, phase, now)
  }
  switch (key) {
    case 'enter':
      return done(rehearsal, phase, now)
    case 'p':
      return to(rehearsal, {
        ...phase,
        clock: phase.clock.pausedAt === null ? pause(phase.clock, now) : resume(phase.clock, now),
      })
    case 'c':
      return stay({ ...rehearsal, clockHidden: rehearsal.clockHidden !== true })
    case 'b':
      return phase.name === 'follow-up' ? goBack(rehearsal, phase.back, now) : goOn(rehearsal, phase, now)
    case 's':
    case 'q':
      return to(rehearsal, { ...phase, sure: key, clock: pause(phase.clock, now) })
    default:
      return goOn(rehearsal, phase, now)
  }
}

const goOn = (rehearsal: Rehearsal, phase: Talk | FollowUp, now: number): Step =>
  phase.clock.pausedAt === null
    ? stay(rehearsal)
    : to(rehearsal, { ...phase, sure: null, clock: resume(phase.clock, now) })

function tick(rehearsal: Rehearsal, phase: Talk | FollowUp, now: number): Step {
  const ms = elapsed(phase.clock, now)
  const budgetMs = budgetOf(rehearsal, phase)
  if (isUp(rehearsal, phase, ms)) return done(rehearsal, phase, now)
  if (phase.name !== 'talk' || rehearsal.cue === 'none') return stay(rehearsal)
  const cues = cueTimes(budgetMs).filter((at) => ms >= at).length
  if (cues <= phase.cues) return stay(rehearsal)
  const cue: Effect =
    rehearsal.cue === 'bell' ? { type: 'bell' } : print({ kind: 'cue', leftMs: Math.max(0, budgetMs - ms) })
  return to(rehearsal, { ...phase, cues }, [cue])
}
