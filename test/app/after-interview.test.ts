import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from '../../src/cli.ts'
import { newFolder } from '../files.ts'
import { greenroom, inDays, json as jsonOf, output, worldOf } from '../world.ts'

/** Start, done, score, points, final score, change. */
const answer = '\n\n3\n1\n\nname the number\n'

const json = (args: string[], home: string) => jsonOf(args, { home })

/** A home whose plan was for a day that is by now so many days ago. */
async function planFor(daysAgo: number): Promise<string> {
  const home = newFolder()
  await greenroom(['plan', '--date', '+3d'], { home })
  await greenroom(['drill', '1'], { home, input: answer })
  await greenroom(['config', 'set', 'plan.date', inDays(-daysAgo)], { home })
  return home
}

test('asks again another time where the input ends or q comes', async () => {
  const home = await planFor(1)
  await greenroom([], { home })
  await greenroom([], { home, input: 'q\n' })
  expect(await output(['config', 'get', 'plan.date'], { home })).toBe(`${inDays(-1)}\n`)
  expect(await output(['bank', 'list'], { home })).not.toContain('came-up')
})

test('asks after the interview what came up, once, and keeps it as a bank', async () => {
  const home = await planFor(1)
  const { code, out } = await greenroom([], { home, input: 'Why us?\nTell me about a failure\n\nq\n' })
  expect(code).toBe(0)
  expect(out).toContain('Added: 2 questions.')
  expect(await json(['list', '--bank', 'came-up'], home)).toMatchObject([
    { question: 'Why us?' },
    { question: 'Tell me about a failure' },
  ])
  expect(await output([], { home, input: 'q\n' })).not.toContain('came up')
})

test('takes every line for a question, however it looks', async () => {
  const home = await planFor(1)
  const lines = ['Strengths', '# 1', '- your plan', '2. *failure*', '<b>why</b> us', '???', 'Strengths']
  expect(await output([], { home, input: `${lines.join('\n')}\n\nq\n` })).toContain('Added: 7 questions.')
  expect(await json(['list', '--bank', 'came-up'], home)).toMatchObject(
    lines.map((question) => ({ question })),
  )
})

test('keeps what came up before, in backups and where its file is gone', async () => {
  const home = await planFor(1)
  await greenroom([], { home, input: 'Why us?\n\nq\n' })
  const file = join(newFolder(), 'all.backup')
  await greenroom(['backup', file], { home })
  const restored = newFolder()
  await greenroom(['restore', file], { home: restored })
  expect(readFileSync(join(restored, 'came-up.md'), 'utf8')).toContain('### Why us?')
  rmSync(join(home, 'came-up.md'))
  await greenroom(['config', 'set', 'plan.date', inDays(-1)], { home })
  await greenroom([], { home, input: 'And why now?\n\nq\n' })
  expect(await json(['list', '--bank', 'came-up'], home)).toMatchObject([
    { question: 'Why us?' },
    { question: 'And why now?' },
  ])
})

/** Runs the bare command, and the other one in the middle of it: just before it first writes to a file. */
async function beside(home: string, lines: string, other: () => Promise<unknown>): Promise<string> {
  const { env, said, finish } = worldOf({ home, input: `${lines}\n\nq\n` })
  let isOver = false
  const first = async (): Promise<void> => {
    if (isOver) return
    isOver = true
    await other()
  }
  await parse([], {
    ...env,
    async writeFile(...how) {
      await first()
      return env.writeFile(...how)
    },
    async appendFile(...how) {
      await first()
      return env.appendFile(...how)
    },
  })
  await finish()
  return said()
}

test.each([
  ['a new file', ''],
  ['a file', '# Mine\n\n### Who are you?\n'],
  ['a file without a newline at its end', '# Mine\n\n### Who are you?'],
])('two at once lose nothing of what they add to %s', async (_, text) => {
  const home = await planFor(1)
  if (text !== '') writeFileSync(join(home, 'came-up.md'), text)
  const said = await beside(home, 'Why us?', () => greenroom([], { home, input: 'Why now?\n\nq\n' }))
  expect(said).toContain('Added: 1 question.')
  const questions = (await json(['list', '--bank', 'came-up'], home)).map(
    (row: { question: string }) => row.question,
  )
  expect(questions.sort()).toEqual([...(text === '' ? [] : ['Who are you?']), 'Why now?', 'Why us?'])
})
