import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  utimesSync,
} from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Fixed } from '../../src/doctor/action.ts'
import type { Examination, Examined } from '../../src/doctor/examination.ts'
import { sealed } from '../../src/store/checksum.ts'
import { diskFiles } from '../../src/store/files.ts'
import { bank, question } from '../progress/lines.ts'
import {
  anAttempt,
  diskError,
  isClosed,
  journalOf,
  lineOf,
  looked,
  modeOf,
  newHome,
  opened,
  read,
  temporaryFolder,
  usedHome,
  write,
} from './home.ts'

const set = { type: 'set', key: 'count', value: 5 } as const

/** Everything in a home with its contents and its modes, to see whether something changed. */
function snapshot(home: string): Record<string, string> {
  const names = readdirSync(home, { recursive: true, encoding: 'utf8' })
  return Object.fromEntries(
    ['', ...names].map((name) => {
      const status = lstatSync(join(home, name))
      const content = status.isFile() ? readFileSync(join(home, name), 'latin1') : ''
      return [name, `${status.mode} ${status.mtimeMs} ${content}`]
    }),
  )
}

function part<T extends object>(examined: Examined<T>): T {
  if ('failure' in examined) throw new Error(examined.failure)
  return examined
}

const append = (home: string, file: string, text: string | Uint8Array): void =>
  write(home, file, Buffer.concat([readFileSync(join(home, file)), Buffer.from(text)]))

async function examined(home: string): Promise<Examination> {
  const before = snapshot(home)
  const found = await opened(home).examine()
  expect(snapshot(home)).toEqual(before)
  return found
}

/** Fixes what there is to fix, and examines the home again. */
async function fixed(home: string): Promise<{ done: Fixed[]; found: Examination }> {
  const store = opened(home)
  const done = await store.fix(await store.examine())
  return { done, found: await examined(home) }
}

const sentencesOf = (name: string, done: readonly Fixed[]): string[] =>
  done.filter(({ check }) => check === name).map(({ sentence }) => sentence)

describe('an examination', () => {
  it('of a home that is not there finds nothing and makes nothing', async () => {
    const home = newHome()
    const found = await opened(home).examine()
    expect(found).toMatchObject({
      place: { kind: 'none', writable: true },
      history: { journals: [], duplicates: 0, lost: [], attempts: {} },
      progress: { state: 'none' },
      config: { state: 'none' },
      banks: { copies: [], unreadable: [], missing: [] },
      backups: { count: 0 },
      device: { state: 'none' },
      leftovers: [],
    })
    expect(part(found.disk).freeBytes).toBeGreaterThan(0)
    expect(() => lstatSync(home)).toThrow()
  })

  it('of a used home finds it well', async () => {
    const { home, store } = await usedHome(3)
    expect(await examined(home)).toMatchObject({
      place: { kind: 'folder', writable: true },
      permissions: { openToOthers: [], ownedByOthers: [], inaccessible: [] },
      history: {
        journals: [
          { device: store.device(), lines: 3, newerLines: 0, badLines: [], jumps: [], inFuture: [] },
        ],
        duplicates: 0,
        lost: [],
        attempts: { 'bank/one': 3 },
      },
      progress: { state: 'current' },
      device: { state: 'own', id: store.device() },
      leftovers: [],
    })
  })

  it.each([
    ['a home that is a file', (home: string) => write(home, '../home', 'hello')],
    ['a file where journals should be', (home: string) => write(home, 'attempts', 'hello')],
    [
      'a folder that looks like a journal',
      (home: string) => mkdirSync(join(home, 'attempts/a.jsonl'), { recursive: true }),
    ],
    [
      'a link that leads nowhere',
      (home: string) => {
        mkdirSync(join(home, 'attempts'), { recursive: true })
        symlinkSync('/nowhere', join(home, 'attempts/a.jsonl'))
      },
    ],
    [
      'a link to itself',
      (home: string) => {
        mkdirSync(home)
        symlinkSync('attempts', join(home, 'attempts'))
      },
    ],
    [
      'folders where files should be',
      (home: string) => {
        for (const name of ['device', 'config.json', 'progress.json', 'banks/a.json'])
          mkdirSync(join(home, name), { recursive: true })
      },
    ],
    [
      'files where folders should be',
      (home: string) => {
        for (const name of ['banks', 'backups', 'quarantine']) write(home, name, '')
      },
    ],
    [
      'bytes that are no text',
      (home: string) => {
        for (const name of ['device', 'config.json', 'progress.json', 'banks/a.json', 'attempts/a.jsonl'])
          write(home, name, new Uint8Array([0, 255, 254, 128]))
      },
    ],
    [
      'values that are none',
      (home: string) => {
        for (const name of ['device', 'config.json', 'progress.json', 'banks/a.json', 'attempts/a.jsonl'])
          write(home, name, '[null]')
      },
    ],
    [
      'progress without fields',
      (home: string) => write(home, 'progress.json', '{"v":1,"journals":{"__proto__":5}}'),
    ],
  ])('survives %s, and so does fixing', async (_, harm) => {
    const home = newHome()
    harm(home)
    await opened(home).examine()
    const store = opened(home)
    try {
      await store.fix(await store.examine())
    } catch (error) {
      expect(error).toHaveProperty('hint')
    }
  })
})

