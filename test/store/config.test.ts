import { lstatSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Store } from '../../src/ports.ts'
import type { SettingValue } from '../../src/progress/journal.ts'
import { diskFiles, type Files } from '../../src/store/files.ts'
import { anAttempt, diskError, looked, newHome, opened, read, readJson, usedHome, write } from './home.ts'

/** A home with these settings, saved, and the store of a new process. */
async function settingsHome(settings: Record<string, SettingValue>): Promise<{ home: string; store: Store }> {
  const { home, store } = await usedHome(1)
  for (const [key, value] of Object.entries(settings)) store.append({ type: 'set', key, value })
  await store.save()
  return { home, store: opened(home) }
}

/** What a user does with an editor: the settings change, the rest of the file stays. */
function edit(home: string, change: (settings: Record<string, unknown>) => void): void {
  const settings = readJson(home, 'config.json')
  change(settings)
  write(home, 'config.json', JSON.stringify(settings, null, 2))
}

const settingsIn = async (home: string) => (await looked(opened(home))).settings
const setLines = (store: Store) => store.lines().filter((line) => line.type === 'set')

describe('config.json', () => {
  it('holds the settings, dots in keys being just dots', async () => {
    const { home, store } = await settingsHome({ 'plan.date': '2026-12-05', 'plan.minutes': 20, count: 5 })
    expect(readJson(home, 'config.json')).toMatchObject({
      'plan.date': '2026-12-05',
      'plan.minutes': 20,
      count: 5,
    })
    expect((await looked(store)).settings).toEqual({
      'plan.date': '2026-12-05',
      'plan.minutes': 20,
      count: 5,
    })
    expect(store.notices).toEqual([])
  })

  it('loses a key that was set back', async () => {
    const { home, store } = await settingsHome({ 'plan.date': '2026-12-05', count: 5 })
    store.append({ type: 'set', key: 'plan.date', value: null })
    await store.save()
    expect(readJson(home, 'config.json')).not.toHaveProperty(['plan.date'])
    expect(await settingsIn(home)).toEqual({ count: 5 })
  })

  it.each([
    ['no JSON', '{count: 5}'],
    ['empty', ''],
    ['truncated', '{"count":'],
    ['an array', '[5]'],
  ])('that is %s goes to quarantine, is rebuilt, and this is said once', async (_, content) => {
    const { home, store } = await settingsHome({ count: 5 })
    write(home, 'config.json', content)
    expect((await looked(store)).settings).toEqual({ count: 5 })
    const [kept] = readdirSync(join(home, 'quarantine'))
    expect(store.notices).toEqual([
      `config.json could not be read and was moved to quarantine/${kept}. It is rebuilt from your settings in the journal.`,
    ])
    expect(read(home, `quarantine/${kept}`)).toBe(content)
    const next = opened(home)
    expect((await looked(next)).settings).toEqual({ count: 5 })
    expect(next.notices).toEqual([])
    expect(readJson(home, 'config.json')).toMatchObject({ count: 5 })
  })

  it('that cannot be read nor moved is not overwritten', async () => {
    const { home } = await settingsHome({ count: 5 })
    write(home, 'config.json', '{"count": 7,')
    const makeFolder = () => {
      throw diskError('ENOSPC')
    }
    const store = opened(home, { ...diskFiles, makeFolder })
    expect((await looked(store)).settings).toEqual({ count: 5 })
    expect(read(home, 'config.json')).toBe('{"count": 7,')
    expect(store.notices).toEqual([
      'config.json could be neither read nor moved. Fix or delete it. It is rebuilt from your settings in the journal.',
    ])
  })

  it('that was deleted is rebuilt', async () => {
    const { home, store } = await settingsHome({ count: 5 })
    diskFiles.remove(join(home, 'config.json'))
    expect((await looked(store)).settings).toEqual({ count: 5 })
    expect(readJson(home, 'config.json')).toMatchObject({ count: 5 })
    expect(store.notices).toEqual([])
  })

  it('that was copied to a new home brings its settings along', async () => {
    const { home } = await settingsHome({ count: 5, 'plan.date': '2026-12-05' })
    const copy = newHome()
    write(copy, 'config.json', read(home, 'config.json'))
    const store = opened(copy)
    expect((await looked(store)).settings).toEqual({ count: 5, 'plan.date': '2026-12-05' })
    expect(await settingsIn(copy)).toEqual({ count: 5, 'plan.date': '2026-12-05' })
    expect(setLines(store)).toHaveLength(2)
    expect(store.notices).toEqual([])
  })

  it('outlives the loss of the journals', async () => {
    const { home, store } = await settingsHome({ count: 5 })
    rmSync(join(home, 'attempts'), { recursive: true })
    expect((await looked(store)).settings).toEqual({ count: 5 })
    expect(await settingsIn(home)).toEqual({ count: 5 })
  })

  it.skipIf(process.platform === 'win32')('that is a link, as among dotfiles, stays one', async () => {
    const { home } = await settingsHome({ count: 5 })
    const dotfiles = join(home, '..', 'dotfiles')
    write(dotfiles, 'config.json', read(home, 'config.json'))
    diskFiles.remove(join(home, 'config.json'))
    symlinkSync(join(dotfiles, 'config.json'), join(home, 'config.json'))
    opened(home).append({ type: 'set', key: 'count', value: 7 })
    expect(await settingsIn(home)).toEqual({ count: 7 })
    expect(readJson(dotfiles, 'config.json')).toMatchObject({ count: 7 })
    expect(lstatSync(join(home, 'config.json')).isSymbolicLink()).toBe(true)
  })

  it('is not written when nothing changed', async () => {
    const { home } = await settingsHome({ count: 5, think: '45s' })
    const saved: string[] = []
    const saveByConf: Files['saveByConf'] = async (_, name) => void saved.push(name)
    const store = opened(home, { ...diskFiles, saveByConf })
    await looked(store)
    await store.save()
    expect(saved).toEqual([])
  })

  it('does not grow by what conf keeps to itself', async () => {
    const { home, store } = await settingsHome({ count: 5 })
    edit(home, (settings) => {
      settings.__internal__ = { migrations: { version: '9.9.9' } }
    })
    await looked(store)
    expect(readJson(home, 'config.json')).not.toHaveProperty('__internal__')
  })
})

