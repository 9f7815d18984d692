import { describe, expect, test } from 'vitest'
import { asked, both, sections } from '../asked.ts'

const questions = (text: string): string[] => asked(text).map(([question]) => question)
const answered = (text: string): number => asked(text).filter(([, answer]) => answer !== null).length

describe('each part is read by its own mark', () => {
  test('from labels to a list and to bold lines', () => {
    const text = `# Interview

## First

### Q1: How do you plan?
Backwards.

### Q2: Who decides?
One of us.

## Second

- Tell me about a loss.
- Describe a quarrel.

## Third

**What is calm?**

Time.
`
    expect(questions(text)).toEqual([
      'How do you plan?',
      'Who decides?',
      'Tell me about a loss.',
      'Describe a quarrel.',
      'What is calm?',
    ])
    expect(sections(text)).toEqual(['First', 'First', 'Second', 'Second', 'Third'])
    expect(answered(text)).toBe(3)
  })

  test('from headings to a table', () => {
    const text =
      '# Interview\n\n## Tell me about a win.\n\nWe won.\n\n## More\n\n| Question | Level |\n|---|---|\n| Who decides? | hard |\n'
    expect(asked(text)).toEqual([
      ['Tell me about a win.', 'We won.'],
      ['Who decides?', null],
    ])
  })

  test('from numbered headings to those of another level', () => {
    const text =
      '# All\n\n## Question 1. How do you plan?\n\nBackwards.\n\n# Cases\n\n## Money\n\n### 1. Who pays?\n\nWe do.\n\n### 2. When?\n\nLater.\n'
    expect(questions(text)).toEqual(['How do you plan?', 'Who pays?', 'When?'])
  })

  test('but headings in one answer stay in it, and the title above a question is none', () => {
    const text =
      '# Work\n\n## Where do you want to be in five years?\n\n### 1. **Skills**\n\nOne.\n\n### 2. **People**\n\nTwo.\n'
    expect(questions(text)).toEqual(['Where do you want to be in five years?'])
  })

  test('and quoted lists below a label are questions, where advice below another is none', () => {
    const text =
      '# Guide\n\n### 1. Pitch questions\n\nThey open.\n\n**Examples:**\n- "Tell me about yourself"\n- "Why this job?"\n\n**Structure:**\n- Two parts\n- End with the role\n\n### 2. Fit questions\n\n**Examples:**\n- "What would you change?"\n'
    expect(questions(text)).toEqual(['Tell me about yourself', 'Why this job?', 'What would you change?'])
  })
})

describe('a run of numbers', () => {
  test('is filled by lines that are marked in another way', () => {
    const text = `Here they are 🚀

✅ **1) Who are you?**

1. A lead.
2. A friend.

✅ 2) The loss

Mail.

### 3. Why us?

Growth.

**Question 4:** And then?

More.
`
    expect(questions(text)).toEqual(['Who are you?', 'The loss', 'Why us?', 'And then?'])
  })

  test('needs no blank, and no question mark', () => {
    expect(
      questions('1) How do you plan?\nAns: So.\n\n2)How do you say no?\nAns: So.\n\n3) Money\nAns: So.\n'),
    ).toEqual(['How do you plan?', 'How do you say no?', 'Money'])
    expect(questions('1. The win\nWe won.\n\n2. The loss\nWe lost.\n\n3. Why leave?\nTo grow.\n')).toEqual([
      'The win',
      'The loss',
      'Why leave?',
    ])
  })
})

