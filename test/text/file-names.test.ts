import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distinct, escapedName, isPortable, unescapedName, uniqueNames } from '../../src/text/file-names.ts'

test.each([
  ['a.jsonl', true],
  ['6f1c2b1e-2f4d-4e5f-8a53-1b7a1f0f3c11.jsonl', true],
  ['a b.jsonl', false],
  ['CON.jsonl', false],
  ['nul', false],
  ['com1.json', false],
  ['LPT9.txt', false],
  ['console.json', true],
  ['.hidden', false],
  ['dot.', false],
  ['a:b', false],
  ['a\u001b[31m', false],
  ['a\nPassword:', false],
  ['führung.json', false],
  ['x'.repeat(121), false],
  ['', false],
])('%j is portable: %j', (name, portable) => {
  expect(isPortable(name)).toBe(portable)
})

test.each([
  ['führung.json', 'f_fc_hrung.json'],
  ['my copy.jsonl', 'my_20_copy.jsonl'],
  ['con.json', '_63_on.json'],
  ['a_b', 'a_5f_b'],
  ['plain-1.json', 'plain-1.json'],
])('%j is escaped as %s', (name, escaped) => {
  expect(escapedName(name)).toBe(escaped)
  expect(isPortable(escaped)).toBe(true)
})

test('any name comes back, and is portable where it is short', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }), (name) => {
      expect(unescapedName(escapedName(name))).toBe(name)
      expect(isPortable(escapedName(name))).toBe(true)
    }),
  )
})

test('names that differ in case alone are escaped until they do not', () => {
  const names = ['ab', 'AB', 'aB', 'Ab', 'ab.jsonl', 'AB.JSONL', 'é', 'É']
  const nameOf = uniqueNames()
  const escaped = names.map(nameOf)
  expect(escaped.map(unescapedName)).toEqual(names)
  expect(new Set(escaped.map((name) => name.toLowerCase())).size).toBe(names.length)
  expect(escaped[0]).toBe('ab')
})

test('names that differ in case alone are one', () => {
  expect(distinct(['a.jsonl', 'A.jsonl', 'b', 'a.JSONL'])).toEqual(['a.jsonl', 'b'])
})
