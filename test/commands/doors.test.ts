import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileWith, newFolder } from '../files.ts'
import { opened } from '../store/home.ts'
import { greenroom, json, output } from '../world.ts'

const mine = `# Mine

## Team

### How do you lead?

<!-- id: lead -->

**Answer:** By asking; first of all.

**Key points:**
- Ask, then **decide**

**Follow-ups:**
- Whom; and why?
- When?

**Time:** 90s

**Shape:** star

### How do you end?

Well.
`

const answers = '\n\n3\n1\n\nSlower.\n'

describe('a bank that was removed', () => {
  /** The arguments that a hint names. */
  const hinted = (err: string): string[] =>
    (/add it again with greenroom (.*)\.\n/.exec(err)?.[1] ?? '')
      .split(/ (?=(?:[^']*'[^']*')*[^']*$)/)
      .map((word) => word.replace(/^'(.*)'$/, '$1'))

  test('and came through standard input is added again from its backup, as the hint says', async () => {
    const home = join(newFolder(), 'my data')
    await greenroom(['bank', 'add', '-', '--as', 'mine', '--yes'], { home, input: mine })
    await greenroom(['drill', '1', '--bank', 'mine'], { home, input: answers })
    const before = await json(['show', '1', '--bank', 'mine'], { home })
    const { err } = await greenroom(['bank', 'remove', 'mine'], { home })
    const added = await greenroom([...hinted(err), '--yes'], { home })
    expect(added).toMatchObject({ code: 0 })
    expect(added.out).toContain('Mine (mine): 2 questions')
    expect(await json(['show', '1', '--bank', 'mine'], { home })).toEqual(before)
    expect(before.attempts).toBe(1)
    expect(opened(home).bankCopy('mine')?.source).toBe('-')
  })

  test('is added again from its source where that is there, and from its backup where it is gone', async () => {
    const home = newFolder()
    const file = fileWith(mine)
    await greenroom(['bank', 'add', file, '--as', 'mine', '--yes'], { home })
    const { err } = await greenroom(['bank', 'remove', 'mine'], { home })
    expect(hinted(err)).toEqual(['bank', 'add', file, '--as', 'mine'])
    const gone = join(newFolder(), 'bank.md')
    writeFileSync(gone, mine)
    await greenroom(['bank', 'add', gone, '--as', 'mine', '--yes'], { home })
    opened(home).keepBank({
      source: join(newFolder(), 'gone.md'),
      stamp: 'then',
      bank: {
        ...(opened(home).bankCopy('mine')?.bank ?? { title: '', questions: [], warnings: [] }),
        slug: 'mine',
      },
    })
    const again = await greenroom(['bank', 'remove', 'mine'], { home })
    expect(hinted(again.err)[2]).toMatch(/bank-mine-[\dT]+\.json$/)
    expect((await greenroom([...hinted(again.err), '--yes'], { home })).code).toBe(0)
    expect(opened(home).bankCopy('mine')?.bank.questions).toHaveLength(2)
  })

  test('twice within a second is kept twice', async () => {
    const home = newFolder()
    const add = ['bank', 'add', '-', '--as', 'mine', '--yes']
    for (const _ of [1, 2]) {
      await greenroom(add, { home, input: mine, now: new Date(2026, 10, 25, 9) })
      const removed = await greenroom(['bank', 'remove', 'mine'], { home, now: new Date(2026, 10, 25, 9) })
      expect(removed.code).toBe(0)
    }
    expect(readdirSync(join(home, 'backups')).filter((name) => name.startsWith('bank-mine-'))).toHaveLength(2)
  })

  test('is refused from a file that only looks like its copy', async () => {
    const home = newFolder()
    for (const text of [
      '{"v":2,"head":{"source":5},"questions":[\n]}\n',
      '{"v":1,"source":"-","stamp":null,"bank":{"slug":"../x","title":"X","questions":[],"warnings":[]}}',
      '{"v":1,"source":"-","stamp":null,"bank":{"slug":"x","title":"X","questions":[{"id":1}],"warnings":[]}}',
    ]) {
      const { code } = await greenroom(['bank', 'add', fileWith(text, 'x.json'), '--yes'], { home })
      expect(code).toBe(1)
    }
  })
})

describe('a bank as CSV', () => {
  test.each([['leadership'], ['mine']])(
    '%s has all that makes its questions, and gives them again',
    async (slug) => {
      const home = newFolder()
      await greenroom(['bank', 'add', '-', '--as', 'mine', '--yes'], { home, input: mine })
      const csv = await output(['export', 'bank', '--bank', slug, '--format', 'csv'], { home })
      expect(csv.split('\n')[0]).toBe('section,question,answer,key points,follow-ups,time,id')
      await greenroom(['bank', 'add', fileWith(csv, 'again.csv'), '--as', 'again', '--yes'], { home })
      const questions = async (bank: string) =>
        JSON.parse(
          await output(['export', 'bank', '--bank', bank, '--format', 'json'], { home }),
        ).questions.map(
          ({ line: _, shape: __, id, ...question }: { line: number; shape: string; id: string }) => ({
            ...question,
            id: id.replace(/^.*\//, ''),
          }),
        )
      expect(await questions('again')).toEqual(await questions(slug))
    },
  )
})

test.skipIf(process.platform === 'win32')('what is exported to a file is for its user alone', async () => {
  const home = newFolder()
  for (const args of [['notes'], ['bank'], ['progress'], ['sheet'], ['progress', '--format', 'json']]) {
    const file = join(newFolder(), 'out')
    await greenroom(['export', ...args, '-o', file], { home })
    expect(statSync(file).mode & 0o777).toBe(0o600)
  }
})

describe('backup -', () => {
  test('goes to standard output, and restore - takes it', async () => {
    const home = newFolder()
    await greenroom(['drill', '1'], { home, input: answers })
    const { code, out } = await greenroom(['backup', '-'], { home })
    expect(code).toBe(0)
    const copy = newFolder()
    const restored = await greenroom(['restore', '-'], { home: copy, input: Buffer.from(out, 'latin1') })
    expect(restored).toMatchObject({ code: 0, err: expect.stringContaining('Restored: 1 attempt') })
    expect((await greenroom(['restore', '-'], { home: copy, input: 'hello' })).err).toContain(
      'Standard input is not a greenroom backup.',
    )
    expect(readdirSync('.')).not.toContain('-')
  })
})

test('a bank is removed with --yes too', async () => {
  const home = newFolder()
  await greenroom(['bank', 'add', '-', '--as', 'mine', '--yes'], { home, input: mine })
  expect((await greenroom(['bank', 'remove', 'mine', '--yes'], { home })).code).toBe(0)
})

test('an export is written to the file that is named, with or without -o', async () => {
  const home = newFolder()
  const file = join(newFolder(), 'sheet.md')
  expect(await greenroom(['export', 'sheet', file], { home })).toMatchObject({ code: 0, out: '' })
  expect(readFileSync(file, 'utf8')).toBe(await output(['export', 'sheet'], { home }))
  expect(await greenroom(['export', 'sheet', file, '-o', file], { home })).toMatchObject({
    code: 2,
    err: expect.stringContaining('The file is named twice.'),
  })
})
