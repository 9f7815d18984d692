import { describe, expect, test } from 'vitest'
import { noProgress } from '../../src/progress/progress.ts'
import { calendar } from '../../src/screens/calendar.ts'
import { home } from '../../src/screens/home.ts'
import { leftOverLine, type PlanView, plan } from '../../src/screens/plan.ts'
import { sheet } from '../../src/screens/sheet.ts'
import { type Style, styleOf } from '../../src/screens/style.ts'
import { dateInWords, dayOfMonth } from '../../src/text/words.ts'
import { width } from '../../src/text/wrap.ts'
import { question } from '../progress/lines.ts'

const plain = styleOf({ level: 0, ascii: false })

const picked = [
  {
    id: 'a/1',
    number: 1,
    bank: null,
    question: 'How do you **mentor** engineers?',
    reason: 'not rehearsed yet',
    minutes: 4,
  },
  {
    id: 'a/12',
    number: 12,
    bank: 'mine',
    question: 'Describe a time you had to push back on stakeholders.',
    reason: 'ran 60 s over last time',
    minutes: 5,
  },
]

const view: PlanView = {
  date: '2026-12-05',
  daysLeft: 3,
  minutes: 20,
  banks: ['leadership'],
  missingBanks: [],
  questions: { total: 7, rehearsed: 3, ready: 3, readyIfKept: 6 },
  rounds: [
    {
      name: null,
      date: '2026-12-05',
      daysLeft: 3,
      banks: ['leadership'],
      topic: null,
      competency: null,
      questions: { total: 7, rehearsed: 3, ready: 3, readyIfKept: 6 },
    },
  ],
  today: { date: '2026-12-02', minutes: 9, questions: picked, spent: 0 },
  days: [
    { date: '2026-12-02', minutes: 9, questions: picked },
    { date: '2026-12-03', minutes: 4, questions: picked.slice(0, 1) },
    { date: '2026-12-04', minutes: 0, questions: [] },
  ],
  notReady: [
    {
      id: 'a/3',
      number: 3,
      bank: null,
      question: 'How do you set priorities?',
      minutes: 4,
      lacks: 'rehearsed on one day so far',
      next: '2026-12-03',
    },
    { ...picked[0], lacks: 'shaky last time', next: '2026-12-02' } as PlanView['notReady'][number],
  ],
  leftOver: [
    {
      kind: 'story',
      id: 'a/1',
      number: 1,
      question: 'How do you mentor engineers?',
      minutes: 10,
      command: 'story 1',
    },
  ],
  doesNotFit: ['a/7'],
  minutesNeeded: 24,
  readyIfNeeded: 7,
  fewer: null,
  notInPlan: [{ bank: 'mine', questions: 40 }],
}

describe("tomorrow's questions", () => {
  const many = Array.from({ length: 7 }, (_, at) => ({ ...picked[0], number: at + 1 })) as typeof picked
  const [now, , ...later] = view.days as [PlanView['days'][number], ...PlanView['days']]
  const days = [now, { date: '2026-12-03', minutes: 16, questions: many }, ...later]
  const tomorrow = (columns: number, style = plain): string =>
    plan({ ...view, days }, columns, style, 'greenroom').split('\n\n')[2] ?? ''

  test('are named, as far as there is room', () => {
    expect(tomorrow(80)).toMatchInlineSnapshot(`
      "Thu 3 Dec  7 questions   16 min  1. How do you mentor engineers?
                                       2. How do you mentor engineers?
                                       3. How do you mentor engineers?
                                       4. How do you mentor engineers?
                                       5. How do you mentor engineers?
                                       and 6, 7
      Fri 4 Dec  nothing fits          the last evening: known questions and a mock
      Sat 5 Dec  interview             five minutes in the morning, not scored"
    `)
    expect(tomorrow(40)).toContain('numbers 1, 2, 3, 4, 5, 6, 7')
  })

  test('are their numbers for ears', () => {
    expect(tomorrow(80, styleOf({ level: 0, ascii: false, plain: true }))).toContain(
      'Thu 3 Dec: 7 questions, 16 min, numbers 1, 2, 3, 4, 5, 6, 7.',
    )
  })
})

