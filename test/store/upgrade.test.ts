import { cpSync, readdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Store } from '../../src/ports.ts'
import { openIn, openToAll } from '../faults/places.ts'
import { looked, newHome, opened, read, readJson } from './home.ts'

/** A home as greenroom 0.1.0 left it, with one of the versions that `progress.json` had. */
function oldHome(version: 'v1' | 'v2' = 'v1'): string {
  const home = newHome()
  cpSync(`test/store/fixtures/${version}`, home, { recursive: true })
  return home
}

/** The day after. */
const openedLater = (home: string): Store => opened(home, undefined, 26)

const journal = 'attempts/dba66aa3-3673-494b-aa7f-7357f8dbe1b0.jsonl'

it('an old home opens with everything there, and without a word', async () => {
  const home = oldHome()
  const { questions: before, v, change, ...others } = readJson(home, 'progress.json')
  expect(v).toBe(1)
  const store = openedLater(home)
  const progress = await looked(store)
  expect(store.notices).toEqual([])
  expect(progress).toMatchObject({ ...others, newerLines: 0, total: { attempts: 4, finals: 4 } })
  expect(progress.changes.at(-1)).toEqual(['leadership', change])
  const after = Object.fromEntries(progress.questions)
  expect(after).toMatchObject(before as object)
  expect(Object.keys(after)).toEqual(Object.keys(before as object))
  expect(store.lines()).toHaveLength(15)
})

it('an old home with questions in columns opens with everything there, and without a word', async () => {
  const home = oldHome('v2')
  const { questions, v, newer, change, ...others } = readJson(home, 'progress.json')
  expect(v).toBe(2)
  const store = openedLater(home)
  const progress = await looked(store)
  expect(store.notices).toEqual([])
  // it counted a zone of its own between on time and over
  expect(progress).toMatchObject(JSON.parse(JSON.stringify(others).replaceAll('"wrap up":0,', '')))
  expect(progress.changes.at(-1)).toEqual(['own', change])
  const ids = ['own/how-do-you-lead-a-team-through-a-change', 'own/how-do-you-end-a-project']
  expect(questions).toMatchObject({ id: expect.arrayContaining(ids), lastScore: [3, 2, 4] })
  expect(ids.map((id) => progress.questions.get(id)?.lastScore)).toEqual([3, 2])
  expect(readJson(home, 'progress.json')).toMatchObject({ v: 6, attempts: 3 })
  expect(readdirSync(join(home, 'backups'))).toHaveLength(1)
})

it('its progress is rebuilt, after a backup, and the next start reads that', async () => {
  const home = oldHome()
  const text = read(home, journal)
  const progress = await looked(openedLater(home))
  expect(readJson(home, 'progress.json')).toMatchObject({ v: 6, attempts: 4 })
  const next = openedLater(home)
  expect(await looked(next)).toEqual(progress)
  expect(next.notices).toEqual([])
  expect(read(home, journal)).toBe(text)
  expect(readdirSync(home).sort()).toEqual(['attempts', 'backups', 'config.json', 'device', 'progress.json'])
})

it.skipIf(process.platform === 'win32')(
  'what was open to others is closed, also by a command that only reads',
  async () => {
    const home = oldHome()
    openToAll(home)
    await looked(openedLater(home))
    expect(openIn(home)).toEqual([])
  },
)

it('its progress is kept where the journal has become shorter since', async () => {
  const home = oldHome()
  const before = read(home, 'progress.json')
  truncateSync(join(home, journal), 4000)
  const store = openedLater(home)
  expect((await looked(store)).attempts).toBeLessThan(4)
  const [kept] = readdirSync(join(home, 'quarantine'))
  expect(read(home, `quarantine/${kept}`)).toBe(before)
  expect(store.notices).toHaveLength(1)
})

it.each(['v1', 'v2'] as const)(
  'the progress of an old home, %s, is behind, and tells what a journal lost',
  async (version) => {
    const home = oldHome(version)
    expect((await openedLater(home).examine()).progress).toEqual({ state: 'behind' })
    for (const name of readdirSync(join(home, 'attempts'))) truncateSync(join(home, 'attempts', name), 100)
    const found = await openedLater(home).examine()
    expect(found.progress).toEqual({ state: 'ahead' })
    expect(found.history).toMatchObject({ lost: [expect.stringContaining('attempts/')] })
  },
)
