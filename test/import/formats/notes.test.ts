import { describe, expect, test } from 'vitest'
import { readBank } from '../../../src/import/read.ts'
import { asked, both, sections } from '../asked.ts'

const questions = (text: string): string[] => asked(text).map(([question]) => question)

describe('plain text', () => {
  test('of questions and statements has no answers', () => {
    const text =
      'Tell me about yourself.\nHow do you plan?\nDescribe a quarrel.\nWho decides?\nTell me of a loss.\n'
    expect(asked(text)).toEqual(
      [
        'Tell me about yourself.',
        'How do you plan?',
        'Describe a quarrel.',
        'Who decides?',
        'Tell me of a loss.',
      ].map((question) => [question, null]),
    )
  })

  test('with answers keeps the statements in them', () => {
    expect(
      asked(
        'How do you plan?\nBackwards.\n\nDescribe a quarrel.\nTwo teams.\n\nWho decides?\nExplain it first.\n',
      ),
    ).toEqual([
      ['How do you plan?', 'Backwards.'],
      ['Describe a quarrel.', 'Two teams.'],
      ['Who decides?', 'Explain it first.'],
    ])
  })

  test.each([
    [
      'right above',
      'Talks\nHow do you plan?\nTell me of a loss.\n\nPower\nDescribe a quarrel.\nWho decides?\n',
    ],
    [
      'above',
      'Talks\n\nHow do you plan?\nTell me of a loss.\n\nPower\n\nDescribe a quarrel.\nWho decides?\n',
    ],
    [
      'with colons',
      'Talks:\nHow do you plan?\nTell me of a loss.\nPower:\nDescribe a quarrel.\nWho decides?\n',
    ],
  ])('has the names of its parts %s the questions', (_, text) => {
    expect(asked(text)).toEqual(
      ['How do you plan?', 'Tell me of a loss.', 'Describe a quarrel.', 'Who decides?'].map((question) => [
        question,
        null,
      ]),
    )
    expect(sections(text)).toEqual(['Talks', 'Talks', 'Power', 'Power'])
  })

  test('asks with "Tell me about" also right below another question', () => {
    expect(
      asked('Who decides?\nTell me about a loss.\nWe lost a year.\n\nHow do you plan?\nBackwards.\n'),
    ).toEqual([
      ['Who decides?', null],
      ['Tell me about a loss.', 'We lost a year.'],
      ['How do you plan?', 'Backwards.'],
    ])
  })

  test('below headings has sections', () => {
    const text =
      '## Talks\n\nHow do you plan?\nBackwards.\n\nWho decides?\nOne of us.\n\nWhat is hard?\nWaiting.\n'
    expect(questions(text)).toEqual(['How do you plan?', 'Who decides?', 'What is hard?'])
    expect(sections(`# All\n\n${text}`)).toEqual(['Talks', 'Talks', 'Talks'])
  })
})

test('lines that dashes begin ask in other languages, too', () => {
  expect(questions('— Parlez-moi de vous.\n— Comment décidez-vous ?\n— Décrivez un conflit.\n')).toEqual([
    'Parlez-moi de vous.',
    'Comment décidez-vous ?',
    'Décrivez un conflit.',
  ])
})

describe('a list from a word processor', () => {
  test.each([
    ['numbers', '1.\tHow do you plan?\n2.\tTell me about a loss.\n3.\tWho decides?\n'],
    ['bullets', '●\tHow do you plan?\n●\tTell me about a loss.\n●\tWho decides?\n'],
    [
      'bullets of a symbol font',
      '\uf0b7\tHow do you plan?\n\uf0b7\tTell me about a loss.\n\uf0a7\tWho decides?\n',
    ],
    ['Roman numbers', 'I.\tHow do you plan?\nII.\tTell me about a loss.\nIII.\tWho decides?\n'],
    ['dashes', '– How do you plan?\n– Tell me about a loss.\n– Who decides?\n'],
  ])('has %s', (_, text) => {
    expect(questions(text)).toEqual(['How do you plan?', 'Tell me about a loss.', 'Who decides?'])
  })

  test('may have a topic in front of each question', () => {
    const text = '1. Time\tQ: How do you plan?\nA: Backwards.\n2. Power\tQ: Who decides?\nA: One of us.\n'
    expect(asked(text)).toEqual(both)
    expect(readBank(text, { slug: 'mine' }).questions.map(({ line }) => line)).toEqual([1, 3])
  })
})

