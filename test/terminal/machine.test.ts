import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isProgram, isUnicode } from '../../src/terminal/machine.ts'
import { temporaryFolder } from '../store/home.ts'

test.each([
  [{ LANG: 'en_US.UTF-8' }, 'linux', true],
  [{ LANG: 'de_DE.utf8' }, 'linux', true],
  [{ LANG: 'C' }, 'linux', false],
  [{}, 'linux', false],
  [{ LANG: 'en_US.UTF-8', LC_ALL: 'C' }, 'linux', false],
  [{ LANG: 'C', LC_CTYPE: 'UTF-8' }, 'darwin', true],
  [{ LANG: 'en_US.UTF-8', LC_ALL: '' }, 'linux', true],
  [{}, 'win32', true],
])('Unicode with %j on %s: %s', (variables, system, expected) => {
  expect(isUnicode(variables, system)).toBe(expected)
})

test.skipIf(process.platform === 'win32')(
  'a program is found on the PATH or by its path, if it can be run',
  () => {
    const folder = temporaryFolder()
    for (const name of ['edit', 'text', 'edit.CMD']) writeFileSync(join(folder, name), '')
    for (const name of ['edit', 'edit.CMD']) chmodSync(join(folder, name), 0o755)
    const PATH = `/nowhere:${folder}`
    expect(isProgram('edit', { PATH }, 'linux')).toBe(true)
    expect(isProgram(join(folder, 'edit'), {}, 'linux')).toBe(true)
    expect(isProgram('text', { PATH }, 'linux')).toBe(false)
    expect(isProgram('missing', { PATH }, 'linux')).toBe(false)
    expect(isProgram(folder, { PATH }, 'linux')).toBe(false)
    expect(isProgram('edit', {}, 'linux')).toBe(false)
    expect(isProgram('edit', { Path: folder, PATHEXT: '.EXE;.CMD' }, 'win32')).toBe(true)
  },
)
