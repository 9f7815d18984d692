import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { platform } from 'node:process'
import { it as everywhere, expect } from 'vitest'
import { type Git, gitWith } from '../../src/store/sync/git.ts'
import { chance, seed } from '../chance.ts'
import { anAttempt, inFull, temporaryFolder } from '../store/home.ts'
import { diskWith, variables } from './disk.ts'
import { times } from './mode.ts'
import { process, run } from './operations.ts'
import { bareRepository, git, halvesIn, linesIn, openIn } from './places.ts'
import { lostOf, type WorldOptions, type Written } from './world.ts'

/** What kills git is a script of sh. */
const it = platform === 'win32' ? everywhere.skip : everywhere

/** git, killed by the system after so many ms, whatever it does then. */
function killedGit(folder: string, ms: number): Git {
  const shim = join(folder, 'git')
  // what runs in the background has no standard input but one that is given to it
  const script =
    'exec 3<&0\nPATH=$REAL_PATH git "$@" <&3 &\npid=$!\nsleep "$KILL_AFTER"\nkill -9 $pid 2>/dev/null\nwait $pid'
  writeFileSync(shim, `#!/bin/sh\n${script}\n`)
  chmodSync(shim, 0o755)
  const path = variables.PATH ?? ''
  const dying = { PATH: `${folder}:${path}`, REAL_PATH: path, KILL_AFTER: String(ms / 1000) }
  return gitWith({ ...variables, ...dying }, new AbortController().signal)
}

const keys = ['count', 'think', 'talk', 'cue'] as const
const values = { count: ['2', '4'], think: ['20s', '40s'], talk: ['60s', '90s'], cue: ['bell', 'words'] }

it(`three homes that rehearse, sync and crash end up equal (SEED=${seed})`, async () => {
  const folder = temporaryFolder()
  const remote = bareRepository(join(folder, 'remote.git'))
  const homes = ['a', 'b', 'c'].map((name) => join(folder, name))
  const writtenIn = new Map(homes.map((home): [string, Written] => [home, new Map()]))
  const random = chance(seed)
  const below = (n: number): number => Math.floor(random() * n)
  const one = <T>(of: readonly [T, ...T[]] | readonly T[]): T => of[below(of.length)] as T
  let step = 0
  let crashes = 0

  const start = (home: string, options: Partial<WorldOptions> = {}) =>
    process(home, { written: writtenIn.get(home) ?? new Map(), day: 1 + step / 100, ...options })

  async function says(home: string, command: string[]): Promise<string> {
    const world = start(home)
    await run(world, [command])
    await world.finish()
    return world.said()
  }
  const sync = (home: string): Promise<string> => says(home, ['sync', '--remote', remote])

  async function rehearse(home: string): Promise<void> {
    const store = await start(home).env.store(undefined)
    for (let left = below(3); left >= 0; left--) {
      const given = { question: `bank/${below(9)}`, score: one([1, 2, 3, 4] as const) }
      const { id } = store.append(anAttempt({ ...given, final: false }))
      store.append(anAttempt({ ...given, change: `Step ${step}.` }), id)
    }
    await store.save()
  }

  async function crash(home: string): Promise<void> {
    const isReal = random() < 0.5
    const disk = diskWith(
      { kind: isReal ? 'kill halfway' : 'kill', at: 1 + below(24) },
      isReal ? killedGit(folder, below(12)) : null,
    )
    const world = start(home, { disk })
    try {
      await run(world, [['sync', '--remote', remote]])
    } catch (error) {
      if (!disk.isDead()) throw error
    }
    if (disk.isDead()) crashes++
  }

  async function act(home: string): Promise<void> {
    const way = below(100)
    if (way < 35) await rehearse(home)
    else if (way < 45) await says(home, ['story', String(1 + below(7)), '--text', `Step ${step}: é🚀`])
    else if (way < 50) await says(home, ['undo'])
    else if (way < 58) {
      const key = one(keys)
      await says(home, ['config', 'set', key, one(values[key])])
    } else if (way < 82) await sync(home)
    else if (way < 86) await Promise.all(homes.map(sync))
    else if (way < 88) await Promise.all([sync(home), sync(home)])
    else await crash(home)
  }

  /** What was acknowledged in a home stays there. */
  async function expectKept(home: string): Promise<void> {
    const { lines } = await start(home).env.store(undefined)
    expect(lostOf(writtenIn.get(home) ?? new Map(), lines())).toEqual([])
  }

  const all = times(30, 1000)
  for (step = 1; step <= all; step++) {
    const home = one(homes)
    await act(home).catch((error) => {
      throw new Error(`step ${step} in ${home}`, { cause: error })
    })
    if (step % 10 === 0) await expectKept(home)
  }

  for (let round = 0; round < 5; round++) {
    const said: string[] = []
    for (const home of homes) said.push(await sync(home))
    if (said.every((each) => each.endsWith('Already up to date.\n'))) break
  }
  const tip = git('--git-dir', remote, 'rev-parse', 'main')
  for (const home of homes) expect(await says(home, ['sync'])).toBe('Already up to date.\n')
  expect(git('--git-dir', remote, 'rev-parse', 'main')).toBe(tip)

  const written: Written = new Map([...writtenIn.values()].flatMap((each) => [...each]))
  const lines = linesIn(remote)
  expect(lostOf(written, lines)).toEqual([])
  const [first] = await Promise.all(
    homes.map(async (home) => {
      const store = await start(home).env.store(undefined)
      const { journals: _, ...progress } = inFull(await store.progress())
      expect(store.lines()).toEqual(lines)
      expect(halvesIn(home)).toEqual([])
      // a git that was killed leaves locks that are open, in a folder that is closed
      expect(openIn(home).filter((each) => !each.includes('.git/'))).toEqual([])
      return progress
    }),
  )
  for (const home of homes) {
    const { journals: _, ...progress } = inFull(await (await start(home).env.store(undefined)).save())
    expect(progress).toEqual(first)
  }
  console.log(`three homes: ${all} steps, ${crashes} crashes, ${written.size} entries, lost 0`)
})
