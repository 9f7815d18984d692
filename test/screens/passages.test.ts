import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { styleOf } from '../../src/screens/style.ts'
import { width } from '../../src/text/wrap.ts'
import { runs } from '../chance.ts'
import { inputs, rehearsals } from '../rehearsal/arbitrary.ts'
import { drill, type Input, item, line, lines, mock, play, points, question } from '../rehearsal/play.ts'

const mentor = question('How do you mentor **junior** engineers?', {
  id: 'bank/mentor',
  section: 'Coaching & Teams',
  answer: 'See one, do one, teach one.\n\n* **Pairing:** to navigate.\n* **Reviews:** a design first.',
  keyPoints: points('Pairing', 'Reviews'),
})
const failed = question('Describe a time you failed.', { id: 'bank/failed' })
const ascii = styleOf({ level: 0, ascii: true })

describe('the question', () => {
  test('with its number, section, aim and the change from last time', () => {
    const played = play(drill([item(mentor, { lastChange: 'Name the result first', budgetMs: 90_000 })]))
    expect(played.text()).toMatchInlineSnapshot(`
      "
      Question 1 of 1 · Coaching & Teams · aim for 1:30

      How do you mentor junior engineers?

      Your change from last time: Name the result first

      "
    `)
  })
  test.each([true, false])('with at most three lines of a long change, be it live: %s', (live) => {
    const lastChange = 'Name the result first. '.repeat(130)
    const played = play(drill([item(mentor, { lastChange })]), 'x', ...(live ? [] : [line('')]))
    const text = played.text({ live })
    expect(text.match(/result/g)?.length).toBeLessThan(live ? 13 : 26)
    expect(text).toMatch(/Your change from last time: Name.*\n.*\n.*…\n\n/)
    if (!live) expect(text).toMatch(/3\. Your change from last time: Name.*\n {3}.*\n {3}.*…\n/)
  })
  test('at 40 columns, in ascii', () => {
    expect(play(drill([item(mentor)])).text({ columns: 40, style: ascii })).toMatchInlineSnapshot(`
      "
      Question 1 of 1 | Coaching & Teams
      aim for 2:00

      How do you mentor junior engineers?

      "
    `)
  })
  test('with the parts of an answer where it asks for a case', () => {
    expect(play(drill([item(failed)])).text()).toContain(
      '\nSituation until 0:18 · Task 0:30 · Action 1:30 · Result 1:48 · Learning 2:00\n',
    )
  })
  test('of several paragraphs', () => {
    const long = question('Read this:\n\n> We **miss** dates.\n\nWhat do you do?')
    expect(play(drill([item(long)])).text()).toContain('│ We miss dates.\n\nWhat do you do?\n')
  })
})

describe('the answer', () => {
  const scored = (more: Parameters<typeof item>[1]) =>
    play(drill([item(mentor, more)]), 'enter', '95s', 'enter', '3')

  test('with its length, and what to do if it is short', () => {
    expect(scored({}).text({ kind: 'model' })).toMatchInlineSnapshot(`
      "
      Model answer (13 words, about 0:05 spoken, short: add an example of your own)

      See one, do one, teach one.

      • Pairing: to navigate.
      • Reviews: a design first.

      "
    `)
  })
  test('of a good length gets no advice', () => {
    const words = 'word '.repeat(290)
    const told = scored({ story: words }).text({ kind: 'model' })
    expect(told).toContain('Your story (290 words, about 2:00 spoken)')
  })
  test('comes after what was measured', () => {
    expect(scored({}).text({ kind: 'scored' })).toMatchInlineSnapshot(`
      "You talked 1:35 of 2:00, on time. Your first score: 3, solid.
      "
    `)
    expect(play(drill(), 'x').text({ kind: 'scored' })).toMatchInlineSnapshot(`
      "No answer this time. Your first score: 1, blanked.
      "
    `)
  })
  test('comes after what was written, which has left the live screen', () => {
    const typed = drill([item(mentor)], { options: { typed: true } })
    const told = play(typed, 'enter', '95s', ...lines('I pair.', '.'), '3')
    expect(told.text({ kind: 'scored' })).toContain('\nWhat you wrote\n\nI pair.\n')
    expect(told.text({ kind: 'scored', live: false })).not.toContain('I pair.')
  })
})

const answer = (score: string): Input[] => ['enter', '100s', 'enter', score]

