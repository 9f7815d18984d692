import { describe, expect, test } from 'vitest'
import { readBank } from '../../../src/import/read.ts'
import { asked, both, sections } from '../asked.ts'

describe('bold lines', () => {
  test.each([
    ['**Q1. How do you plan?**\n\nBackwards.\n\n**Q2. Who decides?**\n\nOne of us.\n'],
    ['**Q1: How do you plan?**\nBackwards.\n**Q2: Who decides?**\nOne of us.\n'],
    ['**1) How do you plan?**\n\nBackwards.\n\n**2) Who decides?**\n\nOne of us.\n'],
    ['**1.** How do you plan?\n\nBackwards.\n\n**2.** Who decides?\n\nOne of us.\n'],
    ['**How do you plan?**\n\nBackwards.\n\n**Who decides?**\n\nOne of us.\n'],
    ['**How do you plan?** Backwards.\n\n**Who decides?** One of us.\n'],
    ['__How do you plan?__\n\nBackwards.\n\n__Who decides?__\n\nOne of us.\n'],
    ['- **How do you plan?**\n  Backwards.\n- **Who decides?**\n  One of us.\n'],
    ['1. **How do you plan?**\n\n   Backwards.\n\n2. **Who decides?**\n\n   One of us.\n'],
    ['<b>1. How do you plan?</b>\n\nBackwards.\n\n<b>2. Who decides?</b>\n\nOne of us.\n'],
  ])('%j', (text) => {
    expect(asked(`# Interview questions\n\n${text}`)).toEqual(both)
  })

  test('with a number and a name', () => {
    const text =
      '# Interview\n\n**1) Budget.** Cut it by half.\n\n```\nx\n```\n\n**2) Team**. Grow it.\n\n```\ny\n```\n'
    expect(asked(text)).toEqual([
      ['Budget. Cut it by half.', '```\nx\n```'],
      ['Team. Grow it.', '```\ny\n```'],
    ])
  })

  test('in an answer are no questions', () => {
    const text =
      '# Interview\n\n**Q1. How do you plan?**\n\nBackwards.\n\n**Advantages:**\n\n- calm\n\n**Q2. Who decides?**\n\nOne of us.\n'
    expect(asked(text)).toEqual([
      ['How do you plan?', 'Backwards.\n\n**Advantages:**\n\n- calm'],
      ['Who decides?', 'One of us.'],
    ])
  })
})

describe('labels', () => {
  test.each([
    ['Q: How do you plan?\nA: Backwards.\n\nQ: Who decides?\nA: One of us.\n'],
    ['Q1: How do you plan?\nA1: Backwards.\n\nQ2: Who decides?\nA2: One of us.\n'],
    ['Q. How do you plan?\nAns. Backwards.\n\nQ. Who decides?\nAns. One of us.\n'],
    ['**Q:** How do you plan?\n**A:** Backwards.\n\n**Q:** Who decides?\n**A:** One of us.\n'],
    [
      '**Question:** How do you plan?\n\n**Answer:** Backwards.\n\n**Question**: Who decides?\n\n**Answer**: One of us.\n',
    ],
    ['Question: How do you plan?\nAnswer: Backwards.\n\nQuestion: Who decides?\nAnswer: One of us.\n'],
    ['Question 1: How do you plan?\nAnswer: Backwards.\n\nQuestion 2: Who decides?\nAnswer: One of us.\n'],
    [
      '### 1. PLANS\n\n**Question:** "How do you plan?"\n\n**Answer:**\nBackwards.\n\n---\n\n### 2. POWER\n\n**Question:** "Who decides?"\n\n**Answer:**\nOne of us.\n',
    ],
  ])('%j', (text) => {
    expect(asked(text)).toEqual(both)
  })

  test('a hint between both belongs to the answer', () => {
    const text =
      '**Question:** How?\n\n**Hook:** *late train*\n\n**Answer:**\nSo.\n\n**Question:** Why?\n\n**Answer:**\nThus.\n'
    expect(asked(text)[0]).toEqual(['How?', '**Hook:** *late train*\n\nSo.'])
  })

  test('an A: in a STAR list is an action', () => {
    const text =
      '### Q1. How did you decide?\n\n- S: a fork\n- T: choose\n- A: asked all\n- R: a path\n\n### Q2. Why?\n\nSo.\n'
    expect(asked(text)[0]).toEqual([
      'How did you decide?',
      '- S: a fork\n- T: choose\n- A: asked all\n- R: a path',
    ])
  })
})

