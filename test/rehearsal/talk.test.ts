import { expect, test } from 'vitest'
import { nextCue } from '../../src/rehearsal/update.ts'
import { away, drill, item, line, lines, mock, play, unseen } from './play.ts'

const three = () => drill([item('First?'), item('Second?'), item('Third?')])

test('s skips at once before the first word, and at the second press while speaking', () => {
  const played = play(three(), 's', 'enter', '10s', 's', '5s')
  expect(played.printed).toEqual(['question 1 of 3', 'skipped', 'question 2 of 3'])
  expect(played.screen()).toContain('Paused. s again to skip this question, any other key resumes.')
  expect(played.play('s').printed.slice(3)).toEqual(['skipped', 'question 3 of 3'])
  expect(played.play('s').records).toEqual([
    { type: 'record', as: 'skip 0', entry: { type: 'skip', rehearsal: 'r1', question: 'bank/first-' } },
    { type: 'record', as: 'skip 1', entry: { type: 'skip', rehearsal: 'r1', question: 'bank/second-' } },
  ])
})

test('any other key after s or q resumes, and the pause is not talk time', () => {
  const played = play(drill(), 'enter', '10s', 's', '60s', 'enter', '5s', 'q', '60s', 'z', '5s', 'enter', '3')
  expect(played.attempt.talkMs).toBe(20_000)
})

test('p pauses until any other key, and enter finishes from there too', () => {
  const played = play(drill(), 'enter', '10s', 'p', '60s')
  expect(played.screen()).toContain('Paused. Enter when you have finished, any other key resumes.')
  expect(played.play('p', '5s', 'enter', '3').attempt.talkMs).toBe(15_000)
  expect(played.play('enter', '3').attempt.talkMs).toBe(10_000)
})

test('c hides the clock for the rest of the rehearsal, or until it is pressed again', () => {
  const played = play(three(), 'enter', '10s', 'c')
  expect(played.screen()).toContain('clock hidden')
  expect(played.screen()).not.toContain('0:10')
  const next = played.play('enter', '3', 'enter', ...lines(''), 'enter')
  expect(next.screen()).toContain('clock hidden')
  expect(next.play('c').screen()).toContain('0:00 of 2:00')
})

test('time in which the process was suspended is neither think nor talk time', () => {
  const played = play(drill(), '5s', away('10m'), '5s', 'enter', '20s', away('1m'), '10s', 'enter', '3')
  expect(played.attempt).toMatchObject({ thinkMs: 10_000, talkMs: 30_000 })
})

test('a suspended pause counts once', () => {
  const played = play(drill(), 'enter', '20s', 'p', '5s', away('10m'), '5s', 'p', '10s', 'enter', '3')
  expect(played.attempt.talkMs).toBe(30_000)
})

test('strict ends an answer at its budget', () => {
  const strict = drill([item('First?', { budgetMs: 90_000 })], { options: { strict: true } })
  const played = play(strict, 'enter', '95s')
  expect(played.printed.at(-1)).toBe('time-up')
  expect(played.phase).toBe('score')
  expect(played.play('b').rehearsal).toEqual(played.rehearsal)
  expect(played.play('3').attempt.talkMs).toBe(90_000)
})

test('strict ends an answer at its budget in plain mode too, where nothing repaints the clock', () => {
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

test('nothing but a lone full stop is a command in a typed answer', () => {
  const typed = drill(undefined, { options: { typed: true } })
  const played = play(typed, 'enter', ...lines('q', 's', '?', '', '...', 'We won. ', '. '), '3')
  expect(played.attempt.typed).toBe('q\ns\n?\n\n...\nWe won. ')
})

test('a follow-up comes unannounced after the answer, with a clock of 45 s', () => {
  const played = play(
    mock([item('First?', { followUp: 'What came of it?' })]),
    'enter',
    '60s',
    'enter',
    '20s',
  )
  expect(played.printed).toEqual(['question 1 of 1', 'follow-up'])
  expect(played.screen()).toContain('Reply 0:20 of 0:45')
  expect(played.play('enter', '3').attempt).toMatchObject({
    talkMs: 60_000,
    followUp: { text: 'What came of it?', talkMs: 20_000 },
  })
})

test('skipping a follow-up keeps the answer before it', () => {
  const asked = mock([item('First?', { followUp: 'What came of it?' })])
  const played = play(asked, 'enter', '60s', 'enter', '9s', 's')
  expect(played.screen()).toContain('s again to skip the follow-up')
  expect(played.play('s', '3').attempt).toMatchObject({ talkMs: 60_000, followUp: null, committed: 3 })
})

test('b goes back from a follow-up to the answer, after an enter pressed too early', () => {
  const asked = mock([item('First?', { followUp: 'What came of it?' })])
  const played = play(
    asked,
    'enter',
    'enter',
    '2s',
    'b',
    '58s',
    'enter',
    '10s',
    'enter',
    '1s',
    'b',
    '4s',
    'enter',
    '3',
  )
  expect(played.attempt).toMatchObject({ talkMs: 60_000, followUp: { talkMs: 15_000 } })
})