describe('the label of an answer', () => {
  test.each([
    ['Ответ', 'Объясните, как вы говорите нет.'],
    ['Réponse', 'Parlez de vous.'],
    ['Resposta', 'Fale de si.'],
    ['回答', '自己紹介'],
    ['Antwort (STAR)', 'Ein Konflikt'],
  ])('%j makes a question of the line above', (label, question) => {
    const text = `${question}\n\n${label}: A.\n\nHow do you plan?\n\n${label}: B.\n`
    expect(asked(text)).toEqual([
      [question, 'A.'],
      ['How do you plan?', 'B.'],
    ])
  })

  test('"A:" is none where the letters are those of STAR', () => {
    const text =
      '### Q1. How do you plan?\n**S:** No plan.\n**T:** Make one.\n**A:**\n- I asked.\n**R:** Done.\n'
    expect(asked(text)).toEqual([
      ['How do you plan?', '**S:** No plan.\n**T:** Make one.\n**A:**\n- I asked.\n**R:** Done.'],
    ])
  })
})

describe('a heading that has no questions of its own', () => {
  test.each(['Table of Contents', 'Introduction', 'Overview', 'Summary', 'Notes'])(
    '%s hides none below it',
    (name) => {
      const text = `# Interview questions\n\n## ${name}\n\n- [The loss](#the-loss)\n\n### Tell me about a loss\n\nMail.\n\n### How do you lead?\n\nCalmly.\n`
      expect(questions(text)).toEqual(['Tell me about a loss', 'How do you lead?'])
    },
  )
})

describe('the answer of an item', () => {
  test('may unfold, or stand right below without an indent', () => {
    const text = `# Lead

- How do you grow?

<details>
<summary>Expand answer</summary>

By room.

</details>

- How do you plan?
Backwards.
- Who decides? -> One of us.
`
    expect(asked(text)).toEqual([
      ['How do you grow?', 'By room.'],
      ['How do you plan?', 'Backwards.'],
      ['Who decides?', 'One of us.'],
    ])
  })

  test('ends where a nested list does', () => {
    expect(
      asked(
        '1. People\n   1. How do you lead?\n      - calmly\n   2. How do you hire?\n2. Work\n   1. How do you plan?\n',
      ),
    ).toEqual([
      ['How do you lead?', '- calmly'],
      ['How do you hire?', null],
      ['How do you plan?', null],
    ])
  })
})

describe('no answer', () => {
  test.each([
    '**Difficulty:** Hard\n\n**Company:** Acme\n\n**Tags:** a, b',
    'Status: draft',
    '🟢 **Easy**',
    '![a picture](a.png)',
    '- [One](https://example.org/1)\n- https://example.org/2',
    '**Situation:** [Describe it]\n**Task:** ...\n**Action:**\n- Result:',
    'collapsed:: true',
  ])('is %j', (below) => {
    const text = `# Questions\n\n### 1. How do you plan?\n\n${below}\n\n### 2. Who decides?\n\n${below}\n`
    expect(asked(text)).toEqual([
      ['How do you plan?', null],
      ['Who decides?', null],
    ])
  })

  test('but metadata around an answer is left out of it', () => {
    expect(
      asked('## How do you plan?\n\nLevel: easy\n\nBackwards.\n\nTags: time\n\n## Why?\n\nSo.\n')[0],
    ).toEqual(['How do you plan?', 'Backwards.'])
  })
})

test.each([
  ['## How do you fix it?\n\nAsk. Why? It works.\n\nWhat next? Tell.\n\n## How so?\n\nSo.\n', 2],
  [
    '# Trunk\n\nHave you ever wondered why? We did.\n\nWhat is it? A branch.\n\n## Why it works\n\nIs it risky? No.\n',
    0,
  ],
  ['# Sync\n\n- Ana: can we ship?\n- Bo: yes\n- Budget\n\n## Actions\n\n- [ ] write\n', 0],
])('in %j prose asks nothing', (text, count) => {
  expect(asked(text)).toHaveLength(count)
})

