import { describe, expect, test } from 'vitest'
import { asked, both, sections } from '../asked.ts'

describe('headings', () => {
  test('ask, and what is below answers', () => {
    const text = `# Leading people

## Feedback

### How do you give feedback?

Soon, and alone.

#### Example

Last spring.

### Tell me about feedback that hurt

I took a walk.

## Hiring

### What do you look for?

Curiosity.

## License

MIT
`
    expect(asked(text)).toEqual([
      ['How do you give feedback?', 'Soon, and alone.\n\n#### Example\n\nLast spring.'],
      ['Tell me about feedback that hurt', 'I took a walk.'],
      ['What do you look for?', 'Curiosity.'],
    ])
    expect(sections(text)).toEqual(['Feedback', 'Feedback', 'Hiring'])
  })

  test.each([
    ['numbers', '## 1. How do you plan?\nBackwards.\n\n## 2. Who decides?\nOne of us.\n'],
    ['brackets', '## 1) How do you plan?\nBackwards.\n\n## 2) Who decides?\nOne of us.\n'],
    [
      'Qn',
      '### Q1. How do you plan?\n**Answer:** Backwards.\n### Q2: Who decides?\n**Answer:** One of us.\n',
    ],
    [
      'Question n',
      '## Question 1: How do you plan?\n\nBackwards.\n\n## Question 2: Who decides?\n\nOne of us.\n',
    ],
    [
      'large numbers',
      '## Question 9999: How do you plan?\n\nBackwards.\n\n## Question 10000: Who decides?\n\nOne of us.\n',
    ],
    ['Q:', '## Q: How do you plan?\nA: Backwards.\n## Q: Who decides?\nA: One of us.\n'],
    ['bold', '### **1. How do you plan?**\n\nBackwards.\n\n### **2. Who decides?**\n\nOne of us.\n'],
    [
      'an answer heading',
      '## 1. How do you plan?\n\n### **Answer**:\nBackwards.\n\n## 2. Who decides?\n\n### Answer\n\nOne of us.\n',
    ],
    [
      'a heading in a list',
      '1. ### How do you plan?\n\n    Backwards.\n\n    **[Up](#top)**\n\n2. ### Who decides?\n\n    One of us.\n',
    ],
    [
      'underlines',
      'How do you plan?\n----------------\n\nBackwards.\n\nWho decides?\n------------\n\nOne of us.\n',
    ],
    ['HTML', '<h3>How do you plan?</h3>\n\nBackwards.\n\n<h3>Who decides?</h3>\n\nOne of us.\n'],
    [
      'Windows line ends',
      '### How do you plan?\r\n\r\nBackwards.\r\n\r\n### Who decides?\r\n\r\nOne of us.\r\n',
    ],
    [
      'links up',
      '### How do you plan?\n\nBackwards.\n\n[Back to top](#top)\n### Who decides?\n\nOne of us.\n\n<br>[⬆ Up](#top)\n',
    ],
    ['rules', '### How do you plan?\n\nBackwards.\n\n---\n\n### Who decides?\n\nOne of us.\n\n***\n'],
  ])('with %s', (_, text) => {
    expect(asked(`# Interview\n\n${text}`)).toEqual([
      ['How do you plan?', 'Backwards.'],
      ['Who decides?', 'One of us.'],
    ])
  })

  test('a table of contents is no question', () => {
    const text =
      '# Interview\n\n## Contents\n\n- [How do you plan?](#how)\n- [Who decides?](#who)\n\n## How do you plan?\n\nA\n\n## Who decides?\n\nB\n'
    expect(asked(text)).toEqual([
      ['How do you plan?', 'A'],
      ['Who decides?', 'B'],
    ])
  })

  test.each(['Introduction', 'Overview', 'Summary', 'Notes', 'Einleitung'])(
    'a section named %s has the questions below it, and ends the answer above',
    (name) => {
      const text = (mark: string) =>
        `# ${name}\n\n${mark}How do you plan?\n\nBackwards.\n\n# ${name}\n\n${mark}Who decides?\n\nOne of us.\n`
      expect(asked(text('### '))).toEqual(both)
      expect(
        asked(`## ${name}\n\n- How do you plan?\n  - Backwards.\n- Who decides?\n  - One of us.\n`),
      ).toEqual(both.map(([question, answer]) => [question, `- ${answer}`]))
      const bold = '1. **How do you plan?**\n\n   Backwards.\n\n2. **Who decides?**\n\n   One of us.\n'
      const summaries =
        '<details>\n<summary>How do you plan?</summary>\nBackwards.\n</details>\n\n<details>\n<summary>Who decides?</summary>\nOne of us.\n</details>\n'
      expect(asked(`# ${name}\n\n${bold}`)).toEqual(both)
      expect(asked(`# ${name}\n\n${summaries}`)).toEqual(both)
    },
  )

  test('have numbers in any style and anchors, as word processors export them', () => {
    for (const [one, two] of [
      ['# How do you plan? {#plan}', '# Who decides? {#who}'],
      ['# **1\\) How do you plan?** {#plan}', '# **2\\) Who decides?** {#who}'],
      ['# How do you plan? #cards', '# Who decides? #cards'],
    ])
      expect(asked(`${one}\n\nBackwards.\n\n${two}\n\n&nbsp;\n\nOne of us.\n`)).toEqual(both)
  })

  test('code has no headings', () => {
    const text = '### How do you plan?\n\n```sh\n# first\n### What?\n```\n\n### Who decides?\n\nB\n'
    expect(asked(text).map(([question]) => question)).toEqual(['How do you plan?', 'Who decides?'])
  })

  test('a stray fence swallows no question', () => {
    const text =
      '### What is one?\n\nA\n```\n\n### What is two?\n\n```js\nb()\n```\n\n### What is three?\n\nC\n'
    expect(asked(text).map(([question]) => question)).toEqual([
      'What is one?',
      'What is two?',
      'What is three?',
    ])
  })

  test('follow-ups and key points stand apart', () => {
    const text = `# Interview

## How do you plan?

Backwards.

**Follow-up questions:**

- And if it fails?
- Who else plans?

## Who decides?

One of us.

### Key points to cover

- One owner
- In writing
`
    expect(asked(text)).toEqual([
      ['How do you plan?', 'Backwards.'],
      ['Who decides?', 'One of us.'],
    ])
  })
})