const debriefed = play(
  mock([item(mentor, { followUp: 'Who was it?' }), item(failed), item('Third?')]),
  ...['enter', '3m', 'enter', '20s', 'enter', '3'],
  ...answer('2'),
  's',
)
const done = debriefed.play('3', 'enter', 'space', '2', 'enter', ...lines('Say the result first'))

test('the follow-up', () => {
  expect(debriefed.text({ kind: 'follow-up' })).toBe('Follow-up: Who was it?\n\n')
})

test('a mock says what it is, before its first question only', () => {
  const begun = play(mock([item(mentor), item(failed)])).text()
  expect(begun).toMatch(
    /^\nMock\. 2 questions, as in an interview: your feedback comes at the end\.\n\nQuestion 1 of 2 /,
  )
  expect(play(mock([item(mentor)])).text()).toContain('Mock. 1 question, as')
  expect(
    play(mock([item(mentor), item(failed)]), 'x')
      .text()
      .match(/Mock\./g),
  ).toHaveLength(1)
  expect(play(drill([item(mentor)])).text()).not.toContain('Mock.')
})

test('the debrief has all questions with their first scores, then each review with its heading', () => {
  expect(debriefed.text({ kind: 'debrief' })).toMatchInlineSnapshot(`
    "
    Debrief

    1. How do you mentor junior engineers?
       3 solid · 3:00 of 2:00, over · reply 0:20
    2. Describe a time you failed.
       2 shaky · 1:40 of 2:00, on time
    3. Third?
       skipped

    Now the review of each, the lowest first score first, and at the end one change
    for all of them.
    "
  `)
  expect(debriefed.text({ kind: 'review-of' })).toMatchInlineSnapshot(`
    "
    Describe a time you failed.
    You talked 1:40 of 2:00, on time. Your first score: 2, shaky.
    "
  `)
})

test('the results of a drill have each change below its question', () => {
  const two = drill([item(mentor), item(failed)])
  const done = play(
    two,
    'enter',
    '90s',
    'enter',
    '3',
    'enter',
    line('Name the number'),
    'x',
    'enter',
    line('One case'),
  )
  expect(done.text({ kind: 'results' })).toMatchInlineSnapshot(`
    "
    Results

    1. How do you mentor junior engineers?
       3 solid · 1:30 of 2:00, on time · 0 of 2 points
       For next time: Name the number
    2. Describe a time you failed.
       1 blanked · no answer · 0 of 2 points
       For next time: One case

    Weakest: Describe a time you failed.
    You rated yourself the same before and after seeing the answer.

    "
  `)
})

test('the results have scores, times, points, the weakest, calibration, the change and when each comes back', () => {
  const due = { 'bank/mentor': 4, 'bank/failed': 1 }
  expect(done.text({ kind: 'results', due })).toMatchInlineSnapshot(`
    "
    Results

    1. How do you mentor junior engineers?
       2 shaky · 3:00 of 2:00, over · reply 0:20 · 1 of 2 points · back in 4 days
    2. Describe a time you failed.
       3 solid · 1:40 of 2:00, on time · 0 of 2 points · back tomorrow
    3. Third?
       skipped

    Weakest: How do you mentor junior engineers?
    On average you rated yourself the same before and after seeing the answer.
    For next time: Say the result first

    "
  `)
  expect(done.text({ kind: 'results', due, columns: 40, style: ascii })).toMatchInlineSnapshot(`
    "
    Results

    1. How do you mentor junior engineers?
       2 shaky | 3:00 of 2:00, over
       reply 0:20 | 1 of 2 points
       back in 4 days
    2. Describe a time you failed.
       3 solid | 1:40 of 2:00, on time
       0 of 2 points | back tomorrow
    3. Third?
       skipped

    Weakest: How do you mentor junior
    engineers?
    On average you rated yourself the same
    before and after seeing the answer.
    For next time: Say the result first

    "
  `)
})

test('the weakest question is one that stayed weak, not one that was asked again and got better', () => {
  const played = play(
    drill([item('First?'), item('Second?')]),
    ...[...answer('1'), 'a', line(''), ...answer('4'), 'enter', line('')],
    ...[...answer('3'), 'enter', line('')],
  )
  const told = played.text({ kind: 'results' })
  expect(told).toContain('Weakest: Second?')
  expect(told).toContain('1. First?\n   1 blanked')
  expect(told).toContain('1. (again) First?\n   4 nailed it')
  expect(told).toContain('2. Second?\n   3 solid')
})

