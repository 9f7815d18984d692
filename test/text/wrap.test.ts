import fc from 'fast-check'
import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'
import { expect, test } from 'vitest'
import { padEnd, truncate, width, wrap, wrapLong, wrapToLines } from '../../src/text/wrap.ts'
import { runs } from '../chance.ts'

test('a line too long ends in an ellipsis', () => {
  expect(truncate('a long line', 8)).toBe('a long …')
  expect(truncate('a long line', 8, '...')).toBe('a lon...')
  expect(truncate('a long line', 11)).toBe('a long line')
  expect(truncate('a long line', 2, '...')).toBe('..')
})

test('cutting keeps colours closed and letters whole', () => {
  expect(truncate('\u001b[1ma long line\u001b[22m', 5)).toBe('\u001b[1ma lo…\u001b[22m')
  expect(truncate('日本語日本語', 6)).toBe('日本…')
  expect(truncate('👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 5)).toBe('👨‍👩‍👧‍👦👨‍👩‍👧‍👦…')
})

test('wrapped lines hang behind their marker', () => {
  expect(wrap('one two three', 9, { first: '1. ', rest: '   ' })).toBe('1. one\n   two\n   three')
})

test('only lines that are too long are broken', () => {
  expect(wrapLong('  - one\n\ntwo three four\n', 9)).toBe('  - one\n\ntwo three\nfour\n')
})

test('padding counts columns, not letters', () => {
  expect(padEnd('日本', 6)).toBe('日本  ')
  expect(padEnd('longer', 3)).toBe('longer')
})

test('plain text is measured and wrapped as by the libraries', () => {
  const letters = fc.constantFrom('a', 'B', ' ', '  ', '\xa0', '~', 'é', '×', '\xad', '\x7f', '\t', 'ł', '…')
  fc.assert(
    fc.property(
      fc.string({ unit: letters, maxLength: 30 }),
      fc.integer({ min: 1, max: 30 }),
      (text, columns) => {
        expect(width(text)).toBe(stringWidth(text))
        expect(wrap(text, columns)).toBe(wrapAnsi(text, columns, { hard: true }))
      },
    ),
    { numRuns: runs(500) },
  )
})

test('no line is wider than asked, and no letter is lost', () => {
  const texts = fc.array(
    fc.constantFrom('a', 'word', 'averyveryverylongword', '日本語', '👨‍👩‍👧', 'e\u0301', '\n'),
  )
  fc.assert(
    fc.property(texts, fc.integer({ min: 2, max: 40 }), (words, columns) => {
      const text = words.join(' ')
      const lines = wrap(text, columns).split('\n')
      for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns)
      const letters = (from: string): string => from.replace(/\s/g, '').normalize()
      expect(letters(lines.join(''))).toBe(letters(text))
      expect(width(truncate(text.replaceAll('\n', ' '), columns))).toBeLessThanOrEqual(columns)
    }),
  )
})

test('what is wrapped to so many lines ends in an ellipsis if there is more', () => {
  expect(wrapToLines('one two three', 7, 2)).toBe('one two\nthree')
  expect(wrapToLines('one two three four five', 7, 2)).toBe('one two\nthree …')
  expect(wrapToLines('one two three four five', 9, 2, { ellipsis: '...' })).toBe('one two\nthree ...')
  expect(wrapToLines('x'.repeat(99), 10, 3)).toBe(`${'x'.repeat(10)}\n${'x'.repeat(10)}\n${'x'.repeat(9)}…`)
  const indent = { first: '1. ', rest: '   ' }
  expect(wrapToLines('one two three four', 8, 2, { indent })).toBe('1. one\n   two …')
})