test('the title of a list of questions is none of them, even where it asks', () => {
  const text =
    '# どんな質問がよく聞かれますか？\n\n三つだけです。\n\n## 1. 計画をどう立てますか？\n終わりから。\n\n## 2. 誰が決めますか？\n担当者です。\n'
  expect(asked(text)).toEqual([
    ['計画をどう立てますか？', '終わりから。'],
    ['誰が決めますか？', '担当者です。'],
  ])
})

test('a heading in bold above the questions of a chat is none of them', () => {
  const card = (number: number, question: string, answer: string): string =>
    `### **${number}. ${question}**\n\n**Answer:**\n\n${answer}\n\n---\n\n`
  const text = `### ✅ **Interview questions with answers**\n\n---\n\n${card(1, 'How do you plan?', 'Backwards.')}${card(2, 'Who decides?', 'One of us.')}`
  expect(asked(text)).toEqual(both)
})

test('what a document says about itself in bold is no question', () => {
  const text =
    '# **Interview prep**\n\n**Last updated: May 2024**\n\n**Q1\\. How do you plan?**\n\nBackwards.\n\n**Q2\\. Who decides?**\n\nOne of us.\n'
  expect(asked(text)).toEqual(both)
})

test('a question among the notes below a question leaves the notes an answer', () => {
  const text =
    '# Interview\n\n- How do you end a quarrel?\n    - By listening first.\n        - When do you step in?\n- Who decides?\n    - One of us.\n'
  expect(asked(text).map(([, answer]) => answer?.split('\n')[0])).toEqual([
    '- By listening first.',
    '- One of us.',
  ])
})

