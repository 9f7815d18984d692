import { describe, expect, test } from 'vitest'
import { promptOf } from '../../src/screens/prompts.ts'
import {
  drill,
  type Input,
  item,
  line,
  lines,
  mock,
  type Played,
  play,
  points,
  question,
  story,
} from './play.ts'

test('the arrows move within the list, and space ticks', () => {
  const played = play(drill(), 'enter', 'enter', '3', 'up', 'down', 'down', 'down', 'space')
  expect(played.play('enter', ...lines('')).attempt.made).toEqual(['Decide, in full'])
  expect(played.play('space', 'enter', ...lines('')).attempt.made).toEqual([])
})

test('j and k move as the arrows do', () => {
  const played = play(drill(), 'enter', 'enter', '3', 'j', 'space')
  expect(played.play('enter', ...lines('')).attempt.made).toEqual(['Decide, in full'])
  const back = played.play('k', 'space', 'enter', ...lines(''))
  expect(back.attempt.made).toEqual(['Listen, in full', 'Decide, in full'])
})

test('the change that was made is counted beside the points', () => {
  const asked = drill([item('First?', { lastChange: 'Breathe' })])
  const played = play(asked, 'enter', 'enter', '3', 'space', 'down', 'down')
  expect(played.screen()).toContain('Which points did you make? 1 of 2\n')
  expect(played.play('space').screen()).toContain('Which points did you make? 1 of 2 and the change\n')
})

test('the change from last time is the last item to tick', () => {
  const asked = drill([item('First?', { lastChange: 'Breathe' })])
  const played = play(asked, 'enter', 'enter', '3', 'down', 'down')
  expect(played.screen()).toContain('> [ ] Last time: Breathe')
  expect(played.play('space', 'enter', ...lines('')).attempt).toMatchObject({ made: [], changeMade: true })
  expect(played.play('enter', ...lines('')).attempt.changeMade).toBe(false)
  expect(play(drill(), 'enter', 'enter', '3', 'enter', ...lines('')).attempt.changeMade).toBe(null)
})

test('m asks for the next page of what there is to read, and prints nothing', () => {
  const played = play(drill(), 'enter', 'enter', '3', 'm', 'm')
  expect(played.rehearsal.phase).toMatchObject({ turns: 2 })
  expect(played.printed.slice(2)).toEqual(['answer'])
  const bare = drill([item(question('First?', { answer: null, keyPoints: points('One') }))])
  expect(play(bare, 'enter', 'enter', '3', 'm').rehearsal.phase).toMatchObject({ turns: 0 })
})

