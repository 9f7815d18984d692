import { expect, test } from 'vitest'
import { nextCue, nextTick } from '../../src/rehearsal/update.ts'
import { zoneOf } from '../../src/rehearsal/zone.ts'
import { away, drill, item, line, lines, mock, play, unseen } from './play.ts'

test('time in which the process was suspended is neither think nor talk time', () => {
  const played = play(drill(), '5s', away('10m'), '5s', 'enter', '20s', away('1m'), '10s', 'enter', '3')
  expect(played.attempt).toMatchObject({ thinkMs: 10_000, talkMs: 30_000 })
})

test('suspended time does not count where b leads back to', () => {
  const played = play(drill(), 'enter', '20s', 'enter', away('10m'), '1s', 'b', '9s', 'enter', '3')
  expect(played.attempt.talkMs).toBe(30_000)
  const asked = mock([item('First?', { followUp: 'And then?' })])
  const back = play(asked, 'enter', '20s', 'enter', away('10m'), '1s', 'b', '9s', 'enter', 'enter', '3')
  expect(back.attempt.talkMs).toBe(30_000)
})

test('a suspended pause counts once', () => {
  const played = play(drill(), 'enter', '20s', 'p', '5s', away('10m'), '5s', 'p', '10s', 'enter', '3')
  expect(played.attempt.talkMs).toBe(30_000)
})

test('the clock looks again when the next second is full, and not at all while nothing runs', () => {
  const played = play(drill(), 'enter')
  expect(nextTick(played.rehearsal, played.now + 300)).toBe(700)
  for (const still of [played.play('p'), played.play('s'), played.play('enter')]) {
    expect(nextTick(still.rehearsal, still.now)).toBe(null)
  }
})

test('strict ends an answer at its budget', () => {
  const strict = drill([item('First?', { budgetMs: 90_000 })], { options: { strict: true } })
  const played = play(strict, 'enter', '95s')
  expect(played.printed.at(-1)).toBe('time-up')
  expect(played.phase).toBe('score')
  expect(played.play('b').rehearsal).toEqual(played.rehearsal)
  expect(played.play('3').attempt.talkMs).toBe(90_000)
})

test('strict lets an early enter be taken back while there is time', () => {
  const strict = drill([item('First?', { budgetMs: 90_000 })], { options: { strict: true } })
  const played = play(strict, 'enter', '30s', 'enter', '5s', 'b', '80s')
  expect(played.play('3').attempt.talkMs).toBe(90_000)
})

test('strict in plain mode, where nobody looks at the clock, ends where the budget did', () => {
  const strict = drill([item('First?', { budgetMs: 90_000 })], { options: { strict: true } })
  const played = play(strict, line(''), unseen('30s'))
  expect(nextCue(played.rehearsal, played.now)).toBe(60_000)
  const late = played.play(unseen('100s'), ...lines('', '3'))
  expect(late.printed).toEqual(['question 1 of 1', 'time-up', 'scored', 'answer'])
  expect(late.attempt.talkMs).toBe(90_000)
})

test('a cue comes at half time and 10 s before the end, as words or as a bell', () => {
  const words = play(drill(undefined, { cue: 'words' }), 'enter', '59s')
  expect(words.printed).toEqual(['question 1 of 1'])
  expect(words.play('70s').text({ kind: 'cue' })).toBe('Half time.\n10 seconds left.\n')
  const bell = play(drill(undefined, { cue: 'bell' }), 'enter', '2m')
  expect(bell.effects.filter(({ type }) => type === 'bell').length).toBe(2)
  expect(play(drill(), 'enter', '2m').effects.length).toBe(1)
})

test('a short budget has one cue, and a follow-up none', () => {
  const short = drill([item('First?', { budgetMs: 20_000 })], { cue: 'words' })
  expect(play(short, 'enter', '20s').text({ kind: 'cue' })).toBe('10 seconds left.\n')
  const asked = mock([item('First?', { followUp: 'And then?' })], { cue: 'words' })
  expect(play(asked, 'enter', 'enter', '45s').text({ kind: 'cue' })).toBe('')
})

test('typed: nothing but a lone full stop is a command', () => {
  const typed = drill(undefined, { options: { typed: true } })
  const played = play(typed, 'enter', ...lines('q', 's', '?', '', '...', 'We won. ', '. '), '3')
  expect(played.attempt.typed).toBe('q\ns\n?\n\n...\nWe won. ')
})

test('typed: b goes back to what was written', () => {
  const typed = drill(undefined, { options: { typed: true } })
  const played = play(typed, 'enter', ...lines('One', '.'), 'b', ...lines('two\u001b[2J', '.'), '3')
  expect(played.attempt.typed).toBe('One\ntwo[2J')
})

test.each([
  [0, 'short'],
  [74_999, 'short'],
  [75_000, 'on time'],
  [125_000, 'on time'],
  [125_001, 'wrap up'],
  [150_000, 'wrap up'],
  [150_001, 'over'],
])('%i ms of 100 s are %s', (ms, zone) => {
  expect(zoneOf(ms, 100_000)).toBe(zone)
})