describe('cards', () => {
  test('may be marked in many ways', () => {
    const text =
      'Q. How do you plan?\nA. Backwards.\n\nq: Who decides?\na: One of us.\n\nQuestion - Why?\nAnswer - So.\n\nQ) How so\nA) So.\n'
    expect(asked(text)).toEqual([...both, ['Why?', 'So.'], ['How so', 'So.']])
  })

  test('keep the options to choose from', () => {
    expect(asked('Q: Which one?\nA) this\nB) that\nA: that\n\nQ: Why?\nA: So.\n')[0]).toEqual([
      'Which one?\nA) this\nB) that',
      'that',
    ])
  })

  test('have the sections of their headings', () => {
    expect(sections('# Deck\n\n## One\n\nQ: Why?\nA: So.\n\n## Two\n\nQ: How?\nA: So.\n')).toEqual([
      'One',
      'Two',
    ])
  })
})

describe('Obsidian', () => {
  test('has colons in code, nested cards and notes below them', () => {
    const text =
      '- What is trust:: Slow\n\t- as a promise kept\n- How do I read `a::b`:: As a member\n    - **What breaks it**:: Surprises\n'
    expect(asked(text)).toEqual([
      ['What is trust', 'Slow\n- as a promise kept'],
      ['How do I read `a::b`', 'As a member'],
      ['What breaks it', 'Surprises'],
    ])
  })

  test('has answers that go on below their card', () => {
    const text =
      'What is trust:: Slow\nas a promise kept\n\nWhat breaks it:: Surprises\n```\nboo()\n```\nWhy?:: So\n'
    expect(asked(text)).toEqual([
      ['What is trust', 'Slow\nas a promise kept'],
      ['What breaks it', 'Surprises\n```\nboo()\n```'],
      ['Why?', 'So'],
    ])
  })

  test('has code and tables above the lone question mark, and may have no blank lines', () => {
    expect(
      asked(
        'Which one?\n\n| a | b |\n|---|---|\n?\nThe second.\n\nWhat prints?\n```js\nlog(1)\n```\n?\nOne.\n',
      ),
    ).toEqual([
      ['Which one?\n\n| a | b |\n|---|---|', 'The second.'],
      ['What prints?\n```js\nlog(1)\n```', 'One.'],
    ])
    expect(asked('What prints?\n\n```js\nlog(1)\n```\n\n?\n\n```\n1\n```\n\nWhy?\n?\nSo.\n')).toEqual([
      ['What prints?\n\n```js\nlog(1)\n```', '```\n1\n```'],
      ['Why?', 'So.'],
    ])
    expect(questions('What is one?\n?\nOne\nWhat is two?\n?\nTwo\n')).toEqual([
      'What is one?',
      'What is two?',
    ])
  })

  test('has tags and block ids behind headings', () => {
    expect(
      asked(
        '# Lead\n\n## How do you plan? #flashcards ^a1\n\nBackwards. %%aside%%\n\n## Who decides? #flashcards\n\nOne of us.\n',
      ),
    ).toEqual(both)
  })

  test('has comments, schedules, embedded files, links to notes and highlights', () => {
    const text =
      '## How do you plan? #card\n\nBy ==trust== and [[Goals|goals]]. <!--SR:!2026-01-01,3,250-->\n\n%% a draft\nof mine %%\n\n![[plan.png]]\n\n## Who decides? [[Power]]\n\nWe, as in `a[[1]]` or `x == y`.\n'
    expect(asked(text)).toEqual([
      ['How do you plan?', 'By **trust** and goals.'],
      ['Who decides?', 'We, as in `a[[1]]` or `x == y`.'],
    ])
  })

  test('is not what notes with a few colons are', () => {
    const text =
      '# Notes\n\n## Round\n\n- How do you plan?\nBackwards.\n\n- Who decides?\nOne of us.\n\n- Why?\nSo.\n\n## Sheet\n\n- Zeros are :: once\n- Links are :: local\n'
    expect(asked(text)).toEqual([...both, ['Why?', 'So.']])
  })
})

test('Logseq has tabs and properties', () => {
  expect(
    asked('- How do you plan?\n  collapsed:: true\n  - Backwards.\n- Who decides?\n\t- One of us.\n'),
  ).toEqual([
    ['How do you plan?', '- Backwards.'],
    ['Who decides?', '- One of us.'],
  ])
})

