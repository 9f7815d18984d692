import { expect, test } from 'vitest'
import { asked, both } from '../asked.ts'

const text = '**How do you plan?**\n\nBackwards.\n\n**Who decides?**\n\nOne of us.\n\n'

test.each([
  ['a name', 'Best,\nAna\n'],
  ['a name on the same line', 'Viele Grüße, Ana\n'],
  ['a name, a role and a number', 'Kind regards\nAna Lee\nHead of Things\n+49 30 1234567\n'],
  ['what a page says about itself', '*Last updated: May 2024. © Ana Lee*\n'],
  ['links to more', '> More on my blog: [Plans](https://example.org)\n'],
  ['several of these', 'Thanks,\nAna\n\nSent from my phone\n'],
])('%s at the end is no part of the last answer', (_, end) => {
  expect(asked(text + end)).toEqual(both)
})

test('below the only rule in any answer a text closes', () => {
  const first = '**Why here?**\n\nFor the view.\n\n'
  expect(asked(`${first}${text}---\n\nWrite to me about all this.\n`).slice(1)).toEqual(both)
  expect(asked(`**Why?**\n\nSo.\n\n---\n\nOr so.\n\n${text}---\n\nOr two.\n`).at(-1)?.[1]).toBe(
    'One of us.\n\n---\n\nOr two.',
  )
})

test('an answer may end in a few words', () => {
  expect(asked(`${text}I would thank him.\n\nBest of all\n\nwe won.\n`).at(-1)?.[1]).toBe(
    'One of us.\n\nI would thank him.\n\nBest of all\n\nwe won.',
  )
})
