import { describe, expect, test } from 'vitest'
import { readBank } from '../../../src/import/read.ts'
import { asked } from '../asked.ts'

const questions = (text: string): string[] => asked(text).map(([question]) => question)

describe('questions that are marked nearly as the others are', () => {
  test.each([
    [
      'a bold label among bold questions',
      '**Why do you paint?**\nFor calm.\n\n**Where do you paint?**\nAt the lake.\n\n**Worst picture:**\nThe red one.\n',
      ['Why do you paint?', 'Where do you paint?', 'Worst picture'],
    ],
    [
      'a bold label beside its text',
      '**Why do you paint?**: For calm.\n\n**Where do you paint?**: At the lake.\n\n**Worst picture**: The red one.\n',
      ['Why do you paint?', 'Where do you paint?', 'Worst picture'],
    ],
    [
      'an item that is not bold',
      '- **Why do you paint?** For calm.\n- Tell me about your first picture.\n- **Where do you paint?** Here.\n',
      ['Why do you paint?', 'Tell me about your first picture.', 'Where do you paint?'],
    ],
    [
      'a line at the margin below indented answers',
      '1. Why do you paint?\n   For calm.\n2. Where do you paint?\n   At the lake.\nTell me about your first picture\n   It was red.\n3. Who taught you?\n   Nobody.\n',
      ['Why do you paint?', 'Where do you paint?', 'Tell me about your first picture', 'Who taught you?'],
    ],
    [
      'a number without a colon among labels',
      'Q1: Why do you paint?\nA1: For calm.\n\nQ2 Where do you paint?\nAt the lake.\n\nQ3: Who taught you?\nA3: Nobody.\n',
      ['Why do you paint?', 'Where do you paint?', 'Who taught you?'],
    ],
    [
      'notes in haste above bullets',
      'how do you paint?\n- slowly\nfirst picture\n- red\nwhy do you paint?\n- calm\n',
      ['how do you paint?', 'first picture', 'why do you paint?'],
    ],
  ])('%s', (_, text, expected) => {
    expect(questions(text)).toEqual(expected)
  })

  test('a label of its own answer stays in it', () => {
    const text = '**Why do you paint?**\n\n**In short:**\nFor calm.\n\n**Where do you paint?**\nHere.\n'
    expect(questions(text)).toEqual(['Why do you paint?', 'Where do you paint?'])
  })

  test('cards, a callout and a list in one note are all read', () => {
    const text =
      'Why do you paint?::For calm.\n\nWhere do you paint?::At the lake.\n\n> [!question] Who taught you?\n> Nobody.\n\n- What do you paint?\n\t- Boats\n'
    expect(asked(text)).toEqual([
      ['Why do you paint?', 'For calm.'],
      ['Where do you paint?', 'At the lake.'],
      ['Who taught you?', 'Nobody.'],
      ['What do you paint?', '- Boats'],
    ])
  })
})

test('a line in an answer that asks is told, with its line', () => {
  const text = 'Q: Why do you paint?\nA: For calm.\nWhy only boats?\nThey float.\nQ: Where?\nA: Here.\n'
  expect(readBank(text, { slug: 'x' }).warnings).toEqual([
    {
      severity: 'warning',
      line: 3,
      code: 'not-understood',
      message:
        '"Why only boats?" was read as part of an answer. If it is a question, mark it like the others.',
    },
  ])
})

describe('what is no part of an answer', () => {
  test.each([
    ['a note for later', '## Why do you paint?\nFor calm.\n\n## Where?\nHere.\ntodo: ask Ann\n'],
    [
      'an offer of a chat',
      '## Why do you paint?\nFor calm.\n\n## Where?\nHere.\n\nWould you like me to add more?\n',
    ],
    ['good wishes', '## Why do you paint?\nFor calm.\n\n## Where?\nHere.\n\nI hope this helps!\n'],
    [
      'a higher heading with tips',
      '# Why\n\n### Q1: Why do you paint?\nFor calm.\n\n### Q2: Where?\nHere.\n\n## Tips\n- Smile\n',
    ],
  ])('%s', (_, text) => {
    expect(asked(text)).toEqual([
      ['Why do you paint?', 'For calm.'],
      ['Where?', 'Here.'],
    ])
  })

  test('bullets below a numbered question answer it', () => {
    const text =
      'Interview\n\n1. Why do you paint?\n* For calm\n* For the light\n\n2. Where do you paint?\nHere.\n'
    expect(asked(text)).toEqual([
      ['Why do you paint?', '* For calm\n* For the light'],
      ['Where do you paint?', 'Here.'],
    ])
  })

  test('a list that begins again at 1 in an answer', () => {
    const text =
      '**1) Why do you paint?**\n\n**1.** For calm.\n**2.** For light.\n\n**2) Where do you paint?**\n\nHere.\n'
    expect(questions(text)).toEqual(['Why do you paint?', 'Where do you paint?'])
  })
})

