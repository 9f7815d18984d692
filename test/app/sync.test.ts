import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Git } from '../../src/store/sync/git.ts'
import { newFolder } from '../files.ts'
import { greenroom, output } from '../world.ts'

/** git, which says the same to everything. */
const saying =
  (code: number, err: string): (() => Git) =>
  () =>
  async () => ({ code, out: Buffer.alloc(0), err })

const offline = saying(128, 'fatal: Could not resolve host: host')

describe('a remote', () => {
  test.each([
    ['ssh://host/x.git', 'ssh://host/x.git'],
    ['https://host/x', 'https://host/x'],
    ['git@host:x.git', 'git@host:x.git'],
    ['host:x.git', 'host:x.git'],
    ['/data/x.git', '/data/x.git'],
    ['x.git', resolve('x.git')],
    [' ./x.git ', resolve('x.git')],
    ['none', 'none'],
  ])('%j is kept as %j', async (given, kept) => {
    const home = newFolder()
    expect((await greenroom(['config', 'set', 'sync.remote', given], { home })).code).toBe(0)
    expect(await output(['config', 'get', 'sync.remote'], { home })).toBe(`${kept}\n`)
  })

  test.each<[string[], number, string]>([
    [['sync'], 1, 'There is no remote to sync with yet.\n'],
    [['sync', '--remote', 'none'], 2, '--remote needs a repository.\n'],
    [['sync', '--remote', ''], 2, '--remote needs a repository.\n'],
    [
      ['sync', '--remote', 'https://me:secret@host/x'],
      2,
      'An address with a password or a token in it is not kept',
    ],
    [
      ['config', 'set', 'sync.remote', 'https://me:secret@host/x'],
      2,
      'An address with a password or a token in it',
    ],
    [['sync', '--remote', 'host:x.git'], 1, 'host:x.git cannot be reached.\nNothing is lost: sync again'],
  ])('%j is refused with code %i', async (args, code, said) => {
    const ended = await greenroom(args, { home: newFolder(), git: offline })
    expect(ended).toEqual({ code, out: '', err: expect.stringContaining(said) })
    expect(ended.err).not.toContain('secret')
  })
})

describe('a sync at the end of a rehearsal', () => {
  const answer = '\n\n3\n1\n\nname the number\n'

  async function drilled(
    settings: Record<string, string>,
  ): Promise<{ code: number | null; err: string; out: string }> {
    const home = newFolder()
    for (const [key, value] of Object.entries(settings))
      await greenroom(['config', 'set', key, value], { home })
    return greenroom(['drill', '1'], { home, input: answer, git: offline })
  }

  test.each<[Record<string, string>, string]>([
    [{}, ''],
    [{ 'sync.remote': 'host:x.git' }, ''],
    [{ 'sync.auto': 'true' }, 'Not synced. There is no remote to sync with yet.\n'],
    [{ 'sync.auto': 'true', 'sync.remote': 'host:x.git' }, 'Not synced. host:x.git cannot be reached.\n'],
  ])('with %j says %j, and the attempt is saved', async (settings, err) => {
    const { code, out, ...ended } = await drilled(settings)
    expect({ code, err: ended.err }).toEqual({ code: 0, err })
    expect(out).toContain('Saved.')
  })
})
