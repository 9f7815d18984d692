import { Writable } from 'node:stream'
import {
  AbortPromptError,
  createPrompt,
  ExitPromptError,
  isEnterKey,
  type KeypressEvent,
  useEffect,
  useKeypress,
  useRef,
  useState,
} from '@inquirer/core'
import { Interrupted } from '../ports.ts'
import type { Event, Rehearsal, Step } from '../rehearsal/rehearsal.ts'
import { endOfTyped, unscored } from '../rehearsal/talk.ts'
import { nextTick, reads, update } from '../rehearsal/update.ts'
import type { Size, Style } from '../screens/style.ts'
import { view } from '../screens/view.ts'
import { guard } from '../text/guard.ts'
import { width } from '../text/wrap.ts'
import type { LiveDevice, Screen } from './device.ts'
import { heartbeat } from './heartbeat.ts'
import { type InquirerReadline, onceClosed, showCursor, suspendable, withCursor } from './readline.ts'

/** How often a live step looks at the clock at least, in ms. */
const lookMs = 1000

const hideCursor = '\u001B[?25l'

type Unstamped = Event extends infer E ? (E extends Event ? Omit<E, 'now'> : never) : never

/** The name of a key as the machine knows it. */
function nameOf(key: KeypressEvent & { sequence?: string; meta?: boolean }): string {
  if (isEnterKey(key)) return 'enter'
  if (key.ctrl || key.meta) return ''
  const typed = key.sequence ?? ''
  return typed.length === 1 && typed > ' ' ? typed.toLowerCase() : (key.name ?? '')
}

/** How far a step has come, for when it is interrupted as well. */
interface Reached {
  rehearsal: Rehearsal
  /** What was typed of a line that is not ended. */
  line: string
}

/** A paste that goes on: the line so far, and what stands behind the cursor. */
interface Paste {
  line: string
  rest: string
  last: string
}

/** So long after its last character a paste is over, also where its end was lost, in ms. */
const pasteMs = 1000

/** Stands in readline's line while something is pasted: on an empty one, a pasted Ctrl-D would be the end of input. */
const placeholder = '-'

const hold = (rl: InquirerReadline): void => {
  rl.clearLine(0)
  rl.write(placeholder)
}

interface StepConfig {
  reached: Reached
  device: LiveDevice
}

/** One step: a stretch of the rehearsal in which nothing goes to the scrollback. */
const stepPrompt = createPrompt<Step, StepConfig>(({ reached, device }, done) => {
  const { monotonic, size, style } = device
  const pasted = useRef<Paste | null>(null)
  const pulse = useRef(heartbeat(lookMs, monotonic()))
  const frameOf = (): string => frame(reached.rehearsal, reached.line, size(), style, monotonic())
  const [shown, show] = useState(frameOf())
  const [, repaint] = useState(0)

  const react = (unstamped: Unstamped): void => {
    const now = monotonic()
    const away = pulse.current.beat(now)
    if (away > 0) reached.rehearsal = update(reached.rehearsal, { type: 'away', ms: away, now }).rehearsal
    const was = reads(reached.rehearsal)
    let step = update(reached.rehearsal, { ...unstamped, now } as Event)
    if (
      was === 'text' &&
      reads(step.rehearsal) !== 'text' &&
      unstamped.type === 'tick' &&
      reached.line !== ''
    ) {
      // time is up in the middle of a line: what stands there was written too
      reached.rehearsal = update(reached.rehearsal, { type: 'line', text: reached.line, now }).rehearsal
      step = update(reached.rehearsal, { ...unstamped, now } as Event)
    }
    reached.rehearsal = step.rehearsal
    if (step.effects.length > 0 || reads(step.rehearsal) !== was || step.rehearsal.phase.name === 'over') {
      done(step)
    } else if (pasted.current === null) {
      show(frameOf())
    }
  }

  const beginPaste = (rl: InquirerReadline): void => {
    const { line } = reached
    const { cursor } = withCursor(rl)
    pasted.current = { line: line.slice(0, cursor), rest: line.slice(cursor), last: '' }
    hold(rl)
  }

  /** A frame for each character would be megabytes, and readline takes a long time for each in a long line. */
  const paste = (key: KeypressEvent, rl: InquirerReadline, into: Paste): void => {
    const what = reads(reached.rehearsal)
    const typed = rl.line.slice(placeholder.length)
    hold(rl)
    // where a key is asked for, what is pasted is none
    if (what === 'key') return
    const isSecond = key.name === 'enter' && into.last === 'return'
    into.last = key.name
    into.line += typed
    reached.line = `${into.line}${into.rest}`
    if (!isEnterKey(key) || isSecond) return
    if (what === 'line') {
      into.line += ' '
    } else if (what === 'text') {
      const text = into.line
      into.line = ''
      reached.line = into.rest
      react({ type: 'line', text, pasted: true })
    }
  }

  const endPaste = (rl: InquirerReadline): void => {
    const into = pasted.current
    device.pastingUntil = 0
    pasted.current = null
    rl.clearLine(0)
    if (into === null || reads(reached.rehearsal) === 'key') return
    rl.write(into.line + into.rest)
    withCursor(rl).cursor -= into.rest.length
    reached.line = rl.line
    show(frameOf())
  }

  useKeypress((key, rl) => {
    const now = monotonic()
    if (key.name === 'paste-start') {
      device.pastingUntil = now + pasteMs
      beginPaste(rl)
    } else if (key.name === 'paste-end') {
      endPaste(rl)
    } else if (pasted.current !== null || now < device.pastingUntil) {
      device.pastingUntil = now + pasteMs
      if (pasted.current === null) hold(rl)
      else paste(key, rl, pasted.current)
    } else if (reads(reached.rehearsal) === 'key') {
      rl.clearLine(0)
      react({ type: 'key', key: nameOf(key) })
    } else if (isEnterKey(key)) {
      const text = reached.line
      reached.line = ''
      react({ type: 'line', text })
    } else {
      reached.line = rl.line
      show(frameOf())
    }
  })

  useEffect((rl) => {
    let timer: NodeJS.Timeout
    let isOver = false
    const schedule = (): void => {
      if (isOver) return
      const wait = Math.min(lookMs, nextTick(reached.rehearsal, monotonic()) ?? lookMs)
      timer = setTimeout(() => {
        if (pasted.current !== null && monotonic() >= device.pastingUntil) endPaste(rl)
        react({ type: 'tick' })
        schedule()
      }, wait + 1)
    }
    const onResize = (): void => show(frameOf())
    // the end of what is written, or of all input
    const stopClosing = onceClosed(rl, () =>
      react(reads(reached.rehearsal) === 'text' ? { type: 'line', text: endOfTyped } : { type: 'end' }),
    )
    const stopSuspending = suspendable(rl, device, () => repaint(monotonic()))
    schedule()
    device.output.on('resize', onResize)
    return () => {
      isOver = true
      clearTimeout(timer)
      stopClosing()
      stopSuspending()
      device.output.off('resize', onResize)
    }
  }, [])
  return reads(reached.rehearsal) === 'key' ? shown + hideCursor : shown
})

