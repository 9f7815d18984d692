import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readBank } from '../../src/import/read.ts'

const warned = (text: string): string[] =>
  readBank(text, { slug: 'mine', title: 'notes' }).warnings.map(
    ({ severity, line, code }) => `${severity} ${line} ${code}`,
  )

const said = (text: string): string[] => readBank(text, { slug: 'mine' }).warnings.map((each) => each.message)

const question = '### How do you plan?\n\n**Answer:**\n\nBackwards.\n'

describe('a bank', () => {
  test.each([
    ['that is fine', question, []],
    ['in the wrong encoding', question.replace('.', 'â€™s.'), ['warning 5 mojibake']],
    [
      'that lost an amount',
      `${question}It will cost /month, or is worth .5k/month.\n`,
      ['warning 6 lost-amount'],
    ],
    ['with a question without an answer', `${question}\n### Who?\n`, ['warning 7 no-answer']],
    ['without any answers', '# Interview\n\n- Why?\n- How?\n- Who?\n', ['warning null no-answer']],
    ['that asks twice', `${question}\n${question}`, ['warning 7 duplicate']],
    ['with an empty section', `## One\n\n## Two\n\n${question}`, ['warning 1 empty-section']],
    ['with a time that is not one', `${question}\n**Time:** five minutes\n`, ['warning 7 not-understood']],
    ['with a shape that is not one', `${question}\n**Shape:** foo\n`, ['warning 7 not-understood']],
    ['with a time and a shape', `${question}\n**Time:** 1m30s\n\n**Shape:** CAR\n`, []],
    [
      'with the same id twice',
      '### Why?\n<!-- id: a -->\n**Answer:** So.\n\n### Who?\n<!-- id: a -->\n**Answer:** I.\n',
      ['warning 5 duplicate'],
    ],
    [
      'with a row without a question, and one with a time that is not one',
      'id,question,answer,time\na,Why?,So.,90s\nb,,Nobody knows.,\nb,Who?,I.,long\nc,When?,Now.,n/a\n',
      ['warning 3 not-understood', 'warning 4 not-understood'],
    ],
    ['with an open fence', `${question}\n\`\`\`js\n`, ['warning 7 unclosed-fence']],
    ['with a long line', `${question}\n${'x'.repeat(21_000)}\n`, ['warning 7 too-long']],
    ['with a long answer', `${question}\n${'x y\n'.repeat(20_000)}`, ['warning 1 too-long']],
    ['with control characters', `${question}\x1b[31m`, ['warning 6 control-characters']],
    ['that is not UTF-8', `${question}\ufffd`, ['warning 6 not-utf8']],
    ['without questions', 'Words.\n', ['error null no-questions']],
    ['that is empty', '', ['error null no-questions']],
    ['that is not text', '\0\x01\x02\x03'.repeat(9), ['error null unreadable']],
    ['of broken JSON', '{"questions": [', ['error 1 unreadable']],
  ])('%s', (_, text, expected) => {
    expect(warned(text)).toEqual(expected)
  })

  test('with a hundred faults of a kind has one warning for all of them', () => {
    const text = question + Array.from({ length: 100 }, (_, n) => `\n### Why do we count to ${n}?\n`).join('')
    expect(said(text)).toEqual([
      '100 of 101 questions have no answer. Add answers below them, or write your own with "story".',
    ])
  })

  test('has the headings that ask beside those with another mark, but not the titles above them', () => {
    const text = `# Leading people: questions

## What do you say first?

### Q1. What is a team?

People.

### How do you hire?

Carefully.

### Q2. What is a lead?

Somebody.

## When do you say no?

Out of curiosity.

## License
`
    expect(readBank(text, { slug: 'mine' }).questions.map((each) => each.question)).toEqual([
      'What is a team?',
      'How do you hire?',
      'What is a lead?',
      'When do you say no?',
    ])
  })

  test('says what is wrong and what to do', () => {
    expect(
      said(`${question}\n### Who\ndecides?\n\n### How do you plan?\n\n**Answer:** So.\n\nIt saves /year.`),
    ).toEqual([
      '"How do you plan?" is also asked on line 1. Remove one of them, or reword it.',
      'A unit has no amount: "saves /year". Add the amount to the source.',
    ])
  })
})

test.each([
  ['it is /month that counts'],
  ['GET /users/month'],
  ['50 per day'],
  ['$X/month'],
  ['cost 5/month'],
  ['0.5k/month'],
  ['see ./day/one'],
  ['by .NET'],
])('%j has lost no amount', (text) => {
  expect(warned(`${question}\n${text}\n`)).toEqual([])
})

test('the shipped bank has no faults', () => {
  const text = readFileSync('data/leadership.md', 'utf8')
  expect(readBank(text, { slug: 'leadership' }).warnings).toEqual([])
})
