import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { unpack } from '../../src/store/backup/archive.ts'
import { opened, temporaryFolder } from '../store/home.ts'
import { diskWith } from './disk.ts'
import { process, run } from './operations.ts'
import { volatile } from './power.ts'
import { lostOf } from './world.ts'

it('what a first command has said is there after a power cut, whatever folders are new', async () => {
  const root = temporaryFolder()
  const home = join(root, 'new', 'below', 'home')
  writeFileSync(join(root, 'bank.md'), '### How do you lead?\n\nBy asking.\n')
  mkdirSync(join(root, 'out'))
  const power = volatile(root)
  const disk = diskWith(null, null, power.files)
  const world = process(home, { disk, lines: ['', '', '3', '1', '', 'Slower.'] })
  await run(world, [
    ['drill', '1'],
    ['config', 'set', 'sync.auto', 'true'],
    ['bank', 'add', join(root, 'bank.md'), '--yes', '--as', 'own'],
    ['backup'],
    ['backup', join(root, 'out')],
    ['export', 'notes', '-o', join(root, 'out', 'notes.md')],
    ['export', 'bank', '-o', join(root, 'out', 'notes.md'), '--force'],
  ])
  power.cutPower()
  expect(lostOf(world.written, opened(home).lines())).toEqual([])
  expect(world.written.size).toBeGreaterThan(2)
  expect((await opened(home).progress()).settings).toEqual({ 'sync.auto': true })
  expect(opened(home).bankCopy('own')?.bank.questions).toHaveLength(1)
  const files = [...world.said().matchAll(/^Written to (.*?)\.(?: |$)/gm)].map(([, path = '']) => path)
  expect(files).toHaveLength(4)
  for (const file of files) expect(existsSync(file)).toBe(true)
  for (const file of files.slice(0, 2)) expect(unpack(readFileSync(file))).toBeInstanceOf(Array)
  expect(readFileSync(join(root, 'out', 'notes.md'), 'utf8')).toContain('### ')
})

it('the file that an editor is given is there after a power cut', async () => {
  const root = temporaryFolder()
  const power = volatile(root)
  const store = opened(join(root, 'home'), power.files)
  store.prepare()
  const { path } = (await store.pages()).open('bank/one', 'story.md', 'Once.')
  power.cutPower()
  expect(readFileSync(path, 'utf8')).toBe('Once.')
})

it('such a disk loses what was not synced', async () => {
  const root = temporaryFolder()
  writeFileSync(join(root, 'old'), 'old')
  const { files, cutPower } = volatile(root)
  const write = (name: string, isSynced: boolean): void => {
    const file = files.open(join(root, name), 'a', 0o600)
    files.write(file, Buffer.from(name))
    if (isSynced) files.sync(file)
    files.close(file)
  }
  write('old', true)
  write('named', true)
  files.syncFolder(root)
  write('nameless', true)
  write('named', false)
  files.rename(join(root, 'old'), join(root, 'renamed'))
  cutPower()
  expect(existsSync(join(root, 'nameless'))).toBe(false)
  expect(readFileSync(join(root, 'named'), 'utf8')).toBe('named')
  expect(readFileSync(join(root, 'old'), 'utf8')).toBe('oldold')
  expect(existsSync(join(root, 'renamed'))).toBe(false)
})