test.each([
  [
    'a callout',
    '> [!question]- How do you plan?\n> Backwards.\n\n> [!faq] Who decides?\n> > [!success] Answer\n> > One of us.\n',
  ],
  [
    'an admonition',
    '??? question "How do you plan?"\n    Backwards.\n\n??? question "Who decides?"\n    One of us.\n',
  ],
  [
    'a container',
    ':::details How do you plan?\nBackwards.\n:::\n\n:::details Who decides?\nOne of us.\n:::\n',
  ],
  [
    'a quotation',
    '> **Q: How do you plan?**\n>\n> A: Backwards.\n\n> **Q: Who decides?**\n>\n> A: One of us.\n',
  ],
  [
    'a transcript',
    '**Interviewer:** How do you plan?\n\n**Candidate:** Backwards.\n\n**Interviewer:** Who decides?\n\n**Candidate:** One of us.\n',
  ],
  ['italics', '# Interview\n\n*How do you plan?*\n\nBackwards.\n\n*Who decides?*\n\nOne of us.\n'],
  [
    'sections with numbers',
    '# Interview\n\n### 1.1 How do you plan?\n\nBackwards.\n\n### 1.2 Who decides?\n\nOne of us.\n',
  ],
  [
    'headings that are labels',
    '## Question\nHow do you plan?\n## Answer\nBackwards.\n\n## Question\nWho decides?\n## Answer\nOne of us.\n',
  ],
  [
    'headings for both',
    '# I\n\n### Q: How do you plan?\n### A: Backwards.\n\n### Q: Who decides?\n### A: One of us.\n',
  ],
])('%s is read', (_, text) => {
  expect(asked(text)).toEqual([
    ['How do you plan?', 'Backwards.'],
    ['Who decides?', 'One of us.'],
  ])
})

test('the name of a file changes nothing', () => {
  const text =
    '# 综合面\n\n## 自我介绍\n\n我带过一组。\n\n## 薪资\n\n可以谈。\n\n## 为什么离职\n\n成长。\n\n## 规划是什么\n\n带人。\n'
  expect(asked(text, 'notes')).toEqual(asked(text, 'interview questions'))
})

test('a list with a single question is one of questions, where most lists below such headings are', () => {
  const list = (name: string, items: string[]): string =>
    `### ${name}\n${items.map((item) => `- ${item}\n`).join('')}\n`
  const text = `# Interview questions\n\n${list('North', ['How do you plan?', 'Who decides?'])}${list('East', ['Draw a queue', 'What is a lock for?', 'Sorting a list'])}${list('South', ['Why did you leave?'])}`
  expect(asked(text).map(([question]) => question)).toEqual([
    'How do you plan?',
    'Who decides?',
    'Draw a queue',
    'What is a lock for?',
    'Sorting a list',
    'Why did you leave?',
  ])
})

test('tasks below headings are questions, where a question below another such heading shows it', () => {
  const text =
    '# Interview questions\n\n### North\n\n- Write a queue\n\n### East\n\n- Calculate the angle of two hands\n- Find a word in a list\n\n### South\n\n- Implement a lock\n- What is a mutex?\n'
  expect(asked(text).map(([question]) => question)).toEqual([
    'Write a queue',
    'Calculate the angle of two hands',
    'Find a word in a list',
    'Implement a lock',
    'What is a mutex?',
  ])
})

test('answers at the margin stand below items and a blank line', () => {
  const text =
    '- How do you plan?\n\nBackwards.\n\n- Who decides?\n\nOne of us.\n\n- Why here?\n\nFor the view.\n\nMore soon.\n'
  expect(asked(text)).toEqual([...both, ['Why here?', 'For the view.']])
})

test('answers at the margin below the items of a list go on over blank lines', () => {
  const text = `# Interview questions

- What is a lock?
A door.

It has one key.
- Name three traps of a queue
1 It fills.
2 It stalls.

- Difference between a plan and a date
*A plan* may change.

- Who decides?
One of us.

Written in May.
`
  expect(asked(text)).toEqual([
    ['What is a lock?', 'A door.\n\nIt has one key.'],
    ['Name three traps of a queue', '1 It fills.\n2 It stalls.'],
    ['Difference between a plan and a date', '*A plan* may change.'],
    ['Who decides?', 'One of us.'],
  ])
})
