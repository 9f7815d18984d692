import { expect, test } from 'vitest'
import * as words from '../../src/text/words.ts'

test.each([
  [words.count(1, 'question'), '1 question'],
  [words.count(0, 'question'), '0 questions'],
  [words.count(2, 'entry', 'entries'), '2 entries'],
  [words.entries({ attempts: 3, others: 2 }), '3 attempts and 2 other entries'],
  [words.entries({ attempts: 0, others: 1 }), '1 other entry'],
  [words.entries({ attempts: 0, others: 0 }), null],
  [words.listed(['a', 'b']), 'a, b'],
  [words.listed([...'abcdefg']), 'a, b, c, d, e and 2 others'],
  [words.span(60_000), '1 minute'],
  [words.span(90 * 60_000), '2 hours'],
  [words.span(48 * 60 * 60_000), '2 days'],
  [words.inDays(0), 'today'],
  [words.inDays(1), 'tomorrow'],
  [words.inDays(4), 'in 4 days'],
  [words.dateAndTime('2026-11-23T10:12:33.123+01:00'), '2026-11-23 10:12'],
  [words.dateInWords('2026-12-05', '2026-11-23'), 'Sat 5 Dec'],
  [words.dayOfMonth('2026-12-01'), '1st'],
  [words.dayOfMonth('2026-12-12'), '12th'],
  [words.dayOfMonth('2026-12-23'), '23rd'],
  [words.dayOfMonth('2026-12-30'), '30th'],
])('%j is %j', (written, expected) => {
  expect(written).toBe(expected)
})
