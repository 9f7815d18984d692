import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { chance, seed } from '../chance.ts'
import { temporaryFolder } from '../store/home.ts'
import { type Ended, greenroom, json, output } from '../world.ts'
import { variables } from './disk.ts'
import { times } from './mode.ts'
import { bareRepository } from './places.ts'

const hour = 3_600_000
const day = 24 * hour
const start = Date.UTC(2026, 10, 23, 9)

/** Something that was written: to what, its value, and all that its home had then of the same. */
interface Write {
  key: string
  value: string
  after: ReadonlySet<Write>
}

interface Home {
  path: string
  clock: number
  has: Set<Write>
}

/** What can be set, each to a number. `shown`: its value as a process that has just started says it. */
interface Key {
  name: string
  command(value: number): string[]
  shown(home: Home): Promise<string>
}

const at = ({ path, clock }: Home) => ({ home: path, env: variables, now: new Date(clock) })

const settings: Record<string, (value: number) => string> = {
  count: (value) => String(1 + (value % 90)),
  think: (value) => `${1 + (value % 59)}s`,
  'plan.minutes': (value) => String(5 + (value % 90)),
}

const keys: Key[] = [
  ...Object.entries(settings).map(([name, textOf]) => ({
    name,
    command: (value: number) => ['config', 'set', name, textOf(value)],
    shown: async (home: Home) => (await output(['config', 'get', name], at(home))).trim(),
  })),
  ...['1', '2', '3'].map((number) => ({
    name: `story ${number}`,
    command: (value: number) => ['story', number, '--text', `Step ${value}.`],
    shown: async (home: Home) => (await json(['show', number], at(home))).story,
  })),
]

it(`three devices whose clocks jump end up equal, with what was said to be saved (SEED=${seed})`, async () => {
  const folder = temporaryFolder()
  const remote = { path: bareRepository(join(folder, 'remote.git')), has: new Set<Write>() }
  const homes = ['a', 'b', 'c'].map(
    (name): Home => ({ path: join(folder, name), clock: start, has: new Set() }),
  )
  const random = chance(seed)
  const below = (n: number): number => Math.floor(random() * n)
  const one = <T>(of: readonly T[]): T => of[below(of.length)] as T
  const counted = { writes: 0, syncs: 0, jumps: 0 }
  let answers = 0

  async function run(home: Home, command: string[], input?: string): Promise<Ended> {
    const ended = await greenroom(command, { ...at(home), ...(input !== undefined && { input }) })
    expect(ended).toMatchObject({ code: 0 })
    return ended
  }

  function jump(home: Home): void {
    const way = below(10)
    if (way > 3) home.clock += below(hour)
    else {
      const most = way > 1 ? 3 * day : 3650 * day
      home.clock = Math.max(0, home.clock + below(2 * most) - most)
      counted.jumps++
    }
  }

  async function write(home: Home, step: number): Promise<void> {
    const key = one(keys)
    const after = new Set([...home.has].filter((each) => each.key === key.name))
    await run(home, key.command(step))
    const value = await key.shown(home)
    expect(value).toContain(String(key.command(step).at(-1)))
    home.has.add({ key: key.name, value, after })
    counted.writes++
  }

  /** Of all that a home has of a key, it shows one that none of the others had seen. */
  async function expectShown(home: Home): Promise<void> {
    for (const key of keys) {
      const all = [...home.has].filter((each) => each.key === key.name)
      const last = all.filter((each) => !all.some(({ after }) => after.has(each)))
      if (all.length > 0) expect(last.map(({ value }) => value)).toContain(await key.shown(home))
    }
  }

  async function sync(home: Home): Promise<void> {
    await run(home, ['sync', '--remote', remote.path])
    for (const each of remote.has) home.has.add(each)
    for (const each of home.has) remote.has.add(each)
    await expectShown(home)
    counted.syncs++
  }

  /** An answer, which is taken back now and then: that leaves no trace, as it was the last one. */
  async function answer(home: Home): Promise<void> {
    const before = await json(['list'], at(home))
    await run(home, ['drill', one(['1', '2', '3'])], `\n\n${1 + below(4)}\n1\n\n\n`)
    if (below(3) === 0) {
      await run(home, ['undo'])
      expect(await json(['list'], at(home))).toEqual(before)
    } else answers++
  }

  const all = times(24, 1000)
  for (let step = 1; step <= all; step++) {
    const home = one(homes)
    jump(home)
    const way = below(10)
    const act = way < 5 ? write(home, step) : way < 7 ? answer(home) : sync(home)
    await act.catch((error) => {
      throw new Error(`step ${step} in ${home.path}`, { cause: error })
    })
  }
  for (const home of [...homes, ...homes]) await sync(home)

  const now = start
  const seen = await Promise.all(
    homes.map(async (home) => {
      home.clock = now
      const kept = await json(['list'], at(home))
      const shown = await Promise.all(keys.map((key) => key.shown(home)))
      rmSync(join(home.path, 'progress.json'))
      rmSync(join(home.path, 'config.json'))
      expect(await json(['list'], at(home))).toEqual(kept)
      expect(await Promise.all(keys.map((key) => key.shown(home)))).toEqual(shown)
      return { kept, shown, stats: await json(['stats'], at(home)) }
    }),
  )
  for (const each of seen) expect(each).toEqual(seen[0])
  expect(seen[0]?.stats.attempts).toBe(answers)
  const { writes, syncs, jumps } = counted
  console.log(
    `three devices, clocks that jump: ${all} steps, ${jumps} jumps, ${writes} writes, ${answers} answers, ${syncs} syncs, lost 0`,
  )
})
