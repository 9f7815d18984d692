import { expect, test } from 'vitest'
import { newFolder } from '../files.ts'
import { greenroom } from '../world.ts'

/** Start, done, score, points, final score, change. */
const answer = '\n\n3\n1\n\n\n'

test('next says by its exit code whether something is to be rehearsed today', async () => {
  const home = newFolder()
  const code = async (...args: string[]) => (await greenroom(['next', ...args], { home })).code
  expect(await code('--exit-code')).toBe(0)
  await greenroom(['plan', '--date', '+9d'], { home })
  expect([await code(), await code('--exit-code'), await code('--exit-code', '--json')]).toEqual([0, 1, 1])
  for (let left = 9; left > 0 && (await code('--exit-code')) === 1; left--) {
    await greenroom(['drill', '-n', '1'], { home, input: answer })
  }
  expect([await code(), await code('--exit-code'), await code('-n', '2', '--exit-code')]).toEqual([0, 0, 0])
  await greenroom(['plan', '--clear'], { home })
  expect(await code('--exit-code')).toBe(0)
  expect((await greenroom(['next', '--exit-code'], { home, now: new Date(2027, 0, 9, 9) })).code).toBe(1)
})
