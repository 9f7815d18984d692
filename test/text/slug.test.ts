import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSlug, slugOf } from '../../src/text/slug.ts'

test.each([
  ['How do you plan?', 'how-do-you-plan'],
  ['  Über-Café № 5 ', 'uber-cafe-no-5'],
  ['如何带团队？', '如何带团队'],
  ['İstanbul', 'istanbul'],
  ['???', ''],
  [`${'word '.repeat(13)}`, 'word-word-word-word-word-word-word-word-word-word-word-word'],
  ['x'.repeat(70), 'x'.repeat(60)],
])('the slug of %j is %j', (text, slug) => {
  expect(slugOf(text)).toBe(slug)
})

test.each([
  ['leadership', true],
  ['my-bank-2', true],
  ['面试', true],
  ['', false],
  ['-a', false],
  ['a--b', false],
  ['a b', false],
  ['../a', false],
])('%j as a slug: %j', (text, expected) => {
  expect(isSlug(text)).toBe(expected)
})

test('a slug is short, has the form of a slug, and is its own slug', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
      const slug = slugOf(text)
      expect(slug.length).toBeLessThanOrEqual(60)
      expect(slug === '' || isSlug(slug)).toBe(true)
      expect(slugOf(slug)).toBe(slug)
    }),
  )
})
