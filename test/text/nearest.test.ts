import { expect, test } from 'vitest'
import { nearest } from '../../src/text/nearest.ts'

const commands = ['drill', 'ladder', 'mock', 'plan', 'config', 'stats']

test.each([
  ['dril', 'drill'],
  ['dirll', 'drill'],
  ['PLAN', 'plan'],
  ['statistics', null],
  ['sta', 'stats'],
  ['conf', 'config'],
  // letters left out
  ['ladr', 'ladder'],
  ['drl', 'drill'],
  // another first letter, or too many
  ['ocnf', null],
  ['cng', null],
  ['xyz', null],
  ['', null],
])('%j was meant as %j', (typed, word) => {
  expect(nearest(typed, commands)).toBe(word)
})
