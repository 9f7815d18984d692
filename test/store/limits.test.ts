import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readJournal } from '../../src/progress/read.ts'
import { pack, unpack } from '../../src/store/backup/archive.ts'
import { deepestJson, mostFilesInBackup, mostLines } from '../../src/text/limits.ts'
import { parseJson } from '../../src/text/safe-json.ts'
import { rehearsal } from '../progress/lines.ts'
import { greenroom } from '../world.ts'
import { anAttempt, lineOf, newHome, opened, read, temporaryFolder, usedHome, write } from './home.ts'

const deep = (levels: number, of = '1'): string => '{"a":'.repeat(levels) + of + '}'.repeat(levels)
const deepList = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)

const stamp = '"v":1,"id":"deep","at":"2026-11-23T10:12:33.123+01:00"'

/** Lines that nest so deep that functions which call themselves end. */
const deepLines: [string, string][] = [20_000, 100_000].flatMap((levels) => [
  [
    `options of ${levels} levels`,
    JSON.stringify(rehearsal({ id: 'deep' })).replace(/"options":\{[^}]*\}/, `"options":${deep(levels)}`),
  ],
  [`an unknown type of ${levels} levels`, `{${stamp},"type":"later","of":${deepList(levels)}}`],
  [
    `an attempt with an unknown field of ${levels} levels`,
    lineOf(anAttempt(), 'deep')
      .trim()
      .replace(/\}$/, `,"more":${deep(levels)}}`),
  ],
  [
    `levels, ${levels}, with an escape beside them`,
    `{${stamp},"type":"later","x":"\\u001b","of":${deep(levels)}}`,
  ],
])

describe('a line that nests too deep', () => {
  it.each(deepLines)('with %s is damaged to every command, and kept', async (_, line) => {
    const { home } = await usedHome(2)
    write(home, 'attempts/theirs.jsonl', `\n${line}\n`)
    for (const args of [
      ['list'],
      ['stats'],
      ['export', 'progress', '--format', 'json'],
      ['drill', '1'],
      ['undo'],
      ['backup', join(temporaryFolder(), 'all.backup')],
    ]) {
      const { code } = await greenroom(args, { home, input: '\n\n3\n1\n\n\n' })
      expect([args, code]).toEqual([args, 0])
    }
    const found = await greenroom(['doctor'], { home })
    expect(found).toMatchObject({ code: 1 })
    expect(found.out).toContain('1 damaged line (attempts/theirs.jsonl, line 2)')
    const fixed = await greenroom(['doctor', '--fix'], { home })
    expect(fixed.out).toContain('One damaged line was copied to quarantine/journal-theirs-')
    expect((await greenroom(['doctor'], { home })).code).toBe(0)
    const [name = ''] = readdirSync(join(home, 'quarantine'))
    expect(read(home, `quarantine/${name}`)).toBe(`${line}\n`)
  })

  it('comes with a backup as it is', async () => {
    for (const [, line] of deepLines.slice(0, 4)) {
      const { home } = await usedHome(2)
      const file = join(temporaryFolder(), 'all.backup')
      writeFileSync(file, pack([{ path: 'attempts/theirs.jsonl', bytes: Buffer.from(`\n${line}\n`) }]))
      expect((await greenroom(['restore', file], { home })).code).toBe(0)
      expect((await greenroom(['list'], { home })).code).toBe(0)
    }
  })

  it('is told from one that has many brackets', () => {
    const texts = { made: ['[[[[{{{{'.repeat(50)], wide: Array.from({ length: 100 }, () => ({ a: [] })) }
    expect(parseJson(JSON.stringify(texts))).toEqual(texts)
    expect(parseJson(deep(deepestJson))).toBeDefined()
    expect(parseJson(deep(deepestJson + 1))).toBeUndefined()
    expect(parseJson(deepList(deepestJson + 1))).toBeUndefined()
  })

  it.each(['config.json', 'progress.json', 'device'])(
    'as %s is no more than a damaged file',
    async (file) => {
      const { home } = await usedHome(2)
      for (const content of [deep(20_000), `{"v":4,"x":${deep(20_000)}}`, `{"count":${deepList(20_000)}}`]) {
        write(home, file, content)
        expect((await greenroom(['list'], { home })).code).toBe(0)
      }
    },
  )

  it('in the copy of a bank is no more than a damaged copy', async () => {
    const { home } = await usedHome(2)
    const bank = `{"slug":"own","title":"Own","questions":[],"warnings":[${deep(20_000)}]}`
    write(home, 'banks/own.json', `{"v":1,"source":"-","stamp":null,"bank":${bank}}`)
    for (const args of [
      ['bank', 'list'],
      ['list', '--bank', 'own'],
      ['doctor', '--fix'],
    ])
      expect((await greenroom(args, { home })).code).not.toBe(70)
  })
})

/** A backup as somebody might make one by hand. */
function crafted(content: string | Buffer): Buffer {
  const body = gzipSync(content, { level: 9 })
  const sum = createHash('sha256').update(body).digest('hex')
  return Buffer.concat([Buffer.from(`greenroom-backup 1 sha256 ${sum}\n`), body])
}

