import { expect, test } from 'vitest'
import { drill, play } from './play.ts'

test('space starts the talk clock as enter does', () => {
  expect(play(drill(), 'space').phase).toBe('talk')
})

test('x commits a 1 and shows the answer', () => {
  const played = play(drill(), '40s', 'x')
  expect(played.printed).toEqual(['question 1 of 1', 'scored', 'answer'])
  expect(played.attempt).toMatchObject({ thinkMs: 40_000, talkMs: 0, committed: 1 })
  expect(played.phase).toBe('review')
})
