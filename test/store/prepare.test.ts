import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { diskFiles, type Files } from '../../src/store/files.ts'
import { homeFolder } from '../../src/store/home-folder.ts'
import {
  anAttempt,
  diskError,
  journalOf,
  looked,
  modeOf,
  newHome,
  opened,
  read,
  refusalOf,
  temporaryFolder,
  usedHome,
  write,
} from './home.ts'

function anyoneMay(): void {
  const before = process.umask(0)
  onTestFinished(() => void process.umask(before))
}

describe('a home', () => {
  it('is where GREENROOM_HOME says, else where conf would put it', () => {
    expect(homeFolder({ GREENROOM_HOME: '/data/room' })).toBe(resolve('/data/room'))
    expect(homeFolder({ GREENROOM_HOME: 'room' })).toBe(resolve('room'))
    expect(homeFolder({ ...process.env, GREENROOM_HOME: '' })).toMatch(/greenroom/)
    expect(homeFolder({ GREENROOM_HOME: ' ' })).toBe(homeFolder({}))
    expect(homeFolder({}).startsWith(userInfo().homedir)).toBe(true)
  })

  it('is where the tilde leads that no shell has replaced', () => {
    const HOME = resolve('/people/me')
    const variables = { HOME, USERPROFILE: HOME }
    expect(homeFolder({ ...variables, GREENROOM_HOME: '~/gr' })).toBe(join(HOME, 'gr'))
    expect(homeFolder({ ...variables, GREENROOM_HOME: '~' })).toBe(HOME)
    expect(homeFolder({ ...variables, GREENROOM_HOME: '~gr' })).toBe(resolve('~gr'))
  })

  it.runIf(process.platform === 'linux').each([
    [{ HOME: '/people/me' }, '/people/me/.config/greenroom'],
    [{ HOME: '/people/me', XDG_CONFIG_HOME: '/etc/x' }, '/etc/x/greenroom'],
    [{ HOME: '/people/me', XDG_CONFIG_HOME: 'x' }, '/people/me/.config/greenroom'],
    [{ HOME: '/people/me', XDG_CONFIG_HOME: '' }, '/people/me/.config/greenroom'],
    [{ HOME: '' }, join(userInfo().homedir, '.config/greenroom')],
    [{ HOME: 'here' }, join(userInfo().homedir, '.config/greenroom')],
    [{}, join(userInfo().homedir, '.config/greenroom')],
  ])('with %j is %s, never below the folder of the moment', (variables, folder) => {
    expect(homeFolder(variables)).toBe(folder)
  })

  it('that is missing reads as empty, and reading makes nothing', async () => {
    const home = newHome()
    const store = opened(home)
    expect(await looked(store)).toMatchObject({
      attempts: 0,
      questions: new Map(),
      settings: {},
      journals: {},
    })
    expect(await store.save()).toMatchObject({ attempts: 0 })
    expect(store.lines()).toEqual([])
    expect(store.device()).toBe('')
    expect(store.bankCopy('mine')).toBeNull()
    expect(store.bankSlugs()).toEqual([])
    expect(store.notices).toEqual([])
    expect(existsSync(home)).toBe(false)
  })

  it('that is empty stays empty when it is read', async () => {
    const home = temporaryFolder()
    const store = opened(home)
    await looked(store)
    await store.save()
    store.lines()
    expect(readdirSync(home)).toEqual([])
  })

  it('is made by prepare, with its parents, and again without harm', () => {
    const home = join(newHome(), 'deep', 'down')
    const store = opened(home)
    store.prepare()
    store.prepare()
    expect(readdirSync(home).sort()).toEqual(['attempts', 'device'])
    expect(read(home, journalOf(store))).toBe('')
    expect(store.home).toBe(home)
  })

  it('is made whole again by append where a folder went missing', async () => {
    const { home, store } = await usedHome(1)
    rmSync(join(home, 'attempts'), { recursive: true })
    expect(store.device()).not.toBe('')
    store.append(anAttempt())
    expect(opened(home).lines()).toHaveLength(1)
  })

  it('is made by append', () => {
    const store = opened(newHome())
    store.append(anAttempt())
    expect(store.lines()).toHaveLength(1)
  })
})

