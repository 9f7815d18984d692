import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markdown } from '../../src/screens/markdown.ts'
import { styleOf } from '../../src/screens/style.ts'
import { width } from '../../src/text/wrap.ts'
import { runs } from '../chance.ts'

const plain = styleOf({ level: 0, ascii: false })
const ascii = styleOf({ level: 0, ascii: true })
const coloured = styleOf({ level: 1, ascii: false })

const at40 = (text: string): string => markdown(text, 40, plain)

describe('lists', () => {
  test('items with a bold head show no asterisks, and hang', () => {
    const text =
      'I follow a model.\n\n*   **Pair Programming:** I pair, *not* to drive.\n*   **Design Reviews:** I critique the design, not just the syntax.'
    expect(at40(text)).toMatchInlineSnapshot(`
      "I follow a model.

      • Pair Programming: I pair, not to
        drive.
      • Design Reviews: I critique the design,
        not just the syntax."
    `)
    expect(markdown(text, 40, ascii)).toContain('- Pair Programming: I pair, not to\n  drive.')
  })
  test('numbers line up and go on where they start', () => {
    expect(at40('9. nine\n10. ten')).toBe(' 9. nine\n10. ten')
  })
  test('inside each other', () => {
    expect(at40('- one\n  - two\n    1. three **bold**\n- [x] done\n- [ ] open')).toMatchInlineSnapshot(`
      "• one
        • two
          1. three bold
      • [x] done
      • [ ] open"
    `)
  })
  test('loose, with paragraphs and code inside', () => {
    expect(at40('- a\n\n  more\n\n- b\n  ```js\n  if (x) {\n    y()\n  }\n  ```')).toMatchInlineSnapshot(`
      "• a

        more

      • b

          if (x) {
            y()
          }"
    `)
  })
})

test('emphasis in three ways shows no marks', () => {
  expect(at40('**a** __b__ *c* _d_ ~~e~~ ***f*** snake_case 2 * 3')).toBe('a b c d e f snake_case 2 * 3')
})

test('headings, quotes and rules', () => {
  expect(
    at40('## Why *now*\n\n> quoted **words** that go on to the next line\n\n---\n\nEnd'),
  ).toMatchInlineSnapshot(`
    "Why now

    │ quoted words that go on to the next
    │ line

    ────────────────────────────────────────

    End"
  `)
  expect(markdown('> a\n\n---', 10, ascii)).toBe('| a\n\n----------')
})

test('code keeps its spaces and its marks', () => {
  expect(at40('Use `a  *b*`:\n\n```sh\nif x\n    **y**\n```')).toMatchInlineSnapshot(`
    "Use a  *b*:

      if x
          **y**"
  `)
})

test('links show where they lead', () => {
  expect(
    at40('[a page](http://x.y/a_b "t"), <http://x.y>, http://z.y, ![a face](f.png)'),
  ).toMatchInlineSnapshot(`
    "a page (http://x.y/a_b), http://x.y,
    http://z.y, a face (f.png)"
  `)
  expect(at40('[*b*](x)')).toBe('b (x)')
  expect(at40('[mail](mailto:a@b.c) <a@b.c>')).toBe('mail (mailto:a@b.c) a@b.c')
})

test('no link is one of the terminal', () => {
  expect(markdown('[a](http://x.y)', 40, coloured)).not.toContain('\u001b]8')
})

describe('tables', () => {
  test('that fit', () => {
    expect(at40('| a | b |\n|---|---|\n| 1 | **two** words |\n|  | x |')).toMatchInlineSnapshot(`
      "a  b
      ────────────
      1  two words
         x"
    `)
  })
  test('that do not', () => {
    const text =
      '| Name | What it is |\n|---|---|\n| RFC | a long text that does not fit the line |\n| ADR | short |'
    expect(at40(text)).toMatchInlineSnapshot(`
      "Name: RFC
      What it is: a long text that does not
      fit the line

      Name: ADR
      What it is: short"
    `)
  })
})

test('entities stand for their characters, and for no controls', () => {
  expect(at40('R&amp;D &lt;b&gt; &hellip; &#8217; &#x2014; &nosuch; &#27;[31m &#x202e;')).toBe(
    'R&D <b> … ’ — &nosuch; [31m <U+202E>',
  )
})

test('html is shown as it stands, but for comments and line breaks', () => {
  expect(
    at40('List<String> and <b>bold</b><br>next<!-- gone -->\n\n<div>\nhi\n</div>\n\n<!-- gone -->'),
  ).toMatchInlineSnapshot(`
    "List<String> and <b>bold</b>
    next

    <div>
    hi
    </div>"
  `)
})

test('emoji names stay words', () => {
  expect(at40('a :smile: b')).toBe('a :smile: b')
})

test('wide characters and joined emoji wrap where the terminal does', () => {
  const shown = markdown('日本語のとても長い文章 👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 10, plain)
  expect(shown).toMatchInlineSnapshot(`
    "日本語のと
    ても長い文
    章
    👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦
    👨‍👩‍👧‍👦"
  `)
})

test('each line closes its colours', () => {
  const shown = markdown('**bold text that `wraps code` around**\n\n> q *it*', 16, coloured)
  for (const line of shown.split('\n')) {
    const opened = [...line.matchAll(/\u001b\[(\d+)m/g)].map(([, code]) => Number(code))
    expect(opened.length % 2).toBe(0)
  }
})

test('without colours no sequence leaves, not even one of the libraries', () => {
  const text = '# a\n\n**b** *c* ~~d~~ `e` [f](g)\n\n> h\n\n| i |\n|---|\n| j |\n\n- k\n\n---\n\n    l'
  expect(at40(text)).not.toContain('\u001b')
  expect(markdown(text, 40, coloured)).toContain('\u001b')
})

const marks = fc.constantFrom(
  ...'*_`#>-+~[]()!<>|\\&;:.1 \n\t',
  '**',
  '```',
  '\n\n',
  '    ',
  '&#27;',
  'word',
  '日本',
  '\u001b[2J',
  '\u202e',
  '\u009b',
)

test('any text comes out as harmless text, no wider than asked', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(marks, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 60 }),
      fc.integer({ min: 20, max: 100 }),
      fc.boolean(),
      (parts, columns, colours) => {
        const shown = markdown(parts.join(''), columns, colours ? coloured : plain)
        const text = colours ? shown.replace(/\u001b\[[\d;]*m/g, '') : shown
        expect(text).toMatch(
          /^[^\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*$/,
        )
        for (const line of shown.split('\n')) expect(width(line)).toBeLessThanOrEqual(columns)
      },
    ),
    { numRuns: runs(300) },
  )
})

test('no letter of an answer is lost', () => {
  const words = fc.array(
    fc.constantFrom(
      'alpha',
      '**beta**',
      '`gamma`',
      '*delta*',
      '\n',
      '\n\n',
      '- epsilon',
      '1. zeta',
      '> eta',
      '## theta',
    ),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(words, (parts) => {
      const text = parts.join(' ')
      const letters = (from: string) => from.match(/[a-z]+/g) ?? []
      expect(letters(markdown(text, 30, plain))).toEqual(letters(text))
    }),
  )
})

test('no answer of the shipped bank shows an asterisk', () => {
  const bank = readFileSync('data/leadership.md', 'utf8')
  const answers = bank
    .split('**Answer:**\n')
    .slice(1)
    .map((rest) => rest.split(/\n\*\*[\w-]+:\*\*\n/)[0] ?? '')
  expect(answers.length).toBe(7)
  for (const answer of answers) expect(at40(answer)).not.toContain('*')
})
