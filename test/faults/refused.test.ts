import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { diskFiles, type Files } from '../../src/store/files.ts'
import { appendToFile } from '../../src/store/write-file.ts'
import { anAttempt, diskError, newHome, opened, read, readJson, temporaryFolder } from '../store/home.ts'
import { greenroom } from '../world.ts'

/** A disk that refuses to make anything durable; conf asks the system itself, and is refused as well. */
const refusing = (code: string): Files => ({
  ...diskFiles,
  sync() {
    throw diskError(code)
  },
  syncFolder() {
    throw diskError(code)
  },
  async saveByConf() {
    throw diskError(code)
  },
})

const note = 'The disk with your data cannot confirm what it wrote, so a power cut may lose the last answers.'

it.each(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])(
  'a disk that answers fsync with %s saves everything, and says so once',
  async (code) => {
    const home = newHome()
    const files = refusing(code)
    const file = join(temporaryFolder(), 'all.backup')
    const said: string[] = []
    for (const args of [
      ['drill', '1'],
      ['story', '1', '--text', 'Once.'],
      ['config', 'set', 'sync.remote', 'host:x.git'],
      ['backup', file],
      ['export', 'notes', '-o', `${file}.md`],
    ]) {
      const { code: ended, err } = await greenroom(args, { home, files, input: '\n\n3\n1\n\nSlower.\n' })
      expect([args, ended, err]).toEqual([args, 0, err])
      said.push(err)
    }
    expect(said.join('').split(note)).toHaveLength(2)
    const progress = await opened(home).progress()
    expect(progress).toMatchObject({ attempts: 1, settings: { 'sync.remote': 'host:x.git' } })
    expect(readJson(home, 'progress.json')).toMatchObject({ attempts: 1 })
    expect(existsSync(file)).toBe(true)
    expect(readdirSync(home).filter((name) => name.includes('.tmp-'))).toEqual([])
    expect((await greenroom(['doctor'], { home, files })).code).toBe(0)
  },
)

it('what came up is added to its file on such a disk too', () => {
  const folder = temporaryFolder()
  const added = { files: refusing('ENOSYS'), mode: 0o600 }
  appendToFile(join(folder, 'came-up.md'), '### Why us?\n', added)
  expect(read(folder, 'came-up.md')).toBe('### Why us?\n')
})

it('a disk that fails otherwise at fsync saves nothing, and says so', () => {
  const store = opened(newHome(), refusing('EIO'))
  expect(() => store.append(anAttempt())).toThrow('the disk reports an error')
})
