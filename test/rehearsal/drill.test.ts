import { expect, test } from 'vitest'
import { bare, drill, item, lines, play, points, question, story } from './play.ts'

const three = () => drill([item('First?'), item('Second?'), item('Third?')])

test('a drill asks, measures, shows the answer after the first score, and saves each score and the change', () => {
  const played = play(drill(), '20s', 'enter', '95s', 'enter', '3')
  expect(played.printed).toEqual(['question 1 of 1', 'scored', 'answer'])
  expect(played.attempt).toMatchObject({
    thinkMs: 20_000,
    talkMs: 95_000,
    committed: 3,
    score: 3,
    final: false,
  })

  const done = played.play('space', '2', 'enter', ...lines('Name the result'))
  expect(done.printed.slice(3)).toEqual(['saved', 'results'])
  expect(done.attempt).toMatchObject({
    committed: 3,
    score: 2,
    final: true,
    made: ['Listen, in full'],
    of: 2,
    change: 'Name the result',
  })
  expect(done.records.map(({ as }) => as)).toEqual(['attempt 0', 'attempt 0', 'attempt 0', 'rehearsal'])
  expect(done.ended).toBe(true)
})

test('space starts to speak as well', () => {
  expect(play(drill(), 'space').phase).toBe('talk')
})

test('x says that there was nothing to say: a 1, and the answer', () => {
  const played = play(drill(), '40s', 'x')
  expect(played.printed).toEqual(['question 1 of 1', 'scored', 'answer'])
  expect(played.attempt).toMatchObject({ thinkMs: 40_000, talkMs: 0, committed: 1 })
  expect(played.phase).toBe('review')
})

test('s skips before the first word at once, and while speaking on its second press', () => {
  const played = play(three(), 's', 'enter', '10s', 's', '5s')
  expect(played.printed).toEqual(['question 1 of 3', 'skipped', 'question 2 of 3'])
  expect(played.screen()).toContain('Paused. s again to skip this question, any other key goes on.')
  expect(played.play('s').printed.slice(3)).toEqual(['skipped', 'question 3 of 3'])
  expect(played.play('s').records).toEqual([
    { type: 'record', as: 'skip 0', entry: { type: 'skip', rehearsal: 'r1', question: 'bank/first-' } },
    { type: 'record', as: 'skip 1', entry: { type: 'skip', rehearsal: 'r1', question: 'bank/second-' } },
  ])
})

test('any other key after s or q goes on, and the pause is no talk time', () => {
  const played = play(drill(), 'enter', '10s', 's', '60s', 'enter', '5s', 'q', '60s', 'z', '5s', 'enter', '3')
  expect(played.attempt.talkMs).toBe(20_000)
})

test('who skips every question hears that nothing was scored', () => {
  const played = play(three(), 's', 's', 's')
  expect(played.phase).toBe('over')
  expect(played.ended).toBe(true)
  expect(played.text({ kind: 'stopped' })).toBe('Nothing was scored: all questions were skipped.\n')
})

