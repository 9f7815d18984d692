import { expect, test } from 'vitest'
import { wholeMinutes } from '../../src/commands/flags.ts'

test.each(['20', '20m', '20 min', '20 minutes', ' 20M '])('%j are twenty minutes', (text) => {
  expect(wholeMinutes('--minutes', 1440)(text)).toBe(20)
})

test.each(['0m', '20s', 'm', '20m30s', '1441m'])('%j are no minutes', (text) => {
  expect(() => wholeMinutes('--minutes', 1440)(text)).toThrow(/^--minutes cannot be /)
})
