import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Bank, Question } from '../../src/bank/model.ts'
import { writeBank } from '../../src/bank/own-format/write.ts'
import { readBank } from '../../src/import/read.ts'
import { plainText } from '../../src/text/plain-text.ts'
import { runs } from '../chance.ts'

const bankOf = (...questions: Partial<Question>[]): Bank => ({
  slug: 'mine',
  title: 'Mine',
  warnings: [],
  questions: questions.map((question, index) => ({
    id: `mine/id-${index}`,
    number: index + 1,
    section: null,
    question: 'How?',
    answer: null,
    keyPoints: [],
    followUps: [],
    budgetMs: null,
    shape: null,
    line: 1,
    ...question,
  })),
})

/** A bank without its line numbers. */
const withoutLines = ({ title, questions }: Bank) =>
  questions.length === 0 ? null : { title, questions: questions.map(({ line, ...rest }) => rest) }

const reread = (bank: Bank): Bank => readBank(writeBank(bank), { slug: bank.slug, title: 'other' })

describe('a bank in our own format', () => {
  test('looks like one written by hand', () => {
    expect(
      writeBank(
        bankOf({
          section: 'Plans',
          question: 'How do you *plan*?',
          answer: 'Backwards.\n\n- from the end',
          keyPoints: [
            { text: 'Backwards: from the end', label: 'Backwards' },
            { text: 'Not alone', label: 'Not alone' },
            { text: 'A third one', label: 'other words' },
          ],
          followUps: ['Why?', 'And\nthen?'],
          alsoAskedAs: ['What is your *plan*?'],
          weakAnswer: 'Makes it up.',
          budgetMs: 90_000,
          shape: 'star',
          competencies: ['delivery', 'self-awareness'],
        }),
      ),
    ).toBe(`# Mine

## Plans

### How do you *plan*?
<!-- id: id-0 -->

**Answer:**

Backwards.

- from the end

**Key points:**

- **Backwards**: from the end
- Not alone
- A third one <!-- label: other words -->

**Also asked as:**

- What is your *plan*?

**Follow-ups:**

- Why?
- And
  then?

**Weak answer:** Makes it up.

**Time:** 1m30s

**Shape:** star

**Competencies:** delivery, self-awareness
`)
  })

  test.each([
    ['### heading'],
    ['\\### escaped'],
    ['a\n## b\n# c\n#### d'],
    ['**Answer:** no\n**Key points:**\n\n- x'],
    ['```\n### code\n```'],
    ['```js\nnever closed'],
    ['``` \n```js\nx\n```\n~~~'],
    ['"quoted"'],
    ['“quoted”'],
    ['\\"half'],
    ['---\n\na\n\n---'],
    ['<!-- a comment -->\nb'],
    ['<!-- id: x -->'],
    ['    code\n\n    more'],
    ['a\\\nb  \nc'],
    ['=== \nb'],
  ])('keeps the answer %j', (answer) => {
    expect(reread(bankOf({ answer }, { answer })).questions.map((each) => each.answer)).toEqual([
      answer,
      answer,
    ])
  })

  test.each([
    ['3. How?'],
    ['"How?"'],
    ['Q: How?'],
    ['\\How?'],
    ['**How?**'],
    ['How?\n\n```\n### x\n```'],
    ['How?\n**Answer:**'],
    ['# How?'],
  ])('keeps the question %j', (question) => {
    expect(
      reread(bankOf({ question }, { question, answer: 'So.' })).questions.map((each) => each.question),
    ).toEqual([question, question])
  })

  test('keeps what any text says, once it was read', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const bank = readBank(text, { slug: 'mine', title: 'Notes' })
        expect(withoutLines(reread(bank))).toEqual(withoutLines(bank))
      }),
      { numRuns: runs(100) },
    )
  })

  test('keeps any bank', () => {
    fc.assert(
      fc.property(banks, (bank) => {
        expect(withoutLines(reread(bank))).toEqual(withoutLines(bank))
      }),
      { numRuns: runs(100) },
    )
  })
})

const piece = fc.constantFrom(
  '### ',
  '## ',
  '# ',
  '#### ',
  '\n',
  '\n\n',
  '\n',
  '**Answer:**',
  '**Key points:**',
  '**Follow-ups:**',
  '**Time:** 90s',
  '**Shape:** car',
  '**Also asked as:**',
  '**Weak answer:**',
  '**Competencies:** a, b',
  '<!-- id: x -->',
  '<!--',
  '-->',
  '```',
  '```js',
  '~~~',
  '- ',
  '1. ',
  '* ',
  '  ',
  '"',
  '“',
  '”',
  '\\',
  '---',
  'What?',
  'How do you plan?',
  'Q: ',
  'A: ',
  '<details>',
  '<summary>',
  '</summary>',
  '</details>',
  '<li>',
  '**',
  '*',
  '_',
  '`',
  '[a](b)',
  '[',
  'words',
  'More words here. ',
  'é',
  '日本',
  '|',
  '::',
  '?\n',
  '\t',
  '&amp;',
  '<b>',
)
const markdown = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))

const text = fc
  .oneof(markdown, fc.string())
  .map((each) => each.replace(/[^\P{C}\n]/gu, '').replace(/^\s*\n|\s+$/g, ''))
  .filter((each) => each.trim() !== '')
const line = text.map((each) => each.replace(/\s+/g, ' ').trim())
const plain = line.map((each) => each.replaceAll('-->', '').replace(/\s+/g, ' ').trim() || 'x')
const banks: fc.Arbitrary<Bank> = fc
  .array(
    fc.record({
      section: fc.option(line),
      question: fc
        .tuple(line, fc.option(text))
        .map(([first, more]) => (more === null ? first : `${first}\n${more}`))
        .filter((each) => plainText(each) !== ''),
      answer: fc.option(text),
      keyPoints: fc.array(fc.record({ text: plain, label: plain }), { maxLength: 3 }),
      followUps: fc.array(
        text.map((each) => each.trim()),
        { maxLength: 3 },
      ),
      budgetMs: fc.option(fc.integer({ min: 1, max: 3600 }).map((seconds) => seconds * 1000)),
      shape: fc.constantFrom('star', 'car', 'none', null),
    }),
    { maxLength: 4 },
  )
  .map((questions) => bankOf(...questions))
