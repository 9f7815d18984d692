import { expect, test } from 'vitest'
import { readFiles } from '../../src/import/files.ts'
import { asked, both, sections } from './asked.ts'

// Situations that people report of tools that read questions, where no other test of a format has them.

const without = both.map(([question]) => [question, null])

test.each([
  [
    'a list with blank lines',
    'How do you plan?\n\nTell me of a loss.\n\nWho decides?\n\nDescribe a quarrel.\n',
  ],
  ['a list with dashes', '– How do you plan?\n– Tell me of a loss.\n– Who decides?\n– Describe a quarrel.\n'],
  [
    'a list with numbers',
    '1. How do you plan?\n2. Tell me of a loss.\n3. Who decides?\n4. Describe a quarrel.\n',
  ],
])('%s has no answers', (_, text) => {
  expect(asked(text)).toEqual(
    ['How do you plan?', 'Tell me of a loss.', 'Who decides?', 'Describe a quarrel.'].map((each) => [
      each,
      null,
    ]),
  )
})

test.each([
  [
    'a table of contents above deeper headings',
    '# Prep\n\n## Table of Contents\n\n- [Plans](#plans)\n\n### How do you plan?\n\nBackwards.\n\n### Who decides?\n\nOne of us.\n',
  ],
  [
    'escapes around numbers',
    '## **1\\. How do you plan?**\n\nBackwards.\n\n## **2\\. Who decides?**\n\nOne of us.\n',
  ],
  [
    'a separator in two places',
    '#separator:Comma,,\n#html:false,,\nHow do you plan?,Backwards.,a\nWho decides?,One of us.,b\n',
  ],
  ['tags in some rows', 'How do you plan?\tBackwards.\tlead\nWho decides?\tOne of us.\t\n'],
  [
    'a title above a header',
    'My prep,,\n#,Question,Answer\n1,How do you plan?,Backwards.\n2,Who decides?,One of us.\n',
  ],
])('%s', (_, text) => {
  expect(asked(text)).toEqual(both)
})

test('a section that only introduces costs no question, and names none', () => {
  const text =
    '## Introduction\n\n### Describe your first week\n\nI listened.\n\n### Why did you stay?\n\nThe team.\n\n## Quarrels\n\n### Tell me of a quarrel\n\nOver a name.\n'
  expect(asked(text).map(([question]) => question)).toEqual([
    'Describe your first week',
    'Why did you stay?',
    'Tell me of a quarrel',
  ])
  expect(sections(text)).toEqual([null, null, 'Quarrels'])
})

test.each([
  ['x.csv', 'Question,Answer\nWho\x92s next?,It\x92s \x93me\x94 \x96 5 \x80\n', '’s “me” – 5 €'],
  ['x.md', '### Who\x92s next?\n\nIt\x92s me \x97 again\x85\n', '’s me — again…'],
  ['x.txt', 'Q: Who\x92s next?\nA: It\x92s \x95 me\n\nQ: Why?\nA: So.\n', '’s • me'],
])('CP1252 keeps its quotation marks and dashes in %s', (name, source, end) => {
  const bytes = Uint8Array.from(source, (character) => character.charCodeAt(0))
  const { questions } = readFiles([{ name, bytes }], { slug: 'x', title: 'x' })
  expect(questions[0]).toMatchObject({ question: 'Who’s next?', answer: `It${end}` })
})

test('two kinds of indents are one level', () => {
  expect(asked('- How do you plan?\n  - Backwards.\n- Who decides?\n\t- One of us.\n')).toEqual(
    both.map(([question, answer]) => [question, `- ${answer}`]),
  )
  expect(asked('1.\tHow do you plan?\n2.\tWho decides?\n')).toEqual(without)
})
