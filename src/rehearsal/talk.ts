import { safe } from '../text/safe.ts'
import { budgetOf, cueTimes, isTimeUp } from './budget.ts'
import { elapsed, leaveOut, pause, resume, startClock } from './clock.ts'
import { commandOf } from './command.ts'
import type { Drafted, Measured } from './records.ts'
import {
  type Effect,
  type Event,
  type FollowUp,
  itemInHand,
  type Rehearsal,
  type Step,
  type Talk,
} from './rehearsal.ts'
import { marked, markedTo, partsOf, shapedBy } from './shape.ts'
import { invalid, print, printing, quit, skip, stay, type Turn, to } from './step.ts'

/** The line that ends an answer written with `--typed`. */
export const endOfTyped = '.'

/** What is measured of an answer that was not given. */
export const nothingSaid: Measured = { thinkMs: 0, talkMs: 0, typed: null, followUp: null }

/** The talk clock starts. */
export const startTalking = (thinkMs: number, now: number): Talk => ({
  name: 'talk',
  clock: startClock(now),
  measured: { ...nothingSaid, thinkMs },
  typed: [],
  marks: [],
  confirming: null,
  cues: 0,
})

/** The talk clock goes on where it stopped, with what was written so far. */
export function goOnTalking({ text, thinkMs, talkMs }: Drafted, now: number): Talk {
  const talk = startTalking(thinkMs, now)
  return { ...talk, clock: startClock(now - talkMs), typed: safe(text ?? '').split('\n') }
}

/** Speaking: the answer, or the reply to a follow-up. */
export function talk(rehearsal: Rehearsal, event: Event, phase: Talk | FollowUp): Turn {
  switch (event.type) {
    case 'away':
      return to(rehearsal, leaveOutOf(phase, event.ms))
    case 'tick':
      return tick(rehearsal, phase, event.now)
    case 'line':
      return phase.name === 'talk' && rehearsal.options.typed
        ? typedLine(rehearsal, phase, event)
        : talkLine(rehearsal, phase, event)
    case 'written':
      return phase.name === 'talk' ? to(rehearsal, { ...phase, typed: event.lines }) : stay(rehearsal)
    case 'key':
      return talkKey(rehearsal, phase, event.key, event.now)
    default:
      return stay(rehearsal)
  }
}

/** `s` and `q` pause, and act when pressed again; any other key resumes. */
function talkKey(rehearsal: Rehearsal, phase: Talk | FollowUp, key: string, now: number): Turn {
  if (phase.confirming !== null) {
    if (key !== phase.confirming) return goOn(rehearsal, phase, now)
    return key === 's' ? leave(rehearsal, phase) : quit(rehearsal)
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
      if (phase.name === 'follow-up') return goBack(rehearsal, phase.back, now)
      return isRunning(phase)
        ? to(rehearsal, { ...phase, marks: phase.marks.slice(0, -1) })
        : goOn(rehearsal, phase, now)
    case 'space':
      return phase.name === 'talk' && isRunning(phase)
        ? mark(rehearsal, phase, now)
        : goOn(rehearsal, phase, now)
    case 's':
    case 'q':
      return to(rehearsal, { ...phase, confirming: key, clock: pause(phase.clock, now) })
    default:
      return goOn(rehearsal, phase, now)
  }
}

const isRunning = ({ clock }: Talk | FollowUp): boolean => clock.pausedAt === null

/** The step to the next part of the answer. */
function mark(rehearsal: Rehearsal, phase: Talk, now: number): Step {
  const parts = partsOf[itemInHand(rehearsal).shape]
  return to(rehearsal, { ...phase, marks: marked(phase.marks, parts, elapsed(phase.clock, now)) })
}

const goOn = (rehearsal: Rehearsal, phase: Talk | FollowUp, now: number): Step =>
  phase.clock.pausedAt === null
    ? stay(rehearsal)
    : to(rehearsal, { ...phase, confirming: null, clock: resume(phase.clock, now) })

function talkLine(rehearsal: Rehearsal, phase: Talk | FollowUp, event: Event): Turn {
  const command = commandOf(event)
  switch (command) {
    case 'enter':
      return done(rehearsal, phase, event.now)
    case 's':
      return leave(rehearsal, phase)
    case 'q':
      return quit(rehearsal)
    default:
      return (command !== null && markedByLine(rehearsal, phase, command, event.now)) || invalid(rehearsal)
  }
}

