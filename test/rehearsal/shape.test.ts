import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Marks,
  marked,
  partsOf,
  type Shaped,
  shapedBy,
  shapeOf,
  sharesOf,
  worstOf,
} from '../../src/rehearsal/shape.ts'
import { runs } from '../chance.ts'
import { drill, item, lines, Played, play, question, unseen } from './play.ts'

describe('the shape of an answer', () => {
  test.each([
    ['Describe a conflict in your team.', 'star'],
    ['Tell me about a time when you failed.', 'star'],
    ['Tell me about somebody you helped to grow.', 'star'],
    ['Give me an example of a hard decision.', 'star'],
    ['Have you ever let somebody go?', 'star'],
    ['Can you share an example where you led without authority?', 'star'],
    ['When did you last change your mind?', 'star'],
    ['Tell me about yourself.', 'none'],
    ['How do you hire?', 'none'],
    ['Describe how you plan.', 'none'],
    ['What is your management style?', 'none'],
  ])('%s is %s by default', (text, shape) => {
    expect(shapeOf({ question: text, shape: null }, 'auto')).toBe(shape)
  })

  test('is what the bank says, and before that what the setting says', () => {
    expect(shapeOf({ question: 'How?', shape: 'car' }, 'auto')).toBe('car')
    expect(shapeOf({ question: 'How?', shape: 'car' }, 'star')).toBe('star')
    expect(shapeOf({ question: 'Describe a failure.', shape: 'star' }, 'none')).toBe('none')
  })
})

const asked = drill([item(question('Describe a failure.'))])

describe('while speaking', () => {
  test('space begins the next part, and the line says where the answer stands', () => {
    const played = play(asked, 'enter', '40s', 'space', '20s')
    expect(played.screen()).toContain('Task 0:20 of 0:12')
    expect(played.screen()).toContain('1:00 left, then Action, Result, Learning')
    // both clocks add up to the budget
    const spoken = play(asked, 'enter', '40s')
    const later = new Played({ rehearsal: spoken.rehearsal, effects: [] }, spoken.now + 600)
    expect(later.screen()).toContain('Situation 0:40 of 0:18  1:20 left')
    const { shape } = played.play('space', '30s', 'space', '10s', 'enter', '3').attempt
    expect(shape).toEqual([
      ['Situation', 40_000],
      ['Task', 20_000],
      ['Action', 30_000],
      ['Result', 10_000],
    ])
  })

  test('b takes a mark back, and a mark in the first two seconds is none', () => {
    const played = play(
      asked,
      'enter',
      '1s',
      'space',
      '29s',
      'space',
      'b',
      '10s',
      'space',
      '20s',
      'enter',
      '3',
    )
    expect(played.attempt.shape).toEqual([
      ['Situation', 40_000],
      ['Task', 20_000],
    ])
  })

  test('a pause takes no time of a part, and space ends it', () => {
    const played = play(asked, 'enter', '10s', 'p', '60s', 'space', '10s', 'space', '5s', 'enter', '3')
    expect(played.attempt.shape).toEqual([
      ['Situation', 20_000],
      ['Task', 5_000],
    ])
  })

  test('twenty marks are as many as there are parts', () => {
    const spaces = Array.from({ length: 20 }, () => ['3s', 'space']).flat()
    expect(play(asked, 'enter', ...spaces, 'enter', '3').attempt.shape?.map(([part]) => part)).toEqual([
      'Situation',
      'Task',
      'Action',
      'Result',
      'Learning',
    ])
  })

  test('without a mark there is no shape', () => {
    expect(play(asked, 'enter', '60s', 'enter', '3').attempt).not.toHaveProperty('shape')
  })

  test('a question that asks for no case has no parts', () => {
    const how = drill([item(question('How do you plan?'))])
    const played = play(how, 'enter', '60s', 'space', '10s')
    expect(played.screen()).not.toContain('next part')
    expect(played.play('enter', '3').attempt).not.toHaveProperty('shape')
  })

  test('in plain mode the initial of a part begins it', () => {
    const played = play(
      asked,
      ...lines(''),
      unseen('20s'),
      ...lines('a'),
      unseen('60s'),
      ...lines('x', 'r'),
      unseen('20s'),
    )
    expect(played.play(...lines('', '3')).attempt.shape).toEqual([
      ['Situation', 20_000],
      ['Task', 0],
      ['Action', 60_000],
      ['Result', 20_000],
    ])
  })
})

test('the review names the part that is furthest off', () => {
  const played = play(asked, 'enter', '48s', 'space', '10s', 'space', '30s', 'space', '12s', 'enter', '3')
  expect(played.text({ kind: 'scored' })).toMatchInlineSnapshot(`
    "You talked 1:40 of 2:00, on time. Your first score: 3, solid.
    Situation 48 % (aim for 10 to 20), Task 10 % (aim for 5 to 15), Action 30 % (aim
    for 45 to 65), Result 12 % (aim for 10 to 25), Learning 0 % (aim for 5 to 15).
    Situation took 48 %: halve it.
    "
  `)
})

describe('the shares', () => {
  const shaped = (...ms: number[]): Shaped => ms.map((each, at) => [partsOf.star[at]?.name ?? '', each])

  test.each([
    [[15, 10, 50, 15, 10], null],
    [[48, 10, 22, 12, 8], 'Situation'],
    [[15, 10, 65, 10], 'Learning'],
    [[15, 10, 20, 45, 10], 'Action'],
  ])('of %j: the worst is %s', (ms, worst) => {
    expect(worstOf(sharesOf(shaped(...ms)))?.name ?? null).toBe(worst)
  })

  test('add up to the whole, whatever was marked', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60_000), { maxLength: 20 }), fc.nat(60_000), (gaps, more) => {
        let ms = 0
        let marks: Marks = []
        for (const gap of gaps) {
          ms += gap
          marks = marked(marks, partsOf.star, ms)
        }
        const parts = shapedBy(marks, partsOf.star, ms + more)
        expect(parts === null).toBe(marks.length === 0)
        if (parts === null) return
        expect(parts.reduce((sum, [, each]) => sum + each, 0)).toBe(ms + more)
        expect(parts.length).toBeLessThanOrEqual(5)
      }),
      { numRuns: runs(100) },
    )
  })
})
