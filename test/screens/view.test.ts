import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reads } from '../../src/rehearsal/update.ts'
import { styleOf } from '../../src/screens/style.ts'
import { width } from '../../src/text/wrap.ts'
import { runs } from '../chance.ts'
import { inputs, rehearsals } from '../rehearsal/arbitrary.ts'
import { drill, item, line, mock, play, points, question } from '../rehearsal/play.ts'

const asked = question('How do you mentor?', {
  keyPoints: points('Pair programming', 'Design reviews', 'Career path, in monthly talks about growth alone'),
})
const one = () => drill([item(asked, { lastChange: 'Name the result first' })])

const thinking = play(one(), '40s')
const talking = thinking.play('enter', '95s')
const scoring = talking.play('enter')
const reviewing = scoring.play('3', 'space')

describe('think', () => {
  test('at 80 columns', () => {
    expect(thinking.screen()).toMatchInlineSnapshot(`
      "Think 0:40  speak now
      Enter when you start to speak · x don't know · s skip · q quit · ? help"
    `)
  })
  test('at 40 columns', () => {
    expect(thinking.screen(40)).toMatchInlineSnapshot(`
      "Think 0:40  speak now
      Enter when you start to speak
      x don't know · s skip · q quit · ? help"
    `)
  })
  test('at 20 columns and 5 rows', () => {
    expect(thinking.screen(20, 5)).toMatchInlineSnapshot(`
      "0:40 speak now
      Enter when you
      start to speak
      ? help"
    `)
  })
  test('says speak now only when the time is up', () => {
    expect(play(one(), '29s').screen()).not.toContain('speak now')
    expect(play(one(), '30s').screen()).toContain('speak now')
  })
})

describe('talk', () => {
  test('at 120 columns', () => {
    expect(talking.screen(120)).toMatchInlineSnapshot(`
      "Talk 1:35 of 2:00 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┄┄┄┄┄┄┄┄┄ on time
      Enter when you have finished · p pause · c clock · s skip · q quit · ? help"
    `)
  })
  test('at 80 columns', () => {
    expect(talking.screen()).toMatchInlineSnapshot(`
      "Talk 1:35 of 2:00 ━━━━━━━━━━━━━━━━━━━┄┄┄┄┄ on time
      Enter when you have finished · p pause · c clock · s skip · q quit · ? help"
    `)
  })
  test('at 40 columns', () => {
    expect(talking.screen(40)).toMatchInlineSnapshot(`
      "Talk 1:35 of 2:00 ━━━┄ on time
      Enter when you have finished · p pause
      c clock · s skip · q quit · ? help"
    `)
  })
  test.each([20, 31, 40, 57, 80, 120])(
    'on one line of %i columns where the bar is drawn twice as wide',
    (columns) => {
      for (const time of ['1s', '95s', '119s', '180s', '700s']) {
        const [clock = ''] = play(drill(), 'enter', time).screen(columns).split('\n')
        expect(width(clock.replaceAll(/[━┄…]/g, '日'))).toBeLessThan(columns)
      }
    },
  )
  test('at 20 columns and 5 rows', () => {
    expect(talking.screen(20, 5)).toMatchInlineSnapshot(`
      "1:35 on time
      Enter when you have
      finished
      ? help"
    `)
  })
  test('has a word for each zone', () => {
    const word = (time: string) => thinking.play('enter', time).screen(20).split('\n')[0]
    expect([word('10s'), word('2m'), word('2m40s'), word('4m')]).toMatchInlineSnapshot(`
      [
        "0:10 short so far",
        "2:00 wrap up",
        "2:40 of 2:00 over",
        "4:00 of 2:00 over",
      ]
    `)
  })
  test('paused, or asking for a second press', () => {
    expect(talking.play('p').screen()).toMatchInlineSnapshot(`
      "Talk 1:35 of 2:00 ━━━━━━━━━━━━━━━━━━━┄┄┄┄┄ on time
      Paused. Enter when you have finished, any other key resumes."
    `)
    expect(talking.play('q').screen()).toMatchInlineSnapshot(`
      "Talk 1:35 of 2:00 ━━━━━━━━━━━━━━━━━━━┄┄┄┄┄ on time
      Paused. q again to quit, any other key resumes."
    `)
    expect(talking.play('s').screen(20, 5)).toMatchInlineSnapshot(`
      "Paused. s again to
      skip this question,
      any other key
      resumes."
    `)
  })
  test('to a follow-up', () => {
    const replying = play(mock([item(asked, { followUp: 'And then?' })]), 'enter', '1m', 'enter', '40s')
    expect(replying.screen()).toMatchInlineSnapshot(`
      "Reply 0:40 of 0:45 ━━━━━━━━━━━━━━━━━━━━┄┄┄ on time
      Enter when you have finished · p pause · b back · s skip · q quit · ? help"
    `)
  })
  test('written, above what is written', () => {
    const typed = play(drill(undefined, { options: { typed: true } }), 'enter', '40s')
    expect(typed.screen()).toMatchInlineSnapshot(`
      "Write 0:40
      Write your answer · a line with a lone . ends it · ctrl-c quits and keeps it"
    `)
    expect(typed.screen(80, 3).split('\n')).toHaveLength(1)
  })
})

