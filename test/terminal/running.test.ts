import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test, vi } from 'vitest'
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

test.runIf(ownMark !== null)('a process that ended runs no more, though its parent never asks', async () => {
  const script = 'exec 3<&0; cat <&3 & echo $!; exec 3<&- sleep 1000'
  const parent = spawn('sh', ['-c', script], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void parent.kill())
  const [line] = await once(parent.stdout, 'data')
  const child = Number(line)
  parent.stdin.end()
  await vi.waitFor(() => expect(processMark(child)).toBe(''))
  expect(isRunning({ pid: child, processMark: ownMark ?? '' })).toBe(false)
  expect(isRunning({ pid: child })).toBe(false)
})
