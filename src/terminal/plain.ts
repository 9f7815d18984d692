import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { type Beside, Interrupted, type Shell, UserError } from '../ports.ts'
import type { Practice, PracticeStep } from '../rehearsal/practice/practice.ts'
import type { Drafted } from '../rehearsal/records.ts'
import type { Event, Rehearsal, Step } from '../rehearsal/rehearsal.ts'
import { nextCue, update } from '../rehearsal/update.ts'
import { promptOf } from '../screens/prompts.ts'
import { cueWords } from '../screens/words.ts'
import { longestInput, longestInputLine, mostInputLines } from '../text/limits.ts'
import { wrapLong } from '../text/wrap.ts'
import { heartbeat } from './heartbeat.ts'
import { keeping } from './keeping.ts'

/** How often the clock is checked while a line is awaited, in ms. */
const beatMs = 500

/** How many lines are read ahead before the input is paused. */
const maxLinesAhead = 1000

const anyControl = /[\x1b\x80-\x9f]/

/** A line without what a terminal put into it by itself, such as a reply to another program or a report of the mouse. */
async function typedIn(line: string): Promise<string> {
  const { typedText } = await import('./keyboard/decoder.ts')
  return typedText(line)
}

export interface PlainTerminal {
  input: Readable & { isTTY?: boolean }
  write(text: string): void
  bell(): void
  monotonic(): number
  signal: AbortSignal
  /** How wide the terminal is that prompts are shown on. */
  columns(): number
}

interface LineReader {
  /** Null also once `over` is aborted; then the line that was awaited is read next time. */
  read(over?: AbortSignal): Promise<string | null>
  close(): void
}

