import { describe, expect, test } from 'vitest'
import { readBank } from '../../../src/import/read.ts'
import { asked, both } from '../asked.ts'

describe('JSON', () => {
  const question = {
    id: 'mine/plan',
    number: 1,
    section: 'Plans',
    question: 'How do you plan?',
    answer: 'Backwards.',
    keyPoints: [{ text: 'Backwards.', label: 'Back' }],
    followUps: ['Why?'],
    budgetMs: 90_000,
    line: 3,
  }

  test('as bank check prints it', () => {
    const json = JSON.stringify({
      source: 'x.md',
      slug: 'mine',
      title: 'Leading',
      questions: [question],
      warnings: [],
    })
    const bank = readBank(json, { slug: 'other' })
    expect(bank.title).toBe('Leading')
    expect(bank.questions).toEqual([{ ...question, id: 'other/plan', shape: null }])
  })

  test('as an array of questions', () => {
    expect(
      asked(JSON.stringify([question, { question: 'Who decides?', answer: 'One of us.' }, 3, {}])),
    ).toEqual(both)
  })

  test.each([
    [
      '[{"title": "How do you plan?", "answer": "Backwards."}, {"title": "Who decides?", "answer": "One of us."}]',
    ],
    [
      '{"name": "x", "qs": [{"q": "How do you plan?", "a": "Backwards."}, {"q": "Who decides?", "a": "One of us."}]}',
    ],
    ['{"How do you plan?": "Backwards.", "Who decides?": "One of us."}'],
    ['[["How do you plan?", "Backwards."], ["Who decides?", "One of us."]]'],
    [
      '{"notes": [{"fields": ["How do you plan?", "Backwards."]}, {"fields": ["Who decides?", "One of us."]}]}',
    ],
    [
      '{"prompt": "How do you plan?", "response": "Backwards."}\n{"prompt": "Who decides?", "response": "One of us."}',
    ],
    [
      '{"data": {"list": [{"frage": "How do you plan?", "antwort": "<p>Backwards.</p>"}, {"frage": "Who decides?", "antwort": "One of us.<br>"}]}}',
    ],
  ])('%s', (text) => {
    expect(asked(text)).toEqual(both)
  })

  test('in sections, with lists, labels and lines', () => {
    const text = JSON.stringify(
      {
        title: 'Leading',
        sections: [
          {
            name: 'Plans',
            questions: [{ title: 'How?', answer: ['one', 'two'], tags: ['x'] }, { title: 'Why "so"?' }],
          },
          { name: 'Power', questions: ['Who decides?'] },
          {
            name: 'More',
            questions: [{ title: 'Conflict', answer: { situation: 'Late.', action: 'Talked.' } }],
          },
        ],
      },
      null,
      2,
    )
    const bank = readBank(text, { slug: 'mine' })
    expect(bank.title).toBe('Leading')
    expect(bank.questions).toMatchObject([
      { section: 'Plans', question: 'How?', answer: '- one\n- two', line: 8 },
      { section: 'Plans', question: 'Why "so"?', answer: null, line: 18 },
      { section: 'Power', question: 'Who decides?', line: 25 },
      {
        section: 'More',
        question: 'Conflict',
        answer: '**Situation:** Late.\n\n**Action:** Talked.',
        line: 32,
      },
    ])
  })

  test.each([
    ['{"name": "x", "version": "1", "keywords": ["interview", "questions"], "scripts": {"test": "vitest"}}'],
    ['[1, 2, {"a": [null]}]'],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    [`{"questions": ${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`],
  ])('%#: data without questions has none', (text) => {
    expect(asked(text)).toEqual([])
  })
})

test('cards of a board', () => {
  const cards = [
    { name: 'How do you plan?', desc: 'Backwards.', labels: [{ name: 'plans' }] },
    { name: 'Who decides?', desc: 'One of us.', labels: [] },
  ]
  expect(asked(JSON.stringify({ name: 'Prep', cards }))).toEqual(both)
})