describe('score', () => {
  test('at 80 columns', () => {
    expect(scoring.screen()).toMatchInlineSnapshot(`
      "How was it? Score yourself before you see the answer.
      1 blanked    had nothing to say
      2 shaky      got there, with gaps or rambling
      3 solid      the main points, in order, in time
      4 nailed it  would say it like this on the day
      1-4 score · b back to the clock · q quit · ? help"
    `)
  })
  test('at 40 columns', () => {
    expect(scoring.screen(40)).toMatchInlineSnapshot(`
      "How was it? Score yourself before you
      see the answer.
      1 blanked: had nothing to say
      2 shaky: got there, with gaps or
        rambling
      3 solid: the main points, in order,
        in time
      4 nailed it: would say it like this
        on the day
      1-4 score · b back to the clock
      q quit · ? help"
    `)
  })
  test('in a small window keeps all four', () => {
    expect(scoring.screen(80, 7)).toMatchInlineSnapshot(`
      "How was it? Score yourself before you see the answer.
      1 blanked    had nothing to say
      2 shaky      got there, with gaps or rambling
      3 solid      the main points, in order, in time
      4 nailed it  would say it like this on the day
      1-4 score · b back to the clock · q quit · ? help"
    `)
    expect(scoring.screen(20, 5)).toMatchInlineSnapshot(`
      "1 blanked · 2 shaky
      3 solid
      4 nailed it
      ? help"
    `)
  })
})

