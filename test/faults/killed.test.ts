import { expect, it } from 'vitest'
import { chance, seed } from '../chance.ts'
import { fileWith, newFolder } from '../files.ts'
import { run, started } from '../program/process.ts'
import { opened } from '../store/home.ts'
import { times } from './mode.ts'
import { halvesIn, openIn, tornIn } from './places.ts'

const questions = 200
const bank = Array.from(
  { length: questions },
  (_, number) => `### What is ${number}?\n\n**Answer:**\n\n- **One** of ${number}\n- **Two** of ${number}\n`,
).join('\n')

/** What each answer is told by: the change that is noted after it. */
const changeOf = (name: string, number: number): string => `Change ${number} of ${name}.`

/** Start, done, score, points, final score, change. */
const linesOf = (name: string): string =>
  Array.from({ length: questions }, (_, number) => `\n\n3\n1\n\n${changeOf(name, number)}\n`).join('')

/** Rehearses, and is killed once it has said so many characters. Gives back what it said to be saved. */
function killed(home: string, name: string, characters: number): Promise<string[]> {
  const child = started(['drill', '--count', '1000', '--bank', 'many'], { home })
  let out = ''
  child.stdout.on('data', (chunk) => {
    out += String(chunk)
    if (out.length > characters) child.kill('SIGKILL')
  })
  child.stderr.resume()
  child.stdin.on('error', () => {})
  child.stdin.write(linesOf(name))
  return new Promise((done) =>
    child.on('close', () => {
      const saved = out.match(/^Saved\.$/gm)?.length ?? 0
      done(Array.from({ length: saved }, (_, number) => changeOf(name, number)))
    }),
  )
}

const rounds = times(8, 200)

it(`${rounds} rounds of two processes killed at any moment lose nothing acknowledged (SEED=${seed})`, async () => {
  const home = newFolder()
  expect(run(['bank', 'add', fileWith(`## Many\n\n${bank}`), '--yes', '--as', 'many'], { home }).code).toBe(0)
  const random = chance(seed)
  // from before the first question to some dozen questions later
  const moment = (): number => Math.floor(random() ** 2 * 10_000)
  const acknowledged: string[] = []
  for (let round = 0; round < rounds; round++) {
    const both = [killed(home, `${round} a`, moment()), killed(home, `${round} b`, moment())]
    acknowledged.push(...(await Promise.all(both)).flat())
  }
  const store = opened(home)
  const attempts = store.lines().filter((line) => line.type === 'attempt')
  const there = new Set(attempts.map(({ change }) => change))
  const lost = acknowledged.filter((change) => !there.has(change))
  console.log(`${rounds} rounds of kill -9: acknowledged ${acknowledged.length}, lost ${lost.length}`)
  expect(lost).toEqual([])
  expect(acknowledged.length).toBeGreaterThan(rounds / 2)
  const { code, out, err } = run(['stats', '--json'], { home })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(JSON.parse(out).attempts).toBe(attempts.length)
  expect(tornIn(home)).toBeLessThanOrEqual(2 * rounds)
  expect(halvesIn(home)).toEqual([])
  expect(openIn(home)).toEqual([])
})
