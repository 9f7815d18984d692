import { expect, test } from 'vitest'
import { promptOf } from '../../src/screens/prompts.ts'
import { drill, line, play } from './play.ts'

test('space starts the talk clock as enter does', () => {
  expect(play(drill(), 'space').phase).toBe('talk')
})

test('an answer that is written is asked for in these words', () => {
  const typed = play(drill(undefined, { options: { typed: true } }))
  expect(typed.screen()).toMatch(/Enter when you start to write · /)
  expect(typed.play('40s').screen()).toContain('write now')
  expect(typed.play('?').text({ kind: 'help' })).toContain('press Enter and write your answer.')
  expect(promptOf(typed.rehearsal)).toMatch(/^Enter when you start to write \(/)
  expect(typed.play(line('yes')).text({ kind: 'invalid' })).toContain(
    'Press Enter when you start to write, or',
  )
})

test('x commits a 1 and shows the answer', () => {
  const played = play(drill(), '40s', 'x')
  expect(played.printed).toEqual(['question 1 of 1', 'scored', 'answer'])
  expect(played.attempt).toMatchObject({ thinkMs: 40_000, talkMs: 0, committed: 1 })
  expect(played.phase).toBe('review')
})
