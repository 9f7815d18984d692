import { describe, expect, test } from 'vitest'
import { asked, sections } from '../asked.ts'

describe('topics: the heading is a title, the text below asks', () => {
  test('without answers', () => {
    const text = `# Interview questions

## Teams

#### Silos
Why are silos bad? Can you name one?

#### Speed
Tell me how a team gets faster.<br/>
[Resources](speed.md)

#### Names
Imagine you may rename your team. What do you do?
`
    expect(asked(text)).toEqual([
      ['Why are silos bad? Can you name one?', null],
      ['Tell me how a team gets faster.', null],
      ['Imagine you may rename your team. What do you do?', null],
    ])
    expect(sections(text)).toEqual(['Teams', 'Teams', 'Teams'])
  })

  test('with STAR lines', () => {
    const text = `# Behavioral interview

### Conflict
Tell me about a conflict.

- **Situation:** two plans
- **Action:** one talk

### Failure
Describe a failure.

- **Situation:** a late launch
- **Action:** a new plan

### Pride
What are you proud of?
`
    expect(asked(text)).toEqual([
      ['Tell me about a conflict.', '- **Situation:** two plans\n- **Action:** one talk'],
      ['Describe a failure.', '- **Situation:** a late launch\n- **Action:** a new plan'],
      ['What are you proud of?', null],
    ])
  })
})

test('a list right below a line that announces it is a list of questions', () => {
  const part = (name: string, items: string[]): string =>
    `## ${name}\nThey may ask:  \n${items.map((item) => `- ${item}  \n`).join('')}\n`
  const items = ['How do you plan?', 'Who decides in your team?', 'Tell me how you say no']
  const text = `# Interview\n\n${part('Plans', items.slice(0, 2))}${part('Power', items.slice(1))}${part('Rest', items)}`
  expect(asked(text).map(([question]) => question)).toEqual([
    ...items.slice(0, 2),
    ...items.slice(1),
    ...items,
  ])
})

test.each([
  ['paragraphs', '\n\n'],
  ['lines', '\n'],
])('an answer in the first person is no part of the question above it, in %s', (_, gap) => {
  const text = `# Interview\n\n## Conflict\n\nTell me about a conflict.${gap}I had one with Ann.\n\n## Growth\n\nHow do you grow?${gap}I read.\n\n## Tools\n\nDesign a plan for a team.\n\nThe team has two rooms.\n`
  expect(asked(text)).toEqual([
    ['Tell me about a conflict.', 'I had one with Ann.'],
    ['How do you grow?', 'I read.'],
    ['Design a plan for a team.\n\nThe team has two rooms.', null],
  ])
})
