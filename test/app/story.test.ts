import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { diskFiles, type Files } from '../../src/store/files.ts'
import { fileWith, journal, newFolder } from '../files.ts'
import { greenroom, json, output } from '../world.ts'

const storyOf = async (home: string): Promise<string | null> => (await json(['show', '5'], { home })).story

test('a story is written, shown, reviewed against, and removed', async () => {
  const home = newFolder()
  const text = 'I led **Apollo**.\n\n- cut costs\n- shipped early'
  expect(await greenroom(['story', '5', '--text', '-'], { home, input: text })).toEqual({
    code: 0,
    out: '',
    err: 'Saved. greenroom show 5 shows it.\n',
  })
  expect(await output(['show', '5'], { home })).toContain('Your story\nI led Apollo.')
  const { out } = await greenroom(['drill', '5'], { home, input: '\n\n3\n1\n\n\n' })
  expect(out).toContain('Your story')
  expect(journal(home).findLast((line) => line.type === 'attempt')).toMatchObject({ points: 'story', of: 3 })
  expect(await output(['export', 'notes'], { home })).toContain('> I led **Apollo**.')
  expect((await greenroom(['note', '5', '--text', ''], { home })).err).toBe(
    'Story removed. greenroom undo brings it back.\n',
  )
  expect(await storyOf(home)).toBeNull()
  expect((await greenroom(['note', '5', '--text', ''], { home })).err).toBe('There is no story.\n')
})

test('a story that was removed is brought back by undo, and no attempt is taken back instead', async () => {
  const home = newFolder()
  await greenroom(['drill', '5'], { home, input: '\n\n3\n1\n\n\n' })
  await greenroom(['story', '5', '--text', 'Mine.'], { home })
  await greenroom(['story', '5', '--text', ''], { home })
  const { err } = await greenroom(['undo'], { home })
  expect(err).toMatch(/^Your story is back: /)
  expect(await json(['show', '5'], { home })).toMatchObject({ story: 'Mine.', attempts: 1 })
  expect((await greenroom(['undo'], { home })).err).toMatch(/^Taken back: /)
  expect(await json(['show', '5'], { home })).toMatchObject({ story: 'Mine.', attempts: 0 })
})

test('a removal after which the story was written again is not taken back', async () => {
  const home = newFolder()
  for (const text of ['Old.', '', 'New.']) await greenroom(['story', '5', '--text', text], { home })
  expect((await greenroom(['undo'], { home })).err).toBe('There is nothing to take back.\n')
  expect(await storyOf(home)).toBe('New.')
})

test('an empty input, as after a command that failed, removes no story', async () => {
  const home = newFolder()
  await greenroom(['story', '5', '--text', 'Mine.'], { home })
  expect(await greenroom(['story', '5', '--text', '-'], { home, input: '\n' })).toEqual({
    code: 1,
    out: '',
    err: "Nothing came through standard input, so nothing was changed.\nTo remove a story: greenroom story 5 --text ''\n",
  })
  expect(await storyOf(home)).toBe('Mine.')
})

test('a story in an old encoding is decoded as banks are, and that is told', async () => {
  const home = newFolder()
  const input = Buffer.from('It\x92s \x93mine\x94 \x96 20 \x80.', 'latin1')
  expect(await greenroom(['story', '5', '--text', '-'], { home, input })).toMatchObject({
    code: 0,
    err: expect.stringContaining('was read as CP1252'),
  })
  expect(await output(['show', '5'], { home })).toContain('It’s “mine” – 20 €.')
})

