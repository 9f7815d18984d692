import { randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { unpack } from '../../src/store/backup/archive.ts'
import { diskFiles, type Files } from '../../src/store/files.ts'
import { openStore } from '../../src/store/open.ts'
import { anAttempt, diskError, isClosed, newHome, temporaryFolder, usedHome, write } from './home.ts'

/** A process that rehearses once on a day, or only looks. */
async function use(home: string, day: number, { writes = true, files = diskFiles } = {}): Promise<void> {
  const now = () => new Date(2026, 10, day, 10)
  const store = openStore({ home, now, uuid: randomUUID, files })
  await store.progress()
  if (writes) {
    store.append(anAttempt())
    await store.save()
  }
  await store.finish()
}

const backupsOf = (home: string): string[] => readdirSync(join(home, 'backups'))

/** The paths of the files in a backup. */
function contentsOf(...path: string[]): string[] {
  const entries = unpack(readFileSync(join(...path)))
  if (!Array.isArray(entries)) throw new Error(entries)
  return entries.map(({ path: inside }) => inside)
}

describe('the backup of the day', () => {
  it('is made at the end of a day’s first use, closed to others, with all that cannot be made again', async () => {
    const home = newHome()
    await use(home, 23)
    write(home, 'banks/own.json', '{}')
    write(home, 'quarantine/config.json-1', '{')
    write(home, 'backups/bank-old-1.json', '{}')
    await use(home, 24)
    expect(backupsOf(home)).toEqual([
      'auto-20261123T100000.backup',
      'auto-20261124T100000.backup',
      'bank-old-1.json',
    ])
    expect(isClosed(home, 'backups')).toBe(true)
    expect(isClosed(home, 'backups', 'auto-20261124T100000.backup')).toBe(true)
    expect(contentsOf(home, 'backups', 'auto-20261124T100000.backup')).toEqual([
      expect.stringMatching(/^attempts\/.*\.jsonl$/),
      'banks/own.json',
      'backups/bank-old-1.json',
      'quarantine/config.json-1',
    ])
  })

  it('is made once, however often it is used', async () => {
    const home = newHome()
    for (const _ of [1, 2, 3]) await use(home, 23)
    expect(backupsOf(home)).toEqual(['auto-20261123T100000.backup'])
  })

  it('is not made where nothing was written, or nothing changed', async () => {
    const home = newHome()
    await use(home, 23)
    await use(home, 24, { writes: false })
    expect(backupsOf(home)).toHaveLength(1)
    const store = openStore({ home, now: () => new Date(2026, 10, 25, 10), uuid: randomUUID })
    expect(await store.backup(null, { force: false })).toBe(
      join(home, 'backups', 'greenroom-20261125T100000.backup'),
    )
    await store.finish()
    expect(backupsOf(home)).toEqual(['auto-20261123T100000.backup', 'greenroom-20261125T100000.backup'])
  })

  it('of the last 14 days of use is kept, and nothing else is touched', async () => {
    const home = newHome()
    const own = [
      'auto-mine.backup',
      'auto-20200101T000000.backup.old',
      'greenroom-20200101T000000.backup',
      'notes.txt',
      'bank-x-20200101T000000Z.json',
    ]
    for (const name of own) write(home, `backups/${name}`, name)
    mkdirSync(join(home, 'backups', 'replaced-1'))
    for (let day = 1; day <= 18; day++) await use(home, day)
    const kept = Array.from(
      { length: 14 },
      (_, index) => `auto-202611${String(index + 5).padStart(2, '0')}T100000.backup`,
    )
    expect(backupsOf(home).sort()).toEqual([...own, 'replaced-1', ...kept].sort())
    for (const name of own) expect(readFileSync(join(home, 'backups', name), 'utf8')).toBe(name)
  })

  it('is kept whatever the clock said before, and what is of a day to come goes first', async () => {
    const home = newHome()
    const ahead = Array.from({ length: 14 }, (_, index) => `auto-209901${10 + index}T100000.backup`)
    for (const name of ahead) write(home, `backups/${name}`, name)
    await use(home, 23)
    expect(backupsOf(home)).toHaveLength(14)
    expect(backupsOf(home)).toContain('auto-20261123T100000.backup')
    await use(home, 24)
    expect(backupsOf(home)).toHaveLength(14)
    expect(backupsOf(home).slice(0, 2)).toEqual([
      'auto-20261123T100000.backup',
      'auto-20261124T100000.backup',
    ])
  })

  it('is rebuilt where the last one is damaged', async () => {
    const home = newHome()
    await use(home, 23)
    const last = join(home, 'backups', 'auto-20261123T100000.backup')
    writeFileSync(last, readFileSync(last).subarray(0, -1))
    const store = openStore({ home, now: () => new Date(2026, 10, 24, 10), uuid: randomUUID })
    await store.restore(await store.backup(null, { force: false }), { replace: false })
    expect(contentsOf(home, 'backups', 'auto-20261124T100000.backup')).toHaveLength(1)
  })

  it('is made although there is too much in quarantine, or something that cannot be read', async () => {
    const home = newHome()
    await use(home, 23)
    write(home, 'quarantine/a', '')
    truncateSync(join(home, 'quarantine/a'), 1.5 * 1024 ** 3)
    write(home, 'quarantine/b', 'small')
    await use(home, 24)
    expect(contentsOf(home, 'backups', 'auto-20261124T100000.backup')).toEqual([
      expect.stringMatching(/^attempts\//),
      'quarantine/b',
    ])
  })

  it('that cannot be made for what is in the way is a finding', async () => {
    const home = newHome()
    await use(home, 23)
    write(home, 'attempts/large.jsonl', '')
    truncateSync(join(home, 'attempts/large.jsonl'), 600 * 1024 ** 2)
    const store = openStore({ home, now: () => new Date(2026, 10, 24, 10), uuid: randomUUID })
    expect((await store.examine()).backups).toEqual({
      failure: `${join(home, 'attempts', 'large.jsonl')} cannot be read: the file is too large.`,
      remedy: 'Move it away, or choose another folder with --home.',
    })
  })

  it('gets another name where one of this second has other things in it', async () => {
    const home = newHome()
    await use(home, 23)
    const store = openStore({ home, now: () => new Date(2026, 10, 23, 10), uuid: randomUUID })
    const own = await store.backup(null, { force: false })
    store.append(anAttempt())
    await store.restore(own, { replace: true })
    expect(backupsOf(home)).toContain('auto-20261123T100000-2.backup')
  })

  it('that cannot be made is in nobody’s way, and leaves no half', async () => {
    const home = newHome()
    let writes = 0
    const files: Files = {
      ...diskFiles,
      write(file, bytes) {
        if (Buffer.from(bytes.subarray(0, 9)).toString() !== 'greenroom') return diskFiles.write(file, bytes)
        writes++
        diskFiles.write(file, bytes.subarray(0, 20))
        throw diskError('ENOSPC')
      },
    }
    await use(home, 23, { files })
    expect(writes).toBe(1)
    expect(backupsOf(home)).toEqual([])
    await use(home, 23)
    expect(backupsOf(home)).toHaveLength(1)
  })

  it('is made once by processes that end at the same time', async () => {
    const home = newHome()
    await Promise.all([use(home, 23), use(home, 23), use(home, 23)])
    expect(backupsOf(home).filter((name) => name.endsWith('.backup'))).toHaveLength(1)
    expect(backupsOf(home).filter((name) => name.startsWith('.'))).toEqual([])
  })
})

describe('a backup', () => {
  it('goes to the file or the folder that is named, closed to others', async () => {
    const { home, store } = await usedHome(2)
    const folder = temporaryFolder()
    const file = join(folder, 'all.backup')
    expect(await store.backup(file, { force: false })).toBe(file)
    expect(isClosed(file)).toBe(true)
    expect(contentsOf(file)).toEqual([`attempts/${store.device()}.jsonl`])
    const inFolder = await store.backup(folder, { force: false })
    expect(inFolder).toMatch(/greenroom-\d{8}T\d{6}\.backup$/)
    expect(readFileSync(inFolder)).toEqual(readFileSync(file))
    expect(readdirSync(home)).not.toContain('backups')
  })

  it('replaces a file only when it is told to', async () => {
    const { store } = await usedHome(1)
    const file = join(temporaryFolder(), 'all.backup')
    writeFileSync(file, 'mine')
    await expect(store.backup(file, { force: false })).rejects.toThrow(`${file} already exists.`)
    expect(readFileSync(file, 'utf8')).toBe('mine')
    await store.backup(file, { force: true })
    expect(contentsOf(file)).toHaveLength(1)
  })

  it('is closed to others over a file that was open to them', async () => {
    const { store } = await usedHome(1)
    const file = join(temporaryFolder(), 'all.backup')
    writeFileSync(file, 'mine', { mode: 0o644 })
    await store.backup(file, { force: true })
    expect(isClosed(file)).toBe(true)
  })

  it('to a name that is too long is refused', async () => {
    const { store } = await usedHome(1)
    const file = join(temporaryFolder(), 'x'.repeat(300))
    await expect(store.backup(file, { force: false })).rejects.toThrow(
      /could not be written: the name is too long\.$/,
    )
    await expect(store.restore(file, { replace: false })).rejects.toThrow(
      /cannot be read: the name is too long\.$/,
    )
  })

  it('of a home that is empty can be made', async () => {
    const file = join(temporaryFolder(), 'all.backup')
    await openStore({ home: newHome(), now: () => new Date(), uuid: randomUUID }).backup(file, {
      force: false,
    })
    expect(contentsOf(file)).toEqual([])
  })

  it.skipIf(process.platform === 'win32')(
    'leaves out a name that could not be restored everywhere',
    async () => {
      const { home, store } = await usedHome(1)
      write(home, 'quarantine/a\\b', 'x')
      write(home, 'quarantine/c', 'x')
      const path = await store.backup(null, { force: false })
      expect(contentsOf(path)).toEqual([expect.stringMatching(/^attempts\//), 'quarantine/c'])
    },
  )

  it.skipIf(process.platform === 'win32')('goes with what it sets aside to another disk', async () => {
    const { home, store } = await usedHome(1)
    const elsewhere = join('/dev/shm', `greenroom-${randomUUID()}`)
    if (!existsSync('/dev/shm')) return
    mkdirSync(elsewhere)
    onTestFinished(() => rmSync(elsewhere, { recursive: true }))
    symlinkSync(elsewhere, join(home, 'quarantine'))
    writeFileSync(join(home, 'config.json'), '{')
    await store.progress()
    expect(store.notices.join()).toContain('was moved to quarantine/config.json-')
    expect(readdirSync(elsewhere)).toHaveLength(1)
  })

  it('to a folder that is not there is refused', async () => {
    const { store } = await usedHome(1)
    const file = join(temporaryFolder(), 'nowhere', 'all.backup')
    await expect(store.backup(file, { force: false })).rejects.toThrow(
      /could not be written: the folder does not exist\.$/,
    )
  })
})
