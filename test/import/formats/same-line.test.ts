import { describe, expect, test } from 'vitest'
import { asked } from '../asked.ts'

const three = [
  ['How do you plan?', 'Backwards, from the day it ships.'],
  ['Who decides?', 'One of us.'],
  ['Why here?', 'For the view.'],
]

describe('most lines ask and answer', () => {
  test.each([
    ['in lines', (q: string, a: string) => `${q} ${a}`],
    ['in paragraphs', (q: string, a: string) => `${q} ${a}\n`],
    ['in items', (q: string, a: string) => `- ${q} ${a}`],
    ['behind two strokes', (q: string, a: string) => `${q} // ${a}`],
    ['behind an equals sign', (q: string, a: string) => `${q} = ${a}`],
  ])('%s', (_, line) => {
    const text = three.map(([question = '', answer = '']) => line(question, answer)).join('\n')
    expect(asked(`# Questions\n\n${text}\n`)).toEqual(three)
  })

  test('counted, below headings, and going on below', () => {
    const text =
      '# Prep\n\n## Plans\n\n1. How do you plan? Backwards.\n   With a buffer.\n2. Who decides? One of us.\n\n## Why\n\n3. Why here? For the view.\n'
    expect(asked(text)).toEqual([
      ['How do you plan?', 'Backwards.\n   With a buffer.'],
      ['Who decides?', 'One of us.'],
      ['Why here?', 'For the view.'],
    ])
  })
})

test('remarks and second questions belong to the question', () => {
  const lines = [
    'How do you plan? Tell me about a plan.',
    'Who decides? Why?',
    'Why here? (be short)',
    'Where did you fail? Give me an example.',
  ]
  expect(asked(`${lines.join('\n')}\n`)).toEqual(lines.map((line) => [line, null]))
})
