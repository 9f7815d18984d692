import { expect, test } from 'vitest'
import { columns, sentences } from '../../src/screens/columns.ts'

const rows = [
  ['Tue 17 Nov', 'first word 1.7 s', 'longest pause 3.1 s', '15 % silence', 'over 9 answers'],
  ['Wed 18 Nov', '', 'longest pause 3.0 s', '7 % silence', 'over 1 answer'],
]

test('rows whose first cells alone are too long have two columns', () => {
  expect(columns(rows, 48)).toMatchInlineSnapshot(`
    "Tue 17 Nov  first word 1.7 s, longest pause 3.1
                s, 15 % silence, over 9 answers
    Wed 18 Nov  longest pause 3.0 s, 7 % silence,
                over 1 answer
    "
  `)
  expect(columns(rows, 100)).toMatchInlineSnapshot(`
    "Tue 17 Nov  first word 1.7 s  longest pause 3.1 s  15 % silence  over 9 answers
    Wed 18 Nov                    longest pause 3.0 s  7 % silence   over 1 answer
    "
  `)
})

test('for ears a row is a sentence, without what is empty', () => {
  expect(sentences([...rows.slice(1), ['and 3 more days', ''], ['Why us?', '2 shaky']], 100)).toBe(
    'Wed 18 Nov: longest pause 3.0 s, 7 % silence, over 1 answer.\nand 3 more days.\nWhy us? 2 shaky.\n',
  )
})

test('a path that does not fit beside the others goes below them in one piece', () => {
  const rows = [
    ['ok', 'home', 'Your data is in /home/robin/.config/greenroom/data.'],
    ['ok', 'disk', '44 GB free on the disk with your data.'],
  ]
  expect(`\n${columns(rows, 40)}`).toMatchInlineSnapshot(`
    "
    ok  home
       Your data is in
       /home/robin/.config/greenroom/data.
    ok  disk  44 GB free on the disk with
              your data.
    "
  `)
  // what is longer than a line is broken anyway
  expect(columns([['ok', 'home', 'x'.repeat(60)]], 40).split('\n')[0]).toMatch(/^ok {2}home {2}x+$/)
})
