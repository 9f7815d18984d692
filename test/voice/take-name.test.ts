import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expired, questionPart, readTakeFile, takeFile } from '../../src/voice/take-name.ts'

const id = '0b8f5b9e-3a54-4f0e-8a3c-0d7f2c4f9f11'
const stamp = '20261125T094600'

test.each([
  ['leadership/how-do-you-lead', 'leadership.how-do-you-lead'],
  ['b/Ärger_mit „Kunden“/2', 'b.-rger-mit-Kunden-2.ef462c41'],
  ['../../etc/passwd', '.....-etc-passwd.'],
])('the part of a name that is for %s', (question, part) => {
  expect(questionPart(question).slice(0, part.length)).toBe(part.slice(0, 100))
})

test('every id gets a name of its own, of letters, digits, dots and dashes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (question) => {
      const file = takeFile({ stamp, question: questionPart(question), id })
      expect(file).toMatch(/^[A-Za-z0-9_.-]{1,200}$/)
      expect(readTakeFile(file)).toEqual({ stamp, question: questionPart(question), id })
    }),
  )
  expect(questionPart('a/B')).not.toBe(questionPart('a/b'))
  expect(questionPart('a/b.c')).not.toBe(questionPart('a.b/c'))
  expect(questionPart('a/b_c')).not.toBe(questionPart('a/b-c'))
})

test.each(['notes.txt', 'recorder', '20261125T094600_q.wav', `x${stamp}_q_${id}.wav`])(
  '%s is no take',
  (name) => expect(readTakeFile(name)).toBe(null),
)

test('the last takes of each question stay, for some days', () => {
  const take = (question: string, date: string) => ({ stamp: `${date}T100000`, question, id })
  const takes = ['20261101', '20261120', '20261121', '20261122'].flatMap((date) => [
    take('a', date),
    take('b', date),
  ])
  const daysAgo = (date: string) => 25 - Number(date.slice(8))
  const gone = (keep: number, days: number) =>
    expired(takes.slice(0, 7), { keep, days }, daysAgo).map(
      (each) => `${each.question} ${each.stamp.slice(0, 8)}`,
    )
  expect(gone(3, 30)).toEqual(['a 20261101'])
  expect(gone(9, 5)).toEqual(['b 20261120', 'a 20261120', 'b 20261101', 'a 20261101'])
  expect(gone(9, 0)).toHaveLength(7)
  expect(gone(0, 30)).toHaveLength(7)
})
