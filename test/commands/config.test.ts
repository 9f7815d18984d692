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

test('of a plan for a day that has passed is said that it has', async () => {
  const home = newFolder()
  const set = (date: string) => greenroom(['config', 'set', 'plan.date', date], { home })
  expect((await set('2026-11-22')).err).toBe(
    'plan.date is 2026-11-22.\nThat day has passed, so nothing is planned. greenroom plan --date sets the next one.\n',
  )
  for (const date of ['2026-11-23', '2026-12-05'])
    expect((await set(date)).err).toBe(`plan.date is ${date}.\n`)
})
