import { expect, test } from 'vitest'
import { asked } from '../asked.ts'

test('comments of Google Docs are no part of an answer', () => {
  const text =
    'Why do you paint?\nFor calm.[a] And so on.\n\nWhere?\nHere.[b]\n\n[a]say more\n[b]Anna: where?\non which wall\n'
  expect(asked(text)).toEqual([
    ['Why do you paint?', 'For calm. And so on.'],
    ['Where?', 'Here.'],
  ])
})

test.each([
  'What is a[a]?\nThe first.\n\nWhat is b?\n[b]\n',
  'Why?\nSee[a].\n\nHow?\n[a](https://a.example)\n',
])('brackets in %j stay', (text) => {
  expect(asked(text).flat().join(' ')).toContain('[a]')
})
