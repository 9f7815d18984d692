import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Store, Takes } from '../../src/ports.ts'
import { unpack } from '../../src/store/backup/archive.ts'
import { wavHeader } from '../../src/voice/wav.ts'
import { posixTest } from '../program/process.ts'
import { modeOf, newHome, opened, usedHome, write } from './home.ts'

const sound = new Uint8Array(32_000).fill(7)

async function recorded(store: Store, question: string, id: string): Promise<Takes> {
  const takes = await store.takes()
  const take = takes.begin(question, id)
  take.add(sound)
  take.close()
  return takes
}

test('nothing is there before the first sound', async () => {
  const home = newHome()
  const takes = await opened(home).takes()
  takes.begin('leadership/why', 'a').close()
  takes.begin('leadership/why', 'a').remove()
  takes.tidy({ keep: 3, days: 30 })
  expect(takes.all()).toEqual([])
  expect(takes.recorder()).toBe(null)
})

posixTest('takes are for their user alone', async () => {
  const { home, store } = await usedHome()
  await recorded(store, 'leadership/why', 'a')
  const [file = ''] = readdirSync(join(home, 'takes'))
  expect([modeOf(home, 'takes'), modeOf(home, 'takes', file)]).toEqual(['700', '600'])
})

test('a list of them, of any question, and nothing else that lies there', async () => {
  const { home, store } = await usedHome()
  await recorded(store, 'leadership/why', 'a')
  const takes = await recorded(store, '../etc/pass wd/Ä', 'b')
  write(home, 'takes/notes.txt', 'x')
  expect(takes.all().map(({ file, size, ms }) => ({ file: file.slice(16), size, ms }))).toEqual([
    { file: 'leadership.why_a.wav', size: 32_044, ms: 1000 },
    { file: expect.stringMatching(/^[A-Za-z0-9.-]+_b\.wav$/), size: 32_044, ms: 1000 },
  ])
})

test('what a killed process left open plays, and its header is fixed', async () => {
  const { store } = await usedHome()
  const takes = await recorded(store, 'leadership/why', 'a')
  const [take] = takes.all()
  if (take === undefined) throw new Error('There is no take.')
  for (const size of [32_044, 30_001, 44, 20, 0]) {
    truncateSync(take.path, size)
    takes.tidy({ keep: 3, days: 30 })
    const bytes = readFileSync(take.path)
    expect(bytes.subarray(0, 44)).toEqual(Buffer.from(wavHeader(Math.max(0, (size - 44) & ~1))))
  }
})

test('the last ones of each question are kept, for some days', async () => {
  const { store } = await usedHome()
  for (const id of ['a', 'b', 'c']) {
    await recorded(store, 'leadership/why', id)
    await recorded(store, 'leadership/how', id)
  }
  const takes = await store.takes()
  const left = (): string[] => takes.all().map(({ question, id }) => `${question} ${id}`)
  takes.tidy({ keep: 2, days: 30 })
  expect(left()).toEqual(['leadership.why b', 'leadership.how b', 'leadership.why c', 'leadership.how c'])
  takes.tidy({ keep: 2, days: 0 })
  expect(left()).toEqual([])
})

test('the recorder that worked last is remembered, also before there is a take', async () => {
  const { home, store } = await usedHome()
  const takes = await store.takes()
  takes.remember('rec')
  takes.remember('parecord')
  expect((await opened(home).takes()).recorder()).toBe('parecord')
})

test('no backup has takes, nor settings about them', async () => {
  const { home, store } = await usedHome()
  await recorded(store, 'leadership/why', 'a')
  store.append({ type: 'set', key: 'record', value: true })
  const entries = unpack(await store.archive())
  if (typeof entries === 'string') throw new Error(entries)
  const text = entries.map(({ path, bytes }) => path + Buffer.from(bytes).toString()).join()
  expect(text).toContain('attempts/')
  expect(text).not.toMatch(/takes|wav|"record"/)
  expect((await opened(home).progress()).settings.record).toBe(true)
})

test('a folder where a take should be, and a take that is gone meanwhile', async () => {
  const { home, store } = await usedHome()
  writeFileSync(join(home, 'takes'), '')
  const takes = await store.takes()
  const take = takes.begin('leadership/why', 'a')
  expect(() => take.add(sound)).toThrow('The recording cannot be written')
  expect(() => takes.remove(['gone.wav'])).toThrow('cannot be removed')
})