/** Lines in order, those that came early too; null after the last. */
function lineReader(input: Readable, signal: AbortSignal): LineReader {
  const lines: string[] = []
  let isEnded = false
  let refusal: UserError | null = null
  let wake = (): void => {}
  const reader = createInterface({ input, terminal: false, crlfDelay: Number.POSITIVE_INFINITY })
  let count = 0
  reader.on('line', (line) => {
    if (refusal !== null) return
    if (++count > mostInputLines) {
      refuse(new UserError('The input has more than 20,000 lines.', 'Give a part of it.'))
      return
    }
    lines.push(line)
    if (lines.length >= maxLinesAhead) reader.pause()
    wake()
  })
  reader.on('close', () => {
    isEnded = true
    wake()
  })
  const refuse = (error: UserError): void => {
    refusal ??= error
    reader.close()
  }
  input.on('data', limitOf(refuse))
  signal.addEventListener('abort', () => {
    reader.close()
    wake()
  })
  return {
    async read(over) {
      // lets signals through a flood of lines
      if (lines.length > 0) await new Promise((resolve) => setImmediate(resolve))
      else if (!isEnded) reader.resume()
      over?.addEventListener('abort', () => wake())
      while (lines.length === 0 && !isEnded && !signal.aborted && !over?.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      if (signal.aborted) throw new Interrupted()
      if (over?.aborted) return null
      const line = lines.shift()
      if (line === undefined && refusal !== null) throw refusal
      return line ?? null
    },
    close: () => reader.close(),
  }
}

/** Looks at what comes in, and refuses a line or an input that would fill the memory. */
function limitOf(refuse: (error: UserError) => void): (chunk: Uint8Array | string) => void {
  let inLine = 0
  let inAll = 0
  return (chunk) => {
    const newline = typeof chunk === 'string' ? chunk.lastIndexOf('\n') : chunk.lastIndexOf(10)
    inLine = newline < 0 ? inLine + chunk.length : chunk.length - newline - 1
    inAll += chunk.length
    if (inLine > longestInputLine)
      refuse(new UserError('A line of the input is longer than 1 MB.', 'Break it into shorter lines.'))
    else if (inAll > longestInput)
      refuse(new UserError('The input has more than 64 MB.', 'Give a part of it.'))
  }
}

/** A prompt broken between words, with the blank at its end. */
const withBreaks = (prompt: string, columns: number): string =>
  wrapLong(prompt.trimEnd(), columns) + prompt.slice(prompt.trimEnd().length)

/** Plain mode: no repainting, no cursor movement, one line read for each prompt. */
export function plainShell({ input, write, bell, monotonic, signal, columns }: PlainTerminal): Shell {
  let reader: LineReader | null = null
  const read = async (prompt: string, over?: AbortSignal): Promise<string | null> => {
    reader ??= lineReader(input, signal)
    write(withBreaks(prompt, columns()))
    const line = await reader.read(over)
    // on a terminal the user's own Enter ends the prompt's line
    const isOpen = prompt !== '' && !prompt.endsWith('\n')
    if (isOpen && (input.isTTY !== true || line === null)) write('\n')
    return line === null || !anyControl.test(line) ? line : typedIn(line)
  }

  async function next(
    rehearsal: Rehearsal,
    keep: (draft: Drafted) => void,
    beside: Beside | null = null,
  ): Promise<Step> {
    if (rehearsal.phase.name === 'results') {
      return update(rehearsal, { type: 'key', key: 'enter', now: monotonic() })
    }
    const kept = keeping(() => ({ rehearsal, line: '' }), keep, monotonic)
    const watch = watchClock(rehearsal, { write, bell, monotonic, pause: kept.now })
    const over = new AbortController()
    const stopListening = beside?.onNews(() => over.abort())
    try {
      const line = await read(promptOf(rehearsal), over.signal)
      const now = monotonic()
      if (line === null && over.signal.aborted && beside !== null) return beside.follow(watch.stop(now))
      const event: Event = line === null ? { type: 'end', now } : { type: 'line', text: line, now }
      return update(watch.stop(now), event)
    } catch (error) {
      kept.now()
      throw error
    } finally {
      stopListening?.()
      kept.release()
      watch.stop(monotonic())
    }
  }

  // a line comes whole, so there is nothing to keep before
  async function practise(practice: Practice): Promise<PracticeStep> {
    const { plainPractice } = await import('./plain-practice.ts')
    return plainPractice(practice, read, monotonic)
  }

  const lend = <T>(action: () => Promise<T>): Promise<T> => action()
  return { live: false, next, practise, ask: read, print: write, bell, lend, close: () => reader?.close() }
}

/** Runs the clock while a line is awaited: each beat is a pause in what is written. Takes out suspended time and gives cues, until `stop` returns the rehearsal. */
function watchClock(
  rehearsal: Rehearsal,
  { write, bell, monotonic, pause }: Pick<PlainTerminal, 'write' | 'bell' | 'monotonic'> & { pause(): void },
): { stop(now: number): Rehearsal } {
  let current = rehearsal
  const pulse = heartbeat(beatMs, monotonic())
  const leaveOutSuspension = (now: number): void => {
    const ms = pulse.beat(now)
    if (ms > 0) current = update(current, { type: 'away', ms, now }).rehearsal
  }
  const timer = setInterval(() => {
    const now = monotonic()
    leaveOutSuspension(now)
    pause()
    const dueMs = nextCue(current, now - beatMs)
    if (dueMs === null || dueMs > beatMs) return
    const step = update(current, { type: 'tick', now })
    // a strict answer ends with the line that is awaited
    if (step.rehearsal.phase.name !== current.phase.name) return
    current = step.rehearsal
    for (const effect of step.effects) {
      if (effect.type === 'bell') bell()
      else if (effect.type === 'print' && effect.passage.kind === 'cue') {
        write(`\n${cueWords(effect.passage.leftMs)}\n`)
      }
    }
  }, beatMs)
  return {
    stop(now) {
      clearInterval(timer)
      leaveOutSuspension(now)
      return current
    },
  }
}
