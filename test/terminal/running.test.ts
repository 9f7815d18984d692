import { expect, test } from 'vitest'
import { isRunning, processMark } from '../../src/terminal/running.ts'

const { pid } = process
const ownMark = processMark(pid)

test.runIf(ownMark !== null).each([
  ['itself', { pid, processMark: ownMark ?? '' }, true],
  ['another one with its id, of an earlier start', { pid, processMark: `${ownMark}0` }, false],
  ['another one with its id, of an earlier boot', { pid, processMark: `0${ownMark}` }, false],
  ['one that runs beside it', { pid: process.ppid, processMark: processMark(process.ppid) ?? '' }, true],
])('a process tells %s by its mark', (_, other, runs) => {
  expect(isRunning(other)).toBe(runs)
})

test('a process of an older greenroom runs if its id does, and is not our own', () => {
  expect(isRunning({ pid })).toBe(false)
  expect(isRunning({ pid: process.ppid })).toBe(true)
  expect(isRunning({ pid: 2 ** 22 + 1 })).toBe(false)
})
