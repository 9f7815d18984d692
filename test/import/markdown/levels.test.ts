import { describe, expect, test } from 'vitest'
import { asked } from '../asked.ts'

const questions = (text: string): string[] => asked(text).map(([question]) => question)

describe('lists', () => {
  test('bullets at one margin, whose character tells their level', () => {
    const text =
      'First call\n\n●   Why a bakery?\n○   I like mornings\n○   and bread\n●   How do you plan a week?\n\nDetails\n\n●   Bring the keys\n●   Bus 4\n'
    expect(asked(text)).toEqual([
      ['Why a bakery?', '-   I like mornings\n-   and bread'],
      ['How do you plan a week?', null],
    ])
  })

  test('short titles right above them, the last of which has errands below', () => {
    const text =
      'Questions for May\n\nOvens\n- Which oven do you like best?\n- Name a loaf that failed\n\nPeople\n- How do you teach somebody who is older than\n  you are?\n\nTo do\n- Buy flour\n- Wash the van\n'
    expect(questions(text)).toEqual([
      'Which oven do you like best?',
      'Name a loaf that failed',
      'How do you teach somebody who is older than you are?',
    ])
  })

  test('what is measured stands beside the questions, in each part', () => {
    const part = (name: string, measure: string, question: string): string =>
      `## ${name}\n\nLook for:\n\n- ${measure}\n- Are they clear?\n\nQuestions:\n\n- ${question}\n- Why did you stay?\n`
    const text = `# Bakers\n\n${part('Craft', 'Do they taste the dough?', 'What is a good crust?')}\n${part('Team', 'Do they listen?', 'Who taught you?')}`
    expect(questions(text)).toEqual([
      'What is a good crust?',
      'Why did you stay?',
      'Who taught you?',
      'Why did you stay?',
    ])
  })

  test('a number that lost its dot, below the answer before', () => {
    const text =
      '1. Why bread?\nIt is honest.\n\n2. Who taught you?\nMy aunt.\n3 tell me how you would price a loaf?\n3 minutes of sums.\n'
    expect(asked(text)).toEqual([
      ['Why bread?', 'It is honest.'],
      ['Who taught you?', 'My aunt.'],
      ['tell me how you would price a loaf?', '3 minutes of sums.'],
    ])
  })
})

test('answers behind a dash, also where the item does not ask, or has none yet', () => {
  const text =
    'quick fire\n\n1. Rye or wheat? - rye\n2. How do you start? - with salt\n3. Your worst loaf - the blue one. We gave it to the ducks\n4. Who taught you? - my aunt\n5. Why did you stop? -\n'
  expect(asked(text)).toEqual([
    ['Rye or wheat?', 'rye'],
    ['How do you start?', 'with salt'],
    ['Your worst loaf', 'the blue one. We gave it to the ducks'],
    ['Who taught you?', 'my aunt'],
    ['Why did you stop?', null],
  ])
})

test('a question on several lines of a quotation below its title', () => {
  const part = (name: string, first: string, second: string): string =>
    `## ${name}\n\n> ${first}\n> ${second}\n\nSalt helps. Why does it?\nNobody knows.\n`
  const text = [
    part('Cold oven', 'Imagine that the oven is cold. What would you do?', 'Whom would you call?'),
    part('Angry guest', 'Tell me about a guest who was angry.', 'What did you say?'),
    part('New loaf', 'How would you invent a loaf?', 'Who would try it first?'),
  ].join('\n')
  expect(questions(text)).toEqual([
    'Imagine that the oven is cold. What would you do? Whom would you call?',
    'Tell me about a guest who was angry. What did you say?',
    'How would you invent a loaf? Who would try it first?',
  ])
})

test('an item that asks, and lacks the label that the answers of its siblings have', () => {
  const text =
    'Bakery\n- Why bread?\nAns: It is honest.\n\n- The first oven?\nAns: Mine.\n\n- The last loaf?\nGone by noon.\n'
  expect(asked(text)).toEqual([
    ['Why bread?', 'It is honest.'],
    ['The first oven?', 'Mine.'],
    ['The last loaf?', 'Gone by noon.'],
  ])
})

test('a lead question with its probes, in a form to fill in', () => {
  const text =
    '# Guide for bakers\n\nInterviewer: ______  Candidate: ______  Date: ______\n\n## Craft\n\n**Lead question:** Tell me about a loaf that failed.\n\nProbes:\n- Why did it fail?\n\n## Team\n\n**Lead question:** Who taught you?\n'
  expect(questions(text)).toEqual(['Tell me about a loaf that failed.', 'Who taught you?'])
})

