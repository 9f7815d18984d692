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

  test('is no list of bullets in which one has a colon', () => {
    const text =
      '- How do you plan?\n  - Backwards.\n- Who decides?\n  - One of us.\n- My questions: budget?\n'
    expect(asked(text).slice(0, 2)).toEqual([
      ['How do you plan?', '- Backwards.'],
      ['Who decides?', '- One of us.'],
    ])
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

describe('a story by its parts', () => {
  const parts = (names: readonly string[]): string =>
    names.map((name, at) => `**${name}:** ${['A strike', 'End it', 'I talked', 'Peace'][at]}`).join('\n\n')
  const english = ['Situation', 'Task', 'Action', 'Result']
  test.each([
    [
      'letters',
      '- q: How do you plan?\n  star: {s: A strike, t: End it, a: I talked, r: Peace}\n- q: Who decides?\n  star: {}\n',
      english,
    ],
    [
      'words',
      '- question: How do you plan?\n  story: {situation: A strike, task: End it, action: I talked, result: Peace}\n- question: Who decides?\n',
      english,
    ],
    [
      'a list',
      '- question: How do you plan?\n  star:\n  - Situation: A strike\n  - Task: End it\n  - Action: I talked\n  - Result: Peace\n- question: Who decides?\n',
      english,
    ],
    [
      'another language',
      '[{"frage":"How do you plan?","star":{"situation":"A strike","aufgabe":"End it","handlung":"I talked","ergebnis":"Peace"}},{"frage":"Who decides?"}]',
      ['Situation', 'Aufgabe', 'Handlung', 'Ergebnis'],
    ],
    [
      'its own keys',
      '[{"q":"How do you plan?","s":"A strike","t":"End it","a":"I talked","r":"Peace"},{"q":"Who decides?"}]',
      english,
    ],
    ['columns', 'q,s,t,a,r\nHow do you plan?,A strike,End it,I talked,Peace\nWho decides?,,,,\n', english],
    [
      'a title beside what is asked',
      '- title: The strike\n  asked: How do you plan?\n  star: {S: A strike, T: End it, A: I talked, R: Peace}\n- title: The vote\n  asked: Who decides?\n',
      english,
    ],
  ])('in %s', (_, text, names) => {
    expect(asked(text)).toEqual([
      ['How do you plan?', parts(names)],
      ['Who decides?', null],
    ])
  })
})
