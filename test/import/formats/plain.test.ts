import { describe, expect, test } from 'vitest'
import { asked, both } from '../asked.ts'

describe('plain text', () => {
  test.each([
    ['How do you plan?\nBackwards.\n\nWho decides?\nOne of us.\n'],
    ['```\nHow do you plan?\nBackwards.\n\nWho decides?\nOne of us.\n```\n'],
    ['```text\n1. How do you plan?\nBackwards.\n\n2. Who decides?\nOne of us.\n```\n'],
  ])('%j', (text) => {
    expect(asked(text)).toEqual(both)
  })
})

describe('bullets of other programs', () => {
  test.each(['☐', '☑', '➢', '·', '.\t'])('%j', (bullet) => {
    const items = [
      'how do you plan',
      'Tell me about a quarrel you had',
      'why did you leave??',
      'Who decides here',
    ]
    const text = `Questions for Friday\n\n${items.map((item) => `${bullet} ${item}`).join('\n\n')}\n`
    expect(asked(text).map(([question]) => question.replace('??', ''))).toEqual(
      items.map((item) => item.replace('??', '')),
    )
  })
})

test('cards between lines of one mark', () => {
  const text =
    'Q: How do you plan?\nA: Backwards,\nmostly.\n%%%%\nWhat is a lock?\n%%%%\nTraps of a queue (two)\n\nIt fills.\n\nIt stalls.\n%%%%\n'
  expect(asked(text)).toEqual([
    ['How do you plan?', 'Backwards,\nmostly.'],
    ['What is a lock?', null],
    ['Traps of a queue (two)', 'It fills.\n\nIt stalls.'],
  ])
})