test('tables of one shape, one of which calls its questions something else', () => {
  const table = (name: string, ...rows: string[]): string =>
    `| # | ${name} | Tests |\n|---|---|---|\n${rows.map((row, at) => `| ${at + 1} | ${row} | Calm under pressure |`).join('\n')}\n`
  const text = `# Practice questions\n\n${table('Question', 'Why bread?', 'Who taught you?')}\n${table('Scene', 'The oven is cold.', 'A guest is angry.')}`
  expect(questions(text)).toEqual(['Why bread?', 'Who taught you?', 'The oven is cold.', 'A guest is angry.'])
})

test('titles of AsciiDoc in a file of any name', () => {
  const text = '= Bakers\n\n== Craft\n\n=== Why bread?\n\nIt is honest.\n\n=== Who taught you?\n\nMy aunt.\n'
  expect(asked(text)).toEqual([
    ['Why bread?', 'It is honest.'],
    ['Who taught you?', 'My aunt.'],
  ])
})

test('questions quoted in the prose of notes', () => {
  const text =
    '# Call with Ida\n\nShe opens with "Why do you bake bread?" and wants one sentence. Then comes “Who taught you that?”.\n\nAt the end: "What should I have asked you?" We laughed.\n'
  expect(asked(text)).toEqual([
    ['Why do you bake bread?', null],
    ['Who taught you that?', null],
    ['What should I have asked you?', null],
  ])
})

test('the foot of a page, a line to sign on and open tasks are no answers', () => {
  const text =
    'Questions for bakers\n\n1. Why bread?\nIt is honest. That is on page 1 of 2\n\nQuestions for bakers\t\tPage 1 of 2\n\n2. Who taught you?\n\nBakers, page 2 of 2\n\n3. What is next?\n- [ ] ask Ida\n\n4. When do you stop?\n\nSigned: ________  Date: ______\n'
  expect(asked(text).map(([, answer]) => answer)).toEqual([
    'It is honest. That is on page 1 of 2',
    null,
    null,
    null,
  ])
})

test('a sentence of prose above numbered questions asks nothing', () => {
  const text =
    '# Questions for bakers\n\nWhen time is short, what questions tell you most about a baker?\n\n## Question 1 - Why bread?\n\nIt is honest.\n\n## Question 2 - Who taught you?\n\nMy aunt.\n'
  expect(questions(text)).toEqual(['Why bread?', 'Who taught you?'])
})

test('a list indented as a whole ends where another begins at the margin, and a mere link asks nothing', () => {
  const text =
    '## Bakers\n\n\t- Why bread?\n\t\t- It is honest.\n\t- Who taught you?\n\t\t- My aunt.\n\t- What is a good crust?\n\t\t- A loud one.\n\t- When do you stop?\n\t\t- At noon.\n\n- [Five good bakers](https://example.com/five)\n\t- Being early\n'
  expect(questions(text)).toEqual([
    'Why bread?',
    'Who taught you?',
    'What is a good crust?',
    'When do you stop?',
  ])
})

test('numbered lists that begin again below short titles', () => {
  const text =
    'Interview on Monday\n\nCraft\n1. How do you plan a week?\n2. Name a loaf that failed\n\nTeam\n1. Who taught you?\n2. Noise\n\nTo bring\n1. Passport\n2. Keys\n'
  expect(questions(text)).toEqual([
    'How do you plan a week?',
    'Name a loaf that failed',
    'Who taught you?',
    'Noise',
  ])
})

test('numbers that say how many there are, and a remark in italics above the answer', () => {
  expect(
    asked(
      'Question 1 of 2\nWhy bread?\nYour answer: It is honest.\n\nQuestion 2 of 2\nA loud crust\nYour answer: Mine.\n',
    ),
  ).toEqual([
    ['Why bread?', 'It is honest.'],
    ['A loud crust', 'Mine.'],
  ])
  const part = (question: string): string =>
    `## ${question}\n\n*What they look for:* honesty\n\n**Answer**\n\nIt is honest.\n`
  expect(questions(`${part('Why bread?')}\n${part('Who taught you?')}`)).toEqual([
    'Why bread?',
    'Who taught you?',
  ])
})

test('headings that name parts, in one of which a list asks line by line', () => {
  const text =
    '# Start\nWhat did you bake?\n# Craft\nWhy rye?\nWho taught you?\nDescribe a crust.\n# End\nWhen do you stop?\n'
  expect(questions(text)).toEqual([
    'What did you bake?',
    'Why rye?',
    'Who taught you?',
    'Describe a crust.',
    'When do you stop?',
  ])
})

test('the tasks that are done are no part of a headline', () => {
  expect(
    asked('#+TITLE: Bakers\n* Why bread? [1/2]\nIt is honest.\n* Who taught you? [50%]\nMy aunt.\n'),
  ).toEqual([
    ['Why bread?', 'It is honest.'],
    ['Who taught you?', 'My aunt.'],
  ])
})
