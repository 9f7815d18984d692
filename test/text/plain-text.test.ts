import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapedText, isWord, onOneLine, plainText } from '../../src/text/plain-text.ts'

test.each([
  ['**Split** the _work_, ~~all~~ of it', 'Split the work, all of it'],
  ['[the docs](https://example.com/a_(b) "t") and ![an image](x.png)', 'the docs and an image'],
  ['<https://example.com> <b>bold</b> <!-- note -->', 'https://example.com bold'],
  ['`a * b` and `` c`d ``', 'a * b and c`d'],
  ['snake_case and 2 * 3 * 4', 'snake_case and 2 * 3 * 4'],
  ['\\*not bold\\* and \\\\', '*not bold* and \\'],
  ['a **b\n\nc** d', 'a **b c** d'],
  ['a < b and c > d `', 'a < b and c > d `'],
  [' two\n lines ', 'two lines'],
])('%j reads %j', (markdown, text) => {
  expect(plainText(markdown)).toBe(text)
})

test('escaped text reads as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab *_`[]()<>!~\\.') }).map(onOneLine), (text) => {
      expect(plainText(escapedText(text))).toBe(text)
    }),
  )
})

test.each([
  ['a', true],
  ['7', true],
  ['é', true],
  ['日', true],
  ['…?! ', false],
])('%j has a letter or a digit: %j', (text, expected) => {
  expect(isWord(text)).toBe(expected)
})
