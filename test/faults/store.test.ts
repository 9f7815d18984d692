import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/ports.ts'
import { diskFiles, type Files } from '../../src/store/files.ts'
import { runs } from '../chance.ts'
import { anAttempt, diskError, inFull, newHome, opened, usedHome } from '../store/home.ts'

type Call = keyof Files
const calls = Object.keys(diskFiles) as Call[]

/** What the disk does at a call: nothing wrong, an error instead, or half of the work and then an error. */
type Fault = 'none' | 'error' | 'half'

/** The disk, of which each call goes wrong as `faultAt` says; calls are counted from 1. */
function faulty(
  code: string,
  faultAt: (call: number, name: Call) => Fault,
): { files: Files; calls: () => number } {
  let count = 0
  const wrapped =
    (name: Call) =>
    (...args: never[]) => {
      const fault = faultAt(++count, name)
      if (fault === 'half') half(name, args)
      if (fault !== 'none') throw diskError(code)
      return (diskFiles[name] as (...args: never[]) => unknown)(...args)
    }
  const files = Object.fromEntries(calls.map((name) => [name, wrapped(name)])) as unknown as Files
  return { files, calls: () => count }
}

function half(name: Call, args: unknown[]): void {
  if (name === 'write') {
    const [file, bytes] = args as [number, Uint8Array]
    diskFiles.write(file, bytes.subarray(0, bytes.length >> 1))
  } else if (name === 'saveByConf') {
    const [folder, summary, value] = args as [string, string, object]
    const text = JSON.stringify(value)
    writeFileSync(join(folder, `${summary}.json`), text.slice(0, text.length >> 1))
  } else (diskFiles[name] as (...args: unknown[]) => unknown)(...args)
}

/** Rehearses, carrying on after each refusal, as a user does; gives back the ids of what was acknowledged. */
async function rehearse(home: string, files: Files): Promise<string[]> {
  const acknowledged: string[] = []
  for (const question of ['bank/one', 'bank/two']) {
    const store = opened(home, files)
    try {
      store.prepare()
      await store.progress()
      const id = store.append(anAttempt({ question, final: false })).id
      acknowledged.push(id)
      store.append(anAttempt({ question, final: true }), id)
      acknowledged.push(store.append({ type: 'set', key: 'count', value: acknowledged.length }).id)
      await store.save()
    } catch (error) {
      if (!(error instanceof UserError)) throw error
    }
  }
  return acknowledged
}

/**
 * A whole home, in which everything acknowledged stands. There is nothing to be told, unless the disk could not even
 * remove the half of a summary.
 */
async function expectWhole(home: string, acknowledged: string[], { told = false } = {}): Promise<void> {
  const store = opened(home)
  const progress = inFull(await store.progress())
  expect(store.lines().map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged))
  expect(await opened(home).save()).toEqual(progress)
  if (!told) expect(store.notices).toEqual([])
  for (const notice of store.notices)
    expect(notice).toMatch(/^(progress|config)\.json could not be read and was moved to/)
  const added = store.append(anAttempt({ question: 'bank/three' }))
  expect((await opened(home).progress()).attempts).toBe(progress.attempts + 1)
  expect(opened(home).lines().at(-1)?.id).toBe(added.id)
}

const nobody = faulty('', () => 'none')

/** That fails once, at whatever call, is in `operations.test.ts`. */
describe('a disk that fails', () => {
  it('from any call on loses nothing that was acknowledged', async () => {
    for (let from = 1; ; from++) {
      const home = newHome()
      const disk = faulty('ENOSPC', (call) => (call < from ? 'none' : call === from ? 'half' : 'error'))
      await expectWhole(home, await rehearse(home, disk.files), { told: true })
      if (disk.calls() < from) break
      expect(from).toBeLessThan(200)
    }
  })

  it('from the start says so before the first question, and leaves the home as it was', async () => {
    const { home } = await usedHome(2)
    const before = readdirSync(home, { recursive: true })
    const { files } = faulty('EROFS', () => 'error')
    expect(() => opened(home, files).prepare()).toThrow(
      /^Nothing can be saved in .*: the disk is read-only\.$/,
    )
    expect((await opened(home, files).progress()).attempts).toBe(2)
    expect(readdirSync(home, { recursive: true })).toEqual(before)
  })

  it('again and again, at random, loses nothing that was acknowledged', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<Fault>('none', 'none', 'none', 'none', 'error', 'half'), {
          minLength: 10,
          maxLength: 60,
        }),
        fc.constantFrom('ENOSPC', 'EIO', 'EPERM', 'EDQUOT'),
        async (faults, code) => {
          const home = newHome()
          const disk = faulty(code, (call) => faults[call] ?? 'none')
          await expectWhole(home, await rehearse(home, disk.files), { told: true })
        },
      ),
      { numRuns: runs(20) },
    )
  })

  it('is not what these tests suffer from', async () => {
    const home = newHome()
    expect(await rehearse(home, nobody.files)).toHaveLength(4)
    expect(nobody.calls()).toBeGreaterThan(20)
  })
})
