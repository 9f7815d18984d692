import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBank } from '../../src/import/read.ts'
import { repair } from '../../src/import/repair.ts'
import { runs } from '../chance.ts'
import { cpuSeconds, soon } from '../cpu.ts'

const read = (text: string) => readBank(text, { slug: 'mine', title: 'interview questions' })

/** Letters and digits alone: marks, numbers and quotes around a question may go. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')

const pieces = fc.constantFrom(
  '# ',
  '## ',
  '### ',
  '#### ',
  '\n',
  '\n',
  '\n\n',
  '- ',
  '* ',
  '1. ',
  '2) ',
  'Q1. ',
  'Q: ',
  'A: ',
  'C: ',
  '**Q2: ',
  '**',
  '**Answer:**',
  '**Question:** ',
  'What is it?',
  'Tell me about a time.',
  'Words',
  'An answer. ',
  '?',
  '::',
  '<details>',
  '<summary>',
  '</summary>',
  '</details>',
  '<ol>',
  '<ul>',
  '<li>',
  '</li>',
  '```',
  '~~~',
  '<!--',
  '-->',
  '<!-- id: x -->',
  '---',
  '===',
  '|',
  '"',
  '“',
  '\t',
  ',',
  '    ',
  '[',
  '](#x)',
  '](y)',
  '\\',
  '#separator:tab\n',
  'question,answer\n',
  ':fc:',
  '** Back',
  '#+title: x\n',
  '{{c1::',
  '}}',
  '**Key points:**',
  '**Follow-ups:**',
  '**Time:** 90s',
  'é',
  '日本語？',
  '\r\n',
  '\0',
  '\u202e',
  '\ufeff',
  'â€™',
)
const texts = fc.array(pieces, { maxLength: 80 }).map((all) => all.join(''))

test('any text is read', () => {
  fc.assert(
    fc.property(fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 300 }), fc.json()), (text) => {
      const { questions, warnings } = read(text)
      expect(questions.length > 0 || warnings.some(({ severity }) => severity === 'error')).toBe(true)
      expect(questions.map(({ number }) => number)).toEqual(questions.map((_, index) => index + 1))
      expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
      for (const { id, answer, question } of questions) {
        expect(id).toMatch(/^mine\/[\p{L}\p{N}._-]{1,64}$/u)
        expect(question.trim()).not.toBe('')
        expect(answer?.trim()).not.toBe('')
      }
    }),
    { numRuns: runs(300) },
  )
})

test('no question is made up', () => {
  fc.assert(
    fc.property(
      // Nor HTML, whose tags are no text.
      texts.filter((text) => !/\{\{|separator|,|&|^\s*</.test(text)),
      (text) => {
        const { text: repaired } = repair(text)
        const bare = repaired.replace(/<[^<>]*>/g, '')
        const source = [repaired, bare, bare.replace(/\]\([^()]*\)/g, '')].map(letters).join(' ')
        for (const { question } of read(text).questions) {
          for (const line of question.split('\n')) {
            if (/[|<]|\[…\]/.test(line)) continue
            // Links and tags are dropped from within a question.
            for (const word of line.split(/\s+/))
              expect(`${source} interviewquestions`).toContain(letters(word))
          }
        }
      },
    ),
    { numRuns: runs(300) },
  )
})

test('nothing of an answer in our own format gets lost', () => {
  const words = fc.array(
    fc.constantFrom('word', 'other', '\n', '\n\n', ' ', '- item', '**bold**', '`code`', '> quote'),
    { minLength: 1, maxLength: 30 },
  )
  fc.assert(
    fc.property(words, (all) => {
      const text = all.join('')
      fc.pre(text.trim() !== '')
      expect(letters(read(`### How?\n\n**Answer:**\n\n${text}\n`).questions[0]?.answer ?? '')).toBe(
        letters(text),
      )
    }),
  )
})

const many = (text: string, count: number): string => text.repeat(count)
test.each([
  ['fences', many('```js\n', 100_000)],
  ['one long line', many('x *a ', 1_000_000)],
  ['quotes', many('>', 20_000)],
  ['stars', many('*', 100_000)],
  ['deep lists', Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}- x`).join('\n')],
  ['NUL', many('a\0b\n', 100_000)],
  ['details', many('<details>\n<summary>What is it?</summary>\n', 1000)],
  ['comments', many('<!--\n', 100_000)],
  ['brackets', many('[', 100_000)],
  ['lists in HTML', many('<ul><li>', 50_000)],
  ['links', many(`${many('[a](b "', 2000)}\n`, 50)],
  ['dots', many(`${many('.', 19_000)}x\n`, 20)],
  ['open quotes in a table', `question,answer\n${many('"a\n', 100_000)}`],
])('%s neither hang nor hide a question', (_, text) => {
  const answer = `### How do you plan?\n\n**Answer:**\n\n${text}\n\n### Who decides?\n\n**Answer:** We.\n`
  const seconds = cpuSeconds(() => {
    expect(read(answer).questions.map(({ question }) => question)).toContain('How do you plan?')
    expect(() => read(text)).not.toThrow()
    expect(() => read(`# Interview\n\n## What is one?\n\n${text}\n`)).not.toThrow()
  })
  expect(seconds).toBeLessThan(soon)
})
