import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bankSlugOf, idInBank, idsOf, questionSlugOf, uniqueIds } from '../../src/bank/ids.ts'

test.each([
  ['leadership/mentor-engineers', 'leadership', 'mentor-engineers'],
  ['mine/a/b', 'mine', 'a/b'],
  ['/how', '', 'how'],
  ['how', '', 'how'],
  ['', '', ''],
])('%j is of the bank %j and the question %j', (id, bank, question) => {
  expect(bankSlugOf(id)).toBe(bank)
  expect(questionSlugOf(id)).toBe(question)
})

test('an id is written without the slug of its own bank', () => {
  expect(idInBank('mine/how', 'mine')).toBe('how')
  expect(idInBank('yours/how', 'mine')).toBe('yours/how')
  expect(idInBank('how', 'mine')).toBe('how')
})

test('an id that is taken gets a number', () => {
  const unique = uniqueIds(new Set(['how-2']))
  expect(['how', 'how', 'why', 'how', 'how-2'].map(unique)).toEqual([
    'how',
    'how-3',
    'why',
    'how-4',
    'how-2-2',
  ])
})

test('ids are unique whatever is asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'a-2', 'a-2-2', 'a-3', 'b')), (wanted) => {
      expect(new Set(wanted.map(uniqueIds())).size).toBe(wanted.length)
    }),
  )
})

test('written ids come first, and are kept if they can be typed', () => {
  const draft = (id: string | null) => ({ line: 1, section: null, question: 'How?', answer: null, id })
  expect(
    idsOf(
      'mine',
      [draft(null), draft('How_1.b'), draft('two words'), draft('how'), draft('?')],
      ['How?', '', '', '', ''],
    ),
  ).toEqual(['mine/how-2', 'mine/How_1.b', 'mine/two-words', 'mine/how', 'mine/q'])
  expect(idsOf('mine', [draft(null)], ['???'])).toEqual(['mine/q-1'])
})
