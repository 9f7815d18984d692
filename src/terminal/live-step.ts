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
import type { Event, Rehearsal, Step } from '../rehearsal/rehearsal.ts'
import { endOfTyped } from '../rehearsal/talking.ts'
import { nextTick, reads, update } from '../rehearsal/update.ts'
import { guard } from '../render/guard.ts'
import type { Style } from '../render/style.ts'
import { view } from '../render/view.ts'
import { heartbeat } from './heartbeat.ts'
import type { LiveTerminal, Screen } from './live.ts'

/** How often a live step looks at the clock at least, in ms. */
const lookMs = 1000

const showCursor = '\u001B[?25h'
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

interface StepConfig {
  reached: Reached
  terminal: LiveTerminal
}

/** One step: a stretch of the rehearsal in which nothing goes to the scrollback. */
const stepPrompt = createPrompt<Step, StepConfig>(({ reached, terminal }, done) => {
  const { monotonic, size, style } = terminal
  const isPasting = useRef(false)
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
    } else {
      show(frameOf())
    }
  }

  useKeypress((key, rl) => {
    if (key.name === 'paste-start' || key.name === 'paste-end') {
      isPasting.current = key.name === 'paste-start'
      // a frame for each character of a long text would be megabytes
      if (!isPasting.current) show(frameOf())
    } else if (isPasting.current && reads(reached.rehearsal) === 'key') {
      rl.clearLine(0)
    } else if (isPasting.current && isEnterKey(key) && reads(reached.rehearsal) === 'line') {
      // one line is asked for: what was pasted becomes one
      rl.write(`${reached.line} `)
      reached.line = rl.line
      show(frameOf())
    } else if (reads(reached.rehearsal) === 'key') {
      rl.clearLine(0)
      react({ type: 'key', key: nameOf(key) })
    } else if (isEnterKey(key)) {
      const text = reached.line
      reached.line = ''
      react({ type: 'line', text })
    } else {
      reached.line = rl.line
      if (!isPasting.current) show(frameOf())
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
    // the shell that Ctrl-Z leads to wants its cursor, and a terminal that is not raw
    const onSuspend = (): void => {
      terminal.output.write(showCursor)
      terminal.input.setRawMode(false)
      process.kill(process.pid, 'SIGTSTP')
    }
    // after Ctrl-Z and fg readline has left the terminal cooked and its input paused
    const onContinue = (): void => {
      setImmediate(() => {
        terminal.input.setRawMode(true)
        terminal.input.resume()
        repaint(monotonic())
      })
    }
    // Ctrl-D: the end of what is written, or of all input
    const onClose = (): void =>
      react(reads(reached.rehearsal) === 'text' ? { type: 'line', text: endOfTyped } : { type: 'end' })
    rl.on('close', onClose)
    rl.on('SIGTSTP', onSuspend)
    schedule()
    terminal.output.on('resize', onResize)
    process.on('SIGCONT', onContinue)
    return () => {
      isOver = true
      clearTimeout(timer)
      rl.removeListener('close', onClose)
      rl.removeListener('SIGTSTP', onSuspend)
      terminal.output.off('resize', onResize)
      process.off('SIGCONT', onContinue)
    }
  }, [])
  return reads(reached.rehearsal) === 'key' ? shown + hideCursor : shown
})

function frame(rehearsal: Rehearsal, line: string, size: Size, style: Style, now: number): string {
  const top = guard(view(rehearsal, size, style, now))
  return reads(rehearsal) === 'key' ? top : `${top}\n> ${guard(line)}`
}

const keyPrompt = createPrompt<string, { prompt: string }>(({ prompt }, done) => {
  useKeypress((key, rl) => {
    rl.clearLine(0)
    done(nameOf(key))
  })
  return guard(prompt) + hideCursor
})

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

const contextOf = ({ input, size, signal }: LiveTerminal, screen: Screen) => ({
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
export async function liveStep(rehearsal: Rehearsal, terminal: LiveTerminal, screen: Screen): Promise<Step> {
  const reached = { rehearsal, line: '' }
  try {
    return await stepPrompt({ reached, terminal }, contextOf(terminal, screen))
  } catch (error) {
    // what was written and is not scored stays on the screen at least
    const { phase } = reached.rehearsal
    const typed = phase.name === 'talk' ? [...phase.typed, reached.line].filter((line) => line !== '') : []
    if (typed.length > 0) screen.write(guard(`Not scored, so not saved:\n${typed.join('\n')}\n`))
    return caught(error)
  }
}

/** Asks for one key outside of a rehearsal, and gives its name. */
export const liveKey = (prompt: string, terminal: LiveTerminal, screen: Screen): Promise<string> =>
  keyPrompt({ prompt }, contextOf(terminal, screen)).catch(caught)