describe('journals', () => {
  it('have lines that are damaged, or torn and rewritten', async () => {
    const { home, store } = await usedHome(2)
    const file = journalOf(store)
    const torn = lineOf(set, 'id-1', 5).trim()
    append(home, file, `\n${torn.slice(0, 90)}\n${torn}\n\n{"v":1,"id":"id-2","at\n`)
    // the review of an answer whose first score is there: that is lost
    append(home, file, lineOf(set, 'id-1', 9).slice(0, -9))
    expect(part((await examined(home)).history).journals).toMatchObject([
      {
        lines: 3,
        badLines: [
          { line: 6, state: 'rewritten' },
          { line: 9, state: 'damaged' },
          { line: 11, state: 'damaged' },
        ],
      },
    ])
  })

  it('of the settings of this device alone are looked at like the others, and say what helps', async () => {
    const home = temporaryFolder()
    const store = opened(home)
    store.prepare()
    store.append({ type: 'set', key: 'sync.remote', value: 'x' })
    append(home, 'local.jsonl', '\ndamaged\n')
    const found = await examined(home)
    const [local] = part(found.history).journals.filter(({ file }) => file === 'local.jsonl')
    expect(local).toMatchObject({ lines: 1, badLines: [{ line: 4, state: 'damaged' }] })
    expect(await opened(home).fix(found)).toMatchObject([{ check: 'journal' }])
    expect(
      part((await examined(home)).history).journals.find(({ file }) => file === 'local.jsonl'),
    ).toMatchObject({
      badLines: [{ state: 'quarantined' }],
    })
  })

  it('have damaged lines copied to quarantine byte for byte, once, and stay as they are', async () => {
    const { home, store } = await usedHome(1)
    const file = journalOf(store)
    append(home, file, new Uint8Array([10, 0xff, 0xfe, 0x80, 10, 0x7b, 0x22, 10]))
    const before = readFileSync(join(home, file))
    const { done, found } = await fixed(home)
    expect(readFileSync(join(home, file))).toEqual(before)
    const [kept = ''] = readdirSync(join(home, 'quarantine'))
    expect(kept).toMatch(new RegExp(`^journal-${store.device()}-2026\\d{4}T\\d{6}\\.jsonl$`))
    expect(done).toEqual([
      { check: 'journal', sentence: `2 damaged lines were copied to quarantine/${kept}.` },
    ])
    expect(isClosed(home, 'quarantine', kept)).toBe(true)
    expect([...readFileSync(join(home, 'quarantine', kept))]).toEqual([0xff, 0xfe, 0x80, 10, 0x7b, 0x22, 10])
    expect(part(found.history).journals[0]?.badLines.map(({ state }) => state)).toEqual([
      'quarantined',
      'quarantined',
    ])
    expect((await fixed(home)).done).toEqual([])
    append(home, file, '\nmore\n')
    expect((await fixed(home)).done).toMatchObject([{ check: 'journal' }])
    expect(readdirSync(join(home, 'quarantine'))).toHaveLength(2)
  })

  it('have duplicates where the same line stands twice, in one or in two of them', async () => {
    const { home, store } = await usedHome(2)
    const whole = read(home, journalOf(store))
    append(home, journalOf(store), lineOf(set, 'id-1', 1) + lineOf(set, 'id-1', 2) + lineOf(set, 'id-1', 2))
    write(home, 'attempts/copy.jsonl', whole)
    expect(part((await examined(home)).history).duplicates).toBe(3)
  })

  it('have lines of a newer greenroom', async () => {
    const { home, store } = await usedHome(1)
    append(home, journalOf(store), lineOf(set, 'id-1', 5).replace('"v":1', '"v":2'))
    expect(part((await examined(home)).history).journals[0]?.newerLines).toBe(1)
  })

  it('are lost where they are shorter than they were, and fixing leaves what is known from them', async () => {
    const { home, store } = await usedHome(2)
    truncateSync(join(home, journalOf(store)), 10)
    const before = read(home, 'progress.json')
    const { found } = await fixed(home)
    expect(part(found.history).lost).toEqual([journalOf(store)])
    expect(found.progress).toEqual({ state: 'ahead' })
    expect(read(home, 'progress.json')).toBe(before)
  })

  it('tell of clocks that jumped and of lines dated in the future', async () => {
    const { home, store } = await usedHome(1)
    append(home, journalOf(store), lineOf(set, 'id-1', -60) + lineOf(set, 'id-2', 60 * 24 * 30))
    const { journals } = part((await examined(home)).history)
    expect(journals[0]?.jumps).toMatchObject([{ line: 4 }])
    expect(journals[0]?.inFuture).toMatchObject([{ line: 6, at: expect.stringMatching(/^2026-12-23T/) }])
  })

  it('tell which questions have attempts that count', async () => {
    const { home, store } = await usedHome(1)
    const { id } = store.append(anAttempt({ question: 'gone/one' }))
    store.append(anAttempt({ question: 'gone/two' }))
    store.append({ type: 'undo', of: id })
    expect(part((await examined(home)).history).attempts).toEqual({ 'bank/one': 1, 'gone/two': 1 })
  })
})

