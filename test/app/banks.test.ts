import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileWith, newFolder } from '../files.ts'
import { greenroom, json, output } from '../world.ts'

const mine = `# My bank

## Hiring

### How do you hire?
**Answer:** I look for **curiosity**. I look for **kindness** too.

### Whom did you not hire, and why?
Somebody brilliant and unkind.
`

const list = (home: string, ...args: string[]) => json(['list', ...args], { home })

test('an added file is read again when it changes, and its questions keep their history', async () => {
  const home = newFolder()
  const file = fileWith(mine, 'mine.md')
  await greenroom(['bank', 'add', file, '--yes'], { home })
  await greenroom(['drill', '1', '--bank', 'my-bank'], { home, input: '\n\n4\n1\n\n\n' })
  const edited = mine
    .replace('How do you hire?', 'How do you hire good people?')
    .replace('### Whom', '### What is new here?\nA lot.\n\n### Whom')
  writeFileSync(file, edited)
  expect(await list(home, '--bank', 'my-bank')).toMatchObject([
    { id: 'my-bank/how-do-you-hire', question: 'How do you hire good people?', attempts: 1 },
    { question: 'What is new here?', attempts: 0 },
    { question: 'Whom did you not hire, and why?' },
  ])
  const moved = join(newFolder(), 'moved.md')
  renameSync(file, moved)
  expect(await list(home, '--bank', 'my-bank')).toHaveLength(3)
  expect(await output(['bank', 'list'], { home })).toContain('is not here; using the saved copy')
  expect((await greenroom(['bank', 'add', moved, '--as', 'my-bank', '--yes'], { home })).code).toBe(0)
  expect(await output(['bank', 'list'], { home })).toContain(moved)
  writeFileSync(moved, 'no questions at all')
  const emptied = await greenroom(['list', '--json', '--bank', 'my-bank'], { home })
  expect(JSON.parse(emptied.out)).toHaveLength(3)
  expect(emptied.err).toContain('Using the saved copy of the bank my-bank, with 3 questions.')
})

const numberedLoaves = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, at) => `### How about ${from + at} loaves?\nSo.\n`).join('\n')

describe('a source that has lost questions', () => {
  test('is said to have, once', async () => {
    const home = newFolder()
    const file = fileWith(numberedLoaves(1, 4), 'mine.md')
    await greenroom(['bank', 'add', file, '--as', 'mine', '--yes'], { home })
    writeFileSync(file, numberedLoaves(2, 4))
    const { err } = await greenroom(['list', '--bank', 'mine'], { home })
    expect(err).toBe(
      `1 of the 4 questions of the bank mine is not in ${file} any more. What you did with them is kept.\n`,
    )
    expect((await greenroom(['list', '--bank', 'mine'], { home })).err).toBe('')
  })

  test('and half of them, leaves the bank as it was in the backups, from where it comes back with its history', async () => {
    const home = newFolder()
    const file = fileWith(numberedLoaves(1, 4), 'mine.md')
    await greenroom(['bank', 'add', file, '--as', 'mine', '--yes'], { home })
    await greenroom(['drill', '1', '--bank', 'mine'], { home, input: '\n\n4\n1\n\n\n' })
    writeFileSync(file, '### Who writes the plan?\nAll of us.\n')
    const { err } = await greenroom(['list', '--bank', 'mine'], { home })
    expect(err).toContain('4 of the 4 questions of the bank mine are not in ')
    const kept = /bank add (\S+) --as mine brings the bank back as it was/.exec(err)?.[1] ?? ''
    const back = await greenroom(['bank', 'add', kept, '--as', 'mine', '--yes'], { home })
    expect(back).toMatchObject({
      code: 0,
      err: expect.stringContaining(`It does not follow ${file} any more`),
    })
    expect(back.err).toContain('1 of the 1 question of the bank mine is not in what was read any more.')
    expect(await list(home, '--bank', 'mine')).toMatchObject([
      { id: 'mine/how-about-1-loaves', attempts: 1 },
      {},
      {},
      {},
    ])
  })
})

test('what another file takes from a bank is said and kept, but not what became a question to ask them', async () => {
  const home = newFolder()
  const four = numberedLoaves(1, 4)
  await greenroom(['bank', 'add', '-', '--as', 'mine', '--yes'], { home, input: four })
  const other = fileWith('### Who writes the plan?\nAll of us.\n', 'other.md')
  const { err } = await greenroom(['bank', 'add', other, '--as', 'mine', '--yes'], { home })
  expect(err).toContain(`4 of the 4 questions of the bank mine are not in ${other} any more.`)
  expect(err).toContain(' brings the bank back as it was.')
  const file = fileWith(four, 'file.md')
  await greenroom(['bank', 'add', file, '--as', 'file', '--yes'], { home })
  writeFileSync(file, `${numberedLoaves(1, 3)}\n## Questions to ask them\n\n- How about 4 loaves?\n`)
  expect((await greenroom(['list', '--bank', 'file'], { home })).err).toBe('')
})

test('completion leaves what is to be said to a command that is seen', async () => {
  const home = newFolder()
  const file = fileWith(numberedLoaves(1, 4), 'mine.md')
  await greenroom(['bank', 'add', file, '--as', 'mine', '--yes'], { home })
  writeFileSync(file, numberedLoaves(2, 4))
  expect(await output(['complete', '--', 'show', '--bank', 'mine', ''], { home })).toContain('loaves')
  expect((await greenroom(['list', '--bank', 'mine'], { home })).err).toContain('1 of the 4 questions')
})

