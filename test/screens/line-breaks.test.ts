import { expect, test } from 'vitest'
import { withNoteBreaks } from '../../src/screens/line-breaks.ts'
import { markdown } from '../../src/screens/markdown.ts'
import { styleOf } from '../../src/screens/style.ts'

test.each([
  ['S: we were late\nT: ship it\nR: shipped', 3],
  [
    '**Situation:** we were late, and nobody had told the people who had to know it first of all\n**Task:** ship it',
    2,
  ],
  ['I ask\nI listen\nI decide', 3],
  ['There was a wall in our house that nobody had painted\nfor as long as I can think', 1],
])('%j stands on %i lines', (text, lines) => {
  expect(withNoteBreaks(text).match(/ {2}\n/g) ?? []).toHaveLength(lines - 1)
})

test('they are on the screen', () => {
  expect(markdown('S: late\nT: ship', 40, styleOf({ level: 0, ascii: false }))).toBe('S: late\nT: ship')
})

test.each(['```\na\nb\n```', '- a\n- b', 'A title\n===', '> a\n> b', '| a |\n|---|\n| b |', 'one line'])(
  '%j stays as it is',
  (text) => {
    expect(withNoteBreaks(text)).toBe(text)
  },
)
