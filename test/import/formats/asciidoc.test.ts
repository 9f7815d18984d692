import { expect, test } from 'vitest'
import { asked } from '../asked.ts'

test('AsciiDoc is read by its terms and numbers', () => {
  const text =
    '= Painting: what they ask\nAna <ana@example.org>\n:toc:\n\n== Me\n\n[qanda]\nWhy do you paint?::\nFor calm.\n\nTell me about a wall.::\nIt was red.\n+\nThen white.\n\n== Work\n\n. Where do you paint?\n. Who taught you?\n. Describe a fence of yours.\n'
  expect(asked(text)).toEqual([
    ['Why do you paint?', 'For calm.'],
    ['Tell me about a wall.', 'It was red.\n\nThen white.'],
    ['Where do you paint?', null],
    ['Who taught you?', null],
    ['Describe a fence of yours.', null],
  ])
})
