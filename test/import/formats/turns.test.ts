import { expect, test } from 'vitest'
import { account } from '../../../src/import/account/account.ts'
import { readText } from '../../../src/import/read.ts'
import { asked } from '../asked.ts'

const both = [
  ['Why do you paint?', 'For calm.'],
  ['Where do you paint?', 'At the lake.'],
]

test.each([
  [
    'labels that take turns',
    'P: Why do you paint?\nR: For calm.\n\nP: Where do you paint?\nR: At the lake.\n',
  ],
  [
    'names that take turns',
    'Ann: Why do you paint?\nBob: For calm.\n\nAnn: Where do you paint?\nBob: At the lake.\n',
  ],
  [
    'answers in a list of their own',
    '1. Why do you paint?\n2. Where do you paint?\n\nANSWERS\n\n1. For calm.\n2. At the lake.\n',
  ],
  [
    'a table in a fence',
    'Here it is:\n\n```markdown\n| Question | Answer |\n|---|---|\n| Why do you paint? | For calm. |\n| Where do you paint? | At the lake. |\n```\n\nEnjoy!\n',
  ],
  [
    'bullets of a word processor',
    '•\tWhy do you paint?\no\tFor calm.\n•\tWhere do you paint?\no\tAt the lake.\n',
  ],
  [
    'properties of Logseq beside blocks',
    'title:: Paint\n\n- Why do you paint? #card\n  card-last-interval:: 4\n\t- For calm.\n- Where do you paint? #card\n\t- At the lake.\n',
  ],
  [
    'a sheet that a form fills',
    'Timestamp,What question were you asked?,How did you answer?\n2026-01-02,Why do you paint?,For calm.\n2026-01-03,Where do you paint?,At the lake.\n',
  ],
  [
    'a header in one German word',
    'Interviewfrage;Musterantwort\nWhy do you paint?;For calm.\nWhere do you paint?;At the lake.\n',
  ],
])('%s are read', (_, text) => {
  expect(asked(text).map(([question, answer]) => [question, answer?.replace(/^- /, '')])).toEqual(both)
})

test.each([
  [
    'columns with letters',
    'question,A,B,C,answer\nWhich floats?,Boat,Stone,Key,A\nWhich sinks?,Boat,Leaf,Key,C\n',
    '- A: Boat\n- B: Stone\n- C: Key',
  ],
  [
    'a list',
    '[{"question": "Which floats?", "options": ["Boat", "Stone"], "answer": "A"}, {"question": "Which?", "options": ["x"], "answer": "C"}]',
    '- Boat\n- Stone',
  ],
])('the options to choose from belong to the question, by %s', (_, text, options) => {
  expect(asked(text)[0]).toEqual([`Which floats?\n\n${options}`, 'A'])
})

test('a column that is not used is told', () => {
  const read = readText('Question;Mood;Answer\nWhy?;calm;So.\nWhere?;keen;Here.\n', { slug: 'x' })
  expect(account(read).skipped).toEqual([{ line: 1, to: 1, reason: 'unused-field', text: 'Mood' }])
})
