import { describe, expect, test } from 'vitest'
import { asked } from './asked.ts'

/** Two questions beside the end of four digits. */
const sets: Record<string, (number: number, question: string, answer: string) => string> = {
  'labels with a number': (number, question, answer) => `Q${number}. ${question}\nA${number}. ${answer}\n`,
  'a label and a number': (number, question, answer) =>
    `Question ${number}: ${question}\nAnswer: ${answer}\n`,
  'headings with a label': (number, question, answer) => `### Question ${number}: ${question}\n\n${answer}\n`,
  'numbered headings': (number, question, answer) => `### ${number}. ${question}\n\n${answer}\n`,
  'numbered labels in Chinese': (number, question, answer) => `## 第${number}题 ${question}\n\n${answer}\n`,
  'a list from a word processor': (number, question, answer) => `${number}.\t${question}\n\t${answer}`,
}

describe('numbers of questions may have five digits', () => {
  test.each(Object.entries(sets))('%s', (_, set) => {
    const text = [
      set(9_999, 'How do you plan?', 'Backwards.'),
      set(10_000, 'Who decides?', 'One of us.'),
      set(10_001, 'When do you stop?', 'At noon.'),
    ].join('\n')
    expect(asked(text)).toEqual([
      ['How do you plan?', 'Backwards.'],
      ['Who decides?', 'One of us.'],
      ['When do you stop?', 'At noon.'],
    ])
  })
})