const journalOf = (text: string | Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`${JSON.stringify({ path: 'attempts/theirs.jsonl', bytes: text.length })}\n`),
    Buffer.from(text),
    Buffer.from('\n'),
  ])

const line = lineOf(anAttempt(), 'a')

describe('a backup that holds too much', () => {
  it.each<[string, Buffer]>([
    ['newlines', Buffer.alloc(64 * 1024 ** 2, '\n')],
    ['zeros', Buffer.alloc(64 * 1024 ** 2)],
    ['one line again and again', Buffer.from(line.repeat((64 * 1024 ** 2) / line.length))],
    ['lines of two bytes', Buffer.alloc(8 * 1024 ** 2, 'x\n')],
  ])('of %s is refused before it fills the memory', async (_, content) => {
    const { home } = await usedHome(1)
    const file = join(temporaryFolder(), 'all.backup')
    writeFileSync(file, crafted(journalOf(content)))
    expect(statSync(file).size).toBeLessThan(1024 ** 2)
    const before = process.memoryUsage.rss()
    const { code, err } = await greenroom(['restore', file], { home })
    expect(code).toBe(1)
    expect(err).toMatch(
      /all\.backup holds more than greenroom writes: 1 GB, a million lines, 10,000 files, or 100 times its own size\.\nNothing was restored\./,
    )
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 ** 2)
    expect(opened(home).lines()).toHaveLength(1)
  })

  it('of more files than can be written in a moment is refused too', async () => {
    const home = newHome()
    const file = join(temporaryFolder(), 'all.backup')
    const names = Array.from(
      { length: mostFilesInBackup + 1 },
      (_, index) => `{"path":"quarantine/${index}","bytes":0}`,
    )
    writeFileSync(file, crafted(names.map((each) => `${each}\n\n`).join('')))
    const { code, err } = await greenroom(['restore', file], { home })
    expect(code).toBe(1)
    expect(err).toContain('holds more than greenroom writes')
    expect(existsSync(join(home, 'quarantine'))).toBe(false)
  })

  it('of the files that are set aside, those are left out that are too many', async () => {
    const { home } = await usedHome(1)
    mkdirSync(join(home, 'quarantine'))
    for (let index = 0; index <= mostFilesInBackup; index++)
      writeFileSync(join(home, 'quarantine', `${index}`), '')
    const file = join(temporaryFolder(), 'all.backup')
    expect((await greenroom(['backup', file], { home })).code).toBe(0)
    const back = unpack(readFileSync(file))
    expect(back).toHaveLength(mostFilesInBackup)
  })

  it('is none that greenroom made, whatever is in it', () => {
    const zeros = { path: 'quarantine/zeros', bytes: Buffer.alloc(64 * 1024 ** 2) }
    const back = unpack(pack([zeros]))
    expect(Array.isArray(back) && back[0]?.bytes.length).toBe(zeros.bytes.length)
  })
})

describe('a journal with too many lines', () => {
  it('is named, and what to do', async () => {
    const { home } = await usedHome(1)
    write(home, 'attempts/theirs.jsonl', 'x\n'.repeat(mostLines + 1))
    for (const args of [['list'], ['drill', '1'], ['doctor']]) {
      const { code, out, err } = await greenroom(args, { home })
      expect(code).toBe(1)
      expect(out + err).toContain('The journals have more than 1,000,000 lines, with attempts/theirs.jsonl.')
      expect(out + err).toContain('move that file out of the folder')
    }
  })

  it('does not come out of a backup that would be fine alone', async () => {
    const { home } = await usedHome(1)
    const file = join(temporaryFolder(), 'theirs.backup')
    writeFileSync(
      file,
      pack([{ path: 'attempts/theirs.jsonl', bytes: Buffer.from('x\n'.repeat(mostLines)) }]),
    )
    const { code, err } = await greenroom(['restore', file], { home })
    expect(code).toBe(1)
    expect(err).toContain('would have more than 1,000,000 lines, so nothing was restored.')
    expect((await greenroom(['list'], { home })).code).toBe(0)
    expect((await greenroom(['restore', file, '--replace'], { home })).code).toBe(0)
  })

  it('counts no blank ones', async () => {
    const { home } = await usedHome(1)
    write(
      home,
      'attempts/theirs.jsonl',
      Buffer.concat([Buffer.alloc(32 * 1024 ** 2, '\n'), Buffer.from(line)]),
    )
    expect((await opened(home).progress()).attempts).toBe(2)
    expect((await greenroom(['doctor'], { home })).out).toContain('2 lines in 2 journals, none damaged.')
  })
})

it('reads no piece that cannot be a line', () => {
  expect(readJournal('x\n'.repeat(10))).toMatchObject({ lines: [], bad: 10 })
  const shortest = '{"v":1,"type":"","id":"","at":"2026-11-23T10:12Z"}'
  expect(readJournal(shortest).lines.length + readJournal(shortest).bad).toBe(1)
})
