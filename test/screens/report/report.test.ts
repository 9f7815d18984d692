import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../../src/progress/fold.ts'
import { pointsMadeIn } from '../../../src/progress/points.ts'
import { statisticsOf } from '../../../src/progress/statistics.ts'
import type { Score } from '../../../src/rehearsal/records.ts'
import type { PlanView } from '../../../src/screens/plan.ts'
import type { Report } from '../../../src/screens/report/data.ts'
import { report } from '../../../src/screens/report/report.ts'
import { textPage } from '../../../src/screens/report/text-page.ts'
import { dateOf } from '../../../src/text/dates.ts'
import { runs } from '../../chance.ts'
import { attempt, bank, question } from '../../progress/lines.ts'
import { read } from './pages.ts'

const day = 20_780
const policy =
  '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">'

/** A report on so many questions, in which every text that anybody else wrote is `text`. */
function reportWith(text: string, count = 3): Report {
  const keyPoints = [
    { text: 'first', label: text },
    { text: 'second', label: text },
  ]
  const questions = Array.from({ length: count }, (_, at) =>
    question(`bank/q${at}`, { number: at + 1, question: text, section: `${at} ${text}`, keyPoints }),
  )
  const answers = questions.flatMap(({ id }, at) =>
    [-1, 0].map((ago) => ({
      ...attempt({
        question: id,
        at: `${dateOf(day + ago)}T20:00:00.000+01:00`,
        committed: 3,
        score: ((at % 4) + 1) as Score,
        made: ['first'],
        of: 2,
        change: text,
        voice: { firstMs: 1, longestPauseMs: 2500, pauses: 1, silence: 0.2 },
      }),
      date: dateOf(day + ago),
    })),
  )
  const progress = fold(answers, {})
  const statistics = statisticsOf(
    { tallies: progress, progress, dayFor: () => day },
    [bank('bank', questions)],
    null,
  )
  const made = pointsMadeIn(
    answers.filter((each) => each.question === 'bank/q0'),
    keyPoints,
    'answer',
  )
  const asked = {
    id: 'bank/q0',
    number: 1,
    bank: text,
    question: text,
    reason: 'not rehearsed yet',
    minutes: 4,
  }
  const today = { date: dateOf(day), minutes: 8, questions: Array.from({ length: 40 }, () => asked) }
  return {
    date: dateOf(day),
    day,
    since: null,
    banks: Array.from({ length: count }, () => text),
    plan: {
      date: dateOf(day + 40),
      daysLeft: 40,
      minutes: 20,
      questions: { total: count, rehearsed: 1, ready: 1, readyIfKept: 2 },
      rounds: [{ name: null, date: dateOf(day + 40), daysLeft: 40 }],
      today: { ...today, spent: 0 },
      days: Array.from({ length: 40 }, (_, ahead) => ({ ...today, date: dateOf(day + ahead) })),
    } as unknown as PlanView,
    standing: statistics,
    statistics,
    shape: [{ part: 'Situation', last: 0.3, before: null, from: 0.1, to: 0.2 }],
    answers,
    points: statistics.byQuestion.flatMap((row) => (made === null ? [] : [{ question: row, made }])),
    changes: new Map(statistics.weakest.map(({ id }) => [id, text])),
    practice: {
      ladders: { count: 1, rounds: 4, inTime: 2 },
      sprints: { count: 0, answers: 0, froze: 0, last: null, comingBack: [] },
    },
    stories: {
      stories: Array.from({ length: count }, () => ({
        name: text,
        questions: [],
        competencies: [text],
        words: 120,
      })),
      competencies: Array.from({ length: count }, (_, at) => ({
        name: text,
        questions: 1,
        stories: Array.from({ length: at }, (_, story) => story),
      })),
    },
  }
}

const tags = [
  '<',
  '</style>',
  '</title>',
  '<script>',
  '<img src=x onerror=',
  '<svg onload=',
  '-->',
  '<!--',
  '<pre>',
  '<code>',
]
const marks = [
  '"',
  "'",
  '&',
  '&lt;',
  '>',
  '`',
  '](javascript:x)',
  '![',
  '\n\n',
  '\0',
  '\u202e',
  '\ud800',
  '{',
  'a',
  '**',
  '  - ',
]
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...tags, ...marks), fc.string()), { maxLength: 12 })
  .map((pieces) => pieces.join(''))

