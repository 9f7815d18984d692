import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newFolder } from '../files.ts'

/** A copy of the program, so that no other test starts it. */
function installed(): { folder: string; compiled: string; start(env?: Record<string, string>): string } {
  const folder = newFolder()
  const isNeeded = (path: string): boolean => !/\.map$|compiled$/.test(path)
  cpSync('bin', join(folder, 'bin'), { recursive: true })
  cpSync('dist', join(folder, 'dist'), { recursive: true, filter: isNeeded })
  const node = process.env.NODE_UNDER_TEST ?? process.execPath
  const home = join(folder, 'home')
  return {
    folder,
    compiled: join(folder, 'dist', 'compiled'),
    start(env = {}) {
      const args = [join(folder, 'bin', 'greenroom.js'), 'next', '--home', home]
      const { stdout, stderr, status } = spawnSync(node, args, {
        encoding: 'utf8',
        env: { PATH: process.env.PATH, ...env },
      })
      expect([status, stderr]).toEqual([0, ''])
      return stdout
    },
  }
}

const pathsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())

describe('what V8 makes of the program', () => {
  test('is kept beside it, and used', () => {
    const { compiled, start } = installed()
    const said = start()
    const kept = pathsIn(compiled)
    expect(kept.length).toBeGreaterThan(3)
    const before = kept.map((path) => statSync(path).mtimeMs)
    expect(start()).toBe(said)
    expect(kept.map((path) => statSync(path).mtimeMs)).toEqual(before)
    expect(pathsIn(compiled)).toEqual(kept)
  })

  test.each([
    ['empty', () => Buffer.alloc(0)],
    ['torn', (bytes: Buffer) => bytes.subarray(0, bytes.length - 100)],
    ['of nothing but zeros', (bytes: Buffer) => Buffer.alloc(bytes.length)],
    [
      'wrong in one bit',
      (bytes: Buffer) => bytes.map((each, at) => (at === bytes.length >> 1 ? each ^ 1 : each)),
    ],
  ])('is not used where it is %s, and made again', (_, harm) => {
    const { compiled, start } = installed()
    const said = start()
    const whole = pathsIn(compiled).map((path) => [path, readFileSync(path)] as const)
    for (const [path, bytes] of whole) writeFileSync(path, harm(bytes))
    expect(start()).toBe(said)
    expect(whole.map(([path]) => statSync(path).size > 100)).not.toContain(false)
    expect(start()).toBe(said)
  })

  test('is not used for another program of the same length', () => {
    const { folder, start } = installed()
    const main = join(folder, 'dist', 'main.js')
    writeFileSync(main, 'console.log("one")')
    start()
    expect(start()).toBe('one\n')
    writeFileSync(main, 'console.log("two")')
    expect(start()).toBe('two\n')
  })

  test('is not missed where it cannot be kept, or is not wanted', () => {
    const { compiled, start } = installed()
    start({ NODE_DISABLE_COMPILE_CACHE: '1' })
    mkdirSync(compiled)
    expect(pathsIn(compiled)).toEqual([])
    const without = installed()
    writeFileSync(without.compiled, '')
    expect(without.start()).toBe(without.start())
  })
})
