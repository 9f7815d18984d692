import { createPrompt, useRef, useState } from '@inquirer/core'
import { Interrupted } from '../ports.ts'
import type { Practice, PracticeStep } from '../rehearsal/practice/practice.ts'
import { lookAtClock, nextPracticeTick, practiceReads, updatePractice } from '../rehearsal/practice/update.ts'
import type { Event } from '../rehearsal/rehearsal.ts'
import { practiceView } from '../screens/practice-view.ts'
import { guard } from '../text/guard.ts'
import type { LiveDevice } from './device.ts'
import { lineBelow } from './frame.ts'
import { heartbeat } from './heartbeat.ts'
import { promptContext, rethrow } from './prompt-context.ts'
import { hideCursor, useSuspension } from './readline.ts'
import { useKeys } from './use-keys.ts'
import { useResize } from './use-resize.ts'
import { maxWaitMs, useKeepingTimes, useTicks } from './use-ticks.ts'

type Unstamped = Event extends infer E ? (E extends Event ? Omit<E, 'now'> : never) : never

interface PracticeConfig {
  /** How far the practice has come, which the prompt changes. */
  reached: { practice: Practice; line: string }
  device: LiveDevice
  /** Keeps the line as it stands. */
  keep(): void
}

/** A stretch of a practice in which nothing goes to the scrollback. */
const practicePrompt = createPrompt<PracticeStep | null, PracticeConfig>(
  ({ reached, device, keep }, done) => {
    const { monotonic, size, style } = device
    const frameNow = (): string => {
      const text = practiceView(reached.practice, size(), style, monotonic())
      return practiceReads(reached.practice) === 'key'
        ? `${text}\n ${hideCursor}`
        : `${text}\n${lineBelow(guard(reached.line), size())}`
    }
    const [shown, show] = useState(frameNow)
    const isSettling = useResize(device, () => show(frameNow()))
    const redraw = (): void => {
      if (!isSettling()) show(frameNow())
    }
    const [pulse] = useState(() => heartbeat(maxWaitMs, monotonic()))
    const editedAt = useRef(monotonic())
    const isTimeToKeep = useKeepingTimes(monotonic)

    const react = (event: Unstamped): void => {
      const now = monotonic()
      const ms = pulse.beat(now)
      const present =
        ms > 0 ? updatePractice(reached.practice, { type: 'away', ms, now }).practice : reached.practice
      const readBefore = practiceReads(present)
      const step = updatePractice(present, { ...event, now } as Event)
      reached.practice = step.practice
      const readsElse = practiceReads(step.practice) !== readBefore
      if (step.effects.length > 0 || readsElse || step.practice.phase.name === 'over') done(step)
      else redraw()
    }

    useKeys(device, {
      line: reached.line,
      reads: () => practiceReads(reached.practice),
      onKey: (key) => react({ type: 'key', key }),
      onEdited(line) {
        editedAt.current = monotonic()
        reached.line = line
        redraw()
      },
      onLine(text) {
        reached.line = ''
        react({ type: 'line', text })
      },
      onEnd() {
        if (device.input.readableEnded || device.input.destroyed) done(null)
        else react({ type: 'end' })
      },
    })
    useTicks(
      () => nextPracticeTick(reached.practice, monotonic()) ?? maxWaitMs,
      () => {
        if (isTimeToKeep(editedAt.current)) keep()
        const event = lookAtClock(reached.practice, reached.line, monotonic())
        if (event.type === 'line') reached.line = ''
        react(event)
      },
    )
    useSuspension(device)
    return shown
  },
)

/** Takes a practice as far as it goes without anything for the scrollback. Throws Interrupted also where the terminal is gone. */
export async function livePractice(
  practice: Practice,
  device: LiveDevice,
  keepLine: (line: string) => void,
): Promise<PracticeStep> {
  const reached = { practice, line: practiceReads(practice) === 'key' ? '' : device.unfinishedLine }
  const keep = (): void => {
    if (practiceReads(reached.practice) === 'line') keepLine(reached.line)
  }
  process.on('exit', keep)
  try {
    const step = await practicePrompt({ reached, device, keep }, promptContext(device))
    if (step === null) throw new Interrupted()
    device.unfinishedLine = reached.line
    return step
  } catch (error) {
    keep()
    return rethrow(error)
  } finally {
    process.off('exit', keep)
  }
}