test('minutes of today that are done are told', () => {
  const after = { ...view, today: { ...view.today, spent: 7.2 } }
  expect(plan(after, 80, plain, 'greenroom')).toContain(
    'Today: 2 questions, about 9 minutes; 8 of 20 minutes done\n',
  )
})

describe('a plan', () => {
  test.each([40, 80, 120])('keeps to %i columns', (columns) => {
    const lines = plan(view, columns, plain, 'greenroom').split('\n')
    expect(Math.max(...lines.map((line) => width(line)))).toBeLessThanOrEqual(columns)
  })

  test('at 80 columns', () => {
    expect(plan(view, 80, plain, 'greenroom')).toMatchInlineSnapshot(`
      "Interview Sat 5 Dec, in 3 days · 20 minutes a day · leadership
      ━━━━━━━━┄┄┄┄┄┄┄┄┄┄┄┄ 3 of 7 ready; 6 on the day if you keep to this and your
      answers are solid.

      Today: 2 questions, about 9 minutes
        1       4 min  How do you mentor engineers? (not rehearsed yet)
      mine 12   5 min  Describe a time you had to push back on stakeholders. (ran 60 s
                       over last time)
        + with 10 more minutes, write your story to: How do you mentor engineers?
          (greenroom story 1)

      Thu 3 Dec  1 question    4 min  1. How do you mentor engineers?
      Fri 4 Dec  nothing fits         the last evening: known questions and a mock
      Sat 5 Dec  interview            five minutes in the morning, not scored

      Not ready yet: question 3 (rehearsed on one day so far, asked again Thu 3 Dec).

      Does not fit: 1 question. 24 minutes a day would do. With them each is asked at
      least once, and 7 of 7 are ready on the day.

      Not in the plan: mine (40 questions). greenroom plan --date DATE --bank
      leadership,mine makes one with both.
      "
    `)
  })

  test('at 40 columns', () => {
    expect(plan(view, 40, plain, 'greenroom')).toMatchInlineSnapshot(`
      "Interview Sat 5 Dec, in 3 days · 20
      minutes a day · leadership
      ━━┄┄┄┄ 3 of 7 ready; 6 on the day if you
      keep to this and your answers are solid.

      Today: 2 questions, about 9 minutes
        1       4 min  How do you mentor
                       engineers? (not
                       rehearsed yet)
      mine 12   5 min  Describe a time you had
                       to push back on
                       stakeholders. (ran 60 s
                       over last time)
        + with 10 more minutes, write your
          story to: How do you mentor
          engineers? (greenroom story 1)

      Thu 3 Dec  1 question    4 min
         number 1
      Fri 4 Dec  nothing fits
         the last evening: known questions and
         a mock
      Sat 5 Dec  interview
         five minutes in the morning, not
         scored

      Not ready yet: question 3 (rehearsed on
      one day so far, asked again Thu 3 Dec).

      Does not fit: 1 question. 24 minutes a
      day would do. With them each is asked at
      least once, and 7 of 7 are ready on the
      day.

      Not in the plan: mine (40 questions).
      greenroom plan --date DATE --bank
      leadership,mine makes one with both.
      "
    `)
  })

  test('names all banks that are not in it, and a plan with them', () => {
    const notInPlan = ['a', 'b'].map((bank) => ({ bank, questions: 2 }))
    expect(plan({ ...view, notInPlan }, 120, plain, 'greenroom')).toContain(
      'Not in the plan: a (2 questions), b (2 questions). greenroom plan --date DATE --bank leadership,a,b makes one with all\nof them.',
    )
  })

  test('of many days names the first two weeks', () => {
    const days = Array.from({ length: 20 }, () => ({ date: '2026-12-02', minutes: 0, questions: [] }))
    expect(plan({ ...view, days, daysLeft: 20 }, 80, plain, 'greenroom')).toContain('and 5 more days')
  })
})

