import { expect, test } from 'vitest'
import { newFolder } from '../files.ts'
import { attempt } from '../progress/lines.ts'
import { write } from '../store/home.ts'
import { greenroom, inDays, json as jsonOf, output } from '../world.ts'

/** Start, done, score, points, final score, change. */
const answer = '\n\n3\n1\n\nname the number\n'

const json = (args: string[], home: string) => jsonOf(args, { home })

test('stats tells of the days practised, and of a part of the time', async () => {
  const home = newFolder()
  await greenroom(['drill', '1'], { home, input: answer })
  expect(await output(['stats'], { home })).toContain(
    'Days practised\n1 of the last 14 days: today 1 attempt.\n',
  )
  expect(await json(['stats', '--since', '1d'], home)).toMatchObject({ since: inDays(0), attempts: 1 })
  expect(await greenroom(['stats', '--since', 'tomorrow'], { home })).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^--since cannot be "tomorrow"\.\n/),
  })
})

test('a question of another bank goes by its bank and number', async () => {
  const home = newFolder()
  await greenroom(['bank', 'add', '-', '--as', 'own', '--yes'], { home, input: '### Why?\n\n- That.\n' })
  await greenroom(['drill', '1'], { home, input: answer })
  await greenroom(['drill', '1', '--bank', 'own'], { home, input: answer })
  const shown = await output(['stats'], { home })
  expect(shown).toContain('2 of 8 questions in 2 banks rehearsed')
  expect(shown).toContain('\nown 1. Why? 1 attempt')
  expect(shown).toContain('\n1. How do you balance')
  await greenroom(['bank', 'use', 'own'], { home })
  expect(await output(['stats'], { home })).toContain('\nleadership 1. How do you balance')
  expect(await output(['stats', '--bank', 'own'], { home })).toContain('1 of 1 question rehearsed')
})

test('show says how to write an answer where there is none', async () => {
  const home = newFolder()
  await greenroom(['bank', 'add', '-', '--as', 'own', '--yes'], {
    home,
    input: '### Why?\n\n### How?\n\nSo.\n',
  })
  const none = (program: string): string => `No answer yet: greenroom story ${program} writes yours.\n`
  expect(await output(['show', 'own/why'], { home })).toContain(none('own/why'))
  await greenroom(['bank', 'use', 'own'], { home })
  expect(await output(['show', '1'], { home })).toContain(none('1'))
  expect(await output(['show', '2'], { home })).not.toContain('No answer yet')
  await greenroom(['story', '1', '--text', 'Because.'], { home })
  expect(await output(['show', '1'], { home })).not.toContain('No answer yet')
})

test.each([
  [['drill', '1'], 'No attempts since 2026-12-01; 1 older one: stats without --since shows them.\n'],
  [['list'], 'No attempts yet: the first one starts the statistics.\n'],
])('after %j a time without attempts is told from none at all', async (command, said) => {
  const home = newFolder()
  await greenroom(command, { home, input: answer })
  const now = new Date(2026, 11, 3, 9)
  expect(await output(['stats', '--since', '2026-12-01'], { home, now })).toBe(said)
  expect(await json(['stats', '--since', '3d'], home)).toMatchObject({ since: '2026-12-01', attempts: 0 })
})

test('an answer of more than a tenth above its budget is over, also in a journal that called it wrap up', async () => {
  const home = newFolder()
  const answers = [88, 99, 100, 122].map((seconds) =>
    JSON.stringify({
      ...attempt({ talkMs: seconds * 1000, budgetMs: 90_000 }),
      id: `a-${seconds}`,
      device: undefined,
    }),
  )
  write(home, 'attempts/00000000-0000-4000-8000-000000000001.jsonl', `${answers.join('\n')}\n`)
  const { time } = await json(['stats'], home)
  expect(time).toMatchObject({ short: 0, onTime: 2, wrapUp: 0, over: 2 })
  expect(await output(['stats'], { home })).toContain('4 answers: 0 short, 2 on time, 2 over.')
})