describe('titles', () => {
  test('above a question in bold or quotes are left out', () => {
    const text = `# Behavioral interview

### Question 1: New tools
**"Tell me about a tool you learned."**

> In a week.

### Question 2: Old tools
**"Which tool would you miss?"**

The pencil.
`
    expect(asked(text)).toEqual([
      ['Tell me about a tool you learned.', '> In a week.'],
      ['Which tool would you miss?', 'The pencil.'],
    ])
  })

  test('above a label are left out', () => {
    const text =
      '## Interview\n\n### Q1: Peace\n**Question:** How do you calm a room?\n\n**Answer Template:**\n1. Wait.\n\n### Q2: War\n**Question:** How do you disagree?\n\n**Answer Template:**\n1. Ask.\n'
    expect(asked(text)).toEqual([
      ['How do you calm a room?', '1. Wait.'],
      ['How do you disagree?', '1. Ask.'],
    ])
  })
})

describe('what unfolds', () => {
  test.each([
    [
      '<details>\n<summary>How do you plan?</summary>\n\nBackwards.\n\n</details>\n\n<details>\n<summary>Who decides?</summary>\n\nOne of us.\n\n</details>\n',
    ],
    [
      '<details><summary><b>How do you plan?</b></summary>Backwards.</details>\n<details><summary><b>Who decides?</b></summary>One of us.</details>\n',
    ],
    [
      '<details>\n<summary>How do\nyou plan?</summary>\n\nBackwards.\n</details>\n<details>\n<summary>Who decides?</summary>\nOne of us.\n</details>\n',
    ],
    [
      '<details>\n<summary>How do you plan?</summary>\n\nBackwards.\n\n<details>\n<summary>Who decides?</summary>\n\nOne of us.\n',
    ],
    [
      '### How do you plan?\n\n<details>\n<summary>View answer</summary>\n\nBackwards.\n\n</details>\n\n### Who decides?\n\n<details>\n<summary>View answer</summary>\n\nOne of us.\n\n</details>\n',
    ],
    [
      '1. How do you plan?\n\n<details><summary>Answer</summary>\n<p>\n\nBackwards.\n\n</p>\n</details>\n\n2. Who decides?\n\n<details><summary>Answer</summary>\n<p>\n\nOne of us.\n\n</p>\n</details>\n',
    ],
  ])('%j', (text) => {
    expect(
      asked(`# Interview\n\n${text}`).map(([question, answer]) => [
        question.replace(/<[^>]*>|\n/g, (tag) => (tag === '\n' ? ' ' : '')),
        answer,
      ]),
    ).toEqual(both)
  })

  test('translations and contents are no questions', () => {
    const text = `# Interview

<details><summary>See 20 translations</summary>

- [de](de.md)

</details>

<details>
<summary>Table of contents</summary>

- [How do you plan?](#how)

</details>

<details>
<summary>How do you plan?</summary>

Backwards.

</details>
`
    expect(asked(text)).toEqual([['How do you plan?', 'Backwards.']])
  })

  test('lists in HTML become markdown; an empty skeleton is no answer', () => {
    const text = `# Behavioral questions
<details>
<summary><b>Tell me about a conflict.</b></summary>
<ul>
    <li>
        <b>Situation: </b>Two plans.
    </li>
    <li>
        <b>Action: </b>One <i>long</i> talk.
    </li>
</ul>
</details>
<details>
<summary><b>Tell me about a failure.</b></summary>
<ul>
    <li><b>Situation: </b>
    </li>
    <li><b>Action: </b>
    </li>
</ul>
</details>
`
    expect(asked(text)).toEqual([
      ['Tell me about a conflict.', '- **Situation:** Two plans.\n- **Action:** One *long* talk.'],
      ['Tell me about a failure.', null],
    ])
  })
})

