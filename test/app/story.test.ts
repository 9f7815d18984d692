import { expect, test } from 'vitest'
import { journal, newFolder } from '../files.ts'
import { greenroom, json, output } from '../world.ts'

test('a story is written, shown, reviewed against, and taken away', async () => {
  const home = newFolder()
  const text = 'I led **Apollo**.\n\n- cut costs\n- shipped early'
  expect((await greenroom(['story', '5', '--text', '-'], { home, input: text })).code).toBe(0)
  expect(await output(['show', '5'], { home })).toContain('Your story\nI led Apollo.')
  const { out } = await greenroom(['drill', '5'], { home, input: '\n\n3\n1\n\n\n' })
  expect(out).toContain('Your story')
  expect(journal(home).findLast((line) => line.type === 'attempt')).toMatchObject({ points: 'story', of: 3 })
  expect(await output(['export', 'notes'], { home })).toContain('> I led **Apollo**.')
  expect(await greenroom(['note', '5', '--text', ''], { home })).toMatchObject({
    code: 0,
    err: 'The story is removed.\n',
  })
  expect((await json(['show', '5'], { home })).story).toBeNull()
})
