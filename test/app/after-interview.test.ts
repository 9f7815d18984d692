import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from '../../src/cli.ts'
import { journal, newFolder } from '../files.ts'
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

test('asks how each question landed, and shows it', async () => {
  const home = await planFor(1)
  const input = 'Why us?\nDescribe a time you had to push back on stakeholders\nWhy now?\n\n?\n5\n1\n4\n\nq\n'
  const out = await output([], { home, input })
  expect(out).toContain(
    'How did it land: Why us?\n1 fell flat · 2 so-so · 3 well · 4 very well · Enter skips, q ends: ',
  )
  expect(out).toContain('What fell flat comes first in your next plan')
  expect(out).toContain('Type 1 to 4')
  expect(journal(home).filter(({ type }) => type === 'landed')).toMatchObject([
    { question: 'came-up/why-us', landed: 1, interview: inDays(-1) },
    // the bank asks the same, and knows an answer
    { question: (await json(['show', '5'], home)).id, landed: 4, interview: inDays(-1) },
  ])
  expect(await output(['show', 'came-up/why-us'], { home })).toContain(
    `landed 1, fell flat, on ${inDays(-1)}`,
  )
  expect((await json(['show', '5'], home)).landed).toEqual({ landed: 4, interview: inDays(-1) })
  expect(await output(['export', 'notes'], { home })).toContain(
    `In the interview: landed 1, fell flat, on ${inDays(-1)}.`,
  )
})

test('a number alone is the question of that number in the bank in use, where it has one', async () => {
  const home = await planFor(1)
  const { question, id } = await json(['show', '5'], home)
  await greenroom([], { home, input: '5\n99\n\n1\n\nq\n' })
  expect(await json(['list', '--bank', 'came-up'], home)).toMatchObject([{ question }, { question: '99' }])
  expect(journal(home).filter(({ type }) => type === 'landed')).toMatchObject([{ question: id, landed: 1 }])
})

test('is asked of somebody too who rehearsed nothing', async () => {
  const home = newFolder()
  await greenroom(['plan', '--date', '+3d'], { home })
  await greenroom(['config', 'set', 'plan.date', inDays(0)], { home })
  await greenroom(['config', 'set', 'plan.date', inDays(-1)], { home })
  expect(await output([], { home, input: 'Why us?\n\n1\nq\n' })).toContain('How did it land: Why us?')
})

test('q ends the questions, and the end of input too; what came up is kept', async () => {
  for (const end of ['q\n', '']) {
    const home = await planFor(1)
    await greenroom([], { home, input: `Why us?\nWhy now?\n\n2\n${end}` })
    expect(journal(home).filter(({ type }) => type === 'landed')).toHaveLength(1)
    expect(await json(['list', '--bank', 'came-up'], home)).toHaveLength(2)
    expect(await output(['config', 'get', 'plan.date'], { home })).toBe('none\n')
  }
})

test('what fell flat leads the next plan until it is solid', async () => {
  const home = await planFor(1)
  await greenroom([], {
    home,
    input: 'Why us?\nHow do you mentor junior and mid-level engineers?\n\n1\n1\nq\n',
  })
  const plan = await json(['plan', '--date', '+9d', '--minutes', '20'], home)
  expect(plan.today.questions.slice(0, 2)).toMatchObject([
    { number: 2, bank: null, reason: 'fell flat in your interview' },
    { id: 'came-up/why-us', bank: 'came-up', reason: 'fell flat in your interview' },
  ])
  expect(plan.banks).toEqual(['leadership'])
  expect(await json(['next', '-n', '1'], home)).toMatchObject([{ number: 2 }])
  await greenroom(['drill', '2'], { home, input: '\n\n2\n\n2\n\n' })
  expect((await json(['plan'], home)).today.questions[0].id).toBe('came-up/why-us')
  expect((await json(['plan'], home)).days[1].questions[0].number).toBe(2)
  await greenroom(['drill', 'came-up/why-us'], { home, input: '\n\n4\n\n' })
  const after = await json(['plan'], home)
  expect(JSON.stringify(after.today)).not.toContain('fell flat')
  const { err, out } = await greenroom(['drill', '-n', '1'], { home, input: 'q\n' })
  expect({ err, out }).toMatchObject({ err: '' })
})
