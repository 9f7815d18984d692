import { describe, expect, test } from 'vitest'
import { filterQuestions, findQuestion, numberIn } from '../../src/bank/find.ts'
import { readBank } from '../../src/import/read.ts'

const { questions } = readBank(
  '## Plans\n\n### How do you plan?\n**Answer:** So.\n\n### How do you plan a launch?\n\n## People\n\n### Où est Zoë?\n',
  { slug: 'mine' },
)

/** The numbers of the questions that a name finds. */
function found(name: string): unknown {
  const result = findQuestion(name, questions)
  if ('question' in result) return result.question.number
  return 'several' in result
    ? result.several.map(({ number }) => number)
    : { nearest: result.nearest?.number }
}

describe('a question is named', () => {
  test.each([
    ['2', 2],
    ['#3', 3],
    ['launch', 2],
    ['LAUN you', 2],
    ['ou zoe', 3],
    ['how do you plan', 1],
    ['plan', [1, 2]],
    ['9', { nearest: undefined }],
    ['lanuch', { nearest: 2 }],
    ['xyz', { nearest: undefined }],
    ['?', { nearest: undefined }],
  ])('by %j', (name, expected) => {
    expect(found(name)).toEqual(expected)
  })
})

test('a filter looks at sections too', () => {
  expect(filterQuestions('people', questions).map(({ number }) => number)).toEqual([3])
  expect(filterQuestions('plan how', questions).map(({ number }) => number)).toEqual([1, 2])
  expect(filterQuestions('', questions)).toHaveLength(3)
})

test.each([
  ['3', 3],
  [' #12 ', 12],
  ['3a', null],
  ['', null],
])('the number in %j is %j', (name, number) => {
  expect(numberIn(name)).toBe(number)
})
