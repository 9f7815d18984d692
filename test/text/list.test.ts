import { expect, test } from 'vitest'
import { itemsOf, itemText, markerOf, unindent } from '../../src/text/list.ts'

test.each([
  ['- a', { indent: 0, start: 0, width: 2 }],
  ['  12.  a', { indent: 2, start: 2, width: 7 }],
  ['3) a', { indent: 0, start: 0, width: 3 }],
  ['3\\. a', { indent: 0, start: 0, width: 4 }],
  ['\t- a', { indent: 4, start: 1, width: 3 }],
  [' \t●\ta', { indent: 4, start: 2, width: 4 }],
  ['•', { indent: 0, start: 0, width: 1 }],
  ['-a', null],
  ['1.5 a', null],
  ['a', null],
])('the marker of %j is %j', (line, marker) => {
  expect(markerOf(line)).toEqual(marker)
})

test('items have their lines, without the indent', () => {
  const items = itemsOf(['no item', '- one', '  more', '', '  - nested', '- two', '1. three'])
  expect(items.map(itemText)).toEqual(['one\nmore\n\n- nested', 'two', 'three'])
})

test.each([
  ['   a', 2, ' a'],
  ['\ta', 2, 'a'],
  ['a', 2, 'a'],
])('%j less %j blanks is %j', (line, most, rest) => {
  expect(unindent(line, most)).toBe(rest)
})
