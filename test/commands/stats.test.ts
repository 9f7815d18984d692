import { expect, test } from 'vitest'
import { newFolder } from '../files.ts'
import { greenroom, inDays, json as jsonOf, output } from '../world.ts'

/** Start, done, score, points, final score, change. */
const answer = '\n\n3\n1\n\nname the number\n'

const json = (args: string[], home: string) => jsonOf(args, { home })

test('stats tells of the days practised, and of a part of the time', async () => {
  const home = newFolder()
  await greenroom(['drill', '1'], { home, input: answer })
  expect(await output(['stats'], { home })).toMatch(
    /Days practised\nMon [\s\S]*\nSun .*\n1 of the last 14 days\./,
  )
  expect(await json(['stats', '--since', '1d'], home)).toMatchObject({ since: inDays(0), attempts: 1 })
  expect(await greenroom(['stats', '--since', 'tomorrow'], { home })).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^--since cannot be "tomorrow"\.\n/),
  })
})
