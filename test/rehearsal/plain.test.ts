import { expect, test } from 'vitest'
import { promptOf } from '../../src/screens/prompts.ts'
import { bare, drill, item, line, lines, mock, type Played, play, question } from './play.ts'

/** What was asked before each line, and at the end. */
function prompts(played: Played, ...texts: string[]): string[] {
  const asked = [promptOf(played.rehearsal)]
  let now = played
  for (const text of texts) {
    now = now.play(line(text))
    asked.push(promptOf(now.rehearsal))
  }
  return asked
}

const change = 'What will you change next time? (a line, Enter for none): '
const done = 'Enter when you have finished (s skip, q quit): '
const scores = 'Score yourself (1 blanked, 2 shaky, 3 solid, 4 nailed it): '
const start = "Enter when you start to speak (x don't know, s skip, q quit, ? help): "
const ticks = 'Which points did you make? (numbers as 1 3, Enter for none): '

test('a drill reads start, done, first score, points, final score, change', () => {
  const played = play(drill())
  expect(prompts(played, '', '', '3', '1 2', '', '')).toEqual([
    start,
    done,
    scores,
    ticks,
    'Final score (1 to 4, Enter keeps 3 solid): ',
    change,
    '',
  ])
  const after = played.play(...lines('', '', '3', '2,1', '4', 'Slower'))
  expect(after.attempt).toMatchObject({
    committed: 3,
    score: 4,
    made: ['Listen, in full', 'Decide, in full'],
  })
  expect(after.printed).toEqual(['question 1 of 1', 'scored', 'answer', 'saved', 'results'])
})

test('points are read only where there are some, the final score only with an answer', () => {
  const noPoints = drill([item(question('First?', { keyPoints: [] }))])
  expect(prompts(play(noPoints), '', '', '3', '').slice(3)).toEqual([
    'Final score (1 to 4, Enter keeps 3 solid): ',
    change,
  ])
  const noAnswer = drill([item(question('First?', { answer: null }))])
  expect(prompts(play(noAnswer), '', '', '3', '1').slice(3)).toEqual([ticks, change])
  expect(prompts(play(drill([item(bare('First?'))])), '', '', '3').slice(3)).toEqual([change])
})

test('whether the change was made is known only where it could be ticked', () => {
  const asked = drill([item('First?', { lastChange: 'Breathe' })])
  expect(play(asked, ...lines('', '', '3', '1 3', '', '')).attempt.changeMade).toBe(true)
  expect(play(asked, ...lines('', '', '3', '1', '', '')).attempt.changeMade).toBe(false)
  const noPoints = drill([item(question('First?', { keyPoints: [] }), { lastChange: 'Breathe' })])
  expect(play(noPoints, ...lines('', '', '3', '', '')).attempt.changeMade).toBe(null)
})

test('the points stand there with their numbers, the change last', () => {
  const asked = drill([item('First?', { lastChange: 'Breathe' })])
  expect(play(asked, ...lines('', '', '3')).text({ kind: 'model', live: false })).toMatchInlineSnapshot(`
    "
    Model answer (4 words, about 0:01 spoken, a skeleton: add a case of your own)

    Listen first. Then decide.

    Key points
    1. Listen
    2. Decide
    3. Your change from last time: Breathe

    "
  `)
  const noAnswer = drill([item(question('First?', { answer: null }))])
  const told = play(noAnswer, ...lines('', '', '3')).text({ kind: 'no-model', live: false })
  expect(told).toContain('Key points\n1. Listen\n2. Decide\n')
})

test('few points and a high score are doubted before the final score', () => {
  const played = play(drill(), ...lines('', '', '3', '1'))
  expect(promptOf(played.rehearsal)).toBe(
    '1 of 2 points: still solid?\nFinal score (1 to 4, Enter keeps 3 solid): ',
  )
})

test('a mock reads start, done, follow-up done and score, then points and final scores, then one change', () => {
  const played = play(mock([item('First?', { followUp: 'And then?' }), item('Second?')]))
  const given = ['', '', '', '3', '', '', '2', '2', '3', '1 2', '', '']
  expect(prompts(played, ...given)).toEqual([
    start,
    done,
    done,
    scores,
    start,
    done,
    scores,
    ticks,
    'Final score (1 to 4, Enter keeps 2 shaky): ',
    ticks,
    'Final score (1 to 4, Enter keeps 3 solid): ',
    'One change to take along (a line, Enter for none): ',
    '',
  ])
  const after = played.play(...lines(...given))
  expect(after.printed).toEqual([
    'question 1 of 2',
    'follow-up',
    'scored',
    'saved',
    'question 2 of 2',
    'scored',
    'saved',
    'debrief',
    'review-of',
    'answer',
    'updated',
    'review-of',
    'answer',
    'updated',
    'results',
  ])
})

test('with --typed the answer is read until a lone full stop', () => {
  const typed = drill(undefined, { options: { typed: true } })
  expect(prompts(play(typed), '', 'One', 'two', '.').slice(1)).toEqual([
    'Write your answer; a line with a lone . ends it:\n',
    '',
    '',
    scores,
  ])
})

test('x reads no score, s and q act at once', () => {
  expect(prompts(play(drill()), 'x')).toEqual([start, ticks])
  expect(prompts(play(mock()), '', 's')).toEqual([start, done, start])
  expect(play(drill(), ...lines('', 'Q')).rehearsal.phase).toEqual({ name: 'over', next: 'quit' })
})

test.each([
  [[], 'yes', "Press Enter when you start to speak, or type x for don't know, s to skip, q to quit."],
  [[], 'enter', "Press Enter when you start to speak, or type x for don't know, s to skip, q to quit."],
  [[''], 'p', 'Press Enter when you have finished, or type s to skip, q to quit.'],
  [['', ''], '', 'Type a number from 1 to 4, or q to quit.'],
  [['', ''], 'b', 'Type a number from 1 to 4, or q to quit.'],
  [['', ''], '5', 'Type a number from 1 to 4, or q to quit.'],
  [['', '', '3'], '1 3', 'Type the numbers of the points you made, from 1 to 2, or press Enter for none.'],
  [['', '', '3'], 'all', 'Type the numbers of the points you made, from 1 to 2, or press Enter for none.'],
  [['', '', '3', ''], 'x', 'Type a number from 1 to 4, or press Enter to keep your first score.'],
])('after %j the line "%s" gets a sentence, and the prompt again', (before, text, sentence) => {
  const played = play(drill(), ...lines(...before))
  const answered = played.play(line(text))
  expect(answered.rehearsal).toEqual(played.rehearsal)
  expect(answered.text({ kind: 'invalid', columns: 120 })).toBe(`${sentence}\n`)
})
