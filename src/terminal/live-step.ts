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
import type { Size } from '../env.ts'
import { Interrupted } from '../errors.ts'
import { unscored } from '../rehearsal/ending.ts'
import type { Event, Rehearsal, Step } from '../rehearsal/rehearsal.ts'
import { endOfTyped } from '../rehearsal/talking.ts'
import { nextTick, reads, update } from '../rehearsal/update.ts'
import { guard } from '../render/guard.ts'
import type { Style } from '../render/style.ts'
import { view } from '../render/view.ts'
import { width } from '../render/wrap.ts'
import { heartbeat } from './heartbeat.ts'
import { bracketedPaste, type LiveDevice, type LiveTerminal, type Screen } from './live.ts'

/** How often a live step looks at the clock at least, in ms. */
const lookMs = 1000

const showCursor = '\u001B[?25h'
const hideCursor = '\u001B[?25l'

type InquirerReadline = Parameters<Parameters<typeof useEffect>[0]>[0]

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

interface StepConfig {
  reached: Reached
  device: LiveDevice
}

/** One step: a stretch of the rehearsal in which nothing goes to the scrollback. */
const stepPrompt = createPrompt<Step, StepConfig>(({ reached, device }, done) => {
  const { monotonic, size, style } = device
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
    } else if (!device.isPasting) {
      show(frameOf())
    }
  }

  /** A frame for each character that is pasted would be megabytes, and a long line takes readline a long time each. */
  const paste = (key: KeypressEvent, rl: InquirerReadline): void => {
    if (key.name === 'paste-end') {
      device.isPasting = false
      rl.write(reached.line)
      reached.line = rl.line
      show(frameOf())
      return
    }
    const what = reads(reached.rehearsal)
    const line = `${reached.line}${rl.line}`
    rl.clearLine(0)
    // where a key is asked for, what is pasted is none; where one line is, it becomes one
    if (what === 'key') return
    reached.line = isEnterKey(key) && what === 'line' ? `${line} ` : line
    if (!isEnterKey(key) || what === 'line') return
    reached.line = ''
    react({ type: 'line', text: line, pasted: true })
  }

  useKeypress((key, rl) => {
    if (key.name === 'paste-start') {
      device.isPasting = true
      rl.clearLine(0)
    } else if (device.isPasting) {
      paste(key, rl)
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
      rl.clearLine(0)
      if (key.name === 'paste-start') device.isPasting = true
      else if (key.name === 'paste-end') device.isPasting = false
      else if (!device.isPasting && nameOf(key) !== '') done(nameOf(key))
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

/** Acts on Ctrl-D, also where it came before anybody could listen; gives what ends the listening. */
function onceClosed(rl: InquirerReadline, action: () => void): () => void {
  rl.on('close', action)
  if ('closed' in rl && rl.closed === true) action()
  return () => rl.removeListener('close', action)
}

/** Lets Ctrl-Z lead to the shell, and repaints after `fg`; gives what ends that. */
function suspendable(rl: InquirerReadline, { input, output }: LiveTerminal, repaint: () => void): () => void {
  const onSuspend = (): void => {
    // the shell wants its cursor, and a terminal that is not raw
    output.write(`${showCursor}${bracketedPaste.off}`)
    input.setRawMode(false)
    // as the terminal would: all of the pipeline, or npm that started it would go on and hold the shell
    process.kill(0, 'SIGTSTP')
  }
  const onContinue = (): void => {
    setImmediate(() => {
      output.write(bracketedPaste.on)
      // readline has left the terminal cooked and its input paused
      input.setRawMode(true)
      input.resume()
      repaint()
    })
  }
  rl.on('SIGTSTP', onSuspend)
  process.on('SIGCONT', onContinue)
  return () => {
    rl.removeListener('SIGTSTP', onSuspend)
    process.off('SIGCONT', onContinue)
  }
}

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
