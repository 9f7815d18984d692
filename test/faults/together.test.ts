import { expect, it } from 'vitest'
import { fileWith, newFolder } from '../files.ts'
import { run, runBeside } from '../program/process.ts'
import { opened } from '../store/home.ts'
import type { Ended } from '../world.ts'
import { isFull, times } from './mode.ts'
import { halvesIn, openIn, tornIn } from './places.ts'

const settings: Record<string, string> = {
  count: '7',
  dayStart: '05:00',
  think: '40s',
  cue: 'bell',
  shape: 'star',
  ascii: 'true',
}
const range = (length: number): number[] => Array.from({ length }, (_, index) => index)

it('processes that write to one home at the same time lose nothing, and leave nothing half', async () => {
  const home = newFolder()
  const world = { home }
  const keys = Object.keys(settings).slice(0, isFull ? 6 : 3)
  const banks = range(times(3, 8)).map((index) => `bank-${index}`)
  const rehearsals = range(times(3, 8))
  const change = (round: number, index: number): string => `Change ${index} of round ${round}.`
  const rounds = times(1, 4)
  const start = (round: number): Promise<Ended>[] => [
    ...rehearsals.map((index) => {
      const answer = `\n\n3\n1\n\n${change(round, index)}\n`
      return runBeside(['drill', '1', '2', '3'], world, answer.repeat(3))
    }),
    ...keys.map((key) => runBeside(['config', 'set', key, settings[key] ?? ''], world, '')),
    ...banks.map((slug) =>
      runBeside(
        ['bank', 'add', fileWith(`### What is ${slug}?\n\nNothing.\n`), '--yes', '--as', `${slug}-${round}`],
        world,
        '',
      ),
    ),
  ]
  for (const round of range(rounds)) {
    for (const { code, out, err } of await Promise.all(start(round)))
      expect({ code, out, err }).toMatchObject({ code: 0 })
  }
  const attempts = opened(home)
    .lines()
    .filter((line) => line.type === 'attempt')
  for (const round of range(rounds))
    for (const index of rehearsals)
      expect(attempts.filter((line) => line.change === change(round, index))).toHaveLength(3)
  for (const key of keys)
    expect(run(['config', 'get', key], world)).toMatchObject({
      err: '',
      out: expect.stringContaining(settings[key] ?? ''),
    })
  const listed = JSON.parse(run(['bank', 'list', '--json'], world).out).map(
    ({ slug }: { slug: string }) => slug,
  )
  for (const round of range(rounds))
    expect(listed).toEqual(expect.arrayContaining(banks.map((slug) => `${slug}-${round}`)))
  expect(tornIn(home)).toBe(0)
  expect(halvesIn(home)).toEqual([])
  expect(openIn(home)).toEqual([])
})