it('lines of a newer greenroom are no damage, and agree with the progress made of them', async () => {
  const { home, store } = await usedHome(1)
  const known = lineOf(anAttempt(), 'known').replace('"v":1', '"v":2')
  const unknown = lineOf(anAttempt(), 'unknown').replace('"v":1', '"v":2').replace('"made":', '"maid":')
  write(home, 'attempts/other.jsonl', known + unknown)
  await looked(store)
  const { history, progress } = await examined(home)
  expect(part(history).journals).toMatchObject([{ newerLines: 0 }, { newerLines: 2, badLines: [] }])
  expect(progress).toEqual({ state: 'current' })
})

describe('progress.json', () => {
  it.each([
    ['unreadable', (text: string) => text.slice(0, -30)],
    [
      'mismatched',
      (text: string) => {
        const { checksum, ...saved } = JSON.parse(text)
        return sealed(JSON.stringify({ ...saved, attempts: 3 }))
      },
    ],
    ['newer', (text: string) => text.replace(/"v":\d+/, '"v":99')],
  ])('that is %s is found, and fixed unless it is newer', async (state, harm) => {
    const { home } = await usedHome(2)
    const healthy = read(home, 'progress.json')
    const harmed = harm(healthy)
    write(home, 'progress.json', harmed)
    expect((await examined(home)).progress).toEqual({ state })
    const { done, found } = await fixed(home)
    if (state === 'newer') {
      expect(done).toEqual([])
      expect(read(home, 'progress.json')).toBe(harmed)
      return
    }
    expect(found.progress).toEqual({ state: 'current' })
    const [kept = ''] = readdirSync(join(home, 'quarantine'))
    expect(done).toEqual([{ check: 'progress', sentence: `progress.json was moved to quarantine/${kept}.` }])
    expect(read(home, `quarantine/${kept}`)).toBe(harmed)
    expect(read(home, 'progress.json')).toBe(healthy)
  })

  it('that is behind is found', async () => {
    const { home, store } = await usedHome(2)
    store.append(anAttempt())
    expect((await examined(home)).progress).toEqual({ state: 'behind' })
  })
})