test('a plan with two rounds, and the home screen for them', () => {
  const [alone] = view.rounds
  if (alone === undefined) throw new Error('there is a round')
  const phone = { ...alone, name: 'phone', topic: 'coaching' }
  const onsite = { ...alone, name: 'onsite', banks: ['mine'], date: '2026-12-09', daysLeft: 7 }
  const rounds = [phone, onsite]
  const questions = picked.map((each, place) => ({ ...each, round: rounds[place]?.name ?? '' }))
  const shown = plan({ ...view, rounds, today: { ...view.today, questions } }, 80, plain, 'greenroom')
  expect(shown.split('\n\n').slice(0, 2).join('\n\n')).toMatchInlineSnapshot(`
    "2 rounds · 20 minutes a day, most of it for the nearest
    Interview (phone) Sat 5 Dec, in 3 days   3 of 7 ready; 6 on the day
       leadership, topic coaching
    Interview (onsite) Wed 9 Dec, in 7 days  3 of 7 ready; 6 on the day
       mine
    On the day means: if you keep to this and your answers are solid.

    Today: 2 questions, about 9 minutes
      1       4 min  How do you mentor engineers? (phone: not rehearsed yet)
    mine 12   5 min  Describe a time you had to push back on stakeholders. (onsite:
                     ran 60 s over last time)
      + with 10 more minutes, write your story to: How do you mentor engineers?
        (greenroom story 1)"
  `)
  const head = (columns: number, style: Style): string | undefined =>
    plan({ ...view, rounds }, columns, style, 'greenroom').split('\n\n')[0]
  expect(head(120, styleOf({ level: 0, ascii: true }))).toMatchInlineSnapshot(`
    "2 rounds | 20 minutes a day, most of it for the nearest
    Interview (phone) Sat 5 Dec, in 3 days   ########............ 3 of 7 ready; 6 on the day  leadership, topic coaching
    Interview (onsite) Wed 9 Dec, in 7 days  ########............ 3 of 7 ready; 6 on the day  mine
    On the day means: if you keep to this and your answers are solid."
  `)
  expect(head(80, styleOf({ level: 0, ascii: false, plain: true }))).toMatchInlineSnapshot(`
    "2 rounds · 20 minutes a day, most of it for the nearest
    Interview (phone) Sat 5 Dec, in 3 days: leadership, topic coaching, 3 of 7
    ready; 6 on the day.
    Interview (onsite) Wed 9 Dec, in 7 days: mine, 3 of 7 ready; 6 on the day.
    On the day means: if you keep to this and your answers are solid."
  `)
  const standing = rounds.map(({ name, date, daysLeft }) => ({ name, date, daysLeft, ready: 3, total: 7 }))
  const about = {
    ready: 6,
    stories: 2,
    total: 14,
    picks: questions,
    hasPage: true,
    leftOver: [],
    change: null,
  }
  expect(home({ ...about, rounds: standing }, 40, plain)).toMatchInlineSnapshot(`
    "Interview (phone) Sat 5 Dec, in 3 days
       ━━┄┄┄┄ 3 of 7 ready
    Interview (onsite) Wed 9 Dec, in 7 days
       ━━┄┄┄┄ 3 of 7 ready
    2 of 14 stories written

    Today: 2 questions, about 9 minutes
      1       4 min  How do you mentor
                     engineers? (phone: not
                     rehearsed yet)
    mine 12   5 min  Describe a time you had
                     to push back on
                     stakeholders. (onsite:
                     ran 60 s over last
                     time)
    "
  `)
})

test('the home screen with a plan', () => {
  const shown = {
    rounds: [{ name: null, date: '2026-12-05', daysLeft: 9, ready: 3, total: 7 }],
    ready: 3,
    stories: 2,
    total: 7,
    picks: picked,
    hasPage: true,
    leftOver: ['with 8 more minutes, a mock (greenroom mock --minutes 8)'],
    change: 'name the number first',
  }
  expect(home(shown, 80, plain)).toMatchInlineSnapshot(`
    "Interview Sat 5 Dec, in 9 days
    ━━━━━━━━┄┄┄┄┄┄┄┄┄┄┄┄ 3 of 7 ready · 2 of 7 stories written

    Today: 2 questions, about 9 minutes
      1       4 min  How do you mentor engineers? (not rehearsed yet)
    mine 12   5 min  Describe a time you had to push back on stakeholders. (ran 60 s
                     over last time)
      + with 8 more minutes, a mock (greenroom mock --minutes 8)

    Your change from last time: name the number first
    "
  `)
  expect(home({ ...shown, picks: [], leftOver: [] }, 40, plain)).toMatchInlineSnapshot(`
    "Interview Sat 5 Dec, in 9 days
    ━━┄┄┄┄ 3 of 7 ready
    2 of 7 stories written

    Today: everything in the plan is done.

    Your change from last time: name the
    number first
    "
  `)
})

