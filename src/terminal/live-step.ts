import { createPrompt, useEffect, useRef, useState } from '@inquirer/core'
import { type Beside, Interrupted } from '../ports.ts'
import { draftOf } from '../rehearsal/draft.ts'
import type { Drafted } from '../rehearsal/records.ts'
import type { Event, Rehearsal, Step } from '../rehearsal/rehearsal.ts'
import { endOfTyped } from '../rehearsal/talk.ts'
import { nextTick, reads, update } from '../rehearsal/update.ts'
import { unscoredHeading } from '../screens/words.ts'
import { guard } from '../text/guard.ts'
import type { LiveDevice } from './device.ts'
import { frame, type Reached } from './frame.ts'
import { heartbeat } from './heartbeat.ts'
import { type Keeping, keeping } from './keeping.ts'
import { promptContext, rethrow } from './prompt-context.ts'
import { hideCursor, useSuspension } from './readline.ts'
import { useKeys } from './use-keys.ts'
import { maxWaitMs, useTicks } from './use-ticks.ts'

type Unstamped = Event extends infer E ? (E extends Event ? Omit<E, 'now'> : never) : never

/** How often the level of the microphone is drawn, in ms. */
const levelMs = 200

/** After this time without a key, in ms, what is typed is kept. */
const pauseMs = 700

interface StepConfig {
  reached: Reached
  device: LiveDevice
  keeping: Keeping
}

/** One step: a stretch of the rehearsal in which nothing goes to the scrollback. */
const stepPrompt = createPrompt<Step | null, StepConfig>(({ reached, device, keeping }, done) => {
  const { monotonic, size, style } = device
  const frameNow = (): string => frame(reached, size(), style, monotonic())
  const [shown, show] = useState(frameNow)
  const redraw = (): void => show(frameNow())
  const [pulse] = useState(() => heartbeat(maxWaitMs, monotonic()))
  const keyAt = useRef(monotonic())

  const react = (event: Unstamped): void => {
    const now = monotonic()
    const readBefore = reads(reached.rehearsal)
    const step = followed(stepAfter(reached, { ...event, now } as Event, pulse.beat(now)), reached)
    reached.rehearsal = step.rehearsal
    const readsElse = reads(step.rehearsal) !== readBefore
    if (step.effects.length > 0 || readsElse || step.rehearsal.phase.name === 'over') done(step)
    // the frame of a pasted line would be gone at once
    else if (event.type !== 'line' || event.pasted !== true) redraw()
  }
  const edited = (line: string): void => {
    keyAt.current = monotonic()
    reached.line = line
    redraw()
  }

  useKeys(device, {
    line: reached.line,
    reads: () => reads(reached.rehearsal),
    onKey: (key) => react({ type: 'key', key }),
    onEdited: edited,
    onLine(text, pasted) {
      keyAt.current = monotonic()
      reached.line = ''
      react({ type: 'line', text, ...(pasted && { pasted }) })
    },
    // it ends an answer that is being written; elsewhere all input
    onEnd() {
      if (device.input.readableEnded || device.input.destroyed) done(null)
      else react(reads(reached.rehearsal) === 'text' ? { type: 'line', text: endOfTyped } : { type: 'end' })
    },
  })
  useTicks(
    () =>
      Math.min(
        reached.beside?.mic(style) ? levelMs : maxWaitMs,
        nextTick(reached.rehearsal, monotonic()) ?? maxWaitMs,
      ),
    () => {
      if (monotonic() - keyAt.current >= pauseMs) keeping.now()
      react({ type: 'tick' })
    },
  )
  useSuspension(device)
  useEffect(() => {
    device.output.on('resize', redraw)
    return () => device.output.off('resize', redraw)
  }, [])
  // the hidden cursor is on a row of its own: on the row of the cursor, terminals do not agree what becomes of a long line
  return reads(reached.rehearsal) === 'key' ? `${shown}\n ${hideCursor}` : shown
})

/** Tells what goes on beside the rehearsal, which may add what it measured. */
const followed = (step: Step, { beside }: Reached): Step =>
  beside === null ? step : { ...step, rehearsal: beside.follow(step.rehearsal) }

/** What an event makes of a rehearsal, after `awayMs` in which the process did not run. */
function stepAfter({ rehearsal, line }: Reached, event: Event, awayMs: number): Step {
  const { now } = event
  const present = awayMs > 0 ? update(rehearsal, { type: 'away', ms: awayMs, now }).rehearsal : rehearsal
  const step = update(present, event)
  const isTextOver = reads(present) === 'text' && reads(step.rehearsal) !== 'text'
  if (!isTextOver || event.type !== 'tick' || line === '') return step
  // time ran out in the middle of a line: what stands there counts as written
  return update(update(present, { type: 'line', text: line, now }).rehearsal, event)
}

/** Takes a rehearsal as far as it goes without anything for the scrollback. Throws Interrupted also where the terminal is gone. */
export async function liveStep(
  rehearsal: Rehearsal,
  device: LiveDevice,
  keep: (draft: Drafted) => void,
  beside: Beside | null,
): Promise<Step> {
  const { phase } = rehearsal
  // from now on it is in the line, where it can be taken away
  const taken: Rehearsal =
    phase.name === 'change' ? { ...rehearsal, phase: { ...phase, typed: '' } } : rehearsal
  const unfinished = reads(rehearsal) === 'key' ? '' : device.unfinishedLine
  const line = (phase.name === 'change' && phase.typed) || unfinished
  const reached: Reached = { rehearsal: taken, line, beside }
  const kept = keeping(() => reached, keep, device.monotonic)
  try {
    const step = await stepPrompt({ reached, device, keeping: kept }, promptContext(device))
    if (step === null) throw new Interrupted()
    device.unfinishedLine = reached.line
    return step
  } catch (error) {
    kept.now()
    // what was written but not scored stays on the screen too
    const text = draftOf(reached.rehearsal, reached.line, device.monotonic())?.text ?? ''
    const heading = reads(reached.rehearsal) === 'line' ? 'Not given yet:' : unscoredHeading
    if (text.trim() !== '') device.screen.write(guard(`${heading}\n${text}\n`))
    return rethrow(error)
  } finally {
    kept.release()
  }
}
