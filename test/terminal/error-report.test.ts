import { expect, test } from 'vitest'
import { Interrupted, UsageError, UserError } from '../../src/ports.ts'
import { errorReport } from '../../src/terminal/error-report.ts'

test.each([
  [new UserError('The file is gone.', 'Name another.'), 1, 'The file is gone.\nName another.'],
  [new UsageError('--count is not a number.', 'See --help.'), 2, '--count is not a number.\nSee --help.'],
  [new Interrupted(), 130, '\nInterrupted.'],
  [
    Object.assign(new Error('ENOENT: no such file or directory, uv_cwd'), { syscall: 'uv_cwd' }),
    1,
    'The folder that you are in is gone.\nGo to another one with cd, and start greenroom again.',
  ],
  [
    Object.assign(new Error("Cannot find module '/x/greenroom/dist/fold-1a.js'"), {
      code: 'MODULE_NOT_FOUND',
    }),
    1,
    'greenroom was updated while it ran. What was scored is saved.\nStart it again: it offers to go on.',
  ],
  [new Interrupted('Start again.'), 130, '\nInterrupted. Start again.'],
  [
    'a string',
    70,
    'This is a bug in greenroom 1.0.0. What was scored is saved.\na string\nPlease report it with the lines above.',
  ],
])('%s gives exit code %i', (error, code, text) => {
  expect(errorReport(error, 'greenroom 1.0.0')).toEqual({ code, text })
})

test('of a bug the stack is shown', () => {
  expect(errorReport(new TypeError('broken'), 'greenroom').text).toMatch(/\nTypeError: broken\n {4}at /)
})
