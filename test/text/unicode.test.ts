import { expect, test } from 'vitest'
import { unicode } from '../../src/text/unicode.ts'

test('an expression is made once for its source and flags', () => {
  expect(unicode('\\p{L}').test('é')).toBe(true)
  expect(unicode('\\p{L}')).toBe(unicode('\\p{L}'))
  expect(unicode('\\p{L}', 'gu')).not.toBe(unicode('\\p{L}'))
})
