import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/progress/journal.ts'
import type { Progress } from '../../src/progress/progress.ts'
import { newerWroteHere } from '../../src/store/cache/summaries.ts'
import { sealed } from '../../src/store/checksum.ts'
import { diskFiles, type Files } from '../../src/store/files.ts'
import { runs } from '../chance.ts'
import {
  anAttempt,
  diskError,
  journalOf,
  lineOf,
  looked,
  newHome,
  opened,
  read,
  readJson,
  temporaryFolder,
  usedHome,
  write,
} from './home.ts'

/** The disk, with a note of each file that conf writes. */
function watched(): { files: Files; saved: string[] } {
  const saved: string[] = []
  const files: Files = {
    ...diskFiles,
    saveByConf(folder, name, ...rest) {
      saved.push(name)
      return diskFiles.saveByConf(folder, name, ...rest)
    },
  }
  return { files, saved }
}

const kept = (home: string): string[] => {
  try {
    return readdirSync(join(home, 'quarantine'))
  } catch {
    return []
  }
}

const ids = ['bank/one', 'bank/two', '__proto__', 'own/ö', 'own/"quoted\\']
const questions = fc.constantFrom(...ids)
const scores = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const)
const anyEntry: fc.Arbitrary<Entry> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        question: questions,
        score: scores,
        extra: fc.boolean(),
        mode: fc.constantFrom('drill' as const, 'mock' as const),
        change: fc.option(fc.string()),
        talkMs: fc.nat(400_000),
      })
      .map((given) => anAttempt(given)),
  },
  fc.record({ type: fc.constant('undo' as const), of: fc.nat(12).map((n) => `line-${n}`) }),
  fc.record({ type: fc.constant('story' as const), question: questions, text: fc.option(fc.string()) }),
  fc.record({
    type: fc.constant('set' as const),
    key: fc.constantFrom('count', 'dayStart', 'plan.date'),
    value: fc.constantFrom('2026-12-05', 5, null),
  }),
  fc.record({
    type: fc.constant('plan' as const),
    banks: fc.array(fc.string()),
    kappa: fc.double({ min: 0, max: 0.5, noNaN: true }),
  }),
  fc.record({
    type: fc.constant('draft' as const),
    rehearsal: fc.constantFrom('r1', 'r2'),
    of: fc.nat(12).map((n) => `line-${n}`),
    what: fc.constantFrom('answer' as const, 'change' as const),
    question: fc.option(questions),
    text: fc.option(fc.string()),
    thinkMs: fc.nat(400_000),
    talkMs: fc.nat(400_000),
  }),
  fc.record({
    type: fc.constant('skip' as const),
    rehearsal: fc.constantFrom('r1', 'r2'),
    question: questions,
  }),
)

it('progress that was kept equals progress folded anew, after any journal', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEntry, { maxLength: 12 }), async (entries) => {
      const home = mkdtempSync(join(tmpdir(), 'greenroom-'))
      const store = opened(home)
      for (const [n, entry] of entries.entries()) store.append(entry, `line-${n}`)
      const progress = await store.save()
      const kept = await looked(opened(home))
      const { questions } = await opened(home).progress()
      rmSync(join(home, 'progress.json'), { force: true })
      const anew = await looked(opened(home))
      rmSync(home, { recursive: true })
      expect(kept).toEqual(progress)
      expect(anew).toEqual(progress)
      for (const id of [...ids, 'bank/none']) expect(questions.get(id)).toEqual(progress.questions.get(id))
    }),
    { numRuns: runs(15) },
  )
})

