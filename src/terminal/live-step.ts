import { createPrompt, isEnterKey, useEffect, useKeypress, useState } from '@inquirer/core'
import type { Beside } from '../ports.ts'
import type { Event, Rehearsal, Step } from '../rehearsal/rehearsal.ts'
import { endOfTyped, unscored } from '../rehearsal/talk.ts'
import { nextTick, reads, update } from '../rehearsal/update.ts'
import { unscoredHeading } from '../screens/words.ts'
import { guard } from '../text/guard.ts'
import type { LiveDevice } from './device.ts'
import { frame, type Reached } from './frame.ts'
import { heartbeat } from './heartbeat.ts'
import { promptContext, rethrow } from './prompt-context.ts'
import { hideCursor, type InquirerReadline, keyName, useEndOfInput, useSuspension } from './readline.ts'
import { usePaste } from './use-paste.ts'

/** The longest wait between two looks at the clock, in ms. */
const maxWaitMs = 1000

/** How often the level of the microphone is drawn, in ms. */
const levelMs = 200

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
    const step = followed(stepAfter(reached, { ...event, now } as Event, pulse.beat(now)), reached)
    reached.rehearsal = step.rehearsal
    const readsElse = reads(step.rehearsal) !== readBefore
    if (step.effects.length > 0 || readsElse || step.rehearsal.phase.name === 'over') done(step)
    else if (!paste.isOpen()) redraw()
  }
  const paste = usePaste(reached, device, redraw, (text) => react({ type: 'line', text, pasted: true }))

  useKeypress((key, rl) => {
    if (paste.takes(key, rl)) return
    if (reads(reached.rehearsal) === 'key') {
      rl.clearLine(0)
      react({ type: 'key', key: keyName(key) })
    } else if (isEnterKey(key)) {
      const text = reached.line
      reached.line = ''
      react({ type: 'line', text })
    } else {
      reached.line = rl.line
      redraw()
    }
  })
  useTicks(
    () =>
      Math.min(
        reached.beside?.mic(style) ? levelMs : maxWaitMs,
        nextTick(reached.rehearsal, monotonic()) ?? maxWaitMs,
      ),
    (rl) => {
      paste.endIfLate(rl)
      react({ type: 'tick' })
    },
  )
  // it ends an answer that is being written; elsewhere all input
  useEndOfInput(() =>
    react(reads(reached.rehearsal) === 'text' ? { type: 'line', text: endOfTyped } : { type: 'end' }),
  )
  useSuspension(device)
  useEffect(() => {
    device.output.on('resize', redraw)
    return () => device.output.off('resize', redraw)
  }, [])
  return reads(reached.rehearsal) === 'key' ? shown + hideCursor : shown
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

/** A hook that ticks after each wait, `maxWaitMs` at the latest, while the prompt is open. */
function useTicks(waitMs: () => number, tick: (rl: InquirerReadline) => void): void {
  useEffect((rl) => {
    let timer: NodeJS.Timeout
    let isOver = false
    const schedule = (): void => {
      if (isOver) return
      timer = setTimeout(() => {
        tick(rl)
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
export async function liveStep(
  rehearsal: Rehearsal,
  device: LiveDevice,
  beside: Beside | null,
): Promise<Step> {
  const reached: Reached = { rehearsal, line: '', beside }
  try {
    return await stepPrompt({ reached, device }, promptContext(device))
  } catch (error) {
    // what was written but not scored at least stays on the screen
    const written = [unscored(reached.rehearsal) ?? '', reached.line].filter((text) => text.trim() !== '')
    const heading = reads(reached.rehearsal) === 'line' ? 'Not saved:' : unscoredHeading
    if (written.length > 0) device.screen.write(guard(`${heading}\n${written.join('\n')}\n`))
    return rethrow(error)
  }
}
