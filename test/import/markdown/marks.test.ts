import { describe, expect, test } from 'vitest'
import { asked, both, sections } from '../asked.ts'

const questions = (text: string): string[] => asked(text).map(([question]) => question)

describe('marks of lists', () => {
  test.each([
    [
      'Roman numbers',
      'I. How do you bake?\n   Slowly.\n\nII. Describe a loaf.\n   Brown.\n\nIII. Who eats it?\n   We do.\n',
    ],
    [
      'numbers without a dot',
      '1 How do you bake?\n  Slowly.\n2 Describe a loaf.\n  Brown.\n3 Who eats it?\n  We do.\n',
    ],
    [
      'numbers that a reply quotes',
      'Hi,\n\n> 1. How do you bake?\n\nSlowly.\n\n> 2. Describe a loaf.\n\nBrown.\n\n> 3. Who eats it?\n\nWe do.\n',
    ],
    [
      'numbers and questions in bold, with the answer beside them',
      '**1 - How do you bake?** Slowly.\n\n**2 - Describe a loaf.** Brown.\n\n**3 - Who eats it?** We do.\n',
    ],
    [
      'letters without a colon',
      '#bread\nQ How do you bake?\nA Slowly.\n\nQ Describe a loaf.\nA Brown.\n\nQ Who eats it?\nA We do.\n',
    ],
    [
      'quotation marks and arrows in notes',
      '# Call with Ann\n\nNext: Friday\n\n## Heard\n\n- "How do you bake?" -> Slowly.\n- "Describe a loaf." -> Brown.\n- "Who eats it?" -> We do.\n\n## To do\n\n- [ ] buy flour\n- [ ] buy salt\n',
    ],
  ])('%s', (_, text) => {
    expect(asked(text)).toEqual([
      ['How do you bake?', 'Slowly.'],
      ['Describe a loaf.', 'Brown.'],
      ['Who eats it?', 'We do.'],
    ])
  })

  test('names and sentences that begin with a letter and a dot are no numbers', () => {
    expect(asked('### Who wrote it?\n\nV. Li did.\nI. Petrov helped.\n')[0]?.[1]).toContain('V. Li did.')
  })

  test('rounds in brackets, and items of a list in which nearly all ask', () => {
    const text = `Talks
*****

Some of them:

\t*\t(1) Introduce the others
\t*\t(1) What is a loaf?
\t*\t(1-2) Who bakes (well)?
\t* (2)\tWhere do you bake?
\t*\t(3) Why do you bake?
`
    expect(questions(text)).toEqual([
      'Introduce the others',
      'What is a loaf?',
      'Who bakes (well)?',
      'Where do you bake?',
      'Why do you bake?',
    ])
  })

  test('a topic in bold before the question, and an arrow that leads elsewhere behind it', () => {
    const text =
      '# Interview\n\n## 1. Bread\n\n### Basics\n\n1. **Dough:** Explain how it rises. What does it need? [➜](bread.md#dough)\n2. **Oven:** How hot is it? [➜](bread.md#oven)\n'
    expect(questions(text)).toEqual([
      'Dough: Explain how it rises. What does it need?',
      'Oven: How hot is it?',
    ])
    expect(new Set(sections(text))).toEqual(new Set(['Basics']))
  })

  test('numbered situations with a list below each', () => {
    const text =
      '### At work\n\n1. The oven is cold. What do you do?\n    - light it\n2. A guest shouts.\n    - listen\n\n### At home\n\n1. Why bread?\n    - it is warm\n'
    expect(asked(text)).toEqual([
      ['The oven is cold. What do you do?', '- light it'],
      ['A guest shouts.', '- listen'],
      ['Why bread?', '- it is warm'],
    ])
  })

  test('numbers in lower case, of which many ask', () => {
    const text =
      '1) what is dough\n2) how long does it rest\n3) salt\n4) why is it kneaded twice\n5) How do you bake it?\n'
    expect(questions(text)).toHaveLength(5)
  })

  test('numbers that are glued to words in lower case', () => {
    const text =
      '1.what is dough\n2.how long does it rest\n3.salt\n4.explain why it is kneaded\n5.what is a crust\n'
    expect(questions(text)).toEqual([
      'what is dough',
      'how long does it rest',
      'salt',
      'explain why it is kneaded',
      'what is a crust',
    ])
    expect(asked('# Tools\n\n2.js is a file.\n3.py is another.\n')).toEqual([])
  })

  test('tasks in a list that unfolds', () => {
    const text =
      '- <details><summary><b>On interviews</b></summary>\n\n  - [ ] [A film](https://x.test/a), online\n  - Some to think of:\n      - [ ] Why bread?\n      - [ ] Where do you bake it?\n      - [ ] How hot is the oven?\n\n  </details>\n'
    expect(questions(text)).toEqual(['Why bread?', 'Where do you bake it?', 'How hot is the oven?'])
  })

  test('what the parts of an answer hold is not asked', () => {
    const text =
      '# Interview\n\n### How to\n\n- **Cause**\n  - Why did you bake?\n- **Result**\n  - How was it?\n\n### Questions\n\n- [ ] Tell me about a loaf that burnt.\n  - **Cause:**\n  - **Result:**\n- [ ] Describe a cake you made.\n  - **Cause:**\n  - **Result:**\n'
    expect(questions(text)).toEqual(['Tell me about a loaf that burnt.', 'Describe a cake you made.'])
  })

  test('advice below an item is its answer, even if it begins like a question', () => {
    const text =
      '# Interview\n\n- Tell me about yourself\n\t- Consider it a story with an end.\n\t\t- Keep it short.\n- Why bread?\n- Tell me about a loaf.\n'
    expect(asked(text)[0]?.[1]).toContain('Consider it a story')
  })

  test.each([
    ['Explain the why first, then ask', '- Explain the why first, then ask'],
    ['context first, then trust', '- context first, then trust'],
    ['Explain how you chose it', null],
    ['And if nobody came?', null],
  ])('%j below an item is its answer, unless it asks somebody', (below, answer) => {
    expect(asked(`- How do you bake?\n    - ${below}\n- How do you lead?\n    - with tea\n`)[0]?.[1]).toBe(
      answer,
    )
  })
})

