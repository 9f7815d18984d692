import { mkdirSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Progress } from '../../src/progress/progress.ts'
import { diskFiles, type Files } from '../../src/store/files.ts'
import {
  anAttempt,
  diskError,
  journalOf,
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
    saveByConf(folder, name, value) {
      saved.push(name)
      return diskFiles.saveByConf(folder, name, value)
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

describe('progress.json', () => {
  it('is used as it is while it is not behind: the journals are not even read', async () => {
    const { home, store } = await usedHome(2)
    const journal = join(home, journalOf(store))
    writeFileSync(journal, '-'.repeat(statSync(journal).size))
    const { files, saved } = watched()
    expect((await opened(home, files).progress()).attempts).toBe(2)
    expect(saved).toEqual([])
  })

  it('is made anew and saved when it is behind', async () => {
    const { home } = await usedHome(1)
    opened(home).append(anAttempt())
    const { files, saved } = watched()
    const progress = await opened(home, files).progress()
    expect(progress.attempts).toBe(2)
    expect(readJson(home, 'progress.json')).toEqual(progress)
    expect(saved).toEqual(['progress'])
  })

  it('is made anew when another journal came', async () => {
    const { home, store } = await usedHome(2)
    write(home, 'attempts/other.jsonl', read(home, journalOf(store)))
    expect(Object.keys((await store.progress()).journals)).toHaveLength(2)
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
    expect((await store.progress()).attempts).toBe(attempts)
    expect((await store.save()).attempts).toBe(attempts)
    expect(kept(home).map((name) => read(home, `quarantine/${name}`))).toEqual([before])
    expect(store.notices).toEqual([
      `${file.replaceAll('\\', '/')} is shorter than it was, or gone: what was known from it is kept as quarantine/${kept(home)[0]}. Bring it back from a backup, unless this is what you wanted.`,
    ])
    const next = opened(home)
    expect((await next.progress()).attempts).toBe(attempts)
    expect(next.notices).toEqual([])
  })

  it('is not written when nothing changed', async () => {
    const { home } = await usedHome(2)
    const { files, saved } = watched()
    const store = opened(home, files)
    await store.progress()
    await store.save()
    await store.progress()
    await store.save()
    expect(saved).toEqual([])
  })

  it('is written once at the end of a rehearsal, and the settings only when they changed', async () => {
    const { home } = await usedHome(1)
    const { files, saved } = watched()
    const store = opened(home, files)
    await store.progress()
    store.append(anAttempt())
    await store.save()
    await store.save()
    expect(saved).toEqual(['progress'])
    store.append({ type: 'set', key: 'count', value: 5 })
    await store.save()
    expect(saved).toEqual(['progress', 'config', 'progress'])
  })

  it('that says something else than the journals is mended by save', async () => {
    const { home, store } = await usedHome(2)
    write(home, 'progress.json', JSON.stringify({ ...readJson(home, 'progress.json'), attempts: 99 }))
    expect((await store.save()).attempts).toBe(2)
    expect(readJson(home, 'progress.json')).toMatchObject({ attempts: 2 })
  })

  it('that was deleted is made anew without a word', async () => {
    const { home, store } = await usedHome(2)
    const before = read(home, 'progress.json')
    diskFiles.remove(join(home, 'progress.json'))
    expect((await store.progress()).attempts).toBe(2)
    expect(read(home, 'progress.json')).toBe(before)
    expect(store.notices).toEqual([])
  })

  const good = {
    v: 1,
    journals: {},
    attempts: 0,
    questions: {},
    stories: {},
    settings: {},
    change: null,
    lastMock: [],
    unfinished: [],
  }
  const question = {
    attempts: 1,
    days: 1,
    lastDay: 20_000,
    lastAt: '',
    lastScore: 3,
    lastTalkMs: 1,
    lastBudgetMs: 1,
    change: null,
    followUps: [],
    schedule: null,
  }
  it.each([
    ['empty', ''],
    ['no JSON', 'hello'],
    ['truncated', JSON.stringify(good).slice(0, -3)],
    ['zeros', '\0'.repeat(200)],
    ['an array', '[]'],
    ['null', 'null'],
    ['of foreign shape', '{"name":"other","version":"1.0.0"}'],
    ['without a version', JSON.stringify({ ...good, v: undefined })],
    ['of version 0', JSON.stringify({ ...good, v: 0 })],
    ['with questions in an array', JSON.stringify({ ...good, questions: [] })],
    ['with a question that is null', JSON.stringify({ ...good, questions: { 'bank/one': null } })],
    [
      'with a question without a score',
      JSON.stringify({ ...good, questions: { 'bank/one': { ...question, lastScore: undefined } } }),
    ],
    [
      'with a schedule that is text',
      JSON.stringify({ ...good, questions: { 'bank/one': { ...question, schedule: 'soon' } } }),
    ],
    ['with a story that is a number', JSON.stringify({ ...good, stories: { 'bank/one': 5 } })],
    ['with a change that is a number', JSON.stringify({ ...good, change: 5 })],
    ['with an unfinished rehearsal of nothing', JSON.stringify({ ...good, unfinished: [{}] })],
  ])('that is %s goes to quarantine, is made anew, and this is said once', async (_, content) => {
    const { home, store } = await usedHome(2)
    write(home, 'progress.json', content)
    expect((await store.progress()).attempts).toBe(2)
    expect((await store.progress()).attempts).toBe(2)
    expect(kept(home)).toHaveLength(1)
    expect(read(home, `quarantine/${kept(home)[0]}`)).toBe(content)
    expect(store.notices).toEqual([
      `progress.json could not be read and is kept as quarantine/${kept(home)[0]}. Nothing is lost: it is made anew from the journal.`,
    ])
    const next = opened(home)
    expect((await next.progress()).attempts).toBe(2)
    expect(next.notices).toEqual([])
  })

  it('that is a folder goes to quarantine', async () => {
    const { home, store } = await usedHome(2)
    diskFiles.remove(join(home, 'progress.json'))
    mkdirSync(join(home, 'progress.json'))
    expect((await store.progress()).attempts).toBe(2)
    expect(readJson(home, 'progress.json')).toMatchObject({ attempts: 2 })
    expect(kept(home)).toHaveLength(1)
  })

  it('never takes the place of another in quarantine', async () => {
    const { home } = await usedHome(1)
    for (const content of ['first', 'second', 'third']) {
      write(home, 'progress.json', content)
      await opened(home).progress()
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
      expect((await opened(home, { ...diskFiles, link }).progress()).attempts).toBe(1)
      expect(kept(home)).toHaveLength(1)
    }
  })

  it('of a newer greenroom is neither used nor touched', async () => {
    const { home, store } = await usedHome(2)
    const newer = '{"v":2,"everything":"different"}'
    write(home, 'progress.json', newer)
    store.append({ type: 'set', key: 'count', value: 5 })
    expect((await store.progress()).attempts).toBe(2)
    expect((await store.save()).attempts).toBe(2)
    expect(read(home, 'progress.json')).toBe(newer)
    expect(readJson(home, 'config.json')).toMatchObject({ count: 5 })
    expect(kept(home)).toEqual([])
    expect(store.notices).toEqual([
      'A newer greenroom keeps your progress here. Nothing is lost; upgrade this one to see all of it.',
    ])
  })

  it('that cannot be written does not stop anybody', async () => {
    const home = newHome()
    const saveByConf = () => Promise.reject(diskError('ENOSPC'))
    const store = opened(home, { ...diskFiles, saveByConf })
    store.append(anAttempt())
    expect((await store.save()).attempts).toBe(1)
    expect((await store.progress()).attempts).toBe(1)
    expect(readdirSync(home)).not.toContain('progress.json')
    expect((await opened(home).progress()).attempts).toBe(1)
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
    expect(await next.progress()).toMatchObject({ attempts: 2, settings: { count: 5 } })
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
    const progress: Progress = await opened(home, files).progress()
    expect(Object.keys(progress.questions).sort()).toEqual([
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
    await opened(folder).progress()
    await opened(folder).save()
    expect(readdirSync(folder)).toEqual(['package.json'])
  })
})
