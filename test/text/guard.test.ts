import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guard } from '../../src/text/guard.ts'
import { runs } from '../chance.ts'

test('text, colours, newlines and tabs pass', () => {
  const text = 'a\tb\n\u001b[1;38;5;130mc\u001b[0m é 日本 👨‍👩‍👧'
  expect(guard(text)).toBe(text)
})

test('what moves the cursor passes only where it is allowed', () => {
  const moves = '\u001b[2K\u001b[1A\u001b[G\u001b[3;4H\u001b[?25l\r\u0007'
  expect(guard(moves, { moves: true })).toBe(moves)
  expect(guard(moves)).toBe('[2K[1A[G[3;4H[?25l')
})

test('colours pass only where there are some', () => {
  expect(guard('\u001b[31mred\u001b[39m', { colors: false })).toBe('[31mred[39m')
})

test.each([
  ['title', '\u001b]0;x\u0007', ']0;x'],
  ['hyperlink', '\u001b]8;;http://x\u001b\\y', ']8;;http://x\\y'],
  ['clipboard', '\u001b]52;c;eA==\u0007', ']52;c;eA=='],
  ['device control', '\u001bPq#0\u001b\\', 'Pq#0\\'],
  ['erased scrollback', '\u001b[3J', '[3J'],
  ['other screen', '\u001b[?1049h', '[?1049h'],
  ['report', '\u001b[6n', '[6n'],
  ['reset', '\u001bc', 'c'],
  ['C1 introducer', '\u009b2J', '2J'],
  ['C1 command', '\u009d0;x\u009c', '0;x'],
  ['backspace', 'a\b\bb', 'ab'],
  ['delete', 'a\u007fb', 'ab'],
])('of a %s only harmless text is left, even where the cursor may move', (_, text, left) => {
  expect(guard(text)).toBe(left)
  expect(guard(text, { moves: true })).toBe(left + (text.endsWith('\u0007') ? '\u0007' : ''))
})

test('what hides or turns text becomes visible', () => {
  expect(guard('a\u202eb\u2066c\u200bd\ufeffe\u061cf')).toBe('a<U+202E>b<U+2066>c<U+200B>d<U+FEFF>e<U+061C>f')
})

const FORBIDDEN = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/
const SGR = /\u001b\[[\d:;]*m/g
const MOVES = /\u001b\[(?:[\d;]*[A-H]|[0-2]?[JK]|\?(?:25|2026)[hl])|[\r\u0007]/g

const pieces = fc.constantFrom(
  ...['\u001b', '[', '0', '31', ';', ':', '?', 'm', 'J', 'K', 'H', ']', '\u0007', '\u009b', '\r', '\n'],
  ...['\u202e', '\u200b', '\ufeff', 'text', '\u001b[', '\u001b[3J', '\u001b[31m', '\u001b[?25l'],
)
const anything = fc
  .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 40 })
  .map((parts) => parts.join(''))

test('whatever comes, nothing forbidden leaves, and what left passes again', () => {
  fc.assert(
    fc.property(anything, fc.boolean(), fc.boolean(), (text, moves, colors) => {
      const left = guard(text, { moves, colors })
      let rest = left
      if (colors) rest = rest.replace(SGR, '')
      if (moves) rest = rest.replace(MOVES, '')
      expect(rest).not.toMatch(FORBIDDEN)
      expect(guard(left, { moves, colors })).toBe(left)
    }),
    { numRuns: runs(500) },
  )
})

test('printable text is never changed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!FORBIDDEN.test(text))
      expect(guard(text)).toBe(text)
    }),
  )
})