describe('a copy of a bank that was damaged', () => {
  const text = '### How about one?\n**Answer:** So.\n\n### How about two?\n**Answer:** So.\n'

  test('is made anew from its source, once', async () => {
    const home = newFolder()
    await greenroom(['bank', 'add', fileWith(text, 'mine.md'), '--as', 'mine', '--yes'], { home })
    damage(home)
    const { out, err } = await greenroom(['list', '--bank', 'mine', '--json'], { home })
    expect(JSON.parse(out)).toHaveLength(2)
    expect(err).toMatch(/^banks\/mine\.json could not be read and was moved to quarantine\/banks-mine\.json-/)
    expect(await greenroom(['list', '--bank', 'mine', '--json'], { home })).toEqual({ code: 0, out, err: '' })
  })

  test.each(['', 'xx{', '[]'])(
    'is made anew from its source where nothing is left of it but %j',
    async (content) => {
      const home = newFolder()
      await greenroom(['bank', 'add', fileWith(text, 'mine.md'), '--as', 'mine', '--yes'], { home })
      writeFileSync(join(home, 'banks', 'mine.json'), content)
      expect(await list(home, '--bank', 'mine')).toHaveLength(2)
      expect(await json(['bank', 'list'], { home })).toMatchObject([
        {},
        {},
        { slug: 'mine', state: 'source' },
      ])
    },
  )

  test('is listed as one without a copy where nothing is left of it and of its source', async () => {
    const home = newFolder()
    const file = fileWith(text, 'mine.md')
    await greenroom(['bank', 'add', file, '--as', 'mine', '--yes'], { home })
    writeFileSync(join(home, 'banks', 'mine.json'), 'xx{')
    rmSync(file)
    expect(await json(['bank', 'list'], { home })).toMatchObject([
      {},
      {},
      { slug: 'mine', state: 'elsewhere', source: file },
    ])
  })

  test('is used as far as it is whole where its source is gone', async () => {
    const home = newFolder()
    const file = fileWith(text, 'mine.md')
    await greenroom(['bank', 'add', file, '--as', 'mine', '--yes'], { home })
    damage(home)
    rmSync(file)
    expect(await list(home, '--bank', 'mine')).toMatchObject([{ id: 'mine/how-about-one' }])
    expect(readdirSync(join(home, 'quarantine'))).toHaveLength(1)
    writeFileSync(file, text)
    expect(await list(home, '--bank', 'mine')).toHaveLength(2)
  })

  test.each([
    ['drill', '2', '--bank', 'mine'],
    ['show', '2', '--bank', 'mine'],
    ['next', '--bank', 'mine'],
    ['mock', '--bank', 'mine'],
  ])('does not keep %s from its questions', async (...args) => {
    const home = newFolder()
    await greenroom(['bank', 'add', fileWith(text, 'mine.md'), '--as', 'mine', '--yes'], { home })
    const copy = join(home, 'banks', 'mine.json')
    writeFileSync(
      copy,
      readFileSync(copy, 'utf8')
        .replace('"answer":"So."', '"answer":"S0."')
        .replace('about two?', 'about tw0?'),
    )
    const { code, out } = await greenroom(args, { home, input: 'q\n' })
    expect(code).toBe(0)
    expect(out).toMatch(/How about (?:one|two)\?/)
  })

  test('keeps the history of a question that was reworded in the meantime', async () => {
    const home = newFolder()
    const file = fileWith(text, 'mine.md')
    await greenroom(['bank', 'add', file, '--as', 'mine', '--yes'], { home })
    await greenroom(['drill', '1', '--bank', 'mine'], { home, input: '\n\n3\n1\n\n\n' })
    damage(home)
    writeFileSync(file, text.replace('How about one?', 'How about one or three?'))
    expect(await list(home, '--bank', 'mine')).toMatchObject([{ id: 'mine/how-about-one', attempts: 1 }, {}])
  })

  function damage(home: string): void {
    const copy = join(home, 'banks', 'mine.json')
    const lines = readFileSync(copy, 'utf8').split('\n')
    writeFileSync(copy, lines.filter((line) => !line.startsWith('{"id":"mine/how-about-two"')).join('\n'))
  }
})

test('a machine that knows a bank by the journal alone keeps the ids of reworded questions', async () => {
  const home = newFolder()
  const file = fileWith(mine, 'mine.md')
  await greenroom(['bank', 'add', file, '--yes'], { home })
  writeFileSync(file, mine.replace('How do you hire?', 'How do you hire good people?'))
  await list(home, '--bank', 'my-bank')
  await greenroom(['bank', 'remove', 'my-bank'], { home })
  await greenroom(['bank', 'add', file, '--as', 'my-bank', '--yes'], { home })
  expect((await list(home, '--bank', 'my-bank'))[0].id).toBe('my-bank/how-do-you-hire')
})

test('a bank that was removed takes its unfinished rehearsal along', async () => {
  const home = newFolder()
  const file = fileWith('### One?\n**Answer:** a\n\n### Two?\n**Answer:** b\n', 'foo.md')
  await greenroom(['bank', 'add', file, '--yes'], { home })
  await greenroom(['drill', '1', '2', '--bank', 'foo'], { home, input: '\n\n3\n1\n\n\n' })
  expect(await json(['stats', '--bank', 'foo'], { home })).toMatchObject({ attempts: 1 })
  await greenroom(['drill', '1'], { home, input: '\n\n3\n1\n\n\n' })
  expect(await json(['stats', '--bank', 'foo'], { home })).toMatchObject({ attempts: 1 })
  expect(
    (await output(['export', 'progress', '--bank', 'foo', '--format', 'csv'], { home })).split('\n'),
  ).toHaveLength(3)
  await greenroom(['bank', 'remove', 'foo'], { home })
  expect((await greenroom([], { home })).code).toBe(0)
})
