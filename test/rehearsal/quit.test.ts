import { expect, test } from 'vitest'
import { drill, item, line, lines, mock, play } from './play.ts'

const two = () => drill([item('First?'), item('Second?')])

test('q before anything was scored leaves nothing behind', () => {
  for (const played of [
    play(two(), 'q'),
    play(two(), 'enter', '9s', 'q', 'q'),
    play(two(), 'enter', 'enter', 'q'),
  ]) {
    expect(played.rehearsal.phase).toEqual({ name: 'over', next: 'quit' })
    expect(played.records).toEqual([])
    expect(played.text({ kind: 'stopped' })).toBe('Stopped. Nothing was scored.\n')
  }
})

test('q after a question leaves the rehearsal open, and says how to go on', () => {
  const played = play(two(), 'enter', '9s', 'enter', '3', 'enter', ...lines(''), 'q')
  expect(played.ended).toBe(false)
  expect(played.text({ kind: 'stopped' })).toBe(
    'Stopped. 1 answer scored and saved; to go on, start greenroom without a command.\n',
  )
})

test('q in a review keeps what was ticked and scored', () => {
  const played = play(two(), 'enter', '9s', 'enter', '3', 'space', '2', 'q')
  expect(played.attempt).toMatchObject({ committed: 3, score: 2, final: true, made: ['Listen, in full'] })
  expect(played.printed.slice(-2)).toEqual(['saved', 'stopped'])
})

test('q in a review that was not begun claims nothing, and the review opens again later', () => {
  const played = play(two(), 'enter', '9s', 'enter', '3', 'q')
  expect(played.attempt.final).toBe(false)
  expect(played.printed.at(-1)).toBe('stopped')

  const resumed = play({ ...played.rehearsal, at: 1 }, 'space', 'enter')
  expect(resumed.printed).toEqual(['review-of', 'answer'])
  const next = resumed.play(...lines(''))
  expect(next.attempt).toMatchObject({ final: true, made: ['Listen, in full'] })
  expect(next.printed.at(-1)).toBe('question 2 of 2')
})

test('q instead of a change keeps the review', () => {
  const played = play(two(), 'enter', '9s', 'enter', '3', 'space', 'enter', line('q'))
  expect(played.attempt).toMatchObject({ final: true, made: ['Listen, in full'], change: null })
  expect(played.ended).toBe(false)
})

test('q after the last review ends the drill, for nothing is left to go on with', () => {
  const played = play(drill(), 'enter', '9s', 'enter', '3', 'enter', line('q'))
  expect(played.ended).toBe(true)
  expect(played.text({ kind: 'stopped' })).toBe('Stopped. 1 answer scored and saved.\n')
})

test('q in a mock leaves it open until its debrief, and ends it there with everything saved', () => {
  const answer = ['enter', '60s', 'enter', '3']
  expect(play(mock(), ...answer, 'q').ended).toBe(false)

  const debrief = play(mock(), ...answer, ...answer)
  const played = debrief.play('space', 'q')
  expect(played.ended).toBe(true)
  expect(played.attempts.map(({ final, made }) => [final, made.length])).toEqual([
    [true, 1],
    [false, 0],
  ])
  expect(played.printed.slice(-2)).toEqual(['updated', 'stopped'])
  expect(played.text({ kind: 'stopped' })).toBe('Stopped. 2 answers scored and saved.\n')
})

test('the end of input quits like q, at every step', () => {
  const inputs = ['enter', '60s', 'enter', '3', 'space', 'enter']
  for (let most = 0; most <= inputs.length; most++) {
    const played = play(two(), ...inputs.slice(0, most), 'end')
    expect(played.rehearsal.phase).toEqual({ name: 'over', next: 'quit' })
    expect(played.printed.at(-1)).toBe('stopped')
    expect(played.attempts.length).toBe(most > 3 ? 1 : 0)
  }
})

test('a rehearsal that is over stays so', () => {
  const over = play(two(), 'q')
  expect(over.play('enter', 'end', '?', line('x'), '3s').effects).toEqual(over.effects)
})

test('a drill taken up after its last review only shows its results', () => {
  const done = play(drill(), 'enter', '9s', 'enter', '3', 'enter', ...lines(''))
  const resumed = play({ ...done.rehearsal, at: 1 })
  expect(resumed.printed).toEqual(['results'])
  expect(resumed.ended).toBe(true)
})