describe('the editor', () => {
  test('opens with the question, its budget and its key points, which are not part of the story', async () => {
    const home = newFolder()
    const bank =
      '### Why -- and *how*?\n**Answer:** So.\n\n- **One:** first\n- **Two:** second\n**Time:** 60s\n'
    await greenroom(['bank', 'add', fileWith(bank), '--as', 'mine', '--yes'], { home })
    let opened = ''
    const edit = (text: string): string => {
      opened = text
      return `${text}Because.\n`
    }
    await greenroom(['story', '1', '--bank', 'mine'], { home, interactive: true, edit })
    expect(opened).toBe(
      '\n<!--\nWhy - - and how?\n\nAim for 1:00, about 150 words.\nKey points:\n- One\n- Two\n\nWrite your story above or below. This comment is not part of it.\n-->\n\n\n',
    )
    expect((await json(['show', '1', '--bank', 'mine'], { home })).story).toBe('Because.')
  })

  test('says how to save in vi where nobody chose it', async () => {
    const opened: string[] = []
    const edit = (text: string): string => {
      opened.push(text)
      return text
    }
    for (const from of [null, 'EDITOR'] as const) {
      const machine = { editor: { command: 'vi', from, found: true } }
      await greenroom(['story', '5'], { home: newFolder(), interactive: true, edit, machine })
    }
    expect(opened[0]).toContain(
      'This comment is not part of it.\nIn vi: i to write, Esc then :wq to save and leave.\n-->',
    )
    expect(opened[1]).not.toContain('In vi')
  })

  test.each<[string, string | null, (text: string) => string, string]>([
    ['at the top', null, (text) => `I led it.${text}`, 'I led it.'],
    ['above and below', null, (text) => `I led it.${text}So.\n`, 'I led it.\n\n## Learning\n\nSo.'],
    ['above what was there', 'Old.', (text) => `New.${text}`, 'New.\n\nOld.'],
    [
      'above one with a comment',
      '<!-- b -->\nOld.',
      (text) => `<!-- a -->${text}`,
      '<!-- a -->\n\n<!-- b -->\nOld.',
    ],
  ])('what is typed %s is the story', async (_, before, edit, after) => {
    const home = newFolder()
    if (before !== null) await greenroom(['story', '5', '--text', before], { home })
    await greenroom(['story', '5'], { home, interactive: true, edit })
    expect(await storyOf(home)).toBe(after)
  })

  const unchanged = 'Nothing was written, so your story stays as it was.\n'
  test.each<[string, string | null, (text: string) => string, string, string | null]>([
    ['is saved', null, (text) => `${text}New.`, 'Saved. greenroom show 5 shows it.\n', '## Learning\n\nNew.'],
    [
      'replaces the one before',
      'Old.',
      (text) => text.replace('Old.', 'New.'),
      'Saved. greenroom show 5 shows it.\n',
      'New.',
    ],
    ['may be left alone', 'Old.', (text) => text, '', 'Old.'],
    ['that is empty is none', null, (text) => text, 'Nothing was written, so there is no story yet.\n', null],
    ['that is emptied stays', 'Old.', () => '', unchanged, 'Old.'],
    ['may lose its comment', 'Old.', () => 'New.', 'Saved. greenroom show 5 shows it.\n', 'New.'],
  ])('a story %s', async (_, before, edit, err, after) => {
    const home = newFolder()
    if (before !== null) await greenroom(['story', '5', '--text', before], { home })
    expect(await greenroom(['story', '5'], { home, interactive: true, edit })).toEqual({
      code: 0,
      out: '',
      err,
    })
    expect(await storyOf(home)).toBe(after)
  })

  test('needs a terminal', async () => {
    expect(await greenroom(['story', '5'], { home: newFolder() })).toEqual({
      code: 1,
      out: '',
      err: 'There is no terminal for an editor.\nGive the story with --text, or pipe it: greenroom story 5 --text -\n',
    })
  })

  test('keeps a story which the disk refuses', async () => {
    const home = newFolder()
    await greenroom(['story', '5', '--text', 'Old.'], { home })
    const files: Files = {
      ...diskFiles,
      write(file, bytes) {
        if (String(bytes).includes('"type":"story"'))
          throw Object.assign(new Error('full'), { code: 'ENOSPC' })
        return diskFiles.write(file, bytes)
      },
    }
    const edit = (): string => 'New words.'
    const { code, err } = await greenroom(['story', '5'], { home, interactive: true, edit, files })
    expect(code).toBe(1)
    expect(err).toMatch(/the disk is full\. What you wrote is kept in /)
    const [, path = ''] = /kept in (.*)\.\n/.exec(err) ?? []
    expect(readFileSync(path, 'utf8')).toBe('New words.')
    expect(await storyOf(home)).toBe('Old.')
  })
})