describe('an edit of config.json by hand', () => {
  it('is taken over at the next start, and stays', async () => {
    const { home, store } = await settingsHome({ count: 5 })
    edit(home, (settings) => {
      settings.count = 7
      settings.think = '1m'
      settings['plan.date'] = '2026-12-05'
    })
    const expected = { count: 7, think: '60s', 'plan.date': '2026-12-05' }
    const { settings } = await looked(store)
    expect(Object.keys(settings).sort()).toEqual(Object.keys(expected).sort())
    expect(settings).toMatchObject({ count: 7, 'plan.date': '2026-12-05' })
    expect(store.notices).toEqual([])
    expect(setLines(store)).toHaveLength(4)
    diskFiles.remove(join(home, 'config.json'))
    diskFiles.remove(join(home, 'progress.json'))
    expect(await settingsIn(home)).toEqual(settings)
    expect(setLines(opened(home))).toHaveLength(4)
  })

  it('is taken over from a file with a byte order mark', async () => {
    const { home, store } = await settingsHome({ count: 5 })
    edit(home, (settings) => {
      settings.count = 7
    })
    write(home, 'config.json', `\ufeff${read(home, 'config.json').replaceAll('\n', '\r\n')}`)
    expect((await looked(store)).settings).toEqual({ count: 7 })
    expect(store.notices).toEqual([])
  })

  it('is taken over before there is a journal', async () => {
    const home = newHome()
    write(home, 'config.json', '{"count": 7}')
    expect(await settingsIn(home)).toEqual({ count: 7 })
    expect(setLines(opened(home))).toHaveLength(1)
  })

  it('may take a key away', async () => {
    const { home, store } = await settingsHome({ count: 5, cue: 'bell' })
    edit(home, (settings) => {
      delete settings.cue
    })
    expect((await looked(store)).settings).toEqual({ count: 5 })
    expect(await settingsIn(home)).toEqual({ count: 5 })
  })

  it('may be in a file that is all new', async () => {
    const { home, store } = await settingsHome({ count: 5, cue: 'bell' })
    write(home, 'config.json', '{"count": 7}')
    expect((await looked(store)).settings).toEqual({ count: 7 })
    expect(await settingsIn(home)).toEqual({ count: 7 })
  })

  it('in a file that is all new does not undo what nobody knows it changed', async () => {
    const { home, store } = await settingsHome({ count: 5, cue: 'bell' })
    write(home, 'config.json', '{"count": 7, "plain": true}')
    diskFiles.remove(join(home, 'progress.json'))
    expect((await looked(store)).settings).toEqual({ count: 5, cue: 'bell', plain: true })
  })

  it.each([
    ['count', 'many', 'count must be a whole number from 1 to 1000.'],
    ['count', [1], 'count must be a whole number from 1 to 1000.'],
    ['count', { a: 1 }, 'count must be a whole number from 1 to 1000.'],
    ['cue', 'gong', 'cue must be none, bell or words.'],
    ['plain', 'perhaps', 'plain must be true or false.'],
    ['plan.date', '2026-02-30', 'plan.date must be a date such as 2026-12-05, or none.'],
  ])('that is not allowed is left out, and a sentence says what is: %s', async (key, value, sentence) => {
    const { home, store } = await settingsHome({ count: 5 })
    edit(home, (settings) => {
      settings[key] = value
      settings.shape = 'car'
    })
    expect((await looked(store)).settings).toEqual({ count: 5, shape: 'car' })
    expect(store.notices).toEqual([`config.json: ${sentence} The edit was ignored.`])
    const next = opened(home)
    expect((await looked(next)).settings).toEqual({ count: 5, shape: 'car' })
    expect(next.notices).toEqual([])
  })

  it.each(['colour', '__proto__', 'constructor', 'plan', 'a\nb\u001b[31m'])(
    'of a key that there is not is left out, and said in one line: %j',
    async (key) => {
      const { home, store } = await settingsHome({ count: 5 })
      const text = read(home, 'config.json')
      write(home, 'config.json', text.replace('{', `{${JSON.stringify(key)}: 5,`))
      expect((await looked(store)).settings).toEqual({ count: 5 })
      expect(store.notices).toHaveLength(1)
      expect(store.notices[0]).toMatch(/^config\.json: there is no setting \S.*, so it was left out\./)
      expect(store.notices[0]).not.toMatch(/[\n\u001b]/)
      const next = opened(home)
      await looked(next)
      expect(next.notices).toEqual([])
    },
  )

  it('while a rehearsal runs is taken over at its end', async () => {
    const { home, store } = await settingsHome({ count: 5 })
    await looked(store)
    edit(home, (settings) => {
      settings.count = 7
    })
    store.append(anAttempt())
    expect((await store.save()).settings).toEqual({ count: 7 })
  })

  it('stands beside what another process set since', async () => {
    const { home } = await settingsHome({ count: 5 })
    edit(home, (settings) => {
      settings.count = 7
    })
    opened(home).append({ type: 'set', key: 'cue', value: 'bell' })
    expect(await settingsIn(home)).toEqual({ count: 7, cue: 'bell' })
  })

  it('is not seen in an old file that another process wrote late', async () => {
    const { home, store } = await settingsHome({ count: 5 })
    const old = read(home, 'config.json')
    store.append({ type: 'set', key: 'count', value: 7 })
    await store.save()
    write(home, 'config.json', old)
    expect(await settingsIn(home)).toEqual({ count: 7 })
    expect(readJson(home, 'config.json')).toMatchObject({ count: 7 })
  })

  it('holds for this run where the journal cannot be written, and is not forgotten', async () => {
    const { home } = await settingsHome({ count: 5 })
    edit(home, (settings) => {
      settings.count = 7
    })
    const write = () => {
      throw diskError('ENOSPC')
    }
    const store = opened(home, { ...diskFiles, write })
    expect((await looked(store)).settings).toEqual({ count: 7 })
    expect((await store.save()).settings).toEqual({ count: 7 })
    expect(setLines(opened(home))).toHaveLength(1)
    expect(await settingsIn(home)).toEqual({ count: 7 })
    expect(setLines(opened(home))).toHaveLength(2)
  })

  it('counts once beside the progress of a newer greenroom', async () => {
    const { home, store } = await settingsHome({ count: 5 })
    write(home, 'progress.json', '{"v":9}')
    edit(home, (settings) => {
      settings.count = 7
    })
    expect((await looked(store)).settings).toEqual({ count: 7 })
    opened(home).append({ type: 'set', key: 'count', value: 8 })
    expect(await settingsIn(home)).toEqual({ count: 8 })
  })

  it('keeps settings that only a newer greenroom knows', async () => {
    const { home, store } = await settingsHome({ count: 5, voice: 'soft' })
    edit(home, (settings) => {
      settings.count = 7
    })
    expect((await looked(store)).settings).toEqual({ count: 7, voice: 'soft' })
    expect(readJson(home, 'config.json')).toMatchObject({ voice: 'soft' })
    expect(store.notices).toEqual([])
  })

  it('does not put a folder in the place of the file', async () => {
    const { home, store } = await settingsHome({ count: 5 })
    diskFiles.remove(join(home, 'config.json'))
    mkdirSync(join(home, 'config.json'))
    expect((await looked(store)).settings).toEqual({ count: 5 })
    expect(readJson(home, 'config.json')).toMatchObject({ count: 5 })
  })
})
