import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBank } from '../../src/import/read.ts'
import { repair } from '../../src/import/repair.ts'
import { runs } from '../chance.ts'

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
  expect(read(answer).questions.map(({ question }) => question)).toContain('How do you plan?')
  expect(() => read(text)).not.toThrow()
  expect(() => read(`# Interview\n\n## What is one?\n\n${text}\n`)).not.toThrow()
})

const numbered = (count: number, of: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => of(n)).join('')

// each would take seconds and hundreds of megabytes to read: how long they take is measured by `npm run bench -- hostile`
test.each([
  ['120,000 headings', numbered(120_000, (n) => `## What is ${n}?\n`), '50,000 questions'],
  [
    '120,000 headings without a mark',
    numbered(120_000, (n) => `## Describe part ${n}\n`),
    '50,000 questions',
  ],
  ['120,000 items', numbered(120_000, (n) => `- What is ${n}?\n`), '50,000 questions'],
  ['300,001 rows behind a quote', `Question,Answer\n"open\n${many('"So","So"\n', 300_001)}`, '300,000 lines'],
  [
    '120,000 summaries',
    numbered(120_000, (n) => `<details><summary>Part ${n}</summary>So</details>\n`),
    '50,000 questions',
  ],
  ['300,001 lines', many('A line.\n', 300_001), '300,000 lines'],
  ['a line of 13 MB', many('words ', 2_200_000), '12 MB'],
  ['a paragraph of 9 MB', `<html><body><p>${many('<b>words</b> ', 800_000)}`, '8 MB'],
  ['a source of 33 MB', many('words ', 6_000_000), '32 MB'],
  ['100,001 questions in our own format', many('### Why?\n**Answer:** So.\n', 100_001), '100,000 questions'],
])('%s are refused with a sentence', (_, text, most) => {
  const { questions, warnings } = read(text)
  expect(questions).toEqual([])
  const message = `The source has more than ${most}. Split it into several banks.`
  expect(warnings).toEqual([{ severity: 'error', line: null, code: 'unreadable', message }])
})

test.each([
  ['100,000 questions in our own format', many('### Why?\n**Answer:** So.\n', 100_000), 100_000],
  ['25,000 rows', `Question,Answer\n${many('Why?,So\n', 25_000)}`, 25_000],
  [
    '12,000 parts with marks of their own',
    numbered(
      12_000,
      (n) => `## Part ${n}\n\n${n % 2 ? `1. What is ${n}?\n   So\n` : `**Q: What is ${n}?**\n\nSo.\n`}\n`,
    ),
    12_000,
  ],
  ['100,000 answers to one card', `Q: Why?\n${many('A: So.\n', 100_000)}`, 1],
  [
    '40,000 bullets at eight indents',
    numbered(40_000, (n) => `${'  '.repeat(n % 8)}- ${n % 8 ? `Point ${n}` : `What is ${n}?`}\n`),
    5_000,
  ],
  [
    '20,000 turns of a chat',
    numbered(
      20_000,
      (n) => `[10:${10 + (n % 50)}] ${n % 2 ? `Ben: Because of ${n}.` : `Ana: Why is it ${n}?`}\n`,
    ),
    10_000,
  ],
  [
    '100 headings with 18,000 blanks each',
    numbered(100, (n) => `## Question ${n}\n\n### How is${many(' ', 18_000)}part ${n}?\n\nSo.\n\n`),
    100,
  ],
  [
    '100 headings with 18,000 blanks behind the number',
    numbered(100, (n) => `## ${n}.${many(' ', 18_000)}How is part ${n}?\n\nSo.\n\n`),
    100,
  ],
  [
    '30 cards with 18,000 blanks each',
    numbered(30, (n) => `Q: How is${many(' ', 18_000)}part ${n}? (x)\nA: So.\n\n`),
    30,
  ],
  [
    '30 cards with 18,000 stars each',
    numbered(30, (n) => `Q: How is part ${n}? ${many('☆', 18_000)} (x)\nA: So.\n\n`),
    30,
  ],
  [
    '30,000 references',
    `## Why?\n\nSo.\n\n## References\n\n${numbered(30_000, (n) => `[${n}] https://example.org/${n}\n`)}`,
    1,
  ],
])('%s are read', (_, text, count) => {
  expect(read(text).questions.length).toBe(count)
})

test.each([
  ['tags', `<html><body>${many('<div>', 20_000)}What is it?`],
  ['lists', `<html>${many('<ul><li>', 20_000)}What is it?`],
  ['indents', numbered(20_000, (n) => `${' '.repeat(n % 500)}- x\n`)],
  ['brackets in JSON', many('[', 20_000) + many(']', 20_000)],
  ['brackets in YAML', `q: ${many('[', 20_000)}${many(']', 20_000)}`],
])('%s that are nested 20,000 times give a bank or a sentence', (_, text) => {
  const { questions, warnings } = read(text)
  expect(questions.length > 0 || warnings.some(({ severity }) => severity === 'error')).toBe(true)
})
