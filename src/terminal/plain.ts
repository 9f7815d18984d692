import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { Interrupted, type Shell } from '../ports.ts'
import type { Event, Rehearsal, Step } from '../rehearsal/rehearsal.ts'
import { nextCue, update } from '../rehearsal/update.ts'
import { promptOf } from '../screens/prompts.ts'
import { cueWords } from '../screens/words.ts'
import { heartbeat } from './heartbeat.ts'

const beatMs = 500

/** As many lines are read ahead. */
const mostAhead = 1000

export interface PlainTerminal {
  input: Readable & { isTTY?: boolean }
  write(text: string): void
  bell(): void
  monotonic(): number
  signal: AbortSignal
}

interface LineReader {
  read(): Promise<string | null>
  close(): void
}

/** Lines as they come; null after the last. What came before somebody asked is kept. */
function lineReader(input: Readable, signal: AbortSignal): LineReader {
  const lines: string[] = []
  let ended = false
  let wake = (): void => {}
  const reader = createInterface({ input, terminal: false, crlfDelay: Number.POSITIVE_INFINITY })
  reader.on('line', (line) => {
    lines.push(line)
    if (lines.length >= mostAhead) reader.pause()
    wake()
  })
  reader.on('close', () => {
    ended = true
    wake()
  })
  signal.addEventListener('abort', () => {
    reader.close()
    wake()
  })
  return {
    async read() {
      // a flood of lines is not to keep signals waiting
      if (lines.length > 0) await new Promise((resolve) => setImmediate(resolve))
      else if (!ended) reader.resume()
      while (lines.length === 0 && !ended && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      if (signal.aborted) throw new Interrupted()
      return lines.shift() ?? null
    },
    close: () => reader.close(),
  }
}

/** Plain mode: no repainting, no cursor movement, one line read for each thing asked. */
export function plainShell({ input, write, bell, monotonic, signal }: PlainTerminal): Shell {
  let reader: LineReader | null = null
  const read = async (prompt: string): Promise<string | null> => {
    reader ??= lineReader(input, signal)
    write(prompt)
    const line = await reader.read()
    // on a terminal the user's own Enter has ended the line
    const isOpen = prompt !== '' && !prompt.endsWith('\n')
    if (isOpen && (input.isTTY !== true || line === null)) write('\n')
    return line
  }

  async function next(rehearsal: Rehearsal): Promise<Step> {
    if (rehearsal.phase.name === 'results') {
      return update(rehearsal, { type: 'key', key: 'enter', now: monotonic() })
    }
    const watch = watchClock(rehearsal, { write, bell, monotonic })
    try {
      const line = await read(promptOf(rehearsal))
      const now = monotonic()
      const held = watch.stop(now)
      const event: Event = line === null ? { type: 'end', now } : { type: 'line', text: line, now }
      return update(held, event)
    } finally {
      watch.stop(monotonic())
    }
  }

  const lend = <T>(action: () => Promise<T>): Promise<T> => action()
  return { live: false, next, ask: read, print: write, bell, lend, close: () => reader?.close() }
}

/** Keeps the clock true while a line is waited for: suspended time is left out, cues are given. */
function watchClock(
  rehearsal: Rehearsal,
  { write, bell, monotonic }: Pick<PlainTerminal, 'write' | 'bell' | 'monotonic'>,
): { stop(now: number): Rehearsal } {
  let held = rehearsal
  const pulse = heartbeat(beatMs, monotonic())
  const look = (now: number): void => {
    const ms = pulse.beat(now)
    if (ms > 0) held = update(held, { type: 'away', ms, now }).rehearsal
  }
  const timer = setInterval(() => {
    const now = monotonic()
    look(now)
    const due = nextCue(held, now - beatMs)
    if (due === null || due > beatMs) return
    const step = update(held, { type: 'tick', now })
    if (step.rehearsal.phase.name !== held.phase.name) return
    held = step.rehearsal
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
      look(now)
      return held
    },
  }
}
