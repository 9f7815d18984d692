import { expect, test } from 'vitest'
import { bare, type Input, item, lines, mock, play, story } from './play.ts'

const answer = (score: string): Input[] => ['enter', '60s', 'enter', score]

const three = () => mock([item('First?'), item('Second?'), item('Third?')])

test('a mock gives no feedback between its questions, and saves after each first score', () => {
  const played = play(three(), ...answer('3'), ...answer('2'))
  expect(played.printed).toEqual([
    'question 1 of 3',
    'scored',
    'saved',
    'question 2 of 3',
    'scored',
    'saved',
    'question 3 of 3',
  ])
  expect(played.attempts.map(({ score, final }) => [score, final])).toEqual([
    [3, false],
    [2, false],
  ])
})

test('the debrief reviews from the lowest first score up, and ends with one change for all', () => {
  const played = play(three(), ...answer('3'), ...answer('2'), ...answer('3'))
  const reviewed = played.play('enter', '4', 'enter', 'space', 'enter')
  const titles = reviewed.passages.flatMap((what) =>
    what.kind === 'review-of' ? [what.item.question.question] : [],
  )
  expect(titles).toEqual(['Second?', 'First?', 'Third?'])
  expect(played.printed.slice(9)).toEqual(['debrief', 'review-of', 'answer'])
  expect(reviewed.printed.filter((each) => each === 'updated').length).toBe(3)
  expect(reviewed.screen()).toContain('One change to take along from this mock?')

  const done = reviewed.play(...lines('Say the result first'))
  expect(done.printed.at(-1)).toBe('results')
  expect(done.records.at(-1)).toMatchObject({
    as: 'rehearsal',
    entry: { state: 'end', change: 'Say the result first' },
  })
  expect(done.attempts.map(({ committed, score, final }) => [committed, score, final])).toEqual([
    [3, 4, true],
    [2, 2, true],
    [3, 3, true],
  ])
  expect(done.printed.filter((each) => each === 'saved').length).toBe(3)
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

test('b goes back from a follow-up to the answer, for an enter too many', () => {
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

test('x asks no follow-up and shows the answer only in the debrief', () => {
  const asked = mock([item('First?', { followUp: 'What came of it?' }), item('Second?')])
  const played = play(asked, 'x')
  expect(played.printed).toEqual(['question 1 of 2', 'scored', 'saved', 'question 2 of 2'])
  expect(played.play(...answer('3')).printed.slice(-3)).toEqual(['debrief', 'review-of', 'answer'])
})

test('a mock whose last question is skipped still has its debrief', () => {
  const played = play(mock(), ...answer('3'), 's')
  expect(played.printed.slice(-4)).toEqual(['skipped', 'debrief', 'review-of', 'answer'])
  expect(played.text({ kind: 'debrief' })).toContain('2. Second?\n   skipped')
})

test('a mock in which all is skipped ends at once', () => {
  const played = play(mock(), 's', 's')
  expect(played.rehearsal.phase).toEqual({ name: 'over', next: 'done' })
  expect(played.ended).toBe(true)
})

test('what has nothing to compare with is told so in the debrief, and asked nothing', () => {
  const played = play(mock([item(bare('First?')), item('Second?')]), ...answer('1'), ...answer('3'))
  expect(played.printed.slice(-6)).toEqual([
    'debrief',
    'review-of',
    'no-model',
    'updated',
    'review-of',
    'answer',
  ])
  expect(played.attempts[0]).toMatchObject({ committed: 1, score: 1, final: true })
})

test('in the debrief a asks nothing again, and e writes the story', () => {
  const debrief = play(mock(), ...answer('3'), ...answer('3'))
  expect(debrief.screen()).not.toContain('a again')
  expect(debrief.play('a').effects).toEqual(debrief.effects)
  const written = debrief.play('e', story('- Mine\n- Yours'))
  expect(written.screen()).toContain('> [ ] Mine\n  [ ] Yours')
})

test('a mock taken up after its last answer goes to what is left of its debrief', () => {
  const debrief = play(mock(), ...answer('3'), ...answer('3')).play('enter')
  const resumed = play({ ...debrief.rehearsal, debrief: null, at: 2 })
  expect(resumed.printed).toEqual(['debrief', 'review-of', 'answer'])
  expect(resumed.play('enter').phase).toBe('change')
})

test('the end screen leads on: the weakest again, a mock, its story, or out', () => {
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
})
