import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fencesOf, isFence } from '../../src/text/fences.ts'
import { frontMatterOf } from '../../src/text/front-matter.ts'
import { lineBreaks, linesOf, scanLines } from '../../src/text/lines.ts'

describe('fences', () => {
  test.each([
    ['a pair', '```js|x|```|y', '1110', null],
    ['tildes around backticks', '~~~|```|~~~', '111', null],
    ['a longer one closes', '```|x|````', '111', null],
    ['one that opens again', 'x|```js|y|```js|z|```', '000111', 2],
    ['one that is never closed', 'x|```', '00', 2],
    ['an indented one', '- x|  ```|  y|  ```', '0111', null],
  ])('%s', (_, text, code, unclosed) => {
    const found = fencesOf(text.split('|'))
    expect([...found.code].join('')).toBe(code)
    expect(found.unclosed).toBe(unclosed)
  })

  test.each([
    ['```', true],
    ['  ~~~ js', true],
    ['``', false],
    ['``` a ` b', false],
    ['x ```', false],
    ['`'.repeat(13), false],
  ])('%j is a fence: %j', (text, expected) => {
    expect(isFence(text)).toBe(expected)
  })
})

test.each([
  ['---|title: "My bank"|tags: a|---|x', 4, 'My bank'],
  ['+++|title = x|+++', 3, 'x'],
  ['---|tags: a|---', 3, null],
  ['---|Prose.|---', 0, null],
  ['---|title: x', 0, null],
  ['# Title', 0, null],
])('%j has front matter of %j rows with the title %j', (text, rows, title) => {
  expect(frontMatterOf(text.split('|'))).toEqual({ rows, title })
})

describe('lines', () => {
  const textsOf = (text: string): string[] => linesOf(scanLines(text)).map((line) => line.text)

  test.each([
    ['a\n<!-- one\ntwo -->\nb', ['a', 'b']],
    ['a\n<!-- open\nb', ['a', '<!-- open', 'b']],
    ['<!-- a --> text', ['<!-- a --> text']],
    ['<!-- a\nb\n<!-- c\n-->', ['<!-- a', 'b']],
    ['---\ntitle: x\n---\na', ['a']],
  ])('%j has the lines %j', (text, lines) => {
    expect(textsOf(text)).toEqual(lines)
  })

  test('know their numbers, code and comments', () => {
    const scan = scanLines('---\ntitle: x\n---\n<!-- id: a -->\n```\n<!-- code -->\n```\nb')
    expect(scan.title).toBe('x')
    expect([...scan.comments]).toEqual([[4, 'id: a']])
    expect(linesOf(scan, 5)).toEqual([
      { number: 6, text: '<!-- code -->', code: true },
      { number: 7, text: '```', code: true },
      { number: 8, text: 'b', code: false },
    ])
  })

  test('line breaks are counted between two indexes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '\n') }),
        fc.nat(10),
        fc.nat(10),
        (text, from, to) => {
          expect(lineBreaks(text, from, to)).toBe(text.slice(from, Math.max(from, to)).split('\n').length - 1)
        },
      ),
    )
  })
})