function frame(rehearsal: Rehearsal, line: string, size: Size, style: Style, now: number): string {
  if (reads(rehearsal) === 'key') return guard(view(rehearsal, size, style, now))
  const shown = lineShown(guard(line), size)
  const rows = size.rows - Math.floor(width(shown) / size.columns)
  return `${guard(view(rehearsal, { ...size, rows }, style, now))}\n${shown}`
}

/** What is typed, with its prompt; of a long line as many of the last rows as there is room for, beside the clock. */
function lineShown(line: string, { columns, rows }: Size): string {
  const shown = `> ${line}`
  const over = Math.floor(width(shown) / columns) + 1 - Math.max(1, rows - 4)
  if (over <= 0) return shown
  // whole rows go, so that the cursor stands in the column where readline takes it to be
  let taken = 0
  let at = 0
  for (const letter of line) {
    if (taken >= over * columns) break
    taken += width(letter)
    at += letter.length
  }
  return line.slice(at)
}

/** Null: the end of input. */
const keyPrompt = createPrompt<string | null, { prompt: string; device: LiveDevice }>(
  ({ prompt, device }, done) => {
    const [, repaint] = useState(0)
    useKeypress((key, rl) => {
      const now = device.monotonic()
      const isPasted = key.name === 'paste-start' || now < device.pastingUntil
      rl.clearLine(0)
      if (key.name === 'paste-end') {
        device.pastingUntil = 0
      } else if (isPasted) {
        device.pastingUntil = now + pasteMs
        hold(rl)
      } else if (nameOf(key) !== '') {
        done(nameOf(key))
      }
    })
    useEffect((rl) => {
      const stopClosing = onceClosed(rl, () => done(null))
      const stopSuspending = suspendable(rl, device, () => repaint(device.monotonic()))
      return () => {
        stopClosing()
        stopSuspending()
      }
    }, [])
    return guard(prompt) + hideCursor
  },
)

/** What Inquirer writes to: the last check before the terminal. */
function guarded(screen: Screen, size: () => Size): Writable {
  let isHidden = false
  const output = new Writable({
    write(chunk: Buffer | string, _encoding, written) {
      const text = guard(String(chunk), { moves: true })
      if (text.includes(hideCursor)) isHidden = true
      if (text.includes(showCursor)) isHidden = false
      // after each key Inquirer moves the cursor, which nobody sees
      if (!isHidden || !isColumn(text)) screen.write(text)
      written()
    },
  })
  return Object.defineProperties(output, {
    columns: { get: () => size().columns },
    rows: { get: () => size().rows },
    isTTY: { value: true },
  })
}

/** Whether it moves the cursor to a column, and does nothing else. */
const isColumn = (text: string): boolean => /^\u001B\[\d+G$/.test(text)

const contextOf = ({ input, size, signal, screen }: LiveDevice) => ({
  input,
  output: guarded(screen, size),
  signal,
  clearPromptOnDone: true,
})

function caught(error: unknown): never {
  if (error instanceof ExitPromptError || error instanceof AbortPromptError) throw new Interrupted()
  throw error
}

/** Takes a rehearsal as far as it goes without anything for the scrollback. */
export async function liveStep(rehearsal: Rehearsal, device: LiveDevice): Promise<Step> {
  const reached = { rehearsal, line: '' }
  try {
    return await stepPrompt({ reached, device }, contextOf(device))
  } catch (error) {
    // what was written and is not scored stays on the screen at least
    const typed = [unscored(reached.rehearsal) ?? '', reached.line].filter((text) => text.trim() !== '')
    const why = reads(reached.rehearsal) === 'line' ? 'Not saved:' : 'Not scored, so not saved:'
    if (typed.length > 0) device.screen.write(guard(`${why}\n${typed.join('\n')}\n`))
    return caught(error)
  }
}

/** Asks for one key outside of a rehearsal, and gives its name; null at the end of input. */
export const liveKey = (prompt: string, device: LiveDevice): Promise<string | null> =>
  keyPrompt({ prompt, device }, contextOf(device)).catch(caught)
