import { describe, expect, test } from 'vitest'
import { storyOf, withoutEmptyParts } from '../../src/rehearsal/story.ts'

describe('a story', () => {
  test.each([
    ['# The **freeze**\n\nWe stopped.', 'The freeze'],
    ['Competencies: hiring\n\n## The hire\n\nShe came.', 'The hire'],
    ['## Situation\n\nWe were late, and nobody had said so to me.', 'We were late, and nobody had …'],
    ['```\n# no heading\n```', '# no heading'],
    ['Short.', 'Short.'],
    ['', ''],
  ])('%j is called %j', (text, name) => expect(storyOf(text).name).toBe(name))

  test.each([
    ['Competencies: Conflict, influence, conflict', ['conflict', 'influence']],
    ['Text.\n\n- **Competencies:** hiring\n', ['hiring']],
    ['Competency: failure', ['failure']],
    ['Competencies:', []],
    ['```\nCompetencies: code\n```', []],
    ['My competencies: none', []],
  ])('%j shows %j', (text, competencies) => expect(storyOf(text).competencies).toEqual(competencies))

  test('has its headings, list items and bold words as points, but not its name', () => {
    const text =
      '# The freeze\n\n## Situation\n\nWe had **nine bugs**. It hurt.\n\n- I said stop\n\nThen. It went. On.'
    expect(storyOf(text).points.map(({ label }) => label)).toEqual(['nine bugs', 'I said stop'])
    expect(storyOf('One. Two. Three.').points).toEqual([])
  })

  test('has the names of its parts as points only where it marks hardly anything else', () => {
    const parts = '## Situation\n\nLate.\n\n## Task\n\nShip.\n\n## Action\n\n'
    const labels = (text: string): string[] => storyOf(text).points.map(({ label }) => label)
    expect(labels(`${parts}I **froze it** and **asked why**. Then I **cut scope**.`)).not.toContain('Task')
    expect(labels(`${parts}I froze it.`)).toEqual(['Situation', 'Task', 'Action'])
    expect(labels(`${parts}I **froze it**.`)).toEqual(['Situation', 'Task', 'Action', 'froze it'])
    expect(labels('# Mine\n\n## Where\n\nHere.\n\n## Action\n\n- froze\n- asked')).toEqual([
      'Where',
      'froze',
      'asked',
    ])
  })

  test('has its questions to ask them apart', () => {
    const text = '# A\n\nSo.\n\n## Questions to ask them\n\n1. Who left?\n- Why *now*?\n\n# B\n\nMore.'
    expect(storyOf(text)).toMatchObject({
      toAsk: ['Who left?', 'Why now?'],
      text: '# A\n\nSo.\n\n# B\n\nMore.',
    })
  })

  test('of a megabyte is taken apart at once', () => {
    for (const row of ['# a  b\t\n', 'Competencies: a,\n', '## Action\n\n', `# ${' #'.repeat(5000)}x\n`])
      expect(storyOf(row.repeat(1e6 / row.length))).toBeDefined()
  })
})

test.each([
  ['## Situation\n\n\n## Task\n\nShip.\n\n## Action\n', '## Task\n\nShip.'],
  ['## Situation\n\n### Where\n\nHere.', '## Situation\n\n### Where\n\nHere.'],
  ['# The freeze\n\n## Situation\n', '# The freeze'],
  ['## Mine\n\n## Result\n\nGood.', '## Mine\n\n## Result\n\nGood.'],
  ['```\n## Task\n```', '```\n## Task\n```'],
])('%j without its empty parts is %j', (text, left) => expect(withoutEmptyParts(text).trim()).toBe(left))