/** The part of the answer that a line begins by its initial; null where the line means none. */
function markedByLine(
  rehearsal: Rehearsal,
  phase: Talk | FollowUp,
  initial: string,
  now: number,
): Step | null {
  if (phase.name !== 'talk') return null
  const parts = partsOf[itemInHand(rehearsal).shape]
  const marks = markedTo(initial, phase.marks, parts, elapsed(phase.clock, now))
  return marks && to(rehearsal, { ...phase, marks })
}

function typedLine(rehearsal: Rehearsal, phase: Talk, { text, now }: Extract<Event, { type: 'line' }>): Step {
  if (text.trimEnd() === endOfTyped) return done(rehearsal, phase, now)
  return to(rehearsal, { ...phase, typed: [...phase.typed, safe(text)] })
}

/** Gives the cues that are due; with `--strict` it also ends what has reached its budget. */
function tick(rehearsal: Rehearsal, phase: Talk | FollowUp, now: number): Step {
  const ms = elapsed(phase.clock, now)
  if (isTimeUp(rehearsal, phase, ms)) return done(rehearsal, phase, now)
  if (phase.name !== 'talk' || rehearsal.cue === 'none') return stay(rehearsal)
  const budgetMs = budgetOf(rehearsal, phase)
  const cues = cueTimes(budgetMs).filter((at) => ms >= at).length
  if (cues <= phase.cues) return stay(rehearsal)
  const cue: Effect =
    rehearsal.cue === 'bell' ? { type: 'bell' } : print({ kind: 'cue', leftMs: Math.max(0, budgetMs - ms) })
  return to(rehearsal, { ...phase, cues }, [cue])
}

/** Ends the talk time; with `--strict` it ended at the budget, even if nobody was watching the clock. */
function done(rehearsal: Rehearsal, phase: Talk | FollowUp, now: number): Step {
  const ms = elapsed(phase.clock, now)
  if (!isTimeUp(rehearsal, phase, ms)) return after(rehearsal, phase, ms, now)
  return printing({ kind: 'time-up' }, after(rehearsal, phase, budgetOf(rehearsal, phase), now))
}

/** After the answer comes its follow-up, if it has one, and then the score. */
function after(rehearsal: Rehearsal, phase: Talk | FollowUp, ms: number, now: number): Step {
  const { followUp, shape } = itemInHand(rehearsal)
  if (phase.name === 'follow-up') {
    const measured = {
      ...phase.measured,
      followUp: followUp === null ? null : { text: followUp, talkMs: ms },
    }
    return to(rehearsal, { name: 'score', measured, back: phase })
  }
  const typed = rehearsal.options.typed ? phase.typed.join('\n') : null
  const shaped = shapedBy(phase.marks, partsOf[shape], ms)
  const measured = { ...phase.measured, talkMs: ms, typed, ...(shaped && { shape: shaped }) }
  if (followUp === null) return to(rehearsal, { name: 'score', measured, back: phase })
  return to(
    rehearsal,
    { name: 'follow-up', clock: startClock(now), measured, back: phase, confirming: null },
    [print({ kind: 'follow-up', text: followUp })],
  )
}

/** Skips the question; at a follow-up only the reply, because the answer was given already. */
function leave(rehearsal: Rehearsal, phase: Talk | FollowUp): Turn {
  if (phase.name === 'talk') return skip(rehearsal)
  return to(rehearsal, { name: 'score', measured: phase.measured, back: phase }, [print({ kind: 'skipped' })])
}

/** Back to the clock as if it had never stopped: someone who pressed Enter too early kept speaking. */
export function goBack(rehearsal: Rehearsal, back: Talk | FollowUp, now: number): Step {
  const clock = resume(back.clock, now)
  if (isTimeUp(rehearsal, back, elapsed(clock, now))) return stay(rehearsal)
  return to(rehearsal, { ...back, confirming: null, clock })
}

/** Takes suspended time out of a clock, and out of the one that `b` goes back to. */
export function leaveOutOf<P extends Talk | FollowUp>(phase: P, ms: number): P {
  const clock = leaveOut(phase.clock, ms)
  return phase.name === 'talk' ? { ...phase, clock } : { ...phase, clock, back: leaveOutOf(phase.back, ms) }
}
