import { describe, expect, test } from 'vitest'
import { ladderMs } from '../../../src/rehearsal/practice/practice.ts'
import type { PracticeRecord } from '../../../src/rehearsal/practice/records.ts'
import { away, bare, type Input, item, line, lines, points, question, unseen } from '../play.ts'
import { practise } from './play.ts'

const rungs = (asked: Parameters<typeof item>[0] = 'First?') =>
  ladderMs.map((budgetMs) => item(asked, { budgetMs }))
const ladder = practise('ladder', rungs())
const strict = practise('ladder', rungs(), { strict: true })

const rounds = (...given: [talkMs: number, cut?: string][]): PracticeRecord => ({
  mode: 'ladder',
  question: 'bank/first-',
  rounds: given.map(([talkMs, cut = null], at) => ({ budgetMs: ladderMs[at] ?? 0, talkMs, cut })),
})

describe('a ladder', () => {
  test('asks for the same answer four times, and from the second on what was cut', () => {
    const played = ladder(
      ...['enter', '170s', 'enter'],
      ...['enter', '88s', 'enter', line('the dates')],
      ...['enter', '50s', 'enter', line('')],
      ...['enter', '33s', 'enter', line('the numbers')],
    )
    expect(played.phase).toBe('over')
    expect(played.record).toEqual(rounds([170_000], [88_000, 'the dates'], [50_000], [33_000, 'the numbers']))
    expect(played.text).toMatchInlineSnapshot(`
      "
      Ladder. The same answer in 3:00, 1:30, 1:00 and 0:30. It is not scored.

      First?

      Round 1 of 4: in 3:00
      You talked 2:50 of 3:00.
      To choose from: Listen, in full; Decide, in full.

      Round 2 of 4: in 1:30
      You talked 1:28 of 1:30.

      Round 3 of 4: in 1:00
      You talked 0:50 of 1:00.

      Round 4 of 4: in 0:30
      You talked 0:33 of 0:30, 0:03 over.

      The ladder
      in 3:00  2:50
      in 1:30  1:28       cut: the dates
      in 1:00  0:50
      in 0:30  0:33 over  cut: the numbers
      Saved; your scores and your plan stay as they are.
      "
    `)
  })

  test('with one point has nothing to choose from', () => {
    const one = practise('ladder', rungs(question('First?', { keyPoints: points('Listen') })))
    expect(one('enter', '170s', 'enter').text).toContain('\nThe point to keep: Listen, in full.\n')
  })

  test('is played by lines too', () => {
    const played = ladder(...lines('', '', '', '', 'the dates', '', '', '', '', '', ''))
    expect(played.phase).toBe('over')
    expect(played.record).toEqual(rounds([0], [0, 'the dates'], [0], [0]))
  })

  test.each<[string, Input[], PracticeRecord | null]>([
    ['nothing where it is left at once', ['q'], null],
    ['nothing of a round that is left', ['enter', '20s', 'q', 'q'], null],
    ['what is done when it is left', ['enter', '20s', 'enter', 'enter', '5s', 'q', 'q'], rounds([20_000])],
    [
      'a round whose cut is not asked for any more',
      ['enter', 'enter', 'enter', '5s', 'enter', 'end'],
      rounds([0], [5000]),
    ],
    ['a round without its pause', ['enter', '20s', 'p', '60s', 'p', '5s', 'enter'], rounds([25_000])],
    ['a round without time away', ['enter', '20s', away('5m'), 'enter'], rounds([20_000])],
    ['a round after q was pressed once', ['enter', '20s', 'q', '60s', 'z', 'enter'], rounds([20_000])],
  ])('records %s', (_, inputs, record) => {
    expect(ladder(...inputs).record).toEqual(record)
  })

  test('goes on after a round that is skipped', () => {
    const played = ladder('enter', 's', 's', 'enter', '80s', 'enter')
    expect(played.printed).toEqual(['intro', 'go', 'skipped', 'go', 'gone', 'points', 'go'])
    expect(played.record).toMatchObject({ rounds: [{ budgetMs: 90_000, talkMs: 80_000 }] })
  })

  test.each([
    ['while the clock is watched', ['enter', '200s']],
    ['where nobody looks', ['enter', unseen('200s'), line('')]],
  ] as const)('that is strict ends each round at its time, %s', (_, inputs) => {
    const played = strict(...inputs)
    expect(played.record).toEqual(rounds([180_000]))
    expect(played.printed).toContain('time-up')
  })

  test('offers no points where the question has none', () => {
    const played = practise('ladder', rungs(bare('First?')))('enter', '5s', 'enter')
    expect(played.printed).not.toContain('points')
    expect(played.record).toEqual(rounds([5000]))
  })

  test.each(['x', 'p', 'words and more'])('says what a line may be where it is %j', (text) => {
    expect(ladder(...lines('', text)).printed.at(-1)).toBe('invalid')
  })

  test('shows help, a clock and the keys that work', () => {
    const played = ladder('enter', '170s')
    expect(played.screen()).toMatchInlineSnapshot(`
      "Talk 2:50 of 3:00 ━━━━━━━━━━━━━━━━━┄ 0:10 left
      Enter when you have finished · p pause · s skip · q quit · ? help"
    `)
    expect(ladder('enter', '190s').screen(40)).toMatchInlineSnapshot(`
      "3:10 of 3:00 over
      Enter when you have finished · p pause
      s skip · q quit · ? help"
    `)
    expect(ladder('enter', 'p').screen()).toMatchInlineSnapshot(`
      "Talk 0:00 of 3:00 ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄ 3:00 left
      Paused. Any key resumes."
    `)
    expect(ladder('enter', 'enter', 'enter', 'enter').screen()).toMatchInlineSnapshot(`
      "What did you cut this time?
      one line · enter for nothing · q and enter quit · ? help"
    `)
    expect(ladder('?').text).toContain('less time')
  })
})

describe('a warm-up', () => {
  const warmUp = practise('warm-up', [item('First?', { budgetMs: 90_000 })])

  test('leaves no trace', () => {
    const played = warmUp('enter', '95s', 'enter')
    expect([played.phase, played.record]).toEqual(['over', null])
    expect(played.text).toMatchInlineSnapshot(`
      "
      Warm-up. One question to find your voice. It is not scored.

      First?

      aim for 1:30

      You talked 1:35 of 1:30, 0:05 over. That was the warm-up; now it counts.
      "
    `)
  })

  test.each([
    ['is skipped', ['s'], false],
    ['is quit', ['q'], true],
    ['meets the end of input', ['end'], true],
  ])('that %s is over', (_, inputs, isQuit) => {
    expect(warmUp(...inputs).practice.phase).toEqual({ name: 'over', isQuit })
  })
})
