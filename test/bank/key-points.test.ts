import { expect, test } from 'vitest'
import { explicitKeyPoint, keyPointsOf } from '../../src/bank/key-points.ts'

const labels = (answer: string) => keyPointsOf(answer).map((point) => point.label)

test.each([
  ['- **Listening:** I let them talk first.\n- **Repeating** what I heard', ['Listening', 'Repeating']],
  [
    '1. Ask first.\n2. Decide late, so that more is known.',
    ['Ask first', 'Decide late, so that more is known'],
  ],
  [
    'I aim for a **60/40 mix** of both. I do this by:\n- Holding **office hours**.\n- Reading.',
    ['60/40 mix', 'office hours', 'Reading'],
  ],
  ['I ask. I wait. I decide.', ['I ask', 'I wait', 'I decide']],
  ['One. Two. Three. Four. Five. Six.', ['One', 'Two', 'Three', 'Four', 'Five']],
  [
    'Tools, e.g. a board, help. So do habits, i.e. rituals.',
    ['Tools, e.g. a board, help', 'So do habits, i.e. rituals'],
  ],
  ['- one\n  - nested\n  goes on\n- two\n\n      code?\n', ['one', 'two']],
  ['- Done.\nThen **one thing** more.', ['Done', 'one thing']],
  ['```\n- no point\n```\n## No point\n| no | point |\n\nJust this.', ['Just this']],
  ['', []],
  ['**Situation:** Late.\n**Task:** Ship it.\n**Result:** Sold, twice.', ['Situation', 'Task', 'Result']],
  ['**S**: Late.\n**A**: I cut. And cut.', ['S: Late', 'A: I cut']],
  ['S: late\nT: ship it\nA: we cut\nR: sold', ['S: late', 'T: ship it', 'A: we cut', 'R: sold']],
])('%j has the points %j', (answer, expected) => {
  expect(labels(answer)).toEqual(expected)
})

test('a label is cut where a clause or a word ends', () => {
  expect(
    labels('- Trying small experiments for new ideas (e.g. a spike of two days) to see what works\n- b'),
  ).toEqual(['Trying small experiments for new ideas', 'b'])
  expect(
    labels('- If changing one field means touching many of the services that we run every day\n- b')[0],
  ).toBe('If changing one field means touching many')
})

test('the text is the whole item, or the sentence around a bold phrase', () => {
  expect(
    keyPointsOf('Before. I use a **"tax" model** for it. After.\n\n* **Split:** one `fifth` is\n  *ours*.'),
  ).toEqual([
    { text: 'I use a "tax" model for it.', label: '"tax" model' },
    { text: 'Split: one fifth is ours.', label: 'Split' },
  ])
})

test('a point of an explicit list has no checkbox', () => {
  expect(explicitKeyPoint('[ ] **Name** the number')).toEqual({ text: 'Name the number', label: 'Name' })
})
