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
    ['Citations:\n[1] https://one.example/a\n[2] https://two.example/b\n\nTotal: 2\n\nExtra:\nPaint\n', null],
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