describe('review', () => {
  test('at 80 columns', () => {
    expect(reviewing.screen()).toMatchInlineSnapshot(`
      "Which points did you make? 1 of 3
      > [✓] Pair programming, in full
        [ ] Design reviews, in full
        [ ] Career path, in monthly talks about growth alone, in full
        [ ] Last time: Name the result first
      Final score: 1 blanked · 2 shaky · [3 solid] · 4 nailed it
      1 of 3 points: still solid?
      ↑↓ space tick · 1-4 · enter save · a again · e story · m read · q quit · ? help"
    `)
  })
  test('at 40 columns', () => {
    expect(reviewing.screen(40)).toMatchInlineSnapshot(`
      "Which points did you make? 1 of 3
      > [✓] Pair programming, in full
        [ ] Design reviews, in full
        [ ] Career path, in monthly talks ab…
        [ ] Last time: Name the result first
      Final score: 1 blanked · 2 shaky
      [3 solid] · 4 nailed it
      1 of 3 points: still solid?
      ↑↓ space tick · 1-4 score · enter save
      a again · e write story · m read
      q quit · ? help"
    `)
  })
  test('at 20 columns and 5 rows', () => {
    expect(reviewing.screen(20, 5)).toMatchInlineSnapshot(`
      "> [✓] Pair program…
      3 solid
      enter save · m read
      ? help"
    `)
  })
  test('a long checklist scrolls with the cursor', () => {
    const many = question('Many?', { keyPoints: points(...'abcdefghijkl') })
    const played = play(drill([item(many)]), 'enter', 'enter', '2')
    expect(played.screen(80, 9)).toMatchInlineSnapshot(`
      "Which points did you make? 0 of 12
      > [ ] a, in full
        [ ] b, in full
        [ ] c, in full
        [ ] d, in full
        [ ] e, in full
      Final score: 1 blanked · [2 shaky] · 3 solid · 4 nailed it
      ↑↓ space tick · 1-4 · enter save · a again · e story · m read · q quit · ? help"
    `)
    expect(played.play(...Array(7).fill('down')).screen(80, 9)).toContain('> [ ] h')
    expect(played.play(...Array(20).fill('down')).screen(80, 9)).toContain('> [ ] l')
  })
  test('doubts a high score with few points, as text', () => {
    expect(reviewing.screen()).toContain('1 of 3 points: still solid?')
    expect(reviewing.play('4').screen()).toContain('1 of 3 points: still nailed it?')
    expect(reviewing.play('2').screen()).not.toContain('still')
    expect(reviewing.play('down', 'space').screen()).not.toContain('still')
  })
  test('shows the text of points whose labels say nothing, and what was guessed of them', () => {
    const keyPoints = [
      { label: 'Calm', text: 'We all stayed calm' },
      { label: 'What I did', text: 'What I did: eleven lines on who decides what, on one page' },
      { label: 'What came of it', text: 'What came of it: as much in half a year as in the year before' },
      { label: 'Result', text: 'nobody left' },
      { label: 'Result', text: 'pages fell from eleven a week to two' },
    ]
    const written = play(
      drill([item(question('Why?', { keyPoints }))], { options: { typed: true } }),
      'enter',
      line('I wrote down who decides what on a page.'),
      line('.'),
      '3',
    )
    expect(written.screen(100)).toMatchInlineSnapshot(`
      "Which points did you make? 1 of 5
      Found by the words in brackets, which they share or nearly share: you decide.
      > [ ] Calm: We all stayed calm: missing
        [✓] What I did: eleven lines on who decides what, on one page: covered (decides, page)
        [ ] What came of it: as much in half a year as in the year before: missing
        [ ] Result: nobody left: missing
        [ ] Result: pages fell from eleven a week to two: maybe (pages)
      Final score: 1 blanked · 2 shaky · [3 solid] · 4 nailed it
      1 of 5 points: still solid?
      ↑↓ space tick · 1-4 score · enter save · a again · e write story · m read · q quit · ? help"
    `)
    expect(written.screen(40)).toMatchInlineSnapshot(`
      "Which points did you make? 1 of 5
      Found by the words in brackets, which
      they share or nearly share: you decide.
      > [ ] Calm: We all stayed calm: missing
        [✓] What I did: eleven line…: covered
        [ ] What came of it: as muc…: missing
        [ ] Result: nobody left: missing
        [ ] Result: pages fell from e…: maybe
      Final score: 1 blanked · 2 shaky
      [3 solid] · 4 nailed it
      1 of 5 points: still solid?
      ↑↓ space tick · 1-4 score · enter save
      a again · e write story · m read
      q quit · ? help"
    `)
  })
  test('shows the whole text of the point in hand, as far as there is room', () => {
    const long = {
      label: 'Growth',
      text: 'In monthly talks I ask about growth alone, and never about a project',
    }
    const played = play(drill([item(question('Why?', { keyPoints: [...points('One', 'Two'), long] }))]), 'x')
    expect(played.screen(40, 15)).toContain('\n  [ ] Growth\n')
    expect(played.play('down', 'down').screen(40, 15)).toMatchInlineSnapshot(`
      "Which points did you make? 0 of 3
        [ ] One, in full
        [ ] Two, in full
      > [ ] Growth: In monthly talks I ask
            about growth alone, and never
            about a project
      Final score: [1 blanked] · 2 shaky
      3 solid · 4 nailed it
      ↑↓ space tick · 1-4 score · enter save
      a again · e write story · m read
      q quit · ? help"
    `)
    expect(played.play('down', 'down').screen(40, 8)).toMatchInlineSnapshot(`
      "  [ ] One, in full
        [ ] Two, in full
      > [ ] Growth: In monthly talks I ask
            about growth alone, and never
            about a project
      1 blanked · enter save · m read
      ? help"
    `)
  })
  test('has the answer page by page above the points, which can be ticked meanwhile', () => {
    const answer = `I listen.\n\n${Array.from({ length: 9 }, (_, n) => `- Step ${n + 1}`).join('\n')}`
    const long = question('Why?', { answer, keyPoints: points('One', 'Two', 'Three', 'Four', 'Five') })
    const read = play(drill([item(long, { story: 'Mine.' })]), 'x', 'm')
    expect(read.screen(40, 15)).toMatchInlineSnapshot(`
      "Your story
      Mine.

      Model answer
      I listen.

      • Step 1
      • Step 2
      ──────────────────── Page 1 of 2
      > [ ] One, in full
        [ ] Two, in full
        [ ] Three, in full
      1 blanked · space tick · enter save
      m read on · ? help"
    `)
    expect(read.play('m', 'down', 'space').screen(40, 15)).toMatchInlineSnapshot(`
      "• Step 3
      • Step 4
      • Step 5
      • Step 6
      • Step 7
      • Step 8
      • Step 9

      ──────────────────── Page 2 of 2
        [ ] One, in full
      > [✓] Two, in full
        [ ] Three, in full
      1 blanked · space tick · enter save
      m read on · ? help"
    `)
    const closed = read.play('m', 'm').screen(40, 15)
    expect(closed).toBe(play(drill([item(long, { story: 'Mine.' })]), 'x').screen(40, 15))
    // in a high window all of it is one page
    expect(read.screen(80, 40)).toContain('Step 9')
    expect(read.play('m').screen(80, 40)).not.toContain('Step')
  })
})

