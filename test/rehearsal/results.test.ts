import { expect, test } from 'vitest'
import { weakestOf } from '../../src/rehearsal/results.ts'
import { drill, type Input, item, lines, mock, play, story } from './play.ts'

const answer = (score: string, time = '60s'): Input[] => ['enter', time, 'enter', score]

test('the end screen leads to the weakest again, to a mock, to its story, or out', () => {
  const done = play(mock(), ...answer('3'), ...answer('2')).play('enter', 'enter', ...lines(''))
  expect(done.phase).toBe('results')
  expect(done.play('a').rehearsal.phase).toEqual({ name: 'over', next: 'again' })
  expect(done.play('m').rehearsal.phase).toEqual({ name: 'over', next: 'mock' })
  for (const out of ['enter', 'q', 'end']) {
    expect(done.play(out).rehearsal.phase).toEqual({ name: 'over', next: 'done' })
    expect(done.play(out).effects).toEqual(done.effects)
  }
  expect(done.play('e').effects.at(-1)).toMatchObject({ item: { question: { question: 'Second?' } } })
  expect(done.play('e', story('Mine')).rehearsal.items[1]?.story).toBe('Mine')
  expect(done.play('e', story('Mine')).printed.at(-1)).toBe('story-saved')
})

test('the weakest has the lowest score, and of equals is furthest from its budget', () => {
  const three = () => mock([item('First?'), item('Second?'), item('Third?')])
  const at = (...inputs: Input[]) => weakestOf(play(three(), ...inputs).rehearsal).at
  expect(at(...answer('3'), ...answer('2'), ...answer('4'))).toBe(1)
  expect(at(...answer('2', '110s'), ...answer('2', '30s'), ...answer('2', '150s'))).toBe(1)
})

test('of equals the weakest is the one with the smallest share of its points', () => {
  const three = mock([item('First?'), item('Second?'), item('Third?')])
  const asked = play(three, ...answer('3', '30s'), ...answer('3', '119s'), ...answer('3', '60s'))
  // the debrief takes them in this order
  const done = asked.play('space', 'enter', 'enter', 'space', 'down', 'space', 'enter', ...lines(''))
  expect(done.attempts.map(({ made, of }) => `${made.length} of ${of}`)).toEqual([
    '1 of 2',
    '0 of 2',
    '2 of 2',
  ])
  expect(weakestOf(done.rehearsal).at).toBe(1)
})

test('of a question that was asked again only the last answer counts', () => {
  const two = drill([item('First?'), item('Second?')])
  const again = play(two, ...answer('1'), 'a', ...lines(''), ...answer('4'), 'enter', ...lines(''))
  const done = again.play(...answer('3'), 'enter', ...lines(''))
  expect(done.phase).toBe('results')
  expect(done.rehearsal.items[weakestOf(done.rehearsal).at]?.question.question).toBe('Second?')
})
