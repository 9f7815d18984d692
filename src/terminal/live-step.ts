import { createPrompt, useEffect, useRef, useState } from '@inquirer/core'
import { type Beside, Interrupted } from '../ports.ts'
import { draftOf } from '../rehearsal/draft.ts'
import type { Drafted } from '../rehearsal/records.ts'
import type { Event, Rehearsal, Step } from '../rehearsal/rehearsal.ts'
import { andThen } from '../rehearsal/step.ts'
import { endOfTyped } from '../rehearsal/talk.ts'
import { nextTick, reads, update } from '../rehearsal/update.ts'
import { unscoredHeading } from '../screens/words.ts'
import { guard } from '../text/guard.ts'
import { inserted, type Writing, writingOf } from '../text/writing.ts'
import type { LiveDevice } from './device.ts'
import { type Frame, frame, isSame, type Reached, textSize } from './frame.ts'
import { heartbeat } from './heartbeat.ts'
import { type Keeping, keeping } from './keeping.ts'
import type { Key } from './keyboard/key.ts'
import { edited } from './keyboard/text-editing.ts'
import { promptContext, rethrow } from './prompt-context.ts'
import { hideCursor, useSuspension } from './readline.ts'
import { isCtrlD, useKeys } from './use-keys.ts'
import { useResize } from './use-resize.ts'
import { maxWaitMs, useKeepingTimes, useTicks } from './use-ticks.ts'

type Unstamped = Event extends infer E ? (E extends Event ? Omit<E, 'now'> : never) : never

/** How often the level of the microphone is drawn, in ms. */
const levelMs = 200

interface StepConfig {
  reached: Reached
  device: LiveDevice
  keeping: Keeping
}

/** One step: a stretch of the rehearsal in which nothing goes to the scrollback. */
const stepPrompt = createPrompt<Step | null, StepConfig>(({ reached, device, keeping }, done) => {
  const { monotonic, size, style } = device
  const frameNow = (): Frame => frame(reached, size(), style, monotonic())
  const [shown, show] = useState(frameNow)
  const drawn = useRef(shown)
  const isSuspended = useRef(false)
  const draw = (): void => {
    // what is below the frame is the shell's
    if (isSuspended.current) return
    const next = frameNow()
    if (isSame(next, drawn.current)) return
    drawn.current = next
    show(next)
  }
  const isSettling = useResize(device, draw)
  const redraw = (): void => {
    if (!isSettling()) draw()
  }
  const [pulse] = useState(() => heartbeat(maxWaitMs, monotonic()))
  const keyAt = useRef(monotonic())
  const isTimeToKeep = useKeepingTimes(monotonic)

  const react = (event: Unstamped): void => {
    const now = monotonic()
    const readBefore = reads(reached.rehearsal)
    const step = followed(stepAfter(reached, { ...event, now } as Event, pulse.beat(now)), reached)
    reached.rehearsal = step.rehearsal
    const readsElse = reads(step.rehearsal) !== readBefore
    if (step.effects.length > 0 || readsElse || step.rehearsal.phase.name === 'over') done(step)
    else redraw()
  }
  const wrote = (typed: Key | string): void => {
    keyAt.current = monotonic()
    const { writing } = reached
    if (typeof typed !== 'string' && endsWriting(writing, typed)) {
      reached.rehearsal = writtenIn(reached.rehearsal, writing.lines.slice(0, writing.line), monotonic())
      react({ type: 'line', text: endOfTyped })
      return
    }
    reached.writing =
      typeof typed === 'string' ? inserted(writing, typed) : edited(writing, typed, ...textSize(size()))
    if (reached.writing.lines === writing.lines) redraw()
    else react({ type: 'written', lines: givenLines(reached.writing) })
  }

  useKeys(device, {
    line: reached.line,
    reads: () => reads(reached.rehearsal),
    onKey: (key) => react({ type: 'key', key }),
    onEdited(line) {
      keyAt.current = monotonic()
      reached.line = line
      redraw()
    },
    onLine(text) {
      keyAt.current = monotonic()
      reached.line = ''
      react({ type: 'line', text })
    },
    onWriting: wrote,
    onEnd() {
      if (device.input.readableEnded || device.input.destroyed) done(null)
      else react({ type: 'end' })
    },
  })
  useTicks(
    () =>
      Math.min(
        reached.beside?.status(style) ? levelMs : maxWaitMs,
        nextTick(reached.rehearsal, monotonic()) ?? maxWaitMs,
      ),
    () => {
      if (isTimeToKeep(keyAt.current)) keeping.now()
      react({ type: 'tick' })
    },
  )
  useSuspension(device, {
    before() {
      reached.beside?.suspend()
      redraw()
      isSuspended.current = true
    },
    after() {
      isSuspended.current = false
    },
  })
  useEffect(() => reached.beside?.onNews(() => react({ type: 'tick' })), [])
  device.cursor = shown.cursor
  // the hidden cursor is on a row of its own: on the row of the cursor, terminals do not agree what becomes of a long line
  return reads(reached.rehearsal) === 'line' ? shown.text : `${shown.text}\n ${hideCursor}`
})

/** Tells what goes on beside the rehearsal, which may add what it measured or heard. */
const followed = (step: Step, { beside }: Reached): Step =>
  beside === null ? step : andThen(step, beside.follow)

/** What an event makes of a rehearsal, after `awayMs` in which the process did not run. */
function stepAfter({ rehearsal }: Reached, event: Event, awayMs: number): Step {
  const { now } = event
  const present = awayMs > 0 ? update(rehearsal, { type: 'away', ms: awayMs, now }).rehearsal : rehearsal
  return update(present, event)
}

const writtenIn = (rehearsal: Rehearsal, lines: string[], now: number): Rehearsal =>
  update(rehearsal, { type: 'written', lines, now }).rehearsal

/** Whether a key ends the answer: Enter after a lone full stop, Ctrl-D on an empty line, and nothing else below. */
function endsWriting({ lines, line }: Writing, key: Key): boolean {
  const own = (lines[line] ?? '').trimEnd()
  const isEnd = key.name === 'enter' ? own === endOfTyped : isCtrlD(key) && own === ''
  return isEnd && lines.slice(line + 1).every((each) => each.trim() === '')
}

/** The lines of a text. One that was only begun by Enter is none yet. */
const givenLines = ({ lines }: Writing): string[] => (lines.at(-1) === '' ? lines.slice(0, -1) : [...lines])

/** What was written so far, as it was left, or with a new line below. */
function writingIn({ phase }: Rehearsal, { left }: LiveDevice): Writing {
  if (phase.name !== 'talk' || phase.typed.length === 0) return writingOf([])
  return left?.given === phase.typed ? left.writing : writingOf([...phase.typed, ''])
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
  const line =
    reads(rehearsal) === 'line' ? (phase.name === 'change' && phase.typed) || device.unfinishedLine : ''
  // loaded when the answer was printed
  const markdown = phase.name === 'review' ? (await import('../screens/markdown.ts')).markdown : undefined
  const writing = writingIn(rehearsal, device)
  const reached: Reached = { rehearsal: taken, line, writing, beside, markdown }
  const kept = keeping(() => reached, keep, device.monotonic)
  try {
    const step = await stepPrompt({ reached, device, keeping: kept }, promptContext(device))
    if (step === null) throw new Interrupted()
    device.unfinishedLine = reached.line
    const { phase: next } = step.rehearsal
    device.left = next.name === 'talk' ? { writing: reached.writing, given: next.typed } : null
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
    device.cursor = null
  }
}
