import { expect, test } from 'vitest'
import { decode, isBinary } from '../../src/import/decode.ts'
import { repair } from '../../src/import/repair.ts'

test.each([
  ['I donâ€™t', 'I don’t'],
  ['Ã¼ber Ã¤hnliche', 'über ähnliche'],
  ['thumbs ðŸ‘\x8d', 'thumbs 👍'],
  ['\ufeffWhy?\r\nSo.\rYes.', 'Why?\nSo.\nYes.'],
  ['ï»¿Why?', 'Why?'],
  ['a\x1b[2Jb\u202ec', 'a[2Jb<U+202E>c'],
])('%j is repaired to %j', (text, repaired) => {
  expect(repair(text).text).toBe(repaired)
})

test.each(['là »', 'Spaß…', 'CAFÃ…', 'naïve', '日本語', 'plain'])('%j stays as it is', (text) => {
  expect(repair(text)).toEqual({ text, warnings: [] })
})

test('each kind of damage is counted, and reported where it first is', () => {
  const { warnings } = repair('fine\nIt isnâ€™t donâ€™t\nâ€ broken\n\ufffd\n\x07\u200b')
  expect(warnings.map(({ line, message }) => [line, message])).toEqual([
    [
      2,
      '2 characters had been read in the wrong encoding and were fixed. Save the source as UTF-8 to keep it that way.',
    ],
    [3, '1 line looks garbled in a way that cannot be repaired. Correct the text in the source.'],
    [4, '1 character could not be read as UTF-8. Save the source as UTF-8.'],
    [5, '2 control or invisible characters were dropped or made visible. Remove them from the source.'],
  ])
})

const bytes = (...all: number[]): Uint8Array => new Uint8Array(all)

test.each([
  ['UTF-8', bytes(0xc3, 0xa9), 'é', null],
  ['UTF-16, little end first', bytes(0xff, 0xfe, 0xe9, 0), 'é', /read as UTF-16/],
  ['UTF-16, big end first', bytes(0xfe, 0xff, 0, 0xe9), 'é', /read as UTF-16/],
  ['CP1252', bytes(0xe9, 0x74, 0xe9), 'été', /read as CP1252/],
  ['UTF-8 with a broken byte', bytes(0xc3, 0xa9, 0xff), 'é\ufffd', null],
])('%s is decoded', (_, source, text, message) => {
  const decoded = decode(source)
  expect(decoded.text).toBe(text)
  expect(decoded.warnings.map((each) => each.message)).toEqual(
    message === null ? [] : [expect.stringMatching(message)],
  )
})

test('bytes with NULs and other control characters are binary, but for UTF-16', () => {
  expect(isBinary(bytes(0x89, 0, 1, 2, 3))).toBe(true)
  expect(isBinary(bytes(0x41, 0, 0x42))).toBe(false)
  expect(isBinary(bytes(0xff, 0xfe, 1, 0, 2, 0, 3, 0))).toBe(false)
})
