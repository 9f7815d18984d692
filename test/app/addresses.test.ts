import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newFolder } from '../files.ts'
import { opened } from '../store/home.ts'
import { greenroom } from '../world.ts'

const everythingIn = (home: string): string =>
  readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => readFileSync(join(each.parentPath, each.name), 'latin1'))
    .join('\n')

describe('an address that holds a token', () => {
  test.each([
    'https://127.0.0.1:1/q.md?token=s3cret',
    'https://127.0.0.1:1/q.md#key=s3cret',
    'https://s3cret@127.0.0.1:1/q.md',
    'https://127.0.0.1:1/glpat-s3cret/q.md',
  ])('%s is not fetched as a bank, nor kept, nor said', async (address) => {
    const home = newFolder()
    const { code, out, err } = await greenroom(['bank', 'add', address, '--yes'], { home })
    expect(code).toBe(1)
    expect(err).toBe(
      'An address with a password or a token in it is not fetched.\nSave the page as a file, and add that.\n',
    )
    expect(out + everythingIn(home)).not.toContain('s3cret')
  })

  test.each([
    'https://h/r?access_token=s3cret',
    'https://h/r?private_token=glpat-s3cret',
    'https://me:s3cret@h/r',
  ])('%s is no remote', async (address) => {
    const home = newFolder()
    for (const args of [
      ['sync', '--remote', address],
      ['config', 'set', 'sync.remote', address],
    ]) {
      const { code, out, err } = await greenroom(args, { home })
      expect(code).toBe(2)
      expect(out + err + everythingIn(home)).not.toContain('s3cret')
    }
  })

  test('in front of the host stays on this machine, and is shown as …', async () => {
    const home = newFolder()
    expect((await greenroom(['config', 'set', 'sync.remote', 'https://s3cret@h/r'], { home })).err).toBe(
      'sync.remote is https://…@h/r.\n',
    )
    for (const args of [
      ['config', 'list'],
      ['config', 'get', 'sync.remote'],
      ['doctor', '--json'],
    ]) {
      const { out, err } = await greenroom(args, { home })
      expect(out + err).not.toContain('s3cret')
    }
  })

  test('is not shown where greenroom 0.1.0 has kept it', async () => {
    const home = newFolder()
    const source = 'https://h/q.md?token=s3cret'
    const bank = { slug: 'old', title: 'Old', questions: [], warnings: [] }
    opened(home).append({ type: 'bank', slug: 'old', source, state: 'added' })
    opened(home).append({ type: 'bank', slug: 'gone', source, state: 'added' })
    opened(home).keepBank({ source, stamp: null, bank })
    await opened(home).save()
    for (const args of [
      ['bank', 'list'],
      ['bank', 'list', '--json'],
      ['doctor'],
      ['doctor', '--json'],
      ['export', 'progress', '--format', 'json'],
      ['bank', 'add', 'nowhere.md', '--as', 'old'],
      ['bank', 'remove', 'gone'],
      ['bank', 'remove', 'old'],
    ]) {
      const { out, err } = await greenroom(args, { home })
      expect(out + err).toMatch(/./)
      expect(out + err).not.toContain('s3cret')
    }
  })
})
