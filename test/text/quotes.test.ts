import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unquote } from '../../src/text/quotes.ts'

test.each([
  ['"All of it."', 'All of it.'],
  ['“All of it.”', 'All of it.'],
  ['„Alles.“', 'Alles.'],
  ['「全部」', '全部'],
  ['"They said "no" to me."', 'They said "no" to me.'],
  ['“They said “no” to me.”', 'They said “no” to me.'],
  ['"One" and "two"', '"One" and "two"'],
  ['“One” and “two”', '“One” and “two”'],
  ['"One', '"One'],
  ['""', '""'],
  ['plain', 'plain'],
])('%j is %j inside', (text, inner) => {
  expect(unquote(text)).toBe(inner)
})

test('a text in quotation marks is found again', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab .,?'), minLength: 1 }), (text) => {
      expect(unquote(`“${text}”`)).toBe(text)
    }),
  )
})
