import { createPrompt, useEffect, useState } from '@inquirer/core'
import type { Event, Rehearsal, Step } from '../rehearsal/rehearsal.ts'
import { endOfTyped, unscored } from '../rehearsal/talk.ts'
import { nextTick, reads, update } from '../rehearsal/update.ts'
import { unscoredHeading } from '../screens/words.ts'
import { guard } from '../text/guard.ts'
import type { LiveDevice } from './device.ts'
import { frame, type Reached } from './frame.ts'
import { heartbeat } from './heartbeat.ts'
import { promptContext, rethrow } from './prompt-context.ts'
import { hideCursor, useSuspension } from './readline.ts'
import { useKeys } from './use-keys.ts'

/** The longest wait between two looks at the clock, in ms. */
const maxWaitMs = 1000

type Unstamped = Event extends infer E ? (E extends Event ? Omit<E, 'now'> : never) : never

interface StepConfig {
  reached: Reached
  device: LiveDevice
}

/** One step: a stretch of the rehearsal in which nothing goes to the scrollback. */
const stepPrompt = createPrompt<Step, StepConfig>(({ reached, device }, done) => {
  const { monotonic, size, style } = device
  const frameNow = (): string => frame(reached, size(), style, monotonic())
  const [shown, show] = useState(frameNow)
  const redraw = (): void => show(frameNow())
  const [pulse] = useState(() => heartbeat(maxWaitMs, monotonic()))

  const react = (event: Unstamped): void => {
    const now = monotonic()
    const readBefore = reads(reached.rehearsal)
    const step = stepAfter(reached, { ...event, now } as Event, pulse.beat(now))
    reached.rehearsal = step.rehearsal
    const readsElse = reads(step.rehearsal) !== readBefore
    if (step.effects.length > 0 || readsElse || step.rehearsal.phase.name === 'over') done(step)
    // the frame of a pasted line would be gone at once
    else if (event.type !== 'line' || event.pasted !== true) redraw()
  }
  const edited = (line: string): void => {
    reached.line = line
    redraw()
  }

  useKeys(device, {
    line: reached.line,
    reads: () => reads(reached.rehearsal),
    onKey: (key) => react({ type: 'key', key }),
    onEdited: edited,
    onLine(text, pasted) {
      reached.line = ''
      react({ type: 'line', text, ...(pasted && { pasted }) })
    },
    // it ends an answer that is being written; elsewhere all input
    onEnd: () =>
      react(reads(reached.rehearsal) === 'text' ? { type: 'line', text: endOfTyped } : { type: 'end' }),
  })
  useTicks(
    () => nextTick(reached.rehearsal, monotonic()) ?? maxWaitMs,
    () => react({ type: 'tick' }),
  )
  useSuspension(device)
  useEffect(() => {
    device.output.on('resize', redraw)
    return () => device.output.off('resize', redraw)
  }, [])
  // the hidden cursor is on a row of its own: on the row of the cursor, terminals do not agree what becomes of a long line
  return reads(reached.rehearsal) === 'key' ? `${shown}\n ${hideCursor}` : shown
})

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

/** A hook that ticks after each wait, `maxWaitMs` at the latest, while the prompt is open. */
function useTicks(waitMs: () => number, tick: () => void): void {
  useEffect(() => {
    let timer: NodeJS.Timeout
    let isOver = false
    const schedule = (): void => {
      if (isOver) return
      timer = setTimeout(() => {
        tick()
        schedule()
      }, Math.min(maxWaitMs, waitMs()) + 1)
    }
    schedule()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [])
}

/** Takes a rehearsal as far as it goes without anything for the scrollback. */
export async function liveStep(rehearsal: Rehearsal, device: LiveDevice): Promise<Step> {
  const reached = { rehearsal, line: reads(rehearsal) === 'key' ? '' : device.unfinishedLine }
  try {
    const step = await stepPrompt({ reached, device }, promptContext(device))
    device.unfinishedLine = reached.line
    return step
  } catch (error) {
    // what was written but not scored at least stays on the screen
    const written = [unscored(reached.rehearsal) ?? '', reached.line].filter((text) => text.trim() !== '')
    const heading = reads(reached.rehearsal) === 'line' ? 'Not saved:' : unscoredHeading
    if (written.length > 0) device.screen.write(guard(`${heading}\n${written.join('\n')}\n`))
    return rethrow(error)
  }
}
