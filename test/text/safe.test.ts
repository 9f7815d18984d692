import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safe, safeLine, visible } from '../../src/text/safe.ts'
import { isObject, isSuspect, parseJson } from '../../src/text/safe-json.ts'

test.each([
  ['a\tb\nc é 日本 👨‍👩‍👧', 'a\tb\nc é 日本 👨‍👩‍👧'],
  ['a\x1b[31mb\x07\x9b2J\x7f', 'a[31mb2J'],
  ['a\r\nb\rc', 'a\nb\nc'],
  ['a\u202eb\u200bc\ufeff', 'a<U+202E>b<U+200B>c<U+FEFF>'],
  ['a\ud800b', 'a\ufffdb'],
])('%j is made safe as %j', (text, expected) => {
  expect(safe(text)).toBe(expected)
})

test('one line stays one line', () => {
  expect(safeLine(' a\n\tb\u2028c\r\nd ')).toBe('a b c d')
})

test('a character is shown as its code point', () => {
  expect(visible('\u061c')).toBe('<U+061C>')
})

const texts = fc.string({ unit: 'binary' })

test('what is safe stays as it is', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(safe(safe(text))).toBe(safe(text))
      expect(safeLine(safeLine(text))).toBe(safeLine(text))
      expect(safe(text)).not.toMatch(
        /[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/,
      )
    }),
  )
})

test('strings of JSON are made safe', () => {
  expect(parseJson('{"a": "x\\u001b[2J", "b": [1, "\u202e"]}')).toEqual({ a: 'x[2J', b: [1, '<U+202E>'] })
  expect(parseJson('{"a": ')).toBeUndefined()
  fc.assert(
    fc.property(fc.array(texts), (all) => {
      expect(parseJson(JSON.stringify(all))).toEqual(all.map(safe))
      if (!isSuspect(JSON.stringify(all))) expect(all.map(safe)).toEqual(all)
    }),
  )
})

test.each<[unknown, boolean]>([
  [{}, true],
  [{ a: 1 }, true],
  [[], false],
  [null, false],
  ['text', false],
])('whether %j has keys is %j', (value, expected) => {
  expect(isObject(value)).toBe(expected)
})
