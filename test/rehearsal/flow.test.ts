import { describe, expect, test } from 'vitest'
import { promptOf } from '../../src/screens/prompts.ts'
import { bare, drill, type Input, item, line, lines, mock, type Played, play, question } from './play.ts'

const answer = (score = '3'): Input[] => ['enter', '60s', 'enter', score]
const reviewed: Input[] = ['enter', line('')]

describe('a drill', () => {
  const three = () => drill([item('First?'), item('Second?'), item('Third?')])

  test('asks its questions from the first to the last, and is over after the last change', () => {
    const first = play(three())
    expect(first.rehearsal.at).toBe(0)
    const done = first.play(...answer(), ...reviewed, ...answer(), ...reviewed, ...answer(), ...reviewed)
    const asked = done.printed.filter((each) => each.startsWith('question'))
    expect(asked).toEqual(['question 1 of 3', 'question 2 of 3', 'question 3 of 3'])
    expect(done.phase).toBe('results')
  })

  test('measures, shows the answer after the first score, and saves each score and the change', () => {
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

  test('goes from the first score to the change where a question has neither answer nor points', () => {
    const played = play(
      drill([item(bare('First?'), { lastChange: 'Breathe' })]),
      'enter',
      '90s',
      'enter',
      '3',
    )
    expect(played.printed).toEqual(['question 1 of 1', 'scored', 'no-model'])
    expect(played.phase).toBe('change')
    expect(played.play(...lines('')).attempt).toMatchObject({
      score: 3,
      final: true,
      of: 0,
      changeMade: null,
    })
  })

  test('asks the same question again at once after a, under its own number, with the new change', () => {
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

  test('says that nothing was scored where every question was skipped', () => {
    const played = play(three(), 's', 's', 's')
    expect(played.phase).toBe('over')
    expect(played.ended).toBe(true)
    expect(played.text({ kind: 'stopped' })).toBe('Nothing was scored: all questions were skipped.\n')
  })
})

describe('a mock', () => {
  const three = () => mock([item('First?'), item('Second?'), item('Third?')])

  test('gives no feedback between its questions, and saves after each first score', () => {
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

  test('reviews in its debrief from the lowest first score up, and ends with one change for all', () => {
    const played = play(three(), ...answer('3'), ...answer('2'), ...answer('3'))
    const reviewed = played.play('enter', '4', 'enter', 'space', 'enter')
    const titles = reviewed.passages.flatMap((what) =>
      what.kind === 'review-of' ? [what.item.question.question] : [],
    )
    expect(titles).toEqual(['Second?', 'First?', 'Third?'])
    expect(played.printed.slice(9)).toEqual(['debrief', 'review-of', 'answer'])
    expect(reviewed.printed.filter((each) => each === 'updated').length).toBe(3)
    expect(reviewed.screen()).toContain('One change for next time? It is for the whole mock.')

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

  test('asks no follow-up after x, and shows the answer only in the debrief', () => {
    const asked = mock([item('First?', { followUp: 'What came of it?' }), item('Second?')])
    const played = play(asked, 'x')
    expect(played.printed).toEqual(['question 1 of 2', 'scored', 'saved', 'question 2 of 2'])
    expect(played.play(...answer('3')).printed.slice(-3)).toEqual(['debrief', 'review-of', 'answer'])
  })

  test('has its debrief also where the last question was skipped', () => {
    const played = play(mock(), ...answer('3'), 's')
    expect(played.printed.slice(-4)).toEqual(['skipped', 'debrief', 'review-of', 'answer'])
    expect(played.text({ kind: 'debrief' })).toContain('2. Second?\n   skipped')
  })

  test('ends at once where every question was skipped', () => {
    const played = play(mock(), 's', 's')
    expect(played.rehearsal.phase).toEqual({ name: 'over', next: 'done' })
    expect(played.ended).toBe(true)
  })

  test('says in its debrief that there is nothing to compare an answer with, and asks nothing about it', () => {
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
})

describe('a rehearsal that is taken up', () => {
  const two = () => drill([item('First?'), item('Second?')])

  test('goes on at the question after those that were answered', () => {
    const played = play(two(), ...answer(), ...reviewed, 'q')
    expect(play({ ...played.rehearsal, at: 1 }).printed).toEqual(['question 2 of 2'])
  })

  test('only shows its results where the last review of a drill was done', () => {
    const done = play(drill(), 'enter', '9s', 'enter', '3', 'enter', ...lines(''))
    const resumed = play({ ...done.rehearsal, at: 1 })
    expect(resumed.printed).toEqual(['results'])
    expect(resumed.ended).toBe(true)
  })

  test('goes to what is left of the debrief where all questions of a mock were answered', () => {
    const debrief = play(mock(), ...answer('3'), ...answer('3')).play('enter')
    const resumed = play({ ...debrief.rehearsal, debrief: null, at: 2 })
    expect(resumed.printed).toEqual(['debrief', 'review-of', 'answer'])
    expect(resumed.play('enter').phase).toBe('change')
  })
})

describe('q', () => {
  const two = () => drill([item('First?'), item('Second?')])

  test('leaves nothing behind before anything was scored', () => {
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

  test('leaves the rehearsal open after a question, and says how to go on', () => {
    const played = play(two(), 'enter', '9s', 'enter', '3', 'enter', ...lines(''), 'q')
    expect(played.ended).toBe(false)
    expect(played.text({ kind: 'stopped' })).toBe(
      'Stopped. 1 answer scored and saved. Go on where you stopped with: greenroom\n',
    )
  })

  test('keeps what was ticked and scored in a review', () => {
    const played = play(two(), 'enter', '9s', 'enter', '3', 'space', '2', 'q')
    expect(played.attempt).toMatchObject({ committed: 3, score: 2, final: true, made: ['Listen, in full'] })
    expect(played.printed.slice(-2)).toEqual(['saved', 'stopped'])
  })

  test('claims nothing in a review that was not begun, which opens again later', () => {
    const played = play(two(), 'enter', '9s', 'enter', '3', 'q')
    expect(played.attempt.final).toBe(false)
    expect(played.printed.at(-1)).toBe('stopped')

    const resumed = play({ ...played.rehearsal, at: 1 }, 'space', 'enter')
    expect(resumed.printed).toEqual(['review-of', 'answer'])
    const next = resumed.play(...lines(''))
    expect(next.attempt).toMatchObject({ final: true, made: ['Listen, in full'] })
    expect(next.printed.at(-1)).toBe('question 2 of 2')
  })

  test('keeps the review where a change was asked for', () => {
    const played = play(two(), 'enter', '9s', 'enter', '3', 'space', 'enter', line('q'))
    expect(played.attempt).toMatchObject({ final: true, made: ['Listen, in full'], change: null })
    expect(played.ended).toBe(false)
  })

  test('ends a drill after its last review, for nothing is left to go on with', () => {
    const played = play(drill(), 'enter', '9s', 'enter', '3', 'enter', line('q'))
    expect(played.ended).toBe(true)
    expect(played.text({ kind: 'stopped' })).toBe('Stopped. 1 answer scored and saved.\n')
  })

  test('leaves a mock open until its debrief, and ends it there with everything saved', () => {
    expect(play(mock(), ...answer(), 'q').ended).toBe(false)

    const debrief = play(mock(), ...answer(), ...answer())
    const played = debrief.play('space', 'q')
    expect(played.ended).toBe(true)
    expect(played.attempts.map(({ final, made }) => [final, made.length])).toEqual([
      [true, 1],
      [false, 0],
    ])
    expect(played.printed.slice(-2)).toEqual(['updated', 'stopped'])
    expect(played.text({ kind: 'stopped' })).toBe('Stopped. 2 answers scored and saved.\n')
  })

  test('is what the end of input does, at every step', () => {
    const inputs = ['enter', '60s', 'enter', '3', 'space', 'enter']
    for (let most = 0; most <= inputs.length; most++) {
      const played = play(two(), ...inputs.slice(0, most), 'end')
      expect(played.rehearsal.phase).toEqual({ name: 'over', next: 'quit' })
      expect(played.printed.at(-1)).toBe('stopped')
      expect(played.attempts.length).toBe(most > 3 ? 1 : 0)
    }
  })
})

describe('plain mode', () => {
  /** What was asked before each line, and at the end. */
  function prompts(played: Played, ...texts: string[]): string[] {
    return [...texts.keys(), texts.length].map((count) =>
      promptOf(played.play(...lines(...texts.slice(0, count))).rehearsal),
    )
  }

  const change = 'What will you change next time? (a line, Enter for none): '

  const done = 'Enter when you have finished (s skip, q quit): '

  const scores = 'Score yourself (1 blanked, 2 shaky, 3 solid, 4 nailed it): '

  const start = "Enter when you start to speak (x don't know, s skip, q quit, ? help): "

  const ticks = 'Which points did you make? (numbers such as 1 3, Enter for none): '

  test('reads in a drill start, done, first score, points, final score, change', () => {
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

  test('reads points only where there are some, and the final score only with an answer', () => {
    const noPoints = drill([item(question('First?', { keyPoints: [] }))])
    expect(prompts(play(noPoints), '', '', '3', '').slice(3)).toEqual([
      'Final score (1 to 4, Enter keeps 3 solid): ',
      change,
    ])
    const noAnswer = drill([item(question('First?', { answer: null }))])
    expect(prompts(play(noAnswer), '', '', '3', '1').slice(3)).toEqual([ticks, change])
    expect(prompts(play(drill([item(bare('First?'))])), '', '', '3').slice(3)).toEqual([change])
  })

  test('reads in a mock start, done, follow-up done and score, then points and final scores, then one change', () => {
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
      'One change for next time? It is for the whole mock. (a line, Enter for none): ',
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

  test('reads an answer until a lone full stop with --typed', () => {
    const typed = drill(undefined, { options: { typed: true } })
    expect(prompts(play(typed), '', 'One', 'two', '.').slice(1)).toEqual([
      'Write your answer; a line with a lone . ends it, Ctrl-C quits and keeps it:\n',
      '',
      '',
      scores,
    ])
  })

  test('reads no score after x, and acts at once on s and q', () => {
    expect(prompts(play(drill()), 'x')).toEqual([start, ticks])
    expect(prompts(play(mock()), '', 's')).toEqual([start, done, start])
    expect(play(drill(), ...lines('', 'Q')).rehearsal.phase).toEqual({ name: 'over', next: 'quit' })
  })
})
