import { describe, expect, test } from 'vitest'
import type { FirstLine } from '../../../src/rehearsal/practice/records.ts'
import { lookAtClock, updatePractice } from '../../../src/rehearsal/practice/update.ts'
import { away, bare, type Input, item, line, lines, unseen } from '../play.ts'
import { practise } from './play.ts'

const budgetMs = 10_000
const items = ['One', 'Two', 'Three'].map((asked) => item(asked, { budgetMs }))
const sprint = practise('sprint', items)
const strict = practise('sprint', items, { strict: true })
const typed = practise('sprint', items, { typed: true })

type Short = [name: string, ms: number, froze?: 'froze' | null, line?: string]
const answers = (...given: Short[]): FirstLine[] =>
  given.map(([name, ms, froze, text]) => ({
    question: `bank/${name}`,
    ms,
    line: text ?? null,
    froze: froze === 'froze',
  }))

describe('a sprint', () => {
  test('runs through its questions on one clock after another', () => {
    const played = sprint('enter', '4s', 'enter', '6s', 'enter', '10s', 'enter')
    expect(played.record).toEqual({
      mode: 'sprint',
      answers: answers(['one', 4000], ['two', 6000], ['three', 10_000]),
    })
    expect(played.phase).toBe('over')
  })

  test('asks the freezes once more at the end, and no third time', () => {
    const played = sprint('enter', '3s', 'x', '4s', 'enter', '12s', 'enter', '2s', 'enter', '3s', 'x')
    expect(played.record).toEqual({
      mode: 'sprint',
      answers: answers(
        ['one', 3000, 'froze'],
        ['two', 4000],
        ['three', 12_000, 'froze'],
        ['one', 2000],
        ['three', 3000, 'froze'],
      ),
    })
    expect(played.text).toMatchInlineSnapshot(`
      "
      Sprint. 3 questions, 0:10 for each: name your story and say its first line. It
      is not scored.

      1 of 3
      One

      Nothing came. The answer begins: Listen first.

      2 of 3
      Two

      In time, after 0:04.

      3 of 3
      Three

      Too late, after 0:12. The answer begins: Listen first.

      Once more, the 2 that did not come:

      1 of 2, again
      One

      In time, after 0:02.

      2 of 2, again
      Three

      Nothing came. The answer begins: Listen first.

      The sprint
      1 of 3 first lines in time.
      These come first next time:
      1.  One
      1.  Three
      Saved; your scores and your plan stay as they are.
      "
    `)
  })

  test.each<[string, Input[], Short[]]>([
    ['in time on the last second', ['10s', 'enter'], [['one', 10_000]]],
    ['too late after it', ['11s', 'enter'], [['one', 11_000, 'froze']]],
    ['without a pause', ['4s', 'p', '60s', 'space', '2s', 'enter'], [['one', 6000]]],
    ['without time away', ['4s', away('5m'), 'enter'], [['one', 4000]]],
    ['not what is skipped', ['4s', 's', 's', '2s', 'enter'], [['two', 2000]]],
    [
      'as it was written',
      ['4s', line('The freeze: we lost two days')],
      [['one', 4000, null, 'The freeze: we lost two days']],
    ],
    ['a lone x as nothing', [line('x')], [['one', 0, 'froze']]],
    ['what is done when it is left', ['1s', 'enter', '1s', 'q', 'q'], [['one', 1000]]],
    ['what is done at the end of input', ['1s', 'enter', 'end'], [['one', 1000]]],
  ])('counts an answer %s', (_, inputs, expected) => {
    expect(sprint('enter', ...inputs).record).toEqual({ mode: 'sprint', answers: answers(...expected) })
  })

  test('that is strict goes on when time is up', () => {
    const played = strict('enter', '25s')
    expect(played.record).toEqual({
      mode: 'sprint',
      answers: answers(['one', 10_000, 'froze'], ['two', 10_000, 'froze']),
    })
    expect(strict('enter', unseen('14s'), line('late')).record).toEqual({
      mode: 'sprint',
      answers: answers(['one', 10_000, 'froze', 'late']),
    })
  })

  test('counts what stands there when time is up as written', () => {
    const { practice } = practise('sprint', items, { strict: true, typed: true })('enter')
    expect(lookAtClock(practice, 'The freeze', 14_000).type).toBe('tick')
    expect(lookAtClock(practice, 'The freeze', 15_000)).toEqual({
      type: 'line',
      text: 'The freeze',
      now: 15_000,
    })
    expect(lookAtClock(practice, '', 15_000).type).toBe('tick')
    expect(updatePractice(practice, lookAtClock(practice, 'The freeze', 15_000)).practice.gone).toMatchObject(
      [{ ms: 10_000, isSaid: false, text: 'The freeze' }],
    )
  })

  test('that is written takes lines, and an empty one as nothing', () => {
    const played = typed('enter', '3s', line('The freeze'), '2s', line(''))
    expect(played.record).toEqual({
      mode: 'sprint',
      answers: answers(['one', 3000, null, 'The freeze'], ['two', 2000, 'froze']),
    })
  })

  test.each<[string, Input[]]>([
    ['is left at once', ['q']],
    ['meets the end of input', ['end']],
    ['has everything skipped', lines('', 's', 's', 's')],
  ])('that %s records nothing, and says so', (_, inputs) => {
    const played = sprint(...inputs)
    expect([played.phase, played.record]).toEqual(['over', null])
    expect(played.text).toContain('Nothing was saved.')
  })

  test.each([
    [
      'a story',
      item('One', { budgetMs, story: 'We lost two days. Then I came.' }),
      'Your story begins: We lost two days.',
    ],
    ['an answer', item('One', { budgetMs }), 'The answer begins: Listen first.'],
    ['neither', item(bare('One'), { budgetMs }), 'Nothing came.\n'],
  ])('shows somebody who froze how it begins, with %s', (_, only, text) => {
    expect(practise('sprint', [only])('enter', 'x').text).toContain(text)
  })

  test('says how many come back, and shows the clock', () => {
    expect(practise('sprint', items, { comingBack: 2 })().text).toContain(
      'First the 2 that did not come last time.',
    )
    expect(sprint().screen()).toMatchInlineSnapshot(`"Enter when you are ready · q quit · ? help"`)
    expect(sprint('enter', '4s').screen()).toMatchInlineSnapshot(`
      "Talk 0:04 of 0:10 ━━━━━━━┄┄┄┄┄┄┄┄┄┄┄ 0:06 left
      Enter when said · x nothing came · p pause · s skip · q quit · ? help"
    `)
    expect(sprint('enter', '12s').screen(40, 3)).toMatchInlineSnapshot(`
      "0:12 of 0:10 over
      Enter when said · ? help"
    `)
    expect(typed('enter', '12s').screen(20, 3)).toMatchInlineSnapshot(`"0:12 of 0:10 over"`)
  })
})
