import { PassThrough } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { Terminal } from '@xterm/headless'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Rehearsal } from '../../src/rehearsal/rehearsal.ts'
import { type Size, styleOf } from '../../src/screens/style.ts'
import { frame } from '../../src/terminal/frame.ts'
import { liveShell } from '../../src/terminal/live.ts'
import '../../src/terminal/live-step.ts'
import { writingOf } from '../../src/text/writing.ts'
import { runs } from '../chance.ts'
import { drill, item, play, points, question } from '../rehearsal/play.ts'

// What is left on a terminal whose size changes while something is asked on it.

afterEach(() => {
  vi.unstubAllEnvs()
})

/** What stands above the frame: nothing that a frame has. */
const above = Array.from({ length: 30 }, (_, line) =>
  Array.from({ length: line % 14 }, (_, word) => `§${line}§${word}§`).join(' '),
)

const asked = question('How do you mentor?', {
  keyPoints: points('Pair programming', 'Design reviews', 'Career path, in monthly talks about growth alone'),
})
const begun = play(drill([item(asked, { lastChange: 'Name the result first, and the team after it' })]))
const reviewing = begun.play('enter', '95s', 'enter', '3')
const written = play(
  drill([item(asked)], { options: { typed: true } }),
  'enter',
  { line: 'I sat down with each of them every second week, and 我们 looked at what they had built' },
  { line: 'and then?' },
)

const asking: Record<string, Rehearsal> = {
  thinking: begun.rehearsal,
  talking: begun.play('enter', '95s').rehearsal,
  paused: begun.play('enter', '95s', 'q').rehearsal,
  scoring: begun.play('enter', '95s', 'enter').rehearsal,
  reviewing: reviewing.rehearsal,
  typing: reviewing.play('enter').rehearsal,
  writing: written.rehearsal,
}

/** A shell on a terminal in memory. */
function shellOn({ columns, rows }: Size, reflowCursorLine: boolean, now: number) {
  const terminal = new Terminal({
    cols: columns,
    rows,
    scrollback: 10_000,
    allowProposedApi: true,
    reflowCursorLine,
  })
  const input = Object.assign(new PassThrough(), { isTTY: true, isRaw: false, setRawMode: () => input })
  const output = Object.assign(new PassThrough(), { isTTY: true, columns, rows })
  const over = new AbortController()
  let drawn = Promise.resolve()
  let pieces = 0
  output.on('data', (chunk) => {
    pieces += 1
    drawn = new Promise((done) => terminal.write(String(chunk).replaceAll('\n', '\r\n'), done))
  })
  const style = styleOf({ level: 0, ascii: false })
  const size = (): Size => ({ columns: output.columns, rows: output.rows })
  const shell = liveShell({
    input: input as unknown as NodeJS.ReadStream,
    output: output as unknown as NodeJS.WriteStream,
    size,
    style,
    monotonic: () => now,
    signal: over.signal,
    settleMs: 0,
  })
  /** Until all is on the screen that was to be drawn. */
  const settled = async (): Promise<void> => {
    for (let i = 0; i < 8; i++) await turn()
    await drawn
  }
  const linesFrom = (start: number): string[] => {
    const buffer = terminal.buffer.active
    const all = Array.from(
      { length: buffer.length - start },
      (_, y) => buffer.getLine(start + y)?.translateToString(true) ?? '',
    )
    const last = all.findLastIndex((line) => line.trim() !== '')
    return all.slice(0, last + 1).map((line) => line.trimEnd())
  }
  return {
    shell,
    size,
    style,
    settled,
    window: () => linesFrom(terminal.buffer.active.baseY),
    screen: () => linesFrom(0),
    type: (keys: string) => input.write(keys),
    async resize(to: Size) {
      await settled()
      const { columns, rows } = size()
      if (columns === to.columns && rows === to.rows) return
      const before = pieces
      terminal.resize(to.columns, to.rows)
      Object.assign(output, to)
      output.emit('resize')
      while (pieces === before) await turn()
      await settled()
    },
    end() {
      over.abort()
      shell.close()
    },
  }
}

const sizes = fc.record({
  columns: fc.integer({ min: 24, max: 120 }),
  rows: fc.integer({ min: 15, max: 50 }),
})

describe.each([
  ['all rows but that of the cursor', false],
  ['all rows', true],
])('on a terminal that breaks %s anew', (_name, reflowCursorLine) => {
  test.each(Object.keys(asking))('%s leaves nothing of a frame of another size', async (name) => {
    if (reflowCursorLine) vi.stubEnv('TMUX', 'yes')
    else for (const each of ['TMUX', 'VTE_VERSION', 'STY', 'XTERM_VERSION']) vi.stubEnv(each, undefined)
    vi.stubEnv('TERM', 'xterm-256color')
    const rehearsal = asking[name] as Rehearsal
    const typed =
      name === 'typing' ? 'I name the result first, and only then what I did, and all of it in a minute' : ''
    const now = begun.play('enter', '95s').now
    await fc.assert(
      fc.asyncProperty(fc.array(sizes, { minLength: 2, maxLength: 6 }), async ([first, ...others]) => {
        const on = shellOn(first as Size, reflowCursorLine, now)
        on.shell.print(`${above.join('\n')}\n`)
        const asks = on.shell.next(rehearsal, () => {}).catch(() => {})
        await on.settled()
        on.type(typed)
        for (const size of others) await on.resize(size)
        const lines = name === 'writing' && rehearsal.phase.name === 'talk' ? rehearsal.phase.typed : []
        const expected = frame(
          { rehearsal, line: typed, writing: writingOf([...lines, '']), beside: null },
          on.size(),
          on.style,
          now,
        )
        const compact = (text: string): string => text.replace(/\s+/g, '')
        const window = on.window()
        const whole = compact(window.join('\n'))
        // the frame once, whole, at the end, and above it nothing but what was printed
        expect(whole.replace(/^[\d§]*§/, '')).toBe(compact(expected.text))
        // and nothing of that is lost
        const all = compact(on.screen().join('\n'))
        expect(above.map(compact).filter((line) => !all.includes(line))).toEqual([])
        on.end()
        await asks
      }),
      { numRuns: runs(5) },
    )
  })
})
