import { cpSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diskFiles, type Files } from '../../src/store/files.ts'
import {
  anAttempt,
  diskError,
  newHome,
  opened,
  read,
  readJson,
  refusalOf,
  temporaryFolder,
  usedHome,
  write,
} from './home.ts'

describe('a device', () => {
  it('gets its id once', async () => {
    const { home, store } = await usedHome(1)
    const id = store.device()
    store.prepare()
    opened(home).append(anAttempt())
    expect(opened(home).device()).toBe(id)
    expect(readJson(home, 'device')).toMatchObject({ v: 1, id })
    expect(readdirSync(join(home, 'attempts'))).toEqual([`${id}.jsonl`])
    expect(readdirSync(home).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('takes the id of the process that was faster', () => {
    const home = newHome()
    const fast = opened(home)
    const files: Files = {
      ...diskFiles,
      link(from, to) {
        fast.prepare()
        diskFiles.link(from, to)
      },
    }
    const slow = opened(home, files)
    slow.prepare()
    expect(slow.device()).toBe(fast.device())
    expect(readdirSync(home).sort()).toEqual(['attempts', 'device'])
  })

  it.each(['', 'hello', '{"v":1}', '{"v":1,"id":"../../x"}', '{"v":1,"id":5}', '{"v":1,"id":""}'])(
    'whose file says %j goes on under a new name, and its history counts',
    async (content) => {
      const { home, store } = await usedHome(2)
      const before = store.device()
      write(home, 'device', content)
      const next = opened(home)
      next.append(anAttempt())
      expect(next.device()).not.toBe(before)
      expect(opened(home).device()).toBe(next.device())
      expect((await opened(home).progress()).attempts).toBe(3)
      expect(next.notices).toMatchObject([
        expect.stringMatching(
          /^device could not be read and was moved to quarantine\/device-\S+\. This copy of your data continues under a new device id\.$/,
        ),
      ])
    },
  )

  it('whose file can neither be read nor moved is refused', async () => {
    const { home } = await usedHome(1)
    write(home, 'device', 'hello')
    const files: Files = {
      ...diskFiles,
      makeFolder(path, mode) {
        if (path.endsWith('quarantine')) throw diskError('ENOSPC')
        diskFiles.makeFolder(path, mode)
      },
    }
    expect(refusalOf(() => opened(home, files).prepare())).toBe(
      `Nothing can be saved in ${home}: its file "device" cannot be read. Move it away, or choose another folder with --home.`,
    )
    expect(read(home, 'device')).toBe('hello')
  })

  it('gets its id where the disk knows no hard links', () => {
    const link = () => {
      throw diskError('EPERM')
    }
    const home = newHome()
    const store = opened(home, { ...diskFiles, link })
    store.append(anAttempt())
    expect(opened(home).device()).toBe(store.device())
  })

  it('that is a copy of a folder gets an id of its own, and has all history', async () => {
    const { home, store } = await usedHome(2)
    const copy = join(temporaryFolder(), 'copy')
    cpSync(home, copy, { recursive: true, preserveTimestamps: true })
    const other = opened(copy)
    expect(other.device()).toBe('')
    other.append(anAttempt())
    expect(other.device()).not.toBe(store.device())
    expect(opened(copy).device()).toBe(other.device())
    expect(opened(home).device()).toBe(store.device())
    expect((await opened(copy).progress()).attempts).toBe(3)
    expect(other.notices).toEqual([])
  })

  it('keeps its id when the folder is moved', async () => {
    const { home, store } = await usedHome(1)
    const id = store.device()
    const moved = join(temporaryFolder(), 'moved')
    renameSync(home, moved)
    const next = opened(moved)
    next.append(anAttempt())
    expect(next.device()).toBe(id)
  })
})
