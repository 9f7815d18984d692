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
})
