import { expect, test } from 'vitest'
import { away, drill, item, lines, mock, play } from './play.ts'

test('only 1 to 4, b, q and ? do anything at the first score', () => {
  const played = play(drill(), 'enter', '30s', 'enter', 'enter', '5', '0', 'space', 'z')
  expect(played.phase).toBe('score')
  expect(played.records).toEqual([])
  // a digit was meant as a score
  expect(played.printed.slice(1)).toEqual(['invalid', 'invalid'])
  expect(played.text({ kind: 'invalid' })).toContain('Type a number from 1 to 4, or q to quit.\n')
})

test('b goes back to the clock, which has kept running as if enter had not been pressed', () => {
  const played = play(drill(), 'enter', '30s', 'enter', '4s', 'b')
  expect(played.screen()).toContain('0:34 of 2:00')
  expect(played.play('6s', 'enter', '3').attempt.talkMs).toBe(40_000)
})

test('suspended time is not counted by the clock that b goes back to', () => {
  const played = play(drill(), 'enter', '20s', 'enter', away('10m'), '1s', 'b', '9s', 'enter', '3')
  expect(played.attempt.talkMs).toBe(30_000)
  const asked = mock([item('First?', { followUp: 'And then?' })])
  const back = play(asked, 'enter', '20s', 'enter', away('10m'), '1s', 'b', '9s', 'enter', 'enter', '3')
  expect(back.attempt.talkMs).toBe(30_000)
})

test('strict lets b take back an early enter while there is time left', () => {
  const strict = drill([item('First?', { budgetMs: 90_000 })], { options: { strict: true } })
  const played = play(strict, 'enter', '30s', 'enter', '5s', 'b', '80s')
  expect(played.play('3').attempt.talkMs).toBe(90_000)
})

test('b goes back to what was typed', () => {
  const typed = drill(undefined, { options: { typed: true } })
  const played = play(typed, 'enter', ...lines('One', '.'), 'b', ...lines('two\u001b[2J', '.'), '3')
  expect(played.attempt.typed).toBe('One\ntwo[2J')
})