describe('headings that name a part', () => {
  test('one that trails off above those it begins', () => {
    const text =
      '# Interview\n\n## Tell me about a time when...\n\n### Bread\n- Tell me about a loaf that burnt\n- Describe a cake you made\n\n### Tea\n- Describe a cup you broke\n- Tell me about a pot\n'
    expect(questions(text)).toHaveLength(4)
    expect(sections(text)).toEqual(['Bread', 'Bread', 'Tea', 'Tea'])
  })

  test('one without quotation marks, where all that ask have them', () => {
    const text =
      '# Stories\n\n## "Tell me about a loaf that burnt"\n\nIt was black.\n\n## "Describe a cake you made"\n\nIt was tall.\n\n## Ideas\n\n- a story on tea\n'
    expect(questions(text)).toEqual(['Tell me about a loaf that burnt', 'Describe a cake you made'])
  })

  test('parts of STAR in another language, and bullets that are a dot and a tab', () => {
    const text =
      '# Entrevista\n\n.\tConte sobre um pão que queimou.\n\n.\tComo você faz o pão?\n\n## FORMATO\n\n### (S)ituação\n\nDescreva a situação em que estava.\n\n### (T)arefa\n\nQual o objetivo?\n\n### (A)ção\n\nDetalhe as ações tomadas.\n\n### (R)esultado\n\nO que aconteceu?\n'
    expect(questions(text)).toEqual(['Conte sobre um pão que queimou.', 'Como você faz o pão?'])
  })

  test('titles between equals signs, with questions that carry a remark', () => {
    const text = `FIRST (in short)

=== Bread ===

 How do you bake? A word or two, please.
 Where do you bake?
 Who eats what you bake?

=== Tea ===

 Which cup is yours?
 Who broke the other cups? Take all the time you need.

SECOND (in full)

=== Salt ===

 How do you salt a soup?
 Who taught you that? (Nearly done.)
 Where do you keep the salt?
`
    expect(questions(text)).toEqual([
      'How do you bake? A word or two, please.',
      'Where do you bake?',
      'Who eats what you bake?',
      'Which cup is yours?',
      'Who broke the other cups? Take all the time you need.',
      'How do you salt a soup?',
      'Who taught you that? (Nearly done.)',
      'Where do you keep the salt?',
    ])
    expect(asked(text).every(([, answer]) => answer === null)).toBe(true)
    expect(new Set(sections(text))).toEqual(new Set(['Bread', 'Tea', 'Salt']))
  })

  test('numbered parts beside a dialogue', () => {
    const text =
      '# 1. A MOCK\n\n**Interviewer:** How do you bake?\n\n**Candidate:** Slowly.\n\n**Interviewer:** Why bread?\n\n**Candidate:** It is warm.\n\n# 2. LAST THINGS\n\n## Know well\n- flour\n- salt\n'
    expect(questions(text)).toEqual(['How do you bake?', 'Why bread?'])
  })
})

