import { expect, test } from 'vitest'
import { newFolder } from '../files.ts'
import { live, run } from './process.ts'

/** A home with so many stories; a sheet has two lines or more for each. */
function withStories(count: number, bank: string): string {
  const home = newFolder()
  for (let at = 1; at <= count; at++) {
    run(['story', String(at), '--bank', bank, '--text', `**Story ${at}.** More of it.`], { home })
  }
  return home
}

const sheetOf = (bank: string): string[] => ['export', 'sheet', '--bank', bank]

test('a sheet that fits is whole on a terminal, and the program ends', async () => {
  const program = live(sheetOf('leadership'), { home: withStories(6, 'leadership') })
  expect(await program.ended).toBe(0)
  const lines = program.screen().split('\n')
  expect(lines.length).toBeLessThanOrEqual(22)
  expect(program.screen()).toMatch(/Story 1\.[\s\S]*Story 6\.[\s\S]*Say each out loud once\.$/)
  expect(program.screen()).not.toContain('**')
})

test('a longer one is shown a screen at a time, until Enter or q', async () => {
  const home = withStories(14, 'manager')
  const program = live(sheetOf('manager'), { home })
  await program.sees('Enter shows more')
  expect(program.screen()).not.toContain('Story 14.')
  program.type('\r')
  await program.sees('Story 8.')
  program.type('\r')
  expect(await program.ended).toBe(0)
  expect(program.screen()).toMatch(/Story 14\.[\s\S]*Say each out loud once\.$/)
  const left = live(sheetOf('manager'), { home })
  await left.sees('Enter shows more')
  left.type('q')
  expect(await left.ended).toBe(0)
  expect(left.screen()).not.toContain('Story 14.')
})
