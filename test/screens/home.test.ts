import { expect, test } from 'vitest'
import { home } from '../../src/screens/home.ts'
import { styleOf } from '../../src/screens/style.ts'

const view = {
  rounds: [{ name: null, date: '2026-12-05', daysLeft: 9, ready: 3, total: 7 }],
  ready: 3,
  total: 7,
  stories: 1,
  picks: [
    {
      number: 2,
      bank: null,
      question: 'How do you mentor **junior** engineers?',
      reason: 'may fade before the 5th',
      minutes: 3,
    },
    {
      number: 12,
      bank: 'mine',
      question: '你怎么带领一个团队度过变化？',
      reason: 'not rehearsed yet',
      minutes: 10,
    },
  ],
  hasPage: true,
  leftOver: ['with 7 more minutes, a mock (greenroom mock --minutes 7)'],
  change: 'name the result before the work',
}
const shown = (columns: number, { ascii = false, plain = false } = {}): string =>
  home(view, columns, styleOf({ level: 0, ascii, plain }))

test('home at 40 columns', () => {
  expect(shown(40)).toMatchInlineSnapshot(`
    "Interview Sat 5 Dec, in 9 days
    ━━┄┄┄┄ 3 of 7 ready
    1 of 7 stories written

    Today: 2 questions, about 13 minutes
      2       3 min  How do you mentor
                     junior engineers? (may
                     fade before the 5th)
    mine 12  10 min  你怎么带领一个团队度过
                     变化？ (not rehearsed
                     yet)
      + with 7 more minutes, a mock
        (greenroom mock --minutes 7)

    Your change from last time: name the
    result before the work
    "
  `)
})
test('home at 80 columns', () => {
  expect(shown(80)).toMatchInlineSnapshot(`
    "Interview Sat 5 Dec, in 9 days
    ━━━━━━━━┄┄┄┄┄┄┄┄┄┄┄┄ 3 of 7 ready · 1 of 7 stories written

    Today: 2 questions, about 13 minutes
      2       3 min  How do you mentor junior engineers? (may fade before the 5th)
    mine 12  10 min  你怎么带领一个团队度过变化？ (not rehearsed yet)
      + with 7 more minutes, a mock (greenroom mock --minutes 7)

    Your change from last time: name the result before the work
    "
  `)
})
test('home at 120 columns, in ASCII', () => {
  expect(shown(120, { ascii: true })).toMatchInlineSnapshot(`
    "Interview Sat 5 Dec, in 9 days
    ########............ 3 of 7 ready | 1 of 7 stories written

    Today: 2 questions, about 13 minutes
      2       3 min  How do you mentor junior engineers? (may fade before the 5th)
    mine 12  10 min  你怎么带领一个团队度过变化？ (not rehearsed yet)
      + with 7 more minutes, a mock (greenroom mock --minutes 7)

    Your change from last time: name the result before the work
    "
  `)
})
test('home for ears', () => {
  expect(shown(80, { plain: true })).toContain(
    'Interview Sat 5 Dec, in 9 days\n3 of 7 ready · 1 of 7 stories written\n',
  )
})
const rounds = [
  { name: 'phone', date: '2026-12-05', daysLeft: 9, ready: 3, total: 4 },
  { name: null, date: '2026-12-15', daysLeft: 19, ready: 0, total: 3 },
]
const standing = (columns: number, { ascii = false, plain = false } = {}): string | undefined =>
  home({ ...view, rounds }, columns, styleOf({ level: 0, ascii, plain })).split('\n\n')[0]

test('where each of several rounds stands, at 80 columns, in ASCII', () => {
  expect(standing(80, { ascii: true })).toMatchInlineSnapshot(`
    "Interview (phone) Sat 5 Dec, in 9 days  ###############..... 3 of 4 ready
    Interview Tue 15 Dec, in 19 days        .................... 0 of 3 ready
    1 of 7 stories written"
  `)
})
test('where each of several rounds stands, for ears', () => {
  expect(standing(80, { plain: true })).toMatchInlineSnapshot(`
    "Interview (phone) Sat 5 Dec, in 9 days: 3 of 4 ready.
    Interview Tue 15 Dec, in 19 days: 0 of 3 ready.
    1 of 7 stories written"
  `)
})
test('what is ready, and today, have their colours', () => {
  const painted = home(view, 80, styleOf({ level: 2, ascii: true }))
  const style = styleOf({ level: 2, ascii: true })
  expect(painted).toContain(style.good('########'))
  expect(painted).toContain(style.heading(style.accent('Today: 2 questions, about 13 minutes')))
  expect(painted).toContain(style.quiet('(not rehearsed yet)'))
})

test('home in a small window has a line for each question, as far as they fit', () => {
  const style = styleOf({ level: 0, ascii: false })
  const many = { ...view, picks: [...view.picks, ...view.picks, ...view.picks] }
  const small = home(many, 40, style, 12)
  expect(small.split('\n').length - 1).toBeLessThanOrEqual(12)
  expect(small).toMatchInlineSnapshot(`
    "Interview Sat 5 Dec, in 9 days
    ━━┄┄┄┄ 3 of 7 ready
    1 of 7 stories written

    Today: 6 questions, about 39 minutes
      2       3 min  How do you mentor juni…
    mine 12  10 min  你怎么带领一个团队度过…
      2       3 min  How do you mentor juni…
         and 3 more

    Your change from last time: name the
    result before the work
    "
  `)
  expect(home(many, 40, style, 60)).toBe(home(many, 40, style))
})
