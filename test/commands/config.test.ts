import { expect, test } from 'vitest'
import { newFolder } from '../files.ts'
import { greenroom, json, output } from '../world.ts'

test('settings are set, used, listed and unset', async () => {
  const home = newFolder()
  expect(await greenroom(['config', 'set', 'count', '1'], { home })).toMatchObject({
    code: 0,
    err: 'count is 1.\n',
  })
  expect(await output(['drill'], { home })).toContain('Question 1 of 1')
  expect(await output(['config', 'get', 'count'], { home })).toBe('1\n')
  expect(await json(['config'], { home })).toMatchObject({ count: 1, talk: '2m' })
  await greenroom(['config', 'unset', 'count'], { home })
  expect(await output(['config', 'get', 'count'], { home })).toBe('3\n')
})

test('a plan for a day that has passed is refused', async () => {
  const home = newFolder()
  expect(await greenroom(['config', 'set', 'plan.date', '2026-11-22'], { home })).toMatchObject({
    code: 2,
    err: '"2026-11-22" is in the past.\nGive the day of the next interview.\n',
  })
  for (const date of ['2026-11-23', '2026-12-05'])
    expect((await greenroom(['config', 'set', 'plan.date', date], { home })).code).toBe(0)
})