describe('a home that cannot be written', () => {
  const elsewhere = 'or choose another folder with --home.'

  it('because it is a file', () => {
    const file = newHome()
    writeFileSync(file, 'mine')
    expect(refusalOf(() => opened(file).prepare())).toBe(
      `Nothing can be saved in ${file}: there is a file where a folder should be. Move it away, ${elsewhere}`,
    )
    expect(read(file, '')).toBe('mine')
  })

  it('because it is a file: reading says so too', async () => {
    const file = newHome()
    writeFileSync(file, 'mine')
    const said = `${file} cannot be read: there is a file where a folder should be.`
    await expect(looked(opened(file))).rejects.toThrow(said)
  })

  // Windows does not tell a file in the way from a folder that is not there, and makes links for some users only
  it.skipIf(process.platform === 'win32')('because a file stands in its way', () => {
    const file = newHome()
    writeFileSync(file, 'mine')
    expect(refusalOf(() => opened(join(file, 'home')).prepare())).toContain(
      'there is a file where a folder should be.',
    )
  })

  it('because a file stands where the journals should be', async () => {
    const home = newHome()
    write(home, 'attempts', 'mine')
    expect(refusalOf(() => opened(home).prepare())).toContain('there is a file where a folder should be.')
    await expect(looked(opened(home))).rejects.toThrow('there is a file where a folder should be.')
    expect(readdirSync(home)).toEqual(['attempts'])
  })

  it('because a file stands where another of its folders should be', () => {
    const home = newHome()
    write(home, 'quarantine', 'mine')
    expect(refusalOf(() => opened(home).prepare())).toBe(
      `Nothing can be saved in ${home}: there is a file where a folder should be. Move it away, ${elsewhere}`,
    )
  })

  it.skipIf(process.platform === 'win32')('because a link leads nowhere', () => {
    const home = newHome()
    symlinkSync('nowhere/at/all', home)
    expect(refusalOf(() => opened(home).prepare())).toContain(`Nothing can be saved in ${home}: `)
  })

  it('because a folder stands where its journal should be', () => {
    const { home, store } = { home: newHome(), store: opened }
    const first = store(home)
    first.prepare()
    const journal = join(home, journalOf(first))
    diskFiles.remove(journal)
    mkdirSync(journal)
    expect(refusalOf(() => opened(home).prepare())).toContain('there is a folder where a file should be.')
  })

  const calls = ['makeFolder', 'open', 'write', 'sync', 'link'] as const
  it.each(calls.flatMap((call) => ['EACCES', 'EROFS', 'ENOSPC'].map((code) => [call, code] as const)))(
    'because %s fails with %s',
    (call, code) => {
      const files: Files = {
        ...diskFiles,
        [call]() {
          throw diskError(code)
        },
        rename() {
          throw diskError(code)
        },
      }
      const home = newHome()
      const said = refusalOf(() => opened(home, files).prepare())
      expect(said).toMatch(
        /^Nothing can be saved in \S+: [^.]+\. [^.]+, or choose another folder with --home\.$/,
      )
      expect(opened(home).device()).toBe('')
      if (existsSync(home)) expect(readdirSync(home).filter((name) => name !== 'attempts')).toEqual([])
    },
  )

  it('is still read', async () => {
    const { home } = await usedHome(2)
    const fail = () => {
      throw diskError('EROFS')
    }
    const files: Files = {
      ...diskFiles,
      open: fail,
      link: fail,
      rename: fail,
      makeFolder: fail,
      saveByConf: fail,
    }
    write(home, 'progress.json', '{"v":1,')
    const store = opened(home, files)
    expect((await looked(store)).attempts).toBe(2)
    expect(store.notices).toEqual([
      'progress.json could be neither read nor moved. Fix or delete it. Nothing is lost: it is rebuilt from the journal.',
    ])
  })
})

describe.skipIf(process.platform === 'win32')('privacy', () => {
  it('holds for all that is made, also with umask 000', async () => {
    anyoneMay()
    const home = join(newHome(), 'room')
    const store = opened(home)
    store.append(anAttempt())
    await store.save()
    write(home, 'banks/mine.json', '{')
    write(home, 'progress.json', '{')
    expect(store.bankCopy('mine')).toBeNull()
    await looked(opened(home))
    const found = readdirSync(home, { recursive: true, withFileTypes: true })
    expect(found.map(({ name }) => name)).toContain('progress.json')
    for (const each of found) {
      if (each.name === 'banks') continue
      expect([each.name, modeOf(each.parentPath, each.name)]).toEqual([
        each.name,
        each.isDirectory() ? '700' : '600',
      ])
    }
    expect(modeOf(home)).toBe('700')
    expect(modeOf(home, '..')).toBe('700')
  })

  it('is restored by prepare', async () => {
    const { home, store } = await usedHome(1)
    const files = [
      'device',
      'config.json',
      'progress.json',
      journalOf(store),
      'banks/mine.json',
      'backups/a.json',
      'backups/2026/banks/c.json',
    ]
    write(home, 'banks/mine.json', '{}')
    write(home, 'backups/a.json', '{}')
    write(home, 'backups/2026/b.json', '{}')
    write(home, 'backups/2026/banks/c.json', '{}')
    for (const file of files) chmodSync(join(home, file), 0o666)
    for (const folder of ['.', 'attempts', 'banks', 'backups', 'backups/2026'])
      chmodSync(join(home, folder), 0o755)
    store.prepare()
    for (const file of files) expect([file, modeOf(home, file)]).toEqual([file, '600'])
    for (const folder of ['.', 'attempts', 'banks', 'backups', 'backups/2026'])
      expect([folder, modeOf(home, folder)]).toEqual([folder, '700'])
  })

  it('leaves a folder open that holds what is not ours', () => {
    const home = temporaryFolder()
    chmodSync(home, 0o755)
    write(home, 'thesis.md', 'mine')
    opened(home).append(anAttempt())
    opened(home).append(anAttempt())
    expect(modeOf(home)).toBe('755')
    expect(modeOf(home, 'attempts')).toBe('700')
    expect(modeOf(home, 'device')).toBe('600')
  })

  it('leaves a shared folder such as /tmp as it is', () => {
    const home = temporaryFolder()
    chmodSync(home, 0o1777)
    opened(home).append(anAttempt())
    opened(home).append(anAttempt())
    expect(modeOf(home)).toBe('1777')
  })

  it('does not trip over links that lead nowhere', () => {
    const home = newHome()
    write(home, 'banks/mine.json', '{}')
    symlinkSync('loop', join(home, 'banks', 'loop'))
    symlinkSync('nowhere', join(home, 'banks', 'lost.json'))
    const store = opened(home)
    store.prepare()
    expect(store.device()).not.toBe('')
  })

  it('is no reason to fail where modes cannot be changed', () => {
    const home = newHome()
    opened(home).prepare()
    chmodSync(home, 0o755)
    const files: Files = {
      ...diskFiles,
      protect() {
        throw diskError('EPERM')
      },
    }
    opened(home, files).append(anAttempt())
    expect(opened(home).lines()).toHaveLength(1)
  })
})