test('a sheet whose column of questions is named in other words', () => {
  const text =
    'Round,Who,What they asked,What I said,How it went\nPhone,Ann,Why bread?,"It is warm, and it is ours",good\nOnsite,Bob,How do you bake?,"Slowly, with the door closed",ok\nOnsite,Bob,Tell me about a loaf that burnt,,bad\n'
  expect(asked(text)).toEqual([
    ['Why bread?', 'It is warm, and it is ours'],
    ['How do you bake?', 'Slowly, with the door closed'],
    ['Tell me about a loaf that burnt', null],
  ])
})

test('numbered topics with their text, below a heading that announces questions', () => {
  const topics = '1. Crumbs\n\nThey fall.\n\n2. Crusts\n\nThey hold.\n\n3. Ovens\n\nThey glow.\n'
  expect(asked(`## Interview Questions\n\nBe ready.\n\n${topics}`)).toEqual([
    ['Crumbs', 'They fall.'],
    ['Crusts', 'They hold.'],
    ['Ovens', 'They glow.'],
  ])
  expect(asked(`## Steps to answer questions\n\n${topics}`)).toEqual([])
})

test.each<[string, string, (string | null)[][]]>([
  [
    'names among items below headings',
    '# Interview\n\n## How do you plan?\n\nBackwards.\n\n## Who decides?\n\nOne of us.\n\n## In short\n- Favourite wall?\n- Best boss you had\n- What makes you paint?\n- How do you rest?\n',
    [
      ...both,
      ['Favourite wall?', null],
      ['Best boss you had', null],
      ['What makes you paint?', null],
      ['How do you rest?', null],
    ],
  ],
  [
    'a bold name among numbered items with their answers beside them',
    '1. **How do you plan?** Backwards.\n2. **Who decides?** One of us.\n3. **Worst wall.** The red one.\n',
    [...both, ['Worst wall.', 'The red one.']],
  ],
  [
    'bold lines below bold names of parts',
    '**PLANS**\n\n**How do you plan?**\nBackwards.\n\n**Us**\n\n**Who decides?**\nOne of us.\n\n**Tell me about a wall**\nRed.\n',
    [...both, ['Tell me about a wall', 'Red.']],
  ],
  [
    'emoji as bullets, and before the answers',
    '❓ How do you plan?\n✅ Backwards.\n\n❓ Who decides?\n✅ One of us.\n\n❓ Worst wall\n✅ Red.\n',
    [
      ['How do you plan?', '✅ Backwards.'],
      ['Who decides?', '✅ One of us.'],
      ['Worst wall', '✅ Red.'],
    ],
  ],
  [
    'numbers behind a hash or before a stroke',
    '#1 How do you plan?\nBackwards.\n\n#2 Who decides?\nOne of us.\n\n3/ Worst wall?\nRed.\n',
    [...both, ['Worst wall?', 'Red.']],
  ],
  ['headings without a blank', '#How do you plan?\nBackwards.\n\n#Who decides?\nOne of us.\n', both],
  [
    'an arrow behind a name',
    '- How do you plan? → Backwards.\n- Who decides? → One of us.\n- Worst wall → red\n',
    [...both, ['Worst wall', 'red']],
  ],
  [
    'contents in numbers',
    '1. How do you plan?\n2. Who decides?\n\n1. How do you plan?\n\nBackwards.\n\n2. Who decides?\n\nOne of us.\n',
    both,
  ],
  [
    'names before a colon, one of them twice',
    'Inn: How do you plan?\nBar: Tell me about a wall.\nZoo: How do you rest?\nInn: Who decides?\n',
    [
      ['Inn: How do you plan?', null],
      ['Bar: Tell me about a wall.', null],
      ['Zoo: How do you rest?', null],
      ['Inn: Who decides?', null],
    ],
  ],
  [
    'a dialogue whose last turn only thanks',
    'Ann: How do you plan?\nBen: Backwards.\nAnn: Who decides?\nBen: One of us.\nAnn: Thanks, that was all.\n',
    both,
  ],
  [
    'questions that are wrapped',
    'How do you plan a wall when the one who pays for it wants to have\nit in a week?\nBackwards.\n\nTell me about a time when you had to say no to somebody who was\nabove you.\nI offered two ways.\n\nWho decides about the colours of a house that is\nas old as this one?\nOne of us.\n',
    [
      ['How do you plan a wall when the one who pays for it wants to have it in a week?', 'Backwards.'],
      ['Tell me about a time when you had to say no to somebody who was above you.', 'I offered two ways.'],
      ['Who decides about the colours of a house that is as old as this one?', 'One of us.'],
    ],
  ],
  [
    'a bold line and a plain one among headings whose answers are one paragraph each',
    '## How do you plan?\nBackwards.\n\n**Who decides?**\nOne of us.\n\n## Why here?\nThe view.\n\nWhy now?\nThe light.\n',
    [...both, ['Why here?', 'The view.'], ['Why now?', 'The light.']],
  ],
  [
    'a question in an answer beside one with more paragraphs',
    '## How do you plan?\nBackwards.\n\nWhy so?\nIt is sure.\n\n## Who decides?\nOne of us.\n\nWe take turns.\n',
    [
      ['How do you plan?', 'Backwards.\n\nWhy so?\nIt is sure.'],
      ['Who decides?', 'One of us.\n\nWe take turns.'],
    ],
  ],
  [
    'lists of questions in answers',
    '**How do you plan?**\n\nI ask two things:\n\n1. What is it?\n2. Who needs it?\n\n**Who decides?**\n\nI ask myself:\n\n- Is it me?\n- Is it us?\n',
    [
      ['How do you plan?', 'I ask two things:\n\n1. What is it?\n2. Who needs it?'],
      ['Who decides?', 'I ask myself:\n\n- Is it me?\n- Is it us?'],
    ],
  ],
  [
    'numbers with all answers in bullets at the margin',
    '1. How do you plan?\n- backwards\n- slowly\n2. Worst wall\n- red\n3. Who decides?\n- one of us\n',
    [
      ['How do you plan?', '- backwards\n- slowly'],
      ['Worst wall', '- red'],
      ['Who decides?', '- one of us'],
    ],
  ],
  [
    'numbers with a hyphen, and the letter of the answer',
    '1.- How do you plan?\nR: Backwards.\n\n2.- Who decides?\nR: One of us.\n\n3.- Tell me about a wall\nR: Red.\n',
    [...both, ['Tell me about a wall', 'Red.']],
  ],
  ['numbers above A', '1. How do you plan?\nA: Backwards.\n\n2. Who decides?\nA: One of us.\n', both],
  [
    'bold labels with the answer beside them',
    '**Q: How do you plan?** Backwards.\n\n**Q: Who decides?** One of us.\n',
    both,
  ],
  ['quoted bold lines', '> **How do you plan?**\n> Backwards.\n\n> **Who decides?**\n> One of us.\n', both],
  [
    'headings above a part on scores',
    '## How do you plan?\nBackwards.\n\n## Who decides?\nOne of us.\n\n## Scoring\n| Score | Means |\n|---|---|\n| 1 | low |\n| 5 | high |\n',
    both,
  ],
  [
    'numbers above notes',
    'Our questions:\n1. How do you plan?\n   Backwards.\n2. Who decides?\n   One of us.\n\nNotes:\n- bring a brush\n',
    both,
  ],
])('%s', (_, text, expected) => {
  expect(asked(text)).toEqual(expected)
})

test('names above bold lines, and numbered ones above plain lines, are sections', () => {
  const counted = '1. Plans\nHow do you plan?\nWhy so?\n\n2. Us\nWho decides?\nWho else?\n'
  expect(sections(counted)).toEqual(['Plans', 'Plans', 'Us', 'Us'])
  const text = '**PLANS**\n\n**How do you plan?**\nBackwards.\n\n**Us**\n\n**Who decides?**\nOne of us.\n'
  expect(sections(text)).toEqual(['PLANS', 'Us'])
})

test('prose around a list asks nothing', () => {
  const text =
    'Hello Ann,\n\nplease think about:\n\n1. Your experience with walls\n2. How you mix colours\n3. A decision you regret\n4. What you would change here\n\nPlease be on time. Do you need a ladder?\n\nRegards,\nTom\n'
  expect(asked(text).map(([question]) => question)).toEqual([
    'Your experience with walls',
    'How you mix colours',
    'A decision you regret',
    'What you would change here',
  ])
})