describe('a page for others to open', () => {
  const { elements, attributes, style } = read(report(reportWith('plain')))

  test.each<[string, (text: string) => string, number]>([
    ['the report', (text) => report(reportWith(text)), 60],
    [
      'the page for the morning',
      (text) => textPage(`# ${text}\n\n- **${text}** (3, solid)\n  ${text}\n`),
      400,
    ],
  ])('has nothing of a text but its letters: %s', (_, draw, count) => {
    const known = [
      ...elements,
      'strong',
      'code',
      'em',
      'del',
      'br',
      'hr',
      'pre',
      'ol',
      'ul',
      'li',
      'h4',
      'h5',
      'h6',
    ]
    fc.assert(
      fc.property(hostile, (text) => {
        const page = draw(text)
        const found = read(page)
        expect(found.illFormed).toEqual([])
        expect(found.elements.filter((name) => !known.includes(name))).toEqual([])
        expect(found.attributes.filter((name) => ![...attributes, 'start', 'align'].includes(name))).toEqual(
          [],
        )
        expect(found.style).toBe(style)
        expect(page.split(policy)).toHaveLength(2)
      }),
      { numRuns: runs(count) },
    )
  })

  test('can run nothing and load nothing', () => {
    expect(elements).toEqual(expect.arrayContaining(['svg', 'table', 'details']))
    expect(elements.filter((name) => /script|link|img|iframe|object|embed|form|^a$/.test(name))).toEqual([])
    expect(attributes.filter((name) => /^on|src|href|^action/.test(name))).toEqual([])
    expect(style).not.toMatch(/url\(|@import/)
  })

  test('shows what was written, as it was written', () => {
    expect(read(report(reportWith('a < b & "c" <U+202E>'))).text).toContain('Change: a < b & "c" <U+202E>')
    expect(read(textPage('# Today\n\n- **a &lt; b** `<i>` [c](http://d) <pre>e < f\n')).text).toMatch(
      /Today\s+Today\s+a < b <i> c <pre>e < f\s+$/,
    )
  })

  test('shows plain what is too much for a parser', () => {
    for (const text of ['>'.repeat(20_000), '*a **b '.repeat(9000), '['.repeat(90_000)]) {
      expect(read(textPage(text)).text).toContain(text)
    }
  })
})

describe('the report', () => {
  const page = report(reportWith('plain'))

  test('says at its head that it holds the words of its user', () => {
    expect(read(page).text).toMatch(/^[\s\S]{0,250}This page holds your own words and scores/)
  })

  test('has a table with each chart', () => {
    const parts = page.split('<section').slice(1)
    const drawn = parts.filter((part) => part.includes('<svg'))
    expect(drawn.length).toBeGreaterThanOrEqual(8)
    expect(drawn.filter((part) => !part.includes('<table'))).toEqual([])
  })

  test.each([
    'Readiness by section',
    'The way to',
    'Scores over time',
    'Talk time against budget',
    'Parts of an answer',
    'Pauses',
    'Calibration',
    'Days practised',
    'Ladders and sprints',
    'Key points made and missed',
    'Stories × competencies',
    'Weakest questions',
  ])('has %s', (title) => expect(page).toContain(`<h2>${title}`))

  test('counts the answers of a day in its cell', () => {
    const [, cells = ''] = page.split('<table class="days">')
    expect(read(cells.slice(0, cells.indexOf('</table>'))).text).toContain('16 Nov000000323 Nov3')
  })

  test('stays readable with 5,000 questions', () => {
    const all = report(reportWith('A question that is as long as most are, or a little longer', 5000))
    expect(all.length).toBeLessThan(200_000)
    for (const rest of [
      '4988 more sections',
      '4990 more questions',
      '4900 more questions',
      '4974 more stories',
      '4980 more competencies',
      '26 more days',
    ])
      expect(all).toContain(`And ${rest}.`)
  })

  test('cuts a text that nobody would read to its end', () => {
    expect(report(reportWith('word '.repeat(5000))).length).toBeLessThan(120_000)
  })
})

/** The contrast of two colours such as `#1d5fa8`, see WCAG 2.2. */
function contrast(one: string, other: string): number {
  const luminance = (color: string): number => {
    const full = color.length === 4 ? color.replace(/[\da-f]/g, '$&$&') : color
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(full.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

test('every text has a contrast of 4.5, on bars too, light and dark', () => {
  const { style } = read(textPage('# x'))
  const schemes = [...style.matchAll(/:root\{(--[^}]*--mark[^}]*)\}/g)].map(([, own = '']) =>
    Object.fromEntries(own.split(';').map((each) => each.split(':'))),
  )
  expect(schemes).toHaveLength(2)
  for (const scheme of schemes) {
    for (const paper of ['--page', '--card'])
      for (const ink of ['--ink', '--soft', '--mark'])
        expect(contrast(scheme[ink], scheme[paper])).toBeGreaterThanOrEqual(4.5)
  }
  const fills = [...style.matchAll(/(?:fill|background):(#[\da-f]{6})/g)].map(([, color = '']) => color)
  const [onBars = ''] = /(?<=svg text\{fill:)#\w+/.exec(style) ?? []
  const bars = fills.filter((color) => color !== onBars)
  expect(bars).toHaveLength(6)
  for (const bar of bars) expect(contrast(bar, onBars)).toBeGreaterThanOrEqual(4.5)
})