describe('config.json', () => {
  it('that is edited by hand has values that count and values that are not allowed', async () => {
    const { home, store } = await usedHome(1)
    write(home, 'config.json', '{"count":7,"cue":"gong","nothing":1,"sync.remote":"-b"}')
    expect((await examined(home)).config).toEqual({
      state: 'behind',
      refused: [
        'cue must be none, bell or words',
        'there is no setting nothing',
        'sync.remote must be the address of a git remote, without a password in it, or none',
      ],
      edited: ['count'],
      unknown: [],
    })
    const { done, found } = await fixed(home)
    const [kept = ''] = readdirSync(join(home, 'quarantine'))
    expect(done).toEqual([
      {
        check: 'config',
        sentence: `config.json was copied to quarantine/${kept}, and what is not allowed was left out.`,
      },
    ])
    expect(read(home, `quarantine/${kept}`)).toContain('gong')
    expect(found.config).toEqual({ state: 'current', refused: [], edited: [], unknown: [] })
    expect((await looked(store)).settings).toEqual({ count: 7 })
  })

  it('that cannot be read is made anew from the journal', async () => {
    const { home, store } = await usedHome(1)
    store.append(set)
    write(home, 'config.json', '{"count":')
    expect((await examined(home)).config).toMatchObject({ state: 'unreadable' })
    expect((await fixed(home)).found.config).toMatchObject({ state: 'current' })
    expect(JSON.parse(read(home, 'config.json'))).toMatchObject({ count: 5 })
  })

  it('may have what the journal sets and is unknown here', async () => {
    const { home, store } = await usedHome(1)
    store.append({ type: 'set', key: 'colour', value: 'red' })
    store.append({ type: 'set', key: 'count', value: -1 })
    expect((await examined(home)).config).toMatchObject({ unknown: ['colour', 'count'] })
  })
})

describe('banks', () => {
  const copy = (source: string, warnings: unknown[] = []): string =>
    JSON.stringify({
      v: 1,
      source,
      stamp: 'then',
      bank: { ...bank('mine', [question('mine/one')]), warnings },
    })

  it('have copies, with or without their sources', async () => {
    const { home } = await usedHome(1)
    const folder = temporaryFolder()
    write(folder, 'mine.md', '# Mine')
    write(home, 'banks/there.json', copy(join(folder, 'mine.md')))
    write(home, 'banks/gone.json', copy('/nowhere/gone.md', [{ severity: 'error' }, null]))
    write(home, 'banks/net.json', copy('https://example.org/a.md'))
    write(home, 'banks/new.json', copy('-').replace('"v":1', '"v":3'))
    const found = part((await examined(home)).banks)
    expect(found.copies.map(({ slug, sourceExists, errors }) => [slug, sourceExists, errors])).toEqual([
      ['gone', false, 1],
      ['net', null, 0],
      ['there', true, 0],
    ])
    expect(found.newerBanks).toEqual(['new'])
  })

  it('that cannot be read go to quarantine; the journal knows whether their source exists', async () => {
    const { home, store } = await usedHome(1)
    const folder = temporaryFolder()
    write(folder, 'mine.md', '# Mine')
    const source = join(folder, 'mine.md')
    store.append({ type: 'bank', slug: 'mine', source, state: 'added' })
    store.append({ type: 'bank', slug: 'other', source: '/nowhere/other.md', state: 'added' })
    write(home, 'banks/mine.json', '{}')
    expect((await examined(home)).banks).toEqual({
      copies: [],
      unreadable: [{ slug: 'mine', source, sourceExists: true }],
      missing: [{ slug: 'other', source: '/nowhere/other.md', sourceExists: false }],
      newerBanks: [],
    })
    const { done, found } = await fixed(home)
    expect(sentencesOf('banks', done)).toEqual([
      expect.stringMatching(/^banks\/mine\.json was moved to quarantine\/banks-mine\.json-/),
    ])
    expect(part(found.banks)).toMatchObject({
      unreadable: [],
      missing: [{ slug: 'mine', sourceExists: true }, {}],
    })
  })
})

