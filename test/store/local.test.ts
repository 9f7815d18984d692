import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/progress/journal.ts'
import { pack } from '../../src/store/backup/archive.ts'
import { did } from '../faults/operations.ts'
import { settle } from '../faults/places.ts'
import { greenroom, output } from '../world.ts'
import { lineOf, modeOf, newHome, opened, read, temporaryFolder, usedHome, write } from './home.ts'

const remote: Entry = { type: 'set', key: 'sync.remote', value: 'https://elsewhere.example/x.git' }
const auto: Entry = { type: 'set', key: 'sync.auto', value: true }
const command: Entry = { type: 'set', key: 'record.command', value: 'touch /tmp/here' }
const lines = lineOf(remote, 'a') + lineOf(auto, 'b') + lineOf(command, 'c')

/** The settings that a process sees that has just started. */
const settingsIn = async (home: string): Promise<object> => (await opened(home).progress()).settings

function backupWith(text: string, device = 'theirs'): string {
  const file = join(temporaryFolder(), 'all.backup')
  writeFileSync(file, pack([{ path: `attempts/${device}.jsonl`, bytes: Buffer.from(text) }]))
  return file
}

describe('a setting that names a program or an address', () => {
  it.each([[[]], [['--replace']]])('does not come with a backup, which is said %j', async (flags) => {
    const { home } = await usedHome()
    const { code, err } = await greenroom(['restore', backupWith(lines), ...flags], { home })
    expect(code).toBe(0)
    expect(err).toContain(
      'Left out: sync.remote, sync.auto, record.command. What starts a program, opens the microphone or sends data counts only',
    )
    expect(await settingsIn(home)).toEqual({})
    expect(await output(['config', 'get', 'sync.auto'], { home })).toBe('false\n')
    expect((await greenroom(['sync'], { home })).err).toContain('There is no remote to sync with yet.')
  })

  it('does not come with a backup that has the name of this device either', async () => {
    const { home, store } = await usedHome()
    const device = store.device()
    const file = backupWith(lines, device)
    for (const name of readdirSync(join(home, 'attempts'))) write(home, `attempts/${name}`, '')
    await opened(home).restore(file, { replace: false })
    expect(await settingsIn(home)).toEqual({})
  })

  it('does not come from the journal of another device', async () => {
    const { home } = await usedHome()
    write(home, 'attempts/theirs.jsonl', lines)
    expect(await settingsIn(home)).toEqual({})
    write(home, 'attempts/device.jsonl', lines.replaceAll('"v":1', '"v":1,"device":"x"'))
    expect(await settingsIn(home)).toEqual({})
  })

  it('leaves what is set here as it is, and nothing is said of what is the same', async () => {
    const { home } = await usedHome()
    await greenroom(['config', 'set', 'sync.remote', 'https://elsewhere.example/x.git'], { home })
    const { err } = await greenroom(['restore', backupWith(lineOf(remote, 'a'))], { home })
    expect(err).not.toContain('Left out')
    expect(await settingsIn(home)).toEqual({ 'sync.remote': 'https://elsewhere.example/x.git' })
  })

  it('is in no journal that goes elsewhere, nor in a backup or an export', async () => {
    const { home } = await usedHome()
    await greenroom(['config', 'set', 'sync.remote', 'https://mine.example/x.git'], { home })
    const file = join(temporaryFolder(), 'all.backup')
    await did(home, [['backup', file]])
    const copy = newHome()
    await greenroom(['restore', file], { home: copy })
    expect(await settingsIn(copy)).toEqual({})
    for (const name of readdirSync(join(home, 'attempts')))
      expect(read(home, `attempts/${name}`)).not.toContain('mine.example')
    expect(await output(['export', 'progress', '--format', 'json'], { home })).not.toContain('mine.example')
    expect(read(home, 'progress.json')).not.toContain('mine.example')
  })

  it('is kept in a file for the user alone, survives a damaged line, and is reset with unset', async () => {
    const { home } = await usedHome()
    await greenroom(['config', 'set', 'sync.auto', 'true'], { home })
    if (process.platform !== 'win32') expect(modeOf(home, 'local.jsonl')).toBe('600')
    writeFileSync(join(home, 'local.jsonl'), '{"torn', { flag: 'a' })
    await greenroom(['config', 'set', 'sync.remote', 'host:x.git'], { home })
    expect(await settingsIn(home)).toEqual({ 'sync.auto': true, 'sync.remote': 'host:x.git' })
    await greenroom(['config', 'unset', 'sync.remote'], { home })
    expect(await settingsIn(home)).toEqual({ 'sync.auto': true })
    const found = await greenroom(['doctor'], { home })
    expect(found.code).toBe(1)
    expect(found.out).toMatch(/1 damaged line \(local\.jsonl, line \d+\).*; set what is missing again with/)
    await greenroom(['doctor', '--fix'], { home })
    expect((await greenroom(['doctor'], { home })).code).toBe(0)
  })

  it('is taken over from an edit of config.json by hand', async () => {
    const { home } = await usedHome()
    const config = JSON.parse(read(home, 'config.json'))
    write(home, 'config.json', JSON.stringify({ ...config, 'sync.remote': 'host:x.git' }))
    expect(await settingsIn(home)).toEqual({ 'sync.remote': 'host:x.git' })
    expect(read(home, 'local.jsonl')).toContain('host:x.git')
  })
})

describe('what greenroom 0.1.0 kept in the journals', () => {
  it('counts on its own device, moves to the file, and goes along with a copied folder', async () => {
    const { home, store } = await usedHome()
    const journal = `attempts/${store.device()}.jsonl`
    write(home, journal, read(home, journal) + lineOf(remote, 'a'))
    write(home, 'attempts/theirs.jsonl', lineOf({ ...remote, value: 'host:theirs.git' } as Entry, 'b', 30))
    expect(await settingsIn(home)).toEqual({ 'sync.remote': 'https://elsewhere.example/x.git' })
    expect(read(home, 'local.jsonl')).toContain('elsewhere.example')
    const size = statSync(join(home, 'local.jsonl')).size
    expect(await settingsIn(home)).toEqual({ 'sync.remote': 'https://elsewhere.example/x.git' })
    expect(statSync(join(home, 'local.jsonl')).size).toBe(size)
  })

  it('does not count where progress.json of 0.1.0 has it from elsewhere', async () => {
    const { home } = await usedHome()
    write(home, 'attempts/theirs.jsonl', lines)
    await opened(home).save()
    const old = readFileSync(join(home, 'progress.json'), 'utf8').replace('"v":4', '"v":3')
    write(home, 'progress.json', old.replace('"settings":{}', '"settings":{"sync.auto":true}'))
    settle(home)
    expect(await settingsIn(home)).toEqual({})
  })
})