test('e opens the story, whose points are ticked from then on; a point that both have stays ticked', () => {
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

test('what was ticked before a story was written stays, as the last points where the story lacks it', () => {
  const played = play(drill(), 'enter', 'enter', '3', 'space', 'e', story('# Mine\n\n## Action\n\nI did.'))
  expect(played.screen()).toContain('> [ ] Action: I did.\n  [✓] Listen, in full')
  expect(played.play('space', 'enter', ...lines('')).attempt).toMatchObject({
    points: 'story',
    made: ['Action', 'Listen, in full'],
    of: 2,
  })
  const again = played.play('space', 'e', story('## Result\n\nIt held.'))
  expect(again.screen()).toContain('> [ ] Result: It held.\n  [✓] Action: I did.\n  [✓] Listen, in full')
})

test('a story that marks nothing leaves the points, and what was ticked of them', () => {
  const played = play(drill(), 'enter', 'enter', '3', 'space', 'e', story('Just this. And that.'))
  expect(played.play('enter', ...lines('')).attempt).toMatchObject({
    points: 'answer',
    made: ['Listen, in full'],
  })
})

const answer: Input[] = ['enter', '60s', 'enter', '3']

test('in a debrief, a does nothing and e opens the story', () => {
  const debrief = play(mock(), ...answer, ...answer)
  expect(debrief.screen()).not.toContain('a again')
  expect(debrief.play('a').effects).toEqual(debrief.effects)
  const written = debrief.play('e', story('- Mine\n- Yours'))
  expect(written.screen()).toContain('> [ ] Mine\n  [ ] Yours')
})

test('where there are points but no answer, the first score stands', () => {
  const asked = question('First?', { answer: null })
  const played = play(drill([item(asked)]), 'enter', '90s', 'enter', '3', '1', 'space')
  expect(played.screen()).not.toContain('score')
  expect(played.play('enter', ...lines('')).attempt).toMatchObject({ score: 3, made: ['Listen, in full'] })
})

test('whether the change was made is recorded only where it could be ticked', () => {
  const asked = drill([item('First?', { lastChange: 'Breathe' })])
  expect(play(asked, ...lines('', '', '3', '1 3', '', '')).attempt.changeMade).toBe(true)
  expect(play(asked, ...lines('', '', '3', '1', '', '')).attempt.changeMade).toBe(false)
  const noPoints = drill([item(question('First?', { keyPoints: [] }), { lastChange: 'Breathe' })])
  expect(play(noPoints, ...lines('', '', '3', '', '')).attempt.changeMade).toBe(null)
})

test('plain mode prints the points with their numbers, the change last', () => {
  const asked = drill([item('First?', { lastChange: 'Breathe' })])
  expect(play(asked, ...lines('', '', '3')).text({ kind: 'model', live: false })).toMatchInlineSnapshot(`
    "
    Model answer (4 words, about 0:01 spoken, short: add an example of your own)

    Listen first. Then decide.

    Key points
    1. Listen, in full
    2. Decide, in full
    3. Your change from last time: Breathe

    "
  `)
  const noAnswer = drill([item(question('First?', { answer: null }))])
  const told = play(noAnswer, ...lines('', '', '3')).text({ kind: 'no-model', live: false })
  expect(told).toContain('Key points\n1. Listen, in full\n2. Decide, in full\n')
})

test('plain mode questions a high score with few points before it asks for the final one', () => {
  const played = play(drill(), ...lines('', '', '3', '1'))
  expect(promptOf(played.rehearsal)).toBe(
    '1 of 2 points: still solid?\nFinal score (1 to 4, Enter keeps 3 solid): ',
  )
})

describe('of a written answer', () => {
  const asked = item(
    question('How do you plan?', {
      keyPoints: [
        { label: 'Backwards', text: 'Backwards from the date' },
        {
          label: 'Together',
          text: 'The whole team plans, with designers, testers, and the people who sell it',
        },
        { label: 'Reserve', text: 'Two weeks are kept free' },
      ],
    }),
  )
  const write = (text: string, ...more: Input[]): Played =>
    play(drill([asked], { options: { typed: true } }), 'enter', ...lines(...text.split('\n'), '.'), ...more)
  const answer = 'I start with the date, and go backwards.\nThe team is asked, and the testers.'

  test('what is covered is ticked, and what may be is marked, with the words that decided', () => {
    const reviewed = write(answer, '3')
    expect(reviewed.screen(100)).toContain('[✓] Backwards from the date: covered (backwards, date)')
    expect(reviewed.screen(100)).toContain('[ ] Together: maybe (team, testers)')
    expect(reviewed.screen(100)).toContain('[ ] Reserve: missing')
    expect(reviewed.screen(100)).toContain('you decide')
    expect(reviewed.play('space', 'down', 'space', 'enter').attempt.made).toEqual([
      asked.question.keyPoints[1]?.text,
    ])
  })

  test('so it is in plain mode: Enter takes it, - takes none, numbers decide', () => {
    const reviewed = write(answer, line('3'))
    expect(reviewed.text({ live: false, kind: 'model' })).toContain(
      '1. Backwards from the date: covered (backwards, date)\n',
    )
    expect(promptOf(reviewed.rehearsal)).toContain('Enter for 1, - for none')
    const madeBy = (text: string) => reviewed.play(line(text), line('')).attempt.made.length
    expect(['', '-', '2 3', '1 2 3'].map(madeBy)).toEqual([1, 0, 2, 3])
  })

  test('is said to be written, not talked', () => {
    expect(write('Um, I kept 2 weeks.', '3').text()).toContain('You wrote 5 words.')
    expect(write('Um, I kept 2 weeks.', '3').text()).not.toContain('You talked')
  })

  test.each([
    ['an empty answer has no states', '', 'wrote 0 words', false],
    ['one in another language is said to be beyond words', 'мы решили '.repeat(20), 'another language', true],
  ])('%s', (_name, text, said, hasStates) => {
    const reviewed = write(text, '3')
    expect(reviewed.text() + reviewed.screen(200)).toContain(said)
    expect(reviewed.screen(200).includes('missing')).toBe(hasStates)
  })

  test('left as it was it stays open, and a story brings its own points', () => {
    expect(write(answer, '3', 'q').attempt.final).toBe(false)
    expect(write(answer, '3', 'space', 'q').attempt.final).toBe(true)
    const reviewed = write(answer, '3', story('- From the date backwards\n- A budget'))
    expect(reviewed.screen(100)).toContain('[✓] From the date backwards: covered')
  })
})
