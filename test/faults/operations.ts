import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '../../src/cli.ts'
import { bareRepository, openToAll, settle } from './places.ts'
import { type World, type WorldOptions, type Written, worldOf } from './world.ts'

/** A folder with a home and what is around it. */
export interface Place {
  home: string
  other: string
  remote: string
  bank: string
  backup: string
}

export const placeIn = (folder: string): Place => ({
  home: join(folder, 'home'),
  other: join(folder, 'other'),
  remote: join(folder, 'remote.git'),
  bank: join(folder, 'bank.md'),
  backup: join(folder, 'all.backup'),
})

export interface Operation {
  name: string
  /** What is there before, besides a home with some history. */
  before?(place: Place, written: Written): Promise<void>
  commands(place: Place): string[][]
  /** What a second run may be told once the first one has come to its end. */
  again?: RegExp
  /** What was there before is set aside for what the backup has. */
  replaces?: true
  /** What is set on this device alone once that was said. */
  keeps?: Record<string, string>
  /** Takes so long that the suite tries a part. */
  slow?: true
}

/** Two questions of the shipped bank: start, done, score, points, final score, change. */
const answers = ['', '', '3', '1', '', 'Slower.', '', '', '2', '', '3', '']

/** Runs commands in one process after the other, as a user does. */
export async function run(world: World, commands: readonly string[][]): Promise<void> {
  for (const command of commands) await parse(command, world.env)
}

/** A process that rehearses, or does anything else. */
export async function did(
  home: string,
  commands: readonly string[][],
  options: Partial<WorldOptions> = {},
): Promise<World> {
  const world = worldOf({ home, lines: answers, ...options })
  await run(world, commands)
  await world.finish()
  return world
}

export const process = (home: string, options: Partial<WorldOptions>): World =>
  worldOf({ home, lines: answers, ...options })

/** A home with something of everything. */
export async function history({ home, bank }: Place, written: Written): Promise<void> {
  mkdirSync(join(bank, '..'), { recursive: true })
  writeFileSync(bank, '## Team\n\n### How do you lead?\n\n**Answer:** By asking.\n\n### How do you end?\n')
  for (const command of [
    ['drill', '1', '2'],
    ['story', '3', '--text', 'Once, in Zürich, we 🚀 …'],
    ['config', 'set', 'count', '4'],
    ['bank', 'add', bank, '--yes', '--as', 'own'],
    ['drill', '2', '3'],
    ['undo'],
  ])
    await did(home, [command], { written })
}

/** A second home, which has other attempts. */
const elsewhere = (home: string, written: Written): Promise<World> =>
  did(
    home,
    [
      ['drill', '4', '5'],
      ['story', '1', '--text', 'Elsewhere.'],
    ],
    { written },
  )

const otherBackup = async ({ other, backup }: Place, written: Written): Promise<void> => {
  await elsewhere(other, written)
  await did(other, [['backup', backup]])
}

export const operations: Operation[] = [
  { name: 'drill', commands: () => [['drill', '1', '2']] },
  { name: 'undo', commands: () => [['undo']] },
  { name: 'story --text', commands: () => [['story', '1', '--text', 'New words for it.']] },
  { name: 'config set', commands: () => [['config', 'set', 'talk', '90s']] },
  {
    name: 'config set sync.remote',
    commands: () => [['config', 'set', 'sync.remote', 'host:x.git']],
    keeps: { 'sync.remote': 'host:x.git' },
  },
  {
    name: 'plan',
    commands: () => [['plan', '--date', '2026-12-05', '--minutes', '20']],
  },
  { name: 'bank add', commands: ({ bank }) => [['bank', 'add', bank, '--yes', '--as', 'again']] },
  { name: 'bank remove', commands: () => [['bank', 'remove', 'own']], again: /^There is no bank "own"\.$/ },
  {
    name: 'backup',
    commands: ({ backup }) => [['backup', backup]],
    again: /^\S+[\\/]all\.backup already exists\.$/,
  },
  {
    name: 'export',
    commands: ({ backup }) => [['export', 'notes', '-o', `${backup}.md`]],
    again: /^\S+[\\/]all\.backup\.md already exists\.$/,
  },
  { name: 'restore', before: otherBackup, commands: ({ backup }) => [['restore', backup]] },
  {
    name: 'restore --replace',
    before: otherBackup,
    commands: ({ backup }) => [['restore', backup, '--replace']],
    replaces: true,
    slow: true,
  },
  {
    name: 'sync, first',
    slow: true,
    before: async ({ remote }) => void bareRepository(remote),
    commands: ({ remote }) => [['sync', '--remote', remote]],
  },
  {
    name: 'sync, later',
    slow: true,
    async before({ home, other, remote }, written) {
      bareRepository(remote)
      await did(home, [['sync', '--remote', remote]], { written })
      await elsewhere(other, written)
      await did(other, [['sync', '--remote', remote]], { written })
      await did(home, [['drill', '6', '7']], { written })
    },
    commands: () => [['sync']],
  },
  {
    name: 'sync of a copy',
    slow: true,
    async before({ home, other, remote }, written) {
      bareRepository(remote)
      await did(home, [['sync', '--remote', remote]], { written })
      cpSync(home, other, { recursive: true, preserveTimestamps: true })
      settle(other)
      await elsewhere(other, written)
      await did(other, [['sync']], { written })
      await did(home, [['drill', '6', '7']], { written })
    },
    commands: () => [['sync']],
  },
  {
    name: 'upgrade',
    slow: true,
    async before({ home }) {
      writeFileSync(join(home, 'progress.json'), '{"v":0,"questions":[]}')
      writeFileSync(join(home, 'config.json'), '{"count": 4,')
      openToAll(home)
    },
    commands: () => [['stats'], ['drill', '3']],
  },
]