test('the change and the end screen', () => {
  const change = reviewing.play('enter')
  expect(change.screen()).toMatchInlineSnapshot(
    `
    "What will you change next time?
    one line · enter for none · q and enter quit · ? help"
  `,
  )
  expect(change.play(line('')).screen()).toMatchInlineSnapshot(
    `"enter done · a the weakest again · m a mock · e write its story · ? help"`,
  )
})

test('in ASCII mode screens are ASCII only', () => {
  const ascii = styleOf({ level: 0, ascii: true })
  for (const played of [thinking, talking, talking.play('p'), scoring, reviewing, reviewing.play('enter')]) {
    for (const columns of [20, 40, 80]) expect(played.screen(columns, 24, ascii)).toMatch(/^[ -~\n]*$/)
  }
})

test('signs that are wider in ASCII are wider before a line is broken', () => {
  const long = question('Why?', { keyPoints: points(`One… ${'and… '.repeat(12)}`, 'two… '.repeat(12)) })
  const screen = play(drill([item(long)]), 'enter', '95s', 'enter', '3').screen(
    40,
    12,
    styleOf({ level: 0, ascii: true }),
  )
  expect(screen).toContain('and...')
  for (const each of screen.split('\n')) expect(width(each)).toBeLessThan(40)
})

test('no screen is ever wider or taller than the window', () => {
  const sizes = fc.record({
    columns: fc.integer({ min: 8, max: 130 }),
    rows: fc.integer({ min: 3, max: 30 }),
  })
  const level = fc.constantFrom(0 as const, 1 as const, 3 as const)
  fc.assert(
    fc.property(
      rehearsals,
      fc.array(inputs, { maxLength: 25 }),
      sizes,
      level,
      fc.boolean(),
      (rehearsal, given, { columns, rows }, level, ascii) => {
        const played = play(rehearsal, ...given)
        const screen = played.screen(columns, rows, styleOf({ level, ascii }))
        const shown = screen.split('\n')
        // a line that is typed comes below
        expect(shown.length).toBeLessThan(reads(played.rehearsal) === 'key' ? rows : Math.max(2, rows - 1))
        for (const each of shown) expect(width(each)).toBeLessThan(columns)
        if (level === 0) expect(screen).not.toContain('\u001b')
        if (ascii) expect(screen).toMatch(/^[\0-\x7f\p{L}]*$/u)
      },
    ),
    { numRuns: runs(150) },
  )
})
