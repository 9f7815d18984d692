import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diskFiles, patiently, replaceBy } from '../../src/store/files.ts'
import { programPath } from '../../src/store/programs.ts'
import { writeFileWhole } from '../../src/store/write-file.ts'
import { greenroom } from '../world.ts'
import { diskError, newHome, refusalOf, temporaryFolder } from './home.ts'

/** An action that fails so often, and the waits between. */
function failing(times: number, code: string) {
  const waits: number[] = []
  let calls = 0
  const run = (system: string): void =>
    patiently(
      () => {
        if (++calls <= times) throw diskError(code)
      },
      system,
      (ms) => void waits.push(ms),
    )
  return { run, waits, calls: () => calls }
}

describe('a file that another program holds for a moment', () => {
  it.each(['EPERM', 'EBUSY', 'EACCES'])('is waited for on Windows where that says %s', (code) => {
    const { run, waits, calls } = failing(3, code)
    run('win32')
    expect(calls()).toBe(4)
    expect(waits).toEqual([10, 20, 30])
  })

  it('is not waited for without end, nor elsewhere, nor where anything else is wrong', () => {
    const long = failing(1000, 'EBUSY')
    expect(() => long.run('win32')).toThrow('EBUSY')
    expect(long.waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(1000)
    const other = failing(1, 'EPERM')
    expect(() => other.run('linux')).toThrow('EPERM')
    const full = failing(1, 'ENOSPC')
    expect(() => full.run('win32')).toThrow('ENOSPC')
    expect([other.waits, full.waits]).toEqual([[], []])
  })

  it.runIf(process.platform === 'win32')('is replaced once it is let go', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'from'), 'new')
    let tries = 0
    const rename = (from: string, to: string): void => {
      if (++tries < 3) throw diskError('EPERM')
      diskFiles.rename(from, to)
    }
    replaceBy({ ...diskFiles, rename }, join(folder, 'from'), join(folder, 'to'))
    expect(readFileSync(join(folder, 'to'), 'utf8')).toBe('new')
  })
})

describe('a name that Windows keeps for itself', () => {
  it.each(['con', 'NUL', 'com1', 'aux'])('%s is the name of no bank', async (name) => {
    const file = join(temporaryFolder(), 'bank.md')
    writeFileSync(file, `# ${name}\n\n### How do you lead?\n\nBy asking.\n`)
    const home = newHome()
    const refused = await greenroom(['bank', 'add', file, '--yes', '--as', name], { home })
    expect(refused).toMatchObject({ code: 1 })
    expect(refused.err).toContain('on Windows, so no bank can')
    expect((await greenroom(['bank', 'add', file, '--yes'], { home })).code).toBe(0)
    expect(existsSync(join(home, 'banks', `${name.toLowerCase()}.json`))).toBe(false)
  })

  it.each(['all:1.backup', 'nul', 'CON.md', 'a?.md', 'dot.'])(
    '%s is written to on Windows by nobody',
    (name) => {
      const path = join(temporaryFolder(), name)
      expect(refusalOf(() => writeFileWhole(path, 'x', { force: false, system: 'win32' }))).toContain(
        'cannot be the name of a file on Windows.',
      )
      expect(existsSync(path)).toBe(false)
    },
  )

  it('is none that is only like it, or the drive', () => {
    const path = join(temporaryFolder(), 'console.md')
    writeFileWhole(path, 'x', { force: false, system: 'win32' })
    expect(readFileSync(path, 'utf8')).toBe('x')
  })

  it('is in no backup that greenroom names', async () => {
    const home = newHome()
    const { err } = await greenroom(['backup'], { home })
    expect(/[\\/]([^\\/]*)\. /.exec(err)?.[1]).toMatch(/^greenroom-[\dT]+\.backup$/)
  })
})

describe('a program', () => {
  it('is found on the PATH by its full path, never in the folder of the moment', () => {
    const folder = temporaryFolder()
    const name = process.platform === 'win32' ? 'tool.exe' : 'tool'
    writeFileSync(join(folder, name), '')
    chmodSync(join(folder, name), 0o755)
    mkdirSync(join(folder, 'other', name), { recursive: true })
    const PATH = ['', '.', 'relative', join(folder, 'none'), join(folder, 'other'), folder].join(delimiter)
    expect(programPath('tool', { PATH })).toBe(join(folder, name))
    expect(programPath('tool', { Path: PATH })).toBe(join(folder, name))
    expect(programPath('tool', { PATH: ['', '.'].join(delimiter) })).toBe(null)
    expect(programPath('tool', {})).toBe(null)
  })
})