test.each([
  [
    'keywords and tags',
    '- TODO How do you plan? #work [[Plans]]\n\t- Backwards.\n- DONE [#A] Who decides? #work\n\t- One of us.\n',
  ],
  [
    'times',
    '- How do you plan?\n  SCHEDULED: <2026-01-01>\n\t- Backwards.\n- Who decides?\n  :LOGBOOK:\n  CLOCK: [2026-01-01]\n  :END:\n\t- One of us.\n',
  ],
  [
    'cards',
    '- How do you plan? #card\n  card-last-interval:: 4\n  card-repeats:: 1\n\t- Backwards.\n- Who decides? #card\n\t- One of us.\n',
  ],
])('Logseq has %s', (_, text) => {
  expect(asked(text)).toEqual(both.map(([question, answer]) => [question, `- ${answer}`]))
})

test.each([
  ['without sections', '* How do you plan?\nBackwards.\n* Who decides?\nOne of us.\n'],
  ['with sections', '* Work\n** How do you plan?\nBackwards.\n** Who decides?\nOne of us.\n'],
  ['with keywords and tags', '* TODO How do you plan? :team:\nBackwards.\n* Who decides?\nOne of us.\n'],
])('Org %s is read', (_, text) => {
  expect(asked(text)).toEqual(both)
})

test('reStructuredText is read by its titles', () => {
  const text =
    '.. contents::\n   :depth: 2\n\n=========\nInterview\n=========\n\nHow do you plan?\n~~~~~~~~~~~~~~~~\n\nBy ``time``. See `this <https://example.org>`_.\n\nWho decides?\n~~~~~~~~~~~~\n\nRun::\n\n    decide()\n\nIn short\n~~~~~~~~\n\nWe do.\n'
  expect(asked(text).slice(0, 2)).toEqual([
    ['How do you plan?', 'By `time`. See [this](https://example.org).'],
    ['Who decides?', 'Run:\n```\ndecide()\n```'],
  ])
})

test.each(['\ufeff', '\u200b', '\u2060', '\u200e'])('%j in front of a mark hides nothing', (character) => {
  expect(asked(`### How do you plan?\n\nBackwards.\n\n${character}### Who decides?\n\nOne of us.\n`)).toEqual(
    both,
  )
  expect(asked(`Q: How do you plan?\nA: Backwards.\n${character}Q: Who decides?\nA: One of us.\n`)).toEqual(
    both,
  )
})

test('characters that take no room are dropped from a text', () => {
  expect(
    asked('### How do\u00ad you\u200b plan?\n\nBack\u2060wards.\n\n### Who decides?\n\nOne of us.\n'),
  ).toEqual(both)
})

test('rules, footnotes and where links lead make no key points', () => {
  const text =
    '### How do you plan?\n\nI set a goal.\n\n- https://example.org/a\n- <https://example.org/b>\n- ![plan](plan.png)\n- ---\n- [x] I ask.\n\n***\n\nI give trust. [Book][1][^1]\n\n___\n\n[1]: https://example.org\n[^1]: A note.\n\n### Why?\n\nSo.\n'
  const [question] = readBank(text, { slug: 'mine' }).questions
  expect(question?.keyPoints.map((point) => point.text)).toEqual([
    'I set a goal.',
    'I ask.',
    'I give trust.',
    'Book',
  ])
})

test('cards without blanks around their colons, where the whole file consists of them', () => {
  const text =
    '# Team\n\nWhat is a lock::A door with one key.\nTraps of a queue::It fills and stalls.\nThe end of a plan:::The first day of work.\n'
  expect(asked(text)).toEqual([
    ['What is a lock', 'A door with one key.'],
    ['Traps of a queue', 'It fills and stalls.'],
    ['The end of a plan', 'The first day of work.'],
  ])
  expect(asked('std::string a;\nstd::vector b;\nint std::size c;\n')).toEqual([])
})

test('lists below the headlines of Org ask', () => {
  const text =
    '* Prep\n** Plans\n1. How do you plan?\n   Backwards.\n2. Who decides?\n   One of us.\n** Me\n- Why here?\n- Tell me about /that/ plan\n- Worst plan\n'
  expect(asked(text)).toEqual([
    ...both,
    ['Why here?', null],
    ['Tell me about /that/ plan', null],
    ['Worst plan', null],
  ])
  expect(sections(text)).toEqual(['Plans', 'Plans', 'Me', 'Me', 'Me'])
})