describe('a number is the label of the question below it', () => {
  test.each([
    [
      'headings',
      '# Prep\n\n# Question 1\n\n## How do you plan?\n\n### Suggested answer\n\nBackwards.\n\n# Question 2\n\n## Who decides?\n\n### Suggested answer\n\nOne of us.\n',
    ],
    [
      'headings of one level',
      '# Frage 1\n# How do you plan?\nBackwards.\n\n# Frage 2\n# Who decides?\nOne of us.\n',
    ],
    [
      'counted out of all',
      '## Question 1 of 2\n#### How do you plan?\n\n### Answer\nBackwards.\n\n## Question 2 of 2\n#### Who decides?\n\n### Answer\nOne of us.\n',
    ],
    [
      'in bold',
      '# Prep\n\n**Question 1**\n\n## How do you plan?\n\nBackwards.\n\n**Question 2**\n\n## Who decides?\n\nOne of us.\n',
    ],
    [
      'above a bold line',
      '## Q1\n\n**How do you plan?**\n\nBackwards.\n\n## Q2\n\n**Who decides?**\n\nOne of us.\n',
    ],
    [
      'above a quotation',
      '## Question 1\n\n> How do you plan?\n\nBackwards.\n\n## Question 2\n\n> Who decides?\n\nOne of us.\n',
    ],
    [
      'above a paragraph',
      '## Question 1\n\nHow do you plan?\n\nBackwards.\n\n## Question 2\n\nWho decides?\n\nOne of us.\n',
    ],
    [
      'in HTML',
      '<html><body><h2>Question 1</h2><h3>How do you plan?</h3><p>Backwards.</p><h2>Question 2</h2><h3>Who decides?</h3><p>One of us.</p></body></html>',
    ],
    [
      'in words',
      '## Question One\n\n### How do you plan?\n\nBackwards.\n\n## Question Two\n\n### Who decides?\n\nOne of us.\n',
    ],
    [
      'in Han',
      '## 问题一\n\n### How do you plan?\n\nBackwards.\n\n## 问题二\n\n### Who decides?\n\nOne of us.\n',
    ],
    [
      'of a scene',
      '# Guide\n\n## Scenario 1\n\n### How do you plan?\n\nBackwards.\n\n## Scenario 2\n\n### Who decides?\n\nOne of us.\n',
    ],
  ])('%s', (_, text) => {
    expect(asked(text)).toEqual(both)
  })

  test('also where that is but a topic, and its sections stay', () => {
    const text = '# Prep\n\n## People\n\n### 问题1\n#### 自我介绍\n我是。\n\n### 问题2\n#### 优点\n细心。\n'
    expect(asked(text)).toEqual([
      ['自我介绍', '我是。'],
      ['优点', '细心。'],
    ])
    expect(sections(text)).toEqual(['People', 'People'])
  })

  test('above a line that does not ask', () => {
    const text = 'Question 1\nHow do you plan?\n\nBackwards.\n\nQuestion 2\nYour strengths\n\nCalm.\n'
    expect(asked(text)).toEqual([both[0], ['Your strengths', 'Calm.']])
  })

  test('but not of several, nor of the parts of an answer', () => {
    const parts =
      '# Prep\n\n## 1\n\n### How do you plan?\n\nBackwards.\n\n### Who decides?\n\nOne of us.\n\n## 2\n\n### Why?\n\nSo.\n'
    expect(asked(parts)).toEqual([...both, ['Why?', 'So.']])
    const star = '# Question 1\n\n## Situation\n\nA strike.\n\n# Question 2\n\n## Situation\n\nA flood.\n'
    expect(asked(star).map(([question]) => question)).toEqual(['Question 1', 'Question 2'])
  })
})

describe('what stands among questions and is none', () => {
  test.each([
    [
      'a name below the title',
      '# Interview\n### Ana Gómez — Head of People\n\nRead it aloud.\n\n## Part 1\n\n### How do you plan?\n\nBackwards.\n\n### Who decides?\n\nOne of us.\n',
    ],
    [
      'headings with another emoji',
      '# Interview\n\n### 🧠 My offer in ten seconds\n\nI plan.\n\n### ❓ How do you plan?\n\nBackwards.\n\n### ❓ Who decides?\n\nOne of us.\n',
    ],
    [
      'headings without quotation marks',
      '# Interview\n\n### 🧠 My offer\n\nI plan.\n\n### ❓ "How do you plan?"\n\nBackwards.\n\n### ❓ "Who decides?"\n\nOne of us.\n',
    ],
    [
      'what to look up',
      '# Interview\n\n## Research the company first\n\n- **How many are they?** (size)\n- **What do they sell?** (trade)\n\n## How do you plan?\n\nBackwards.\n\n## Who decides?\n\nOne of us.\n',
    ],
    [
      'the same in Spanish',
      '# Entrevista\n\n### 🔍 Investiga la empresa antes\nBusca:\n- **¿Cuántos son?** (tamaño)\n- **¿Qué venden?** (giro)\n\n### How do you plan?\n\nBackwards.\n\n### Who decides?\n\nOne of us.\n',
    ],
    [
      'the same in German',
      '# Interview\n\n## Recherchiere das Unternehmen\n\n- Wie viele sind es?\n- Was verkaufen sie?\n\n## How do you plan?\n\nBackwards.\n\n## Who decides?\n\nOne of us.\n',
    ],
  ])('%s', (_, text) => {
    expect(asked(text)).toEqual(both)
  })
})

test.each([
  [
    'in Chinese',
    '# 面试问题\n\n## 自我介绍\n\n## 最大的缺点\n\n急。\n\n## 为什么离开\n\n想学。\n\n## 加班\n\n1. 少。\n2. 看事。\n\n## 你的计划是什么\n\n先学。\n\n## 兴趣\n\n画。\n',
    ['自我介绍', '最大的缺点', '为什么离开', '加班', '你的计划是什么', '兴趣'],
  ],
  [
    'in English',
    '# Interview prep\n\n## How do you plan?\n\nBackwards.\n\n## Worst plan\n\nMay.\n\n## Teams\n\n- small\n- loud\n\n## Who decides?\n\nOne of us.\n\n## Salary\n\n## Why here?\n\nThe view.\n',
    ['How do you plan?', 'Worst plan', 'Teams', 'Who decides?', 'Salary', 'Why here?'],
  ],
])('names beside questions ask %s, also where a list or still nothing is below', (_, text, questions) => {
  expect(asked(text).map(([question]) => question)).toEqual(questions)
})
