import { describe, expect, test } from 'vitest'
import { readBank } from '../../src/import/read.ts'

const read = (text: string) => readBank(text, { slug: 'mine', title: 'my-file' })
const first = (text: string) => {
  const question = read(text).questions[0]
  if (!question) throw new Error('no question')
  return question
}

describe('our own format', () => {
  test('has a title, sections, questions and answers', () => {
    const bank = read(`# Talks

Some words about it.

## Hard talks

### How do you say no?

**Answer:**

Early, and with a reason.

Then I offer what I can do.

### How do you give bad news?

## Easy talks

### How do you praise?

**Answer:** At once.
`)
    expect(bank.title).toBe('Talks')
    expect(
      bank.questions.map(({ number, section, question, answer, line }) => [
        number,
        section,
        question,
        answer,
        line,
      ]),
    ).toEqual([
      [1, 'Hard talks', 'How do you say no?', 'Early, and with a reason.\n\nThen I offer what I can do.', 7],
      [2, 'Hard talks', 'How do you give bad news?', null, 15],
      [3, 'Easy talks', 'How do you praise?', 'At once.', 19],
    ])
  })

  test('takes the title from the file where the text names none', () => {
    expect(read('### How?\n\n**Answer:**\n\nSo.').title).toBe('my-file')
  })

  test('has key points, follow-ups, a budget, a shape and an id', () => {
    expect(
      first(`### How do you say no?
<!-- id: say-no -->

**Answer:**

Early. I say why.

**Key points:**

- **Early**: before anybody has planned with it
- With a reason

**Follow-ups:**

- To whom was it hardest?
- What if they
  insist?

**Time:** 1m30s

**Shape:** star
`),
    ).toEqual({
      id: 'mine/say-no',
      number: 1,
      section: null,
      question: 'How do you say no?',
      answer: 'Early. I say why.',
      keyPoints: [
        { text: 'Early: before anybody has planned with it', label: 'Early' },
        { text: 'With a reason', label: 'With a reason' },
      ],
      followUps: ['To whom was it hardest?', 'What if they\ninsist?'],
      budgetMs: 90_000,
      shape: 'star',
      line: 1,
    })
  })

  test.each([
    ['### 3. How?', 'How?'],
    ['### 3) How?', 'How?'],
    ['### Q3. How?', 'How?'],
    ['### Q3: How?', 'How?'],
    ['### Question 3: How?', 'How?'],
    ['### Question: How?', 'How?'],
    ['### “How?”', 'How?'],
    ['### 3. "How?"', 'How?'],
    ['### "How" or "why"?', '"How" or "why"?'],
    ['### 3 things you would change?', '3 things you would change?'],
    ['### 3.5 million users: how?', '3.5 million users: how?'],
    ['### Quality first: how?', 'Quality first: how?'],
    ['### Q&A: how do you run one?', 'Q&A: how do you run one?'],
    ['### \\3. How?', '3. How?'],
  ])('%s asks %s', (heading, question) => {
    expect(first(`${heading}\n\n**Answer:**\n\nSo.`).question).toBe(question)
  })

  test.each([
    ['"All of it."', 'All of it.'],
    ['"All of it.\n\n- even\n- a list"', 'All of it.\n\n- even\n- a list'],
    ['“All of it.”', 'All of it.'],
    ['"They said "no" to me."', 'They said "no" to me.'],
    ['"One" and "two"', '"One" and "two"'],
    ['"One', '"One'],
    ['\\"As it is"', '"As it is"'],
    ['So.\n\n---', 'So.'],
    ['\\### No heading', '### No heading'],
    ['\\**Answer:** is a label', '**Answer:** is a label'],
    ['```\n### no heading\n\\### as it is\n```', '```\n### no heading\n\\### as it is\n```'],
    ['So.\n<!-- nobody sees\n### this? -->\nYes.', 'So.\nYes.'],
  ])('the answer %j reads %j', (text, answer) => {
    expect(
      read(`### How?\n\n**Answer:**\n\n${text}\n\n## Next`).questions.map((each) => each.answer),
    ).toEqual([answer])
  })

  test('no question is lost in a fence that nothing closes', () => {
    const bank = read('### One?\n\n**Answer:**\n\n```js\nlet a\n\n### Two?\n\n**Answer:**\n\nYes.\n')
    expect(bank.questions.map((each) => each.question)).toEqual(['One?', 'Two?'])
  })
})

describe('ids', () => {
  test('come from the wording', () => {
    const bank = read('### Wie führst du *schwierige* Gespräche?\n\n**Answer:** a\n\n### ???\n\n### ???\n')
    expect(bank.questions.map((each) => each.id)).toEqual([
      'mine/wie-fuhrst-du-schwierige-gesprache',
      'mine/q-2',
      'mine/q-3',
    ])
  })

  test('are unique, and make way for explicit ones', () => {
    const bank = read(`### How?

**Answer:** a

### How?

### How?
<!-- id: how -->
`)
    expect(bank.questions.map((each) => each.id)).toEqual(['mine/how-2', 'mine/how-3', 'mine/how'])
  })

  test('have at most 60 characters', () => {
    const id = first(`### ${'Why do we do it '.repeat(20)}?\n\n**Answer:** a`).id
    expect(id.length - 'mine/'.length).toBeLessThanOrEqual(60)
    expect(id).not.toMatch(/-$/)
  })
})

test('what people say about a question in plain lines is no part of it, nor of its answer', () => {
  const bank = read(
    '### How do you plan?\n\nTags: plans, work\nTime: 2:00\n\n**Answer:** Backwards.\n\n### Who decides?\nTime: 1:30\n\nOne of us.\n\n**Key points:**\n- us\n',
  )
  expect(
    bank.questions.map(({ question, answer, budgetMs, competencies }) => [
      question,
      answer,
      budgetMs,
      competencies,
    ]),
  ).toEqual([
    ['How do you plan?', 'Backwards.', 120_000, ['plans', 'work']],
    ['Who decides?', 'One of us.', 90_000, undefined],
  ])
})

test('text below the time is part of the answer', () => {
  expect(first('### Why?\n**Time:** 2:00\n\nSo.\n\n**Key points:**\n- so\n')).toMatchObject({
    answer: 'So.',
    budgetMs: 120_000,
  })
})
