import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileWith, newFolder } from '../files.ts'
import { greenroom, output } from '../world.ts'

/** A home with one attempt, one story and one setting. */
async function used(): Promise<string> {
  const home = newFolder()
  await greenroom(['drill', '1'], { home, input: '\n\n3\n1\n\nslower\n' })
  await greenroom(['story', '2', '--text', 'Mine.'], { home })
  await greenroom(['config', 'set', 'count', '2'], { home })
  return home
}

describe('an export', () => {
  test('goes to a file that is not there yet', async () => {
    const home = await used()
    const file = join(newFolder(), 'notes.md')
    expect(await greenroom(['export', 'notes', '-o', file], { home })).toMatchObject({ code: 0, out: '' })
    expect(readFileSync(file, 'utf8')).toContain('# Interview notes')
  })

  test('replaces one only by force', async () => {
    const home = await used()
    const file = fileWith('mine', 'notes.md')
    const refused = await greenroom(['export', 'notes', '-o', file], { home })
    expect(refused).toMatchObject({
      code: 1,
      err: expect.stringContaining('already exists.\nReplace it with --force'),
    })
    expect(readFileSync(file, 'utf8')).toBe('mine')
    expect((await greenroom(['export', 'notes', '-o', file, '--force'], { home })).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toContain('# Interview notes')
  })

  test('says where it cannot write', async () => {
    const home = await used()
    expect(await greenroom(['export', 'notes', '-o', '/no/such/folder/notes.md'], { home })).toMatchObject({
      code: 1,
    })
    const folder = newFolder()
    mkdirSync(join(folder, 'x'))
    expect((await greenroom(['export', 'notes', '-o', join(folder, 'x')], { home })).err).toContain(
      'is a folder',
    )
  })
})

test('the notes have a heading for each bank that was rehearsed, chosen or not', async () => {
  const home = newFolder()
  const mine = fileWith('# My bank\n\n### How do you hire?\n**Answer:** I ask.\n')
  await greenroom(['bank', 'add', mine, '--as', 'my-bank', '--yes'], { home })
  await greenroom(['drill', '1', '--bank', 'my-bank'], { home, input: '\n\n4\n1\n\n\n' })
  await greenroom(['bank', 'use', 'leadership'], { home })
  const notes = await output(['export', 'notes'], { home })
  expect(notes).toContain('## My bank')
  expect(notes).not.toContain('No longer in a bank')
})
