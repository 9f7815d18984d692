import { describe, expect, test } from 'vitest'
import { readBank } from '../../../src/import/read.ts'
import { asked, both, sections } from '../asked.ts'

describe('YAML', () => {
  test.each([
    [
      'cards:\n  - q: "How do you plan?"\n    a: "Backwards."\n  - q: Who decides?\n    a: |\n      One of us.\n',
    ],
    [
      '# Deck\n---\n- question: How do you plan?\n  answer: Backwards.\n- {question: Who decides?, answer: One of us.}\n',
    ],
    ['q: How do you plan?\na: Backwards.\n---\nq: Who decides?\na: One of us.\n'],
    [
      '---\ntitle: Talks\ncards:\n  - q: How do you plan?\n    a: Backwards.\n  - q: Who decides?\n    a: One of us.\n---\n',
    ],
    ['---\ncards:\n  - q: How do you plan?\n    a: Backwards.\n---\n\n## Who decides?\n\nOne of us.\n'],
  ])('%j', (text) => {
    expect(asked(text)).toEqual(both)
  })

  test('has sections and lines', () => {
    const text =
      'Plans:\n  - q: How?\n    a: So.\n    tags: [x]\n\n  - q: Why?\nPower:\n  questions:\n    - Who decides?\n'
    expect(sections(text)).toEqual(['Plans', 'Plans', 'Power'])
    expect(readBank(text, { slug: 'mine' }).questions.map(({ line }) => line)).toEqual([2, 6, 9])
  })

  test('in front matter may ask what the text answers', () => {
    expect(asked('---\nquestion: What is a plan?\ntags: [x]\n---\n\nA way to go.\n\nOr to stay.\n')).toEqual([
      ['What is a plan?', 'A way to go.\n\nOr to stay.'],
    ])
  })

  test.each([
    ['name: ci\non: [push]\njobs:\n  test:\n    steps:\n      - name: Check\n        run: npm test\n'],
    ['question: |\n  name\nlevel: 1\n'],
  ])('%j has no questions', (text) => {
    expect(asked(text)).toEqual([])
  })

  /** Nine aliases of nine aliases, and so on. */
  const bomb = 'abcdefghi'
    .split('')
    .map(
      (name, at, all) =>
        `${name}: &${name} [${Array(9)
          .fill(at === 0 ? 'x' : `*${all[at - 1]}`)
          .join(', ')}]\n`,
    )
    .join('')

  test.each([
    ['aliases of aliases', `${bomb}questions:\n  - q: Why?\n    a: *i\nlist: *i\n`],
    ['lists in lists', `questions:\n  - q: Why?\n    a: ${'['.repeat(100_000)}\n`],
    ['an open quote', `questions:\n  - q: "Why?\n${'    so\n'.repeat(100_000)}`],
    [
      'anchors',
      `list:\n  - q: Why?\n${Array.from({ length: 50_000 }, (_, at) => `  - &a${at} x\n  - *a${at}\n`).join('')}`,
    ],
    ['keys', `list:\n  - q: Why?\n${Array.from({ length: 50_000 }, (_, at) => `    k${at}: x\n`).join('')}`],
  ])('%s are read or refused', (_, text) => {
    const { questions, warnings } = readBank(text, { slug: 'mine', title: 'notes' })
    expect(questions.length <= 1 && warnings.length <= 2).toBe(true)
  })
})

test('keys that ask, in sections', () => {
  const text = `# cards
plans:
  "How do you plan?": >
    Backwards,
    mostly.
  Why so?: Dates are fixed.
power:
  'Who decides?': |
    One of us:
    - the one who knows
`
  expect(asked(text)).toEqual([
    ['How do you plan?', 'Backwards, mostly.'],
    ['Why so?', 'Dates are fixed.'],
    ['Who decides?', 'One of us:\n- the one who knows'],
  ])
  expect(sections(text)).toEqual(['plans', 'plans', 'power'])
})
