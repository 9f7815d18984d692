import { describe, expect, test } from 'vitest'
import { keepIds } from '../../src/bank/identity.ts'
import type { Bank } from '../../src/bank/model.ts'
import { formats } from '../../src/import/formats/formats.ts'
import { readBank } from '../../src/import/read.ts'

// Whatever a file is, a question that was reworded, moved or dropped in it keeps its history. The file is made from the
// format's example in the table of formats, so that a format that is added there is tested here.

/** A file with one question only, asked by its name, one whose answers stand apart, and prose: `textOf` cannot make them. */
const unedited = ['file-name', 'answer-key', 'quoted']

const wordings = [
  'How do you hire people?',
  'Whom would you rather lose first?',
  'What makes a plan last longer?',
]
/** An answer that tells which question it belongs to, however that is worded. */
const answerTo = (question: string): string => `Slowly, as ${question.split(' ').at(-2)} says.`

/** The example with other questions: what it has for the first one is repeated for each. */
function textOf({ example }: { example: string }, asked: readonly string[]): string {
  const one = (text: string, question: string): string =>
    text.replace('Why?', question).replace('So.', answerTo(question))
  if (/^[[{]/.test(example)) return JSON.stringify(repeated(JSON.parse(example), asked, one))
  const start = example.lastIndexOf('\n', example.indexOf('Why?')) + 1
  const end = example.indexOf('\n', example.indexOf('So.')) + 1 || example.length
  const item = example.slice(start, end).trimEnd()
  // The second question that plain text needs is not needed here: there are three.
  const rest = example.includes('How?') ? '' : example.slice(end)
  return `${example.slice(0, start)}${asked.map((question) => one(item, question)).join('\n\n')}\n${rest}`
}

/** A value of JSON in which the item of a list that has both question and answer is there for each question. */
function repeated(
  value: unknown,
  asked: readonly string[],
  one: (text: string, question: string) => string,
): unknown {
  const hasBoth = (each: unknown): boolean => /Why\?.*So\./.test(JSON.stringify(each) ?? '')
  if (Array.isArray(value)) {
    return value.flatMap((each) =>
      hasBoth(each) ? asked.map((question) => JSON.parse(one(JSON.stringify(each), question))) : [each],
    )
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, repeated(each, asked, one)]))
}

const bankOf = (format: { name: string; example: string }, asked: readonly string[]): Bank =>
  readBank(textOf(format, asked), { slug: 'mine', title: 'questions' })

/** Which of the first three questions each question has the history of; null for a new one. */
function origins(format: { name: string; example: string }, asked: readonly string[]): (number | null)[] {
  const before = bankOf(format, wordings)
  const { bank } = keepIds(bankOf(format, asked), before.questions)
  return bank.questions.map(({ id }) => {
    const at = before.questions.findIndex((each) => each.id === id)
    return at < 0 ? null : at
  })
}

describe.each(formats.filter(({ name }) => !unedited.includes(name)))('in $name', (format) => {
  const [first = '', second = '', third = ''] = wordings

  test('the questions are found', () => {
    expect(bankOf(format, wordings).questions.map(({ question }) => question)).toEqual(wordings)
  })

  test('a question that is reworded keeps its history', () => {
    expect(origins(format, [first, 'Whom would you much rather lose first?', third])).toEqual([0, 1, 2])
  })

  test('questions that are moved keep theirs', () => {
    expect(origins(format, [third, first, second])).toEqual([2, 0, 1])
  })

  test('the others keep theirs where one is dropped or added', () => {
    expect(origins(format, [first, third])).toEqual([0, 2])
    expect(origins(format, ['Where is the red boat now?', first, second, third])).toEqual([null, 0, 1, 2])
  })

  test('all keep theirs where one is moved and another is reworded', () => {
    expect(origins(format, [second, third, 'How do you hire good people?'])).toEqual([1, 2, 0])
  })
})
