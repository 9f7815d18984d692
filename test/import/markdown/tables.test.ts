import { expect, test } from 'vitest'
import { asked } from '../asked.ts'

test.each([
  [
    'by its header',
    '| Question | Answer |\n|---|---|\n| How do you plan? | Backwards. |\n| Who decides? | One of us. |\n',
  ],
  [
    'by a number and bold text',
    '| # | **Question** | Key points |\n|:-:|---|---|\n| 1 | **How do you plan?** | Backwards. |\n| 2 | **Who decides?** | One of us. |\n',
  ],
  [
    'by what its rows ask',
    '| Prompts we get | My line |\n|---|---|\n| How do you plan? | Backwards. |\n| Who decides? | One of us. |\n',
  ],
  [
    'as a grid',
    '+--------------------+-----------+\n| How do you plan?   | Backwards. |\n+--------------------+-----------+\n| **Who decides?**   | One of us. |\n+--------------------+-----------+\n',
  ],
  [
    'in HTML',
    '<table>\n<tr><th>Question</th><th>Answer</th></tr>\n<tr><td>How do you plan?</td><td><p>Backwards.</p></td></tr>\n<tr><td>Who decides?</td><td>One of us.</td></tr>\n</table>\n',
  ],
])('a table is read %s', (_, table) => {
  expect(asked(`# Notes\n\n${table}`)).toEqual([
    ['How do you plan?', 'Backwards.'],
    ['Who decides?', 'One of us.'],
  ])
})

test('further columns with more than a word are parts of the answer', () => {
  const text =
    '| Question | Answer | Example | Status |\n|---|---|---|---|\n| How do you plan? | Back<br>wards. | The move to a new mail server | done |\n'
  expect(asked(text)).toEqual([
    ['How do you plan?', 'Back\nwards.\n\nExample: The move to a new mail server'],
  ])
})

test('a table of contents or of terms asks nothing', () => {
  expect(
    asked('# Questions\n\n| No | Questions |\n|---|---|\n| 1 | [How so?](#how-so) |\n\n### How so?\n\nSo.\n'),
  ).toEqual([['How so?', 'So.']])
  expect(asked('# Terms\n\n| Term | Meaning |\n|---|---|\n| Lead | First |\n| Lag | Last |\n')).toEqual([])
})

test('a column in the first person answers, however short', () => {
  const rows = '| Why here? | The view | May |\n| Who decides? | One of us | June |\n'
  expect(asked(`| Asked | What I say | When |\n|---|---|---|\n${rows}`)).toEqual([
    ['Why here?', 'The view'],
    ['Who decides?', 'One of us'],
  ])
})
