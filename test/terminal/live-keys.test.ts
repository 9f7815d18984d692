import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { begin } from '../../src/rehearsal/flow.ts'
import type { Attempt } from '../../src/rehearsal/records.ts'
import type { Rehearsal, Step } from '../../src/rehearsal/rehearsal.ts'
import { update } from '../../src/rehearsal/update.ts'
import { styleOf } from '../../src/screens/style.ts'
import { liveShell } from '../../src/terminal/live.ts'
import { runs } from '../chance.ts'
import { drill, item } from '../rehearsal/play.ts'
import { cut, sequence } from './keyboard/sequences.ts'

// A whole rehearsal in the live shell, on a terminal in memory.

/** A rehearsal to its end. All reads come once its first prompt is on the screen, which a fast hand does not wait for. */
async function rehearsed(rehearsal: Rehearsal, ...reads: (Uint8Array | string)[]): Promise<Step> {
  const input = Object.assign(new PassThrough(), { isTTY: true, isRaw: false, setRawMode: () => input })
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 })
  let waiting = [...reads]
  output.on('data', (chunk) => {
    if (!/Think|How was it|change next time/.test(String(chunk))) return
    for (const read of waiting) input.write(read)
    waiting = []
  })
  const shell = liveShell({
    input: input as unknown as NodeJS.ReadStream,
    output: output as unknown as NodeJS.WriteStream,
    size: () => ({ columns: 80, rows: 24 }),
    style: styleOf({ level: 0, ascii: true }),
    monotonic: () => 0,
    signal: new AbortController().signal,
  })
  try {
    let step = rehearsal.phase.name === 'over' ? begin(rehearsal, 0) : { rehearsal, effects: [] }
    const effects = [...step.effects]
    while (step.rehearsal.phase.name !== 'over') {
      step = await shell.next(step.rehearsal, () => {})
      effects.push(...step.effects)
    }
    return { rehearsal: step.rehearsal, effects }
  } finally {
    shell.close()
  }
}

const attemptOf = ({ rehearsal }: Step): Attempt | undefined => rehearsal.answered.at(-1)?.attempt

/** Whole rehearsals: what is asked, and the keys for it one by one. */
const whole: [name: string, Rehearsal, string[]][] = [
  [
    'spoken',
    drill([item('Why?', { lastChange: 'slower' })]),
    ['\r', 'p', '\r', '3', ' ', '\x1b[B', '4', '\r', 'n', 'o', '\r', '\r'],
  ],
  ['paused', drill(), [' ', 'q', 'z', 's', 'q', 'q', 'b', '\r', '2', 'm', '\r', '\r', '\r']],
  [
    'typed',
    drill([item('Why?')], { options: { typed: true } }),
    ['\r', 'a', 'b', '\r', '.', '\r', '1', '\r', '\r', 'q'],
  ],
  ['not known', drill(), ['x', ' ', '\r', 'x', '\x7f', 'y', '\r', '\r']],
  ['skipped', drill(), ['s']],
]

test('a question mark asks for help where no line was begun, and is a letter of one that was', async () => {
  const { rehearsal, effects } = await rehearsed(drill(), '\r', '\r', '3', '\r', '?', 'why?\r', '\r')
  const helped = effects.filter((each) => each.type === 'print' && each.passage.kind === 'help')
  expect(helped).toHaveLength(1)
  expect(rehearsal.answered[0]?.attempt.change).toBe('why?')
})

describe('whatever sequences come with the keys, however they are split', () => {
  test.each(whole)('a rehearsal that is %s goes its way', async (_name, rehearsal, keys) => {
    const alone = await rehearsed(rehearsal, ...keys)
    const piece = fc.array(sequence, { maxLength: 2 }).map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: keys.length, maxLength: keys.length }),
        fc.array(fc.nat(), { maxLength: 8 }),
        async (sequences, cuts) => {
          const bytes = new TextEncoder().encode(keys.map((key, index) => sequences[index] + key).join(''))
          expect(await rehearsed(rehearsal, ...cut(bytes, cuts))).toEqual(alone)
        },
      ),
      { numRuns: runs(10) },
    )
  })
})

describe('keys that are ahead of the screen', () => {
  test('are not lost, be it in one read or in many', async () => {
    const keys = ['\r', '\r', '2', ' ', '3', '\r', ...'shorter', '\r', '\r']
    const inMany = await rehearsed(drill(), ...keys)
    expect(attemptOf(inMany)).toMatchObject({
      committed: 2,
      score: 3,
      made: ['Listen, in full'],
      change: 'shorter',
    })
    expect(await rehearsed(drill(), keys.join(''))).toEqual(inMany)
  })
})

describe('the change, as it is typed', () => {
  const answered = update(
    update(update(begin(drill(), 0).rehearsal, { type: 'key', key: 'x', now: 0 }).rehearsal, {
      type: 'key',
      key: 'enter',
      now: 0,
    }).rehearsal,
    { type: 'tick', now: 0 },
  ).rehearsal

  test.each<[string, string, string | null]>([
    ['Backspace takes a letter with its accents', 'cafe\u0301\x7f\x7fu', 'cau'],
    ['and an emoji of a family', 'we 👩‍👩‍👧\x7f🇫🇷\x7f👍🏽\x7fwin', 'we win'],
    ['Ctrl-H too, and both as codes of kitty', 'ab👍🏽\b\x1b[127uc', 'ac'],
    ['the arrows go by letters', 'e\u0301👩‍👩‍👧b\x1b[D\x1b[D\x1b[D-\x1b[C+\x1b[3~', '-e\u0301+b'],
    ['Delete takes a whole letter', 'ae\u0301b\x1b[H\x1b[C\x1b[3~', 'ab'],
    ['Tab stands between words', 'one\ttwo', 'one two'],
    ['Ctrl-U empties the line', 'no\x15yes', 'yes'],
    ['Alt moves by words and types nothing', 'one two\x1bb\x1bs\x1bx-', 'one -two'],
    ['a mouse and replies are no text', 'a\x1b[<0;33;2Mb\x1b]11;rgb:0/0/0\x07c\x1bP>|tmux 3.4\x1b\\', 'abc'],
    ['Ctrl-C in a paste is text, and no interruption', '\x1b[200~a\x03b\nc\x1b[201~!', 'ab c!'],
  ])('%s', async (_name, typed, change) => {
    const ended = await rehearsed(answered, `${typed}\r\r`)
    expect(attemptOf(ended)?.change).toBe(change)
  })
})