test('without an answer to compare with, there is no calibration', () => {
  const alone = question('Alone?', { answer: null, keyPoints: [] })
  const played = play(drill([item(alone)]), ...answer('3'), line(''))
  expect(played.text({ kind: 'no-model' })).toContain(
    'This question has no model answer, so your score stands.',
  )
  expect(played.text({ kind: 'results' })).not.toContain('rated yourself')
})

test('help names the keys that work, in plain mode only those of plain mode', () => {
  const steps = [[], ['enter'], ['enter', 'enter'], ['enter', 'enter', '3']]
  const help = (live: boolean) =>
    steps.map((keys) => play(drill(), ...keys, '?').text({ kind: 'help', live, columns: 1000 }))
  expect(help(true).join('')).toMatchInlineSnapshot(`
    "Think as you would in the room, then press Enter and say your answer out loud. x: you have nothing to say, which counts as a 1; s: skip the question; q: stop here.
    Say your answer out loud and press Enter when you have finished. p: pause; c: hide or show the clock; s: skip the question; q: stop here.
    Score yourself before you see the answer. 1 blanked: had nothing to say; 2 shaky: got there, with gaps or rambling; 3 solid: the main points, in order, in time; 4 nailed it: would say it like this on the day. b: back to the clock, if you were not done; q: stop here.
    Which of the points did you make? Then give the score you stand by now that you have seen the answer. It may differ from your first one: the difference shows whether you over- or underrate yourself. Up and down, or k and j, and space: tick; 1 to 4: score; Enter: save; a: save and answer the same question again; e: write your own story; m: read the answer here, page by page; q: stop here.
    "
  `)
  expect(help(false).join('')).not.toMatch(/p: pause|b: back|a: save|space/)
})

test('in ASCII mode passages are ASCII only', () => {
  const all = done.text({ style: ascii }) + play(drill([item(failed)]), '?').text({ style: ascii })
  expect(all).toMatch(/^[ -~\n]*$/)
})

test.each<[string, Input[], string]>([
  ['an answer that is not scored', ['enter', ...lines('So.', '.'), 'q'], 'Not scored yet:\n\nSo.\n'],
  ['an answer that was typed', ['enter', ...lines('So.', '.'), '3'], 'What you wrote\n\nSo.\n'],
])('a window of 20 columns is wide enough for %s', (_, inputs, shown) => {
  const typed = drill([item('First?')], { options: { typed: true } })
  expect(play(typed, ...inputs).text({ columns: 20 })).toContain(`\n${shown}`)
})

const sequences = /\u001b\[[\d;]*m/g

test('whatever is asked and answered, nothing leaves but text and colours', () => {
  const nasty = fc.string({ unit: 'binary', maxLength: 30 }).map((text) => `${text}\u001b]8;;x\u0007\u202e`)
  fc.assert(
    fc.property(
      fc.record({ question: nasty, answer: nasty, section: nasty, story: nasty, lastChange: nasty }),
      fc.constantFrom(0 as const, 1 as const, 3 as const),
      fc.integer({ min: 20, max: 100 }),
      ({ story, lastChange, ...texts }, level, columns) => {
        const asked = question('First?', { ...texts, keyPoints: points(texts.answer, texts.section) })
        const played = play(
          mock([item(asked, { story, lastChange, followUp: texts.section })], { options: { typed: true } }),
          ...['enter', ...lines(story, '.'), 'enter', '3', 'm', 'space', 'enter', line(lastChange)],
        )
        const told = played.text({ columns, style: styleOf({ level, ascii: false }), live: false })
        const colourless = level === 0 ? told : told.replace(sequences, '')
        expect(colourless).toMatch(
          /^[^\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*$/,
        )
      },
    ),
    { numRuns: runs(80) },
  )
})

test('no passage is wider than the window', () => {
  fc.assert(
    fc.property(
      rehearsals,
      fc.array(inputs, { maxLength: 40 }),
      fc.integer({ min: 20, max: 100 }),
      fc.boolean(),
      fc.boolean(),
      (rehearsal, given, columns, live, isAscii) => {
        const text = play(rehearsal, ...given).text({ columns, live, ...(isAscii && { style: ascii }) })
        for (const each of text.split('\n')) expect(width(each)).toBeLessThanOrEqual(columns)
        if (isAscii) expect(text).toMatch(/^[\0-\x7f\p{L}]*$/u)
      },
    ),
    { numRuns: runs(80) },
  )
})
