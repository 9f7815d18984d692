import { expect, test } from 'vitest'
import { saidIn } from '../../src/answers/said.ts'

const answer = 'To be honest, I wasn’t sure. They kept changing their minds all the time!'

test.each([
  ['to be honest', true],
  ["I wasn't sure", true],
  ['they keep changing their minds', false],
  ['They kept changing their minds', true],
  ['kept changed mind', true],
  ['honest mind', false],
  ['time', true],
  ['tim', false],
  ['…', false],
  ['', false],
])('of "%s", the answer says it: %s', (line, isSaid) =>
  expect(saidIn(answer, [line])).toEqual(isSaid ? [line] : []),
)