describe('progress.json', () => {
  it('is used as it is while it is not behind: the journals are not even read', async () => {
    const { home, store } = await usedHome(2)
    const journal = join(home, journalOf(store))
    writeFileSync(journal, '-'.repeat(statSync(journal).size))
    const { files, saved } = watched()
    expect((await looked(opened(home, files))).attempts).toBe(2)
    expect(saved).toEqual([])
  })

  it('that does not say on which days it holds is rebuilt without a word', async () => {
    const { home } = await usedHome(2)
    const { holds, latest, checksum, ...old } = readJson(home, 'progress.json')
    write(home, 'progress.json', sealed(JSON.stringify(old)))
    const store = opened(home)
    expect((await looked(store)).attempts).toBe(2)
    expect(store.notices).toEqual([])
    expect(readJson(home, 'progress.json')).toMatchObject({ v: 6, holds, latest })
  })

  it.each([1, 40])('gives each of %i questions, however many are asked for', async (count) => {
    const home = newHome()
    const store = opened(home)
    const known = Array.from({ length: count }, (_, n) => `bank/${n}`)
    for (const question of known) store.append(anAttempt({ question }))
    const { questions } = await store.save()
    const one = (await opened(home).progress()).questions
    expect(known.map((id) => one.get(id))).toEqual(known.map((id) => questions.get(id)))
    expect([one.has('bank/'), one.get('bank/none'), one.size]).toEqual([false, undefined, count])
  })

  it('on one line, as it was written before, is used as it is', async () => {
    const { home } = await usedHome(2)
    const { checksum, ...saved } = readJson(home, 'progress.json')
    write(home, 'progress.json', sealed(JSON.stringify(saved)))
    const { files, saved: written } = watched()
    const progress = await looked(opened(home, files))
    expect([progress.attempts, progress.questions.get('bank/one')?.attempts]).toEqual([2, 2])
    expect(written).toEqual([])
  })

  it('is rebuilt and saved when it is behind', async () => {
    const { home } = await usedHome(1)
    opened(home).append(anAttempt())
    const { files, saved } = watched()
    const progress = await looked(opened(home, files))
    expect(progress.attempts).toBe(2)
    expect(await looked(opened(home))).toEqual(progress)
    expect(saved).toEqual(['progress'])
  })

  it('is rebuilt when another journal came', async () => {
    const { home, store } = await usedHome(2)
    write(home, 'attempts/other.jsonl', read(home, journalOf(store)))
    expect(Object.keys((await looked(store)).journals)).toHaveLength(2)
    expect(store.notices).toEqual([])
  })

  it.each([
    ['shorter', (path: string) => truncateSync(path, statSync(path).size >> 1), 1],
    ['empty', (path: string) => truncateSync(path, 0), 0],
    ['gone', (path: string) => diskFiles.remove(path), 0],
    ['gone with its folder', (path: string) => rmSync(dirname(path), { recursive: true }), 0],
  ])('is kept when a journal is %s, for it may be all that is left', async (_, harm, attempts) => {
    const { home, store } = await usedHome(2)
    const file = journalOf(store)
    const before = read(home, 'progress.json')
    harm(join(home, file))
    expect((await looked(store)).attempts).toBe(attempts)
    expect((await store.save()).attempts).toBe(attempts)
    expect(kept(home).map((name) => read(home, `quarantine/${name}`))).toEqual([before])
    expect(store.notices).toEqual([
      `${file.replaceAll('\\', '/')} is shorter than it was, or gone; what was known from it is kept as quarantine/${kept(home)[0]}. Restore it from a backup, unless this is what you wanted.`,
    ])
    const next = opened(home)
    expect((await looked(next)).attempts).toBe(attempts)
    expect(next.notices).toEqual([])
  })

  it('is not written when nothing changed', async () => {
    const { home } = await usedHome(2)
    const { files, saved } = watched()
    const store = opened(home, files)
    await looked(store)
    await store.save()
    await looked(store)
    await store.save()
    expect(saved).toEqual([])
  })

  it('is written once at the end of a rehearsal, and the settings only when they changed', async () => {
    const { home } = await usedHome(1)
    const { files, saved } = watched()
    const store = opened(home, files)
    await looked(store)
    store.append(anAttempt())
    await store.save()
    await store.save()
    expect(saved).toEqual(['progress'])
    store.append({ type: 'set', key: 'count', value: 5 })
    await store.save()
    expect(saved).toEqual(['progress', 'config', 'progress'])
  })

  it('that does not match the journals is rebuilt by save', async () => {
    const { home, store } = await usedHome(2)
    const before = read(home, 'progress.json')
    const { checksum, ...saved } = readJson(home, 'progress.json')
    write(home, 'progress.json', sealed(JSON.stringify({ ...saved, attempts: 99 })))
    expect((await store.save()).attempts).toBe(2)
    expect(read(home, 'progress.json')).toBe(before)
    expect(store.notices).toEqual([])
  })

  it('keeps all that is known of each question', async () => {
    const { home, store } = await usedHome(2)
    store.append(anAttempt({ question: 'bank/extra', extra: true }))
    store.append(
      anAttempt({
        question: 'bank/café "x"',
        score: 1,
        change: 'Slower',
        followUp: { text: 'Why?', talkMs: 1 },
      }),
    )
    const progress = await store.save()
    expect(progress.questions.get('bank/extra')?.schedule).toBeNull()
    const { files, saved } = watched()
    const next = opened(home, files)
    expect(await looked(next)).toEqual(progress)
    expect(await next.save()).toEqual(progress)
    expect(saved).toEqual([])
  })

  it('that was deleted is rebuilt without a word', async () => {
    const { home, store } = await usedHome(2)
    const before = read(home, 'progress.json')
    diskFiles.remove(join(home, 'progress.json'))
    expect((await looked(store)).attempts).toBe(2)
    expect(read(home, 'progress.json')).toBe(before)
    expect(store.notices).toEqual([])
  })

  it.each<[string, (text: string) => string]>([
    ['empty', () => ''],
    ['no JSON', () => 'hello'],
    ['truncated', (text) => text.slice(0, -3)],
    ['zeros', (text) => '\0'.repeat(text.length)],
    ['an array', () => '[]'],
    ['null', () => 'null'],
    ['of foreign shape', () => '{"name":"other","version":"1.0.0"}'],
    ['without a version', (text) => text.replace(/"v":\d+,/, '')],
    ['of version 0', (text) => text.replace(/"v":\d+,/, '"v":0,')],
    ['of an early version with bytes that are text', () => '{"v":2,"journals":{"here":"12"}}'],
    ['without its checksum', (text) => text.replace(/,"checksum":"\w{8}"/, '')],
    ['edited by hand', (text) => text.replace('"attempts":2', '"attempts":3')],
    ['formatted by an editor', (text) => `${text}\n`],
  ])('that is %s goes to quarantine, is rebuilt, and this is said once', async (_, harm) => {
    const { home, store } = await usedHome(2)
    const content = harm(read(home, 'progress.json'))
    write(home, 'progress.json', content)
    expect((await looked(store)).attempts).toBe(2)
    expect((await looked(store)).attempts).toBe(2)
    expect(kept(home)).toHaveLength(1)
    expect(read(home, `quarantine/${kept(home)[0]}`)).toBe(content)
    expect(store.notices).toEqual([
      `progress.json could not be read and was moved to quarantine/${kept(home)[0]}. Nothing is lost: it is rebuilt from the journal.`,
    ])
    const next = opened(home)
    expect((await looked(next)).attempts).toBe(2)
    expect(next.notices).toEqual([])
  })

  it('that is a folder goes to quarantine', async () => {
    const { home, store } = await usedHome(2)
    diskFiles.remove(join(home, 'progress.json'))
    mkdirSync(join(home, 'progress.json'))
    expect((await looked(store)).attempts).toBe(2)
    expect(readJson(home, 'progress.json')).toMatchObject({ attempts: 2 })
    expect(kept(home)).toHaveLength(1)
  })

  it('never takes the place of another in quarantine', async () => {
    const { home } = await usedHome(1)
    for (const content of ['first', 'second', 'third']) {
      write(home, 'progress.json', content)
      await looked(opened(home))
    }
    expect(
      kept(home)
        .map((name) => read(home, `quarantine/${name}`))
        .sort(),
    ).toEqual(['first', 'second', 'third'])
  })

  it('goes to quarantine also where the disk knows no hard links', async () => {
    for (const code of ['EPERM', 'ENOTSUP', 'EISDIR', 'EACCES']) {
      const { home } = await usedHome(1)
      write(home, 'progress.json', 'broken')
      const link = () => {
        throw diskError(code)
      }
      expect((await looked(opened(home, { ...diskFiles, link }))).attempts).toBe(1)
      expect(kept(home)).toHaveLength(1)
    }
  })

  it('of a newer greenroom is neither used nor touched', async () => {
    const { home, store } = await usedHome(2)
    const newer = '{"v":99,"everything":"different"}'
    write(home, 'progress.json', newer)
    store.append({ type: 'set', key: 'count', value: 5 })
    expect((await looked(store)).attempts).toBe(2)
    expect((await store.save()).attempts).toBe(2)
    expect(read(home, 'progress.json')).toBe(newer)
    expect(readJson(home, 'config.json')).toMatchObject({ count: 5 })
    expect(kept(home)).toEqual([])
    expect(store.notices).toEqual([newerWroteHere])
  })

  it('made from lines of a newer greenroom says so, also when it is current, and not twice', async () => {
    const { home, store } = await usedHome(1)
    const entry = anAttempt()
    const newer = (line: string) => line.replace('"v":1', '"v":2')
    const unread = newer(lineOf({ ...entry, score: 'solid' } as unknown as Entry, 'b'))
    write(home, 'attempts/other.jsonl', newer(lineOf(entry, 'a')) + unread)
    expect(await looked(store)).toMatchObject({ attempts: 2, newerLines: 2 })
    expect(store.notices).toEqual([newerWroteHere])
    const { files, saved } = watched()
    const next = opened(home, files)
    expect(await looked(next)).toMatchObject({ attempts: 2, newerLines: 2 })
    expect(next.notices).toEqual([newerWroteHere])
    expect(saved).toEqual([])
    write(home, 'progress.json', '{"v":99}')
    const last = opened(home)
    await looked(last)
    expect(last.notices).toEqual([newerWroteHere])
  })

  it('that cannot be written does not stop anybody', async () => {
    const home = newHome()
    const saveByConf = () => Promise.reject(diskError('ENOSPC'))
    const store = opened(home, { ...diskFiles, saveByConf })
    store.append(anAttempt())
    expect((await store.save()).attempts).toBe(1)
    expect((await looked(store)).attempts).toBe(1)
    expect(readdirSync(home)).not.toContain('progress.json')
    expect((await looked(opened(home))).attempts).toBe(1)
  })

  it.each([
    ['and says so', true],
    ['silently', false],
  ])('of which conf writes half, %s, does not stay', async (_, says) => {
    const { home } = await usedHome(1)
    const half: Files['saveByConf'] = async (folder, name, value) => {
      const text = JSON.stringify(value)
      writeFileSync(join(folder, `${name}.json`), text.slice(0, text.length >> 1))
      if (says) throw diskError('ENOSPC')
    }
    const store = opened(home, { ...diskFiles, saveByConf: half })
    store.append(anAttempt())
    store.append({ type: 'set', key: 'count', value: 5 })
    await store.save()
    const next = opened(home)
    expect(await looked(next)).toMatchObject({ attempts: 2, settings: { count: 5 } })
    expect(next.notices).toEqual([])
    expect(readJson(home, 'config.json')).toMatchObject({ count: 5 })
  })

  it('keeps names such as __proto__ and __internal__ as they are', async () => {
    const home = newHome()
    const store = opened(home)
    for (const name of ['__proto__', '__internal__', 'a.b', 'constructor'])
      store.append(anAttempt({ question: name }))
    await store.save()
    await store.save()
    const { files, saved } = watched()
    const progress: Progress = await looked(opened(home, files))
    expect([...new Map(progress.questions).keys()].sort()).toEqual([
      '__internal__',
      '__proto__',
      'a.b',
      'constructor',
    ])
    expect(saved).toEqual([])
  })

  it('is not made in a folder that is not a home', async () => {
    const folder = temporaryFolder()
    write(folder, 'package.json', '{}')
    await looked(opened(folder))
    await opened(folder).save()
    expect(readdirSync(folder)).toEqual(['package.json'])
  })
})