test.each([
  [
    'numbers without a dot',
    '### 1 Why do you paint?\nCalm.\n\n### 2 First picture\nRed.\n\n### 3 Where?\nHere.\n',
    'First picture',
  ],
  [
    'emoji before bold numbers',
    '✅ **1) Why do you paint?**\n\nCalm.\n\n✅ **2) First picture**\n\nRed.\n\n✅ **3) Where do you paint?**\n\nHere.\n',
    'First picture',
  ],
])('%s are read', (_, text, second) => {
  expect(questions(text)[1]).toBe(second)
})

test('a letter with topics gives them, and not its last line', () => {
  const text =
    'Subject: Your interview\n\nHi Ann,\n\nplease think about:\n\n- A time you painted in the rain\n- How you mix colours\n- Why boats?\n\nCould you also send me a picture?\n\nBest\nTom\n'
  expect(questions(text)).toEqual(['A time you painted in the rain', 'How you mix colours', 'Why boats?'])
})

test.each([
  ['headings', '### How do you plan?\nBackwards.\n\n### Greatest loss\nA date.\n'],
  ['items', '- How do you plan?\n  - backwards\n- Greatest loss\n  - a date\n'],
])('of two %s with text below, both are questions where one asks', (_, text) => {
  const { questions } = readBank(text, { slug: 'mine', title: 'notes' })
  expect(questions.map(({ question }) => question)).toEqual(['How do you plan?', 'Greatest loss'])
})

describe('tasks and bold items with an answer beside them, of which a third ask', () => {
  const cards: [string, string][] = [
    ['Trust versus speed', 'Slowly.'],
    ['How do you plan?', 'Backwards.'],
    ['Delegation', 'Early.'],
  ]
  const list = (row: (question: string, answer: string) => string): string =>
    `# Interview\n\n## Leading\n\n${cards.map(([question, answer]) => row(question, answer)).join('\n')}\n`
  test.each<[string, (question: string, answer: string) => string]>([
    ['a dash', (question, answer) => `- [ ] **${question}** — ${answer}`],
    ['quotation marks', (question, answer) => `- [x] **"${question}"** — ${answer}`],
    ['a colon', (question, answer) => `- [ ] **${question}**: ${answer}`],
    ['lines of their own', (question, answer) => `* [ ] **${question}**\n  ${answer}`],
    ['no bold', (question, answer) => `- [ ] ${question} – ${answer}`],
    ['no box', (question, answer) => `- **${question}** - ${answer}`],
    ['numbers', (question, answer) => `1. **${question}** – ${answer}`],
  ])('%s', (_, row) => {
    expect(asked(list(row))).toEqual(cards)
  })

  test('not where they are parts of an answer', () => {
    const parts = '- **Goal** — first.\n- **Why not?** — fear.\n- **Way** — last.'
    const text = `# Interview\n\n## How do you plan?\n\n${parts}\n\n## Who decides?\n\nOne of us.\n`
    expect(asked(text)).toEqual([
      ['How do you plan?', parts],
      ['Who decides?', 'One of us.'],
    ])
  })
})

describe('below numbers with labelled answers the next number is a question without one', () => {
  const cards: [string, string | null][] = [
    ['Introduce yourself', 'Five years.'],
    ['How do you plan?', 'Backwards.'],
    ['A misjudgment of yours', null],
  ]
  const list = (row: (question: string, number: number) => string, label: string): string =>
    cards
      .map(([question, answer], at) => row(question, at + 1) + (answer ? `\n${label}${answer}` : ''))
      .join('\n')
  type Row = (question: string, number: number) => string
  test.each<[string, Row, string]>([
    ['Answer:', (question, number) => `${number}. ${question}`, 'Answer: '],
    ['答：', (question, number) => `${number}. ${question}`, '答：'],
    ['A:', (question, number) => `${number}. ${question}`, 'A: '],
    ['A: indented', (question, number) => `${number}) ${question}`, '   A: '],
    ['**A:**', (question, number) => `## ${number}. ${question}`, '**A:** '],
  ])('%s', (_, row, label) => {
    expect(asked(`# Interview\n\n${list(row, label)}\n`)).toEqual(cards)
  })

  test('in each part, and above the next', () => {
    const part = list((question, number) => `${number}. ${question}`, 'Antwort: ')
    expect(asked(`Gespräch\n\nI. Person\n${part}\n\nII. Fach\n${part}\n`)).toEqual([...cards, ...cards])
  })

  test('but not the number of a list in an answer', () => {
    const text =
      '# Interview\n\n1. How do you plan?\nA: In steps:\n1. the end\n2. the way\n3. the start\n\n2. Who decides?\nA: One of us.\n'
    expect(asked(text)).toEqual([
      ['How do you plan?', 'In steps:\n1. the end\n2. the way\n3. the start'],
      ['Who decides?', 'One of us.'],
    ])
  })

  test('`A:` is no label among options or in a story', () => {
    const options = 'A: red\nB: blue'
    expect(
      asked(`# Interview\n\n## 1. Which one?\n${options}\n\n## 2. And which now?\n${options}\n`).length,
    ).toBe(2)
    const story = '**S:** A strike.\n**T:** End it.\n**A:** I talked.\n**R:** Peace.'
    const [first] = asked(`# Interview\n\n## Your worst day?\n${story}\n\n## Your best day?\n${story}\n`)
    expect(first).toEqual(['Your worst day?', story])
  })
})