test('p pauses until any key, enter finishes also from there', () => {
  const played = play(drill(), 'enter', '10s', 'p', '60s')
  expect(played.screen()).toContain('Paused. Enter when you have finished, any other key goes on.')
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

test('b goes back to the clock, which has run on as if enter had not been pressed', () => {
  const played = play(drill(), 'enter', '30s', 'enter', '4s', 'b')
  expect(played.screen()).toContain('0:34 of 2:00')
  expect(played.play('6s', 'enter', '3').attempt.talkMs).toBe(40_000)
})

test('only 1 to 4, b, q and help work at the first score', () => {
  const played = play(drill(), 'enter', '30s', 'enter', 'enter', '5', '0', 'space', 'z')
  expect(played.phase).toBe('score')
  expect(played.records).toEqual([])
})

test('the arrows move and space ticks, and no further than the list goes', () => {
  const played = play(drill(), 'enter', 'enter', '3', 'up', 'down', 'down', 'down', 'space')
  expect(played.play('enter', ...lines('')).attempt.made).toEqual(['Decide, in full'])
  expect(played.play('space', 'enter', ...lines('')).attempt.made).toEqual([])
})

test('the change from last time is the last item to tick', () => {
  const asked = drill([item('First?', { lastChange: 'Breathe' })])
  const played = play(asked, 'enter', 'enter', '3', 'down', 'down')
  expect(played.screen()).toContain('> [ ] Last time: Breathe')
  expect(played.play('space', 'enter', ...lines('')).attempt).toMatchObject({ made: [], changeMade: true })
  expect(played.play('enter', ...lines('')).attempt.changeMade).toBe(false)
  expect(play(drill(), 'enter', 'enter', '3', 'enter', ...lines('')).attempt.changeMade).toBe(null)
})

test('a saves and asks the same question again at once, under its own number, with the new change', () => {
  const played = play(three(), 'enter', '10s', 'enter', '2', 'a', ...lines('Slower'))
  expect(played.printed.slice(-2)).toEqual(['saved', 'question 1 of 3'])
  expect(played.text({ kind: 'question' })).toContain('Question 1 of 3, again')
  expect(played.text({ kind: 'question' })).toContain('Your change from last time: Slower')

  const next = played.play('enter', '20s', 'enter', '3', 'enter', ...lines(''))
  expect(next.printed.at(-1)).toBe('question 2 of 3')
  expect(next.attempts.map(({ question, score, final }) => ({ question, score, final }))).toEqual([
    { question: 'bank/first-', score: 2, final: true },
    { question: 'bank/first-', score: 3, final: true },
  ])
})

test('m shows the other of story and model answer', () => {
  const both = drill([item('First?', { story: 'My own words. And more.' })])
  const played = play(both, 'enter', 'enter', '3', 'm', 'm')
  expect(played.printed.slice(2)).toEqual(['story', 'answer', 'story'])
  expect(play(drill(), 'enter', 'enter', '3', 'm').printed.slice(2)).toEqual(['answer'])
})

test('e opens the story; its points are ticked from then on, and what says the same stays ticked', () => {
  const asked = question('First?', { keyPoints: [...points('Decide'), { label: 'Listen', text: 'Listen' }] })
  const played = play(drill([item(asked)]), 'enter', 'enter', '3', 'down', 'space', 'e')
  expect(played.effects.at(-1)).toMatchObject({ type: 'story', item: { question: { id: 'bank/first-' } } })

  const written = played.play(story('- Listen\n- Ask\n- Wait'))
  expect(written.printed.at(-1)).toBe('story')
  expect(written.screen()).toContain('> [✓] Listen\n  [ ] Ask\n  [ ] Wait')
  expect(written.play('enter', ...lines('')).attempt).toMatchObject({
    points: 'story',
    made: ['Listen'],
    of: 3,
  })
})

test('a question without answer and points goes from the first score to the change', () => {
  const played = play(drill([item(bare('First?'), { lastChange: 'Breathe' })]), 'enter', '90s', 'enter', '3')
  expect(played.printed).toEqual(['question 1 of 1', 'scored', 'no-model'])
  expect(played.phase).toBe('change')
  expect(played.play(...lines('')).attempt).toMatchObject({ score: 3, final: true, of: 0, changeMade: null })
})

test('where there are points but no answer, the first score stands', () => {
  const asked = question('First?', { answer: null })
  const played = play(drill([item(asked)]), 'enter', '90s', 'enter', '3', '1', 'space')
  expect(played.screen()).not.toContain('score')
  expect(played.play('enter', ...lines('')).attempt).toMatchObject({ score: 3, made: ['Listen, in full'] })
})

test('the change is one line of harmless text', () => {
  const played = play(drill(), 'enter', 'enter', '3', 'enter', ...lines('  slow\u001b[2J\tdown \u202e '))
  expect(played.attempt.change).toBe('slow[2J down <U+202E>')
})

test('help is there at every step and changes nothing', () => {
  for (const before of [[], ['enter'], ['enter', 'enter'], ['enter', 'enter', '3']]) {
    const played = play(drill(), ...before)
    const asked = played.play('?')
    expect(asked.printed.at(-1)).toBe('help')
    expect(asked.rehearsal).toEqual(played.rehearsal)
  }
  const change = play(drill(), 'enter', 'enter', '3', 'enter')
  expect(change.play(...lines('?')).printed.at(-1)).toBe('help')
  expect(change.play(...lines('?'), ...lines('')).attempt.change).toBe(null)
})