describe.skipIf(process.platform === 'win32')('permissions', () => {
  it('that are open are closed, but not what links lead to', async () => {
    const { home, store } = await usedHome(1)
    const elsewhere = temporaryFolder()
    write(elsewhere, 'mine.json', '{}')
    chmodSync(join(elsewhere, 'mine.json'), 0o644)
    symlinkSync(elsewhere, join(home, 'backups'))
    mkdirSync(join(home, 'banks'), { mode: 0o700 })
    symlinkSync(join(elsewhere, 'mine.json'), join(home, 'banks/mine.json'))
    chmodSync(home, 0o755)
    chmodSync(join(home, 'attempts'), 0o750)
    chmodSync(join(home, journalOf(store)), 0o604)
    const { openToOthers } = part((await examined(home)).permissions)
    expect(openToOthers).toEqual(['.', 'attempts', journalOf(store)])
    const { done, found } = await fixed(home)
    expect(sentencesOf('permissions', done)).toEqual(['3 files and folders are now private.'])
    expect(part(found.permissions).openToOthers).toEqual([])
    expect([modeOf(home), modeOf(home, journalOf(store))]).toEqual(['700', '600'])
    expect(modeOf(elsewhere, 'mine.json')).toBe('644')
  })

  it('of a folder that is not only ours are left', async () => {
    const { home } = await usedHome(1)
    write(home, 'my-thesis.txt', '')
    chmodSync(home, 0o755)
    expect(part((await examined(home)).permissions).openToOthers).toEqual([])
  })
})

describe('leftovers', () => {
  it('are drafts that are an hour old, and go to quarantine', async () => {
    const { home } = await usedHome(1)
    const id = '0b9a3f0e-8a9b-4a8e-9c2f-1d2e3f4a5b6c'
    const old = [
      `.device-${id}`,
      'config.json.tmp-1234567890abcdef',
      `banks/.mine-${id}`,
      'backups/.draft',
      `attempts/.draft-${id}`,
      `.git-${id}`,
    ]
    const others = ['.gitignore', '.git-blame-ignore-revs', 'banks/.hidden']
    mkdirSync(join(home, `.git-${id}`))
    for (const name of [...old, ...others]) {
      if (name !== `.git-${id}`) write(home, name, name)
      utimesSync(join(home, name), 1_700_000_000, 1_700_000_000)
    }
    const young = `.device-${id.replaceAll('0', '1')}`
    write(home, young, '')
    utimesSync(join(home, young), new Date(), new Date(Date.UTC(2026, 10, 23, 8, 59)))
    const { leftovers } = await examined(home)
    expect(part(leftovers).toSorted()).toEqual(old.toSorted())
    const { done, found } = await fixed(home)
    expect(sentencesOf('leftovers', done)).toHaveLength(6)
    expect(found.leftovers).toEqual([])
    expect(readdirSync(join(home, 'quarantine'))).toHaveLength(6)
  })
})

describe('backups', () => {
  it('are counted, and the newest has an age', async () => {
    const { home } = await usedHome(1)
    for (const name of [
      'auto-20261101T080000.backup',
      'auto-20261101T080000-2.backup',
      'bank-a.json',
      'mine.backup',
    ])
      write(home, `backups/${name}`, '')
    expect((await examined(home)).backups).toEqual({
      count: 2,
      newest: 'backups/auto-20261101T080000-2.backup',
      ageDays: 22,
      inFuture: 0,
      quarantined: 0,
    })
  })
})

describe('the device', () => {
  it('is another one in a folder that was copied', async () => {
    const { home, store } = await usedHome(1)
    const copied = join(temporaryFolder(), 'copied')
    await cp(home, copied, { recursive: true })
    expect((await opened(copied).examine()).device).toMatchObject({ state: 'copied', id: store.device() })
  })

  it('that cannot be read goes to quarantine', async () => {
    const { home } = await usedHome(1)
    write(home, 'device', 'hello')
    expect((await examined(home)).device).toMatchObject({ state: 'unreadable' })
    expect((await fixed(home)).found.device).toMatchObject({ state: 'none' })
  })
})

it('fixing makes a backup first, and leaves everything where it is if there can be none', async () => {
  const { home, store } = await usedHome(1)
  append(home, journalOf(store), '\ndamaged\n')
  write(home, 'progress.json', 'hello')
  const refuse = (): never => {
    throw diskError('ENOSPC')
  }
  const files = {
    ...diskFiles,
    open: refuse,
    link: refuse,
    rename: refuse,
    makeFolder: refuse,
    saveByConf: refuse,
  }
  const refused = opened(home, files)
  const found = await refused.examine()
  await expect(refused.fix(found)).rejects.toThrow('No backup could be made')
  expect(read(home, 'progress.json')).toBe('hello')
})
