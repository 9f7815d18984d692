import { describe, expect, test } from 'vitest'
import { asked, both, sections } from '../asked.ts'

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

describe('cards between rules', () => {
  const cards: [string, string][] = [
    ['How do you plan?', 'Backwards.'],
    ['A peer who is late', 'I call.'],
    ['Who decides?', 'One of us.'],
  ]
  const text = (rule: string, gap = ''): string =>
    cards.map(([question, answer]) => `${question}\n${gap}${answer}\n${gap}`).join(`${rule}\n${gap}`)
  test.each(['---', '***', '===', '- - -', '_____', '——————'])('such as %j', (rule) => {
    expect(asked(text(rule))).toEqual(cards)
    expect(asked(text(rule, '\n'))).toEqual(cards)
  })

  test.each([
    ['front matter', `---\ntitle: Prep\n---\n\n${text('---')}`],
    ['a title', `My cards\n---\n${text('---')}`],
    ['a heading', `# My cards\n\n${text('---', '\n')}`],
  ])('below %s', (_, prep) => {
    expect(asked(prep)).toEqual(cards)
  })

  test('with sections', () => {
    const prep = `# Prep\n\n${text('---')}---\n\n## People\n\nWhy us?\nSo.\n`
    expect(sections(prep)).toEqual([null, null, null, 'People'])
  })

  test('not where the line below underlines a title', () => {
    expect(
      asked('How do you plan?\n---\nBackwards.\n\nWho decides?\n---\nOne of us.\n\nWhy?\n---\nSo.\n'),
    ).toEqual([...both, ['Why?', 'So.']])
  })
})
