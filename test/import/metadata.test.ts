import { describe, expect, test } from 'vitest'
import { readBank } from '../../src/import/read.ts'
import { saidDuration } from '../../src/text/said-duration.ts'

const questions = (text: string) =>
  readBank(text, { slug: 'mine' }).questions.map(({ answer, budgetMs, competencies }) => ({
    answer,
    budgetMs,
    competencies,
  }))

describe('what is said about a question is no answer', () => {
  const expected = [
    { answer: 'For calm.', budgetMs: 120_000, competencies: ['calm', 'patience'] },
    { answer: 'Here.', budgetMs: 90_000, competencies: undefined },
  ]
  test.each([
    [
      'below headings',
      '## Why do you paint?\nFor calm.\n\nTime: 2 min\nTags: calm, patience\n\n## Where do you paint?\nDuration: 1:30\nHere.\n',
    ],
    [
      'on cards',
      'Q: Why do you paint?\nA: For calm.\nTags: #calm #patience\nTime: 2 minutes\n\nQ: Where?\nA: Here.\nTime: 90 seconds\n',
    ],
    [
      'in plain text',
      'Why do you paint?\nCompetencies: calm; patience\nFor calm.\nTime: 2m\n\nWhere do you paint?\nHere.\nTime: 90s\n',
    ],
  ])('%s', (_, text) => {
    expect(questions(text)).toEqual(expected)
  })

  test('a sentence behind such a word is', () => {
    const text = '## Why do you paint?\nTime: it took two years to learn.\n\n## Where?\nHere.\n'
    expect(questions(text)[0]?.answer).toBe('Time: it took two years to learn.')
  })
})

test.each([
  ['90', 90_000],
  ['2', 120_000],
  ['2 min', 120_000],
  ['1:30', 90_000],
  ['90 seconds', 90_000],
  ['1.5 minutes', 90_000],
  ['1m30s', 90_000],
  ['3 Minuten', 180_000],
  ['2 years', null],
  ['soon', null],
])('%j is %s ms', (text, ms) => {
  expect(saidDuration(text)).toBe(ms)
})

describe('references are no answer', () => {
  const qa = '# Interview\n\n## Why do you paint?\n\nFor calm.\n\n## Where do you paint?\n\n'
  test.each([
    ['Citations:\n[1] https://one.example/a\n[2] https://two.example/b\n', null],
    [
      'Here.\n\nCitations:\n[1] https://one.example/a\n[2] https://two.example/b\n\nAnd at home.\n\nThere, too.\n',
      'Here.\n\nAnd at home.\n\nThere, too.',
    ],
    [
      'Citations:\n[1] https://one.example/a\n[2] https://two.example/b\n\nIt has light.\n\nExtra:\nPaint\n',
      'It has light.\n\nExtra:\nPaint',
    ],
    ['Here.\n\n[1] https://one.example/a\n[2] https://two.example/b\n', 'Here.'],
    ['Here.\n\n**Quellen:**\n- [Malen](https://one.example/a)\n- https://two.example/b\n', 'Here.'],
    ['Here.\n\n### Referencias\n\n1. Pintar: https://one.example/a\n', 'Here.'],
    ['Here.\n\n参考文献：\nhttps://one.example/a\n', 'Here.'],
    ['Here.\n\nSources:\n- https://one.example/a\n\nAnd at home.\n', 'Here.\n\nAnd at home.'],
    ['Here.\n\nSources:\n- my aunt\n- the lake\n', 'Here.\n\nSources:\n- my aunt\n- the lake'],
  ])('%j', (text, answer) => {
    expect(questions(qa + text)[1]?.answer).toBe(answer)
  })
})

describe('what is still to be done is neither a question nor an answer', () => {
  test.each([
    [
      'in a list',
      '# Interview\n\n- Why do you paint?\n- TODO ask Ann about the format (panel??)\n- Where do you paint?\n',
    ],
    [
      'in plain text',
      'Interview\n\nwhy do you paint?\nTODO: check with Ann, is it a panel?\nwhere do you paint?\nwhen do you paint?\n',
    ],
    [
      'below an answer',
      '## Why do you paint?\n\nFor calm.\n\nTODO ask Ann (panel?)\n\n## Where do you paint?\n\nHere.\n',
    ],
    [
      'on cards',
      'Q: Why do you paint?\nA: For calm.\nFIXME: find the year?\n\nQ: Where do you paint?\nA: Here.\n',
    ],
  ])('%s', (_, text) => {
    const { questions, warnings } = readBank(text, { slug: 'mine' })
    expect(JSON.stringify({ questions, warnings })).not.toMatch(/TODO|FIXME/)
    expect(questions.length).toBeGreaterThan(1)
  })

  test('but a question that is still to be answered is one', () => {
    const text =
      '- TODO Why do you paint?\n  - For calm.\n- TODO: How do you paint?\n- DONE Where do you paint?\n  - Here.\n'
    expect(readBank(text, { slug: 'mine' }).questions.map(({ question }) => question)).toContain(
      'Why do you paint?',
    )
  })
})