describe('lists', () => {
  test('of questions alone', () => {
    const text = `# Behavioral interview questions

## Use

- Pick one.
- Answer aloud.

## Asked here

- Why us?
- What do you want to learn?
  - And why?
- Tell me about your last team.

Source: a friend

## Asked there

1. Where do you see yourself?
1. What would you change?

## Questions to ask the interviewer

- What is a day like?
- Who would be my boss?
`
    expect(asked(text).map(([question]) => question)).toEqual([
      'Why us?',
      'What do you want to learn?',
      'Tell me about your last team.',
      'Where do you see yourself?',
      'What would you change?',
    ])
    expect(asked(text).every(([, answer]) => answer === null)).toBe(true)
    expect(readBank(text, { slug: 'mine' }).questions[1]?.followUps).toEqual(['And why?'])
    expect(sections(text)).toEqual(['Asked here', 'Asked here', 'Asked here', 'Asked there', 'Asked there'])
  })

  test('of links', () => {
    const text =
      '# 面试题\n\n- [如何带团队？](https://example.com/1)\n- [说说你的规划](https://example.com/2)\n- [为什么离职？](https://example.com/3)\n'
    expect(asked(text).map(([question]) => question)).toEqual([
      '如何带团队？',
      '说说你的规划',
      '为什么离职？',
    ])
  })

  test('with answers below the numbers', () => {
    const text = `# scrum
#### part one
1. What is a sprint?
A short stretch of work:
1. plan
2. do

2. Who plans it?
All do.

- even me
3. Explain the review.

It looks back.
`
    expect(asked(text)).toEqual([
      ['What is a sprint?', 'A short stretch of work:\n1. plan\n2. do'],
      ['Who plans it?', 'All do.\n\n- even me'],
      ['Explain the review.', 'It looks back.'],
    ])
  })

  test('with indented answers', () => {
    const text =
      '# Interview questions\n\n- What is trust?\n\n  It grows slowly.\n\n  - with deeds\n- Why does it matter?\n  It makes us fast.\n'
    expect(asked(text)).toEqual([
      ['What is trust?', 'It grows slowly.\n\n- with deeds'],
      ['Why does it matter?', 'It makes us fast.'],
    ])
  })

  test('with answers on the same line', () => {
    const text = '# Interview\n\n1. How do you plan? -> Backwards.\n2. Who decides? — One of us.\n'
    expect(asked(text)).toEqual(both)
  })

  test('in HTML, with a second list of answers', () => {
    const text = `<h2>Questions</h2>
<ol>
<li>How do you plan?</li>
<li>Who decides?
<li>What is <b>trust</b>?</li>
</ol>
<h2>Answers</h2>
<ol>
<li>Backwards.</li>
<li>One of us.</li>
<li>It grows.</li>
</ol>
`
    expect(asked(text)).toEqual([...both, ['What is trust?', 'It grows.']])
  })
})

test('HTML lists below headings of their own are questions, and no answers to the list above', () => {
  const list = (items: string[]): string =>
    `<ul>\n${items.map((item) => `<li>${item}</li>\n`).join('')}</ul>\n`
  const text = `<h2>Every interview question</h2>
<h3>First firm</h3>
${list(['How do you plan?', 'Who decides in your team?', 'Why did you leave?'])}<h3>Second firm</h3>
${list(['Draw a queue', 'What is a lock for?', 'Sort a list'])}<h3>Third firm</h3>
${list(['Where do you want to go?'])}`
  expect(asked(text)).toEqual(
    [
      'How do you plan?',
      'Who decides in your team?',
      'Why did you leave?',
      'Draw a queue',
      'What is a lock for?',
      'Sort a list',
      'Where do you want to go?',
    ].map((question) => [question, null]),
  )
})

test('a remark between a bold question and its labelled answer is neither the question nor lost', () => {
  const card = (question: string, tip: string, answer: string): string =>
    `**${question}**\n- **Tipp:** ${tip}\n**Antwort:** ${answer}\n\n`
  const text = `${card('Ihre Stärken?', 'Drei nennen.', 'Geduld.')}${card('Ein Streit', 'Ruhig bleiben.', 'Im Mai.')}${card('Warum wir?', 'Vorher lesen.', 'Die Leute.')}`
  expect(asked(text)).toEqual([
    ['Ihre Stärken?', '- **Tipp:** Drei nennen.\nGeduld.'],
    ['Ein Streit', '- **Tipp:** Ruhig bleiben.\nIm Mai.'],
    ['Warum wir?', '- **Tipp:** Vorher lesen.\nDie Leute.'],
  ])
})
