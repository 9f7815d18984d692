import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFiles } from '../../src/import/files.ts'
import { readBank } from '../../src/import/read.ts'
import { repair } from '../../src/import/repair.ts'
import { runs } from '../chance.ts'

/** Pieces of what people have, to be put together, cut and mixed up. */
const pieces = fc.constantFrom(
  '# Title\n',
  '## Section\n',
  '### 1. How do you plan?\n',
  '### Q2. Why?\n',
  '**Q3. What now?**\n',
  '**Question:** Who are you?\n',
  '**Answer:** I am.\n',
  '#### Answer: B\n',
  '<details>\n<summary>Why not?</summary>\n',
  '</details>\n',
  '- What is it?\n',
  '  - nested\n',
  '1. First?\n',
  '<ol><li>One?</li><li>Two?</li></ol>\n',
  'Q: front?\nA: back\n',
  'C: a [cloze] here\n',
  'front :: back\n',
  'front\n?\nback\n',
  '* Headline :fc:\n** Back\n',
  'question,answer\n"a, b?",c\n',
  '#separator:tab\nfront\tback\n',
  '```js\n',
  '# comment\n',
  '<!-- note -->\n',
  '<!-- open\n',
  '---\ntitle: x\n---\n',
  '[{"question": "How?", "answer": "So."}]',
  'Some prose, which goes on.\n',
  'â€™\n',
  '\u202e\u001b[2J\n',
  '\r\n',
  '\n',
)

const texts = fc.oneof(
  fc.array(pieces, { maxLength: 25 }).map((all) => all.join('')),
  fc
    .tuple(
      fc.array(pieces, { maxLength: 15 }),
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.nat(400),
      fc.nat(40),
    )
    .map(([all, noise, at, length]) => {
      const text = all.join('')
      return text.slice(0, at) + noise + text.slice(at + length)
    }),
  fc.string({ unit: 'binary', maxLength: 400 }),
)

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')

/** The letters outside of HTML tags. */
const words = (text: string): string => letters(text.replace(/<(?:\/?[a-z]|U\+)[^<>]*>/gi, ''))

test('no text makes the reader throw, and every question stands in it', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { questions, warnings } = readBank(text, { slug: 'any', title: 'Any' })
      const source = repair(text).text
      // a JSON source has its texts escaped
      const whole = /^\s*[[{]/.test(source) ? source.replace(/\\u([\da-f]{4})|\\(.)/gi, '$2') : source
      // a separator of columns may cut a tag in two, and then it is text
      const standsThere = (line: string): boolean =>
        words(whole).includes(words(line)) || letters(whole).includes(letters(line))
      for (const { question, id, number } of questions) {
        if (question !== 'Any') expect(question.split('\n').filter((line) => !standsThere(line))).toEqual([])
        expect(id.startsWith('any/')).toBe(true)
        expect(questions[number - 1]?.id).toBe(id)
      }
      expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
      if (questions.length === 0) expect(warnings.some(({ severity }) => severity === 'error')).toBe(true)
    }),
    { numRuns: runs(200) },
  )
})

test('no bytes make it throw', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('a.md', 'a.csv', 'a.json', 'a.org'),
      (bytes, name) => {
        expect(readFiles([{ name, bytes }], { slug: 'any', title: 'Any' }).slug).toBe('any')
      },
    ),
    { numRuns: runs(100) },
  )
})
