import { expect, test } from 'vitest'
import { markdown } from '../../src/screens/markdown.ts'
import { styleOf } from '../../src/screens/style.ts'
import { cpuSeconds, soon } from '../cpu.ts'

const style = styleOf({ level: 1, ascii: false })
const K = 1024

/** `text` as often as it fits in so many characters. */
const fill = (text: string, size = 64 * K): string => text.repeat(Math.floor(size / text.length))

/** Blocks, each within the limits for one. */
const blocks = (text: string, each: number): string => fill(`${fill(text, each)}\n\n`)

const lists = (depth: number, text = 'x'): string =>
  Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}- ${text}`).join('\n')

const fences = Array.from({ length: 60 }, (_, length) => '`'.repeat(length + 1)).join(' ')

/** What makes a parser of markdown slow, deep or silent. */
const hostile: Record<string, string> = {
  '20,000 nested quotes': '>'.repeat(20_000),
  '100,000 stars': '*'.repeat(100_000),
  '50,000 stars apart': '* '.repeat(50_000),
  'lists 1,000 deep': lists(1000),
  'long lists 32 deep': lists(32, fill('y ', 1800)),
  'quotes 32 deep': fill(`${'> '.repeat(32)}x\n`),
  'quotes and lists 32 deep': fill(`${'> - '.repeat(16)}x\n`),
  'unclosed emphasis': blocks('*a **b ', 4600),
  'stars in blocks': blocks('*', 1900),
  'underscores in blocks': blocks('_a_', 1980),
  'emphasis inside words': fill('a**b', 3900),
  'emphasis opened and closed': fill(`${'*a '.repeat(999)}${'b*'.repeat(999)}\n\n`),
  'strong opened and closed': fill(`${'**a '.repeat(490)}${'b**'.repeat(490)}\n\n`),
  'stars around a letter': fill(`${'*'.repeat(999)}b${'*'.repeat(999)}\n\n`),
  'unclosed brackets': blocks('[', 1990),
  'unclosed links': blocks('[a](', 3960),
  'unclosed images': blocks('![[', 1980),
  'missing references': blocks('[a][b]', 2940),
  'unclosed addresses': blocks('[a](<b ', 4600),
  'links in links': fill(`${'['.repeat(900)}a${'](x)'.repeat(900)}\n\n`),
  'code of many lengths': blocks(`${fences} `, 1900),
  'unclosed code': blocks('`a ', 5700),
  'unclosed tags': blocks('<a ', 5900),
  'unclosed comments': blocks('<!--', 7600),
  'unclosed attributes': blocks('<a href="', 17_000),
  pipes: fill(`${'|'.repeat(20_000)}\n`),
  'a long table': `a|b\n-|-\n${fill('|x|y\n')}`,
  'a wide table': `${'|a'.repeat(4000)}\n${'|-'.repeat(4000)}\n${fill(`${'|x'.repeat(4000)}\n`, 40 * K)}`,
  spaces: fill(`${' '.repeat(20_000)}\n`),
  newlines: '\n'.repeat(64 * K),
  tabs: '\t'.repeat(20_000),
  hashes: fill(`${'#'.repeat(20_000)}\n`),
  definitions: fill('[a]: <b\n'),
  'a late underline': `${fill('a\n')}===`,
  dashes: fill(`${'-'.repeat(20_000)}\n`),
  'lists of lists': fill(`${'- '.repeat(15)}\n`),
  'a long list': fill('- a\n'),
  'a loose list': fill('- a\n\n'),
  addresses: fill(`http://${'a.'.repeat(9000)}\n`),
  'mail addresses': fill(`${'a@b.'.repeat(4000)}\n`),
  'entities of controls': fill(`${'&#x1b;'.repeat(3000)}\n`),
  ampersands: '&'.repeat(20_000),
  backslashes: fill(`${'\\'.repeat(20_000)}\n`),
  fences: fill('```\n'),
  'an unclosed fence': `\`\`\`\n${fill('x y\n')}`,
  'indented code': fill('    x\n'),
  'long words': fill(`${'x'.repeat(20_000)}\n`),
  'wide letters': fill(`${'日本'.repeat(3000)}\n`, 20 * K),
  'joined emoji': fill(`${'👨‍👩‍👧‍👦'.repeat(700)}\n`, 20 * K),
  'combined letters': fill(`${'e\u0301'.repeat(6000)}\n`, 20 * K),
  'a megabyte': 'lorem ipsum '.repeat(90_000),
  divs: fill('<div>\n'),
  'nothing but NUL': '\0'.repeat(60_000),
  'all marks': fill(`${'*[`<_~!](>)\\ \n'.repeat(100)}\n`),
}

test.each(Object.entries(hostile))('%s: text comes out, and soon', (_, text) => {
  let shown = ''
  const seconds = cpuSeconds(() => {
    shown = markdown(text, 80, style).replace(/\u001b\[[\d;]*m/g, '')
  })
  expect(seconds).toBeLessThan(soon)
  expect(shown).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f]/)
  const letters = /\p{L}/u
  expect(letters.test(shown)).toBe(letters.test(text.replaceAll('&#x1b;', '')))
})

test('what is too much to be parsed is shown plain, with its words and its marks', () => {
  const shown = markdown(`${'*a '.repeat(2001)}\n\n**b**`, 80, style)
  expect(shown.match(/\*a/g)?.length).toBe(2001)
  expect(shown).toContain('**b**')
  expect(markdown(`${'*a '.repeat(1999)}\n\n**b**`, 80, style)).not.toContain('**b**')
})