test('the days practised as a calendar', () => {
  // a Wednesday
  const today = 20_782
  const byDay = [
    { date: '2026-11-25', attempts: 7 },
    { date: '2026-11-23', attempts: 1 },
    { date: '2026-11-15', attempts: 4 },
  ]
  expect(calendar(byDay, today, 24, plain)).toMatchInlineSnapshot(`
    "    Sep Oct     Nov
    Mon · · · · · · · · · ░
    Tue · · · · · · · · · ·
    Wed · · · · · · · · · █
    Thu · · · · · · · · ·
    Fri · · · · · · · · ·
    Sat · · · · · · · · ·
    Sun · · · · · · · ▒ ·
    3 of the last 14 days.
    Attempts a day: ░ 1 or
    2, ▒ 3 to 5, █ 6 or
    more.
    "
  `)
  expect(calendar(byDay, today, 24, styleOf({ level: 0, ascii: true }))).toMatchInlineSnapshot(`
    "    Sep Oct     Nov
    Mon . . . . . . . . . o
    Tue . . . . . . . . . .
    Wed . . . . . . . . . @
    Thu . . . . . . . . .
    Fri . . . . . . . . .
    Sat . . . . . . . . .
    Sun . . . . . . . O .
    3 of the last 14 days.
    Attempts a day: o 1 or
    2, O 3 to 5, @ 6 or
    more.
    "
  `)
  expect(calendar([], today, 80, plain)).toContain('0 of the last 14 days.')
})

test('what fills left-over minutes is ahead of schedule only where it was rehearsed', () => {
  const use = {
    kind: 'question',
    id: 'a/5',
    number: 5,
    question: 'How?',
    minutes: 4,
    command: 'drill 5',
  } as const
  expect(leftOverLine({ ...use, isNew: true }, 'greenroom')).toBe(
    'with 4 more minutes, new: How? (greenroom drill 5)',
  )
  expect(leftOverLine(use, 'greenroom')).toBe(
    'with 4 more minutes, ahead of schedule: How? (greenroom drill 5)',
  )
})

test('the page for the morning is one page, however many questions there are', () => {
  const questions = Array.from({ length: 100 }, (_, i) => question(`a/${i}`, { number: i + 1 }))
  const stories = Object.fromEntries(questions.map(({ id }) => [id, 'I **led** it. Well.']))
  const page = sheet({
    questions,
    progress: { ...noProgress, stories },
    date: '2026-12-05',
    day: 20_792,
    today: '2026-11-23',
  })
  expect(page.split('\n').length).toBeLessThan(60)
  expect(page).toContain('# Sat 5 Dec: your page for the morning\n')
  expect(page).toContain('  I led it.\n')
  expect(page).toContain('\n- 26\\. ')
  expect(page).toContain('And 74 more questions.')
})

test('dates as people say them', () => {
  const dates = ['2026-12-05', '2026-11-22', '2026-02-01', '2027-01-05', '2025-12-31']
  expect(dates.map((date) => dateInWords(date, '2026-11-23'))).toEqual([
    'Sat 5 Dec',
    'Sun 22 Nov',
    'Sun 1 Feb',
    'Tue 5 Jan 2027',
    'Wed 31 Dec 2025',
  ])
  expect(
    ['01', '02', '03', '04', '11', '12', '13', '21', '22', '23', '31'].map((day) =>
      dayOfMonth(`2026-12-${day}`),
    ),
  ).toEqual(['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '22nd', '23rd', '31st'])
})
