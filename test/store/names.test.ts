import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { pack } from '../../src/store/backup/archive.ts'
import { checksumOf, sealed } from '../../src/store/checksum.ts'
import { isPortable } from '../../src/text/file-names.ts'
import { greenroom } from '../world.ts'
import { anAttempt, lineOf, newHome, opened, temporaryFolder, usedHome, write } from './home.ts'

const evil = 'a\u001b[31m\nPassword:\u202e'

/** A backup as 0.1.0 made it, or somebody by hand: with the names as they are. */
function backupOf(files: Record<string, string>): string {
  const parts = Object.entries(files).map(
    ([path, text]) => `${JSON.stringify({ path, bytes: Buffer.byteLength(text) })}\n${text}\n`,
  )
  const body = gzipSync(parts.join(''))
  const sum = createHash('sha256').update(body).digest('hex')
  const file = join(temporaryFolder(), 'all.backup')
  writeFileSync(file, Buffer.concat([Buffer.from(`greenroom-backup 1 sha256 ${sum}\n`), body]))
  return file
}

const namesIn = (home: string, folder: string): string[] => {
  try {
    return readdirSync(join(home, folder))
  } catch {
    return []
  }
}

describe('names in a backup', () => {
  it('that do not work everywhere are given to nothing, and what they name is kept', async () => {
    const { home } = await usedHome(1)
    const journals = [`${evil}.jsonl`, 'CON.jsonl', 'b c.jsonl', 'one.jsonl', 'ONE.jsonl', 'x'.repeat(200)]
    const files = Object.fromEntries([
      ...journals.map((name, at) => [
        `attempts/${name.replace(/(\.jsonl)?$/, '.jsonl')}`,
        lineOf(anAttempt(), `line ${at}`),
      ]),
      [`quarantine/${evil}`, 'kept'],
      ['quarantine/nul', 'kept'],
      [`banks/${evil}.json`, '{}'],
      [`backups/bank-${evil}.json`, '{}'],
    ])
    expect((await greenroom(['restore', backupOf(files)], { home })).code).toBe(0)
    const ids = opened(home)
      .lines()
      .map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(journals.map((_, at) => `line ${at}`)))
    for (const folder of ['attempts', 'quarantine', 'banks', 'backups']) {
      const names = namesIn(home, folder)
      expect(names.filter((name) => !isPortable(name))).toEqual([])
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    }
    expect(namesIn(home, 'quarantine')).toHaveLength(4)
    const { out, err } = await greenroom(['restore', backupOf(files)], { home })
    expect(out + err).toContain('Everything in it is here already.')
  })

  it('are portable, and those of banks in any language come back', async () => {
    const { home } = await usedHome(1)
    const bank = { slug: 'führung', title: 'Führung', questions: [], warnings: [] }
    opened(home).keepBank({ source: '-', stamp: null, bank })
    write(home, 'attempts/my copy.jsonl', lineOf(anAttempt(), 'copied'))
    // where the system takes such a name at all
    write(home, `quarantine/${process.platform === 'win32' ? 'a b' : evil}`, 'kept')
    const file = join(temporaryFolder(), 'all.backup')
    await greenroom(['backup', file], { home })
    const bytes = readFileSync(file)
    const paths = gunzipSync(bytes.subarray(bytes.indexOf('\n') + 1))
      .toString()
      .match(/(?<="path":").*?(?=")/g)
    for (const path of paths ?? []) expect(isPortable(path.replace(/^\w+\//, ''))).toBe(true)
    expect(paths).toContain('banks/f_fc_hrung.json')
    const copy = newHome()
    await greenroom(['restore', file], { home: copy })
    expect(opened(copy).bankSlugs()).toEqual(['führung'])
    expect(
      opened(copy)
        .lines()
        .map(({ id }) => id),
    ).toContain('copied')
  })

  it('that lead elsewhere once they are read are refused', async () => {
    const { home } = await usedHome(1)
    for (const name of ['_2e__2e__2f_evil.jsonl', 'a_5c_evil.jsonl', 'a_0_.jsonl']) {
      const { code, err } = await greenroom(['restore', backupOf({ [`attempts/${name}`]: 'x' })], { home })
      expect([name, code]).toEqual([name, 1])
      expect(err).toContain('is damaged')
    }
  })

  it('of journals that were packed are what they were', async () => {
    const { home } = await usedHome(1)
    const file = join(temporaryFolder(), 'all.backup')
    writeFileSync(
      file,
      pack([{ path: 'attempts/theirs-1.jsonl', bytes: Buffer.from(lineOf(anAttempt(), 'a')) }]),
    )
    await greenroom(['restore', file], { home })
    expect(namesIn(home, 'attempts')).toContain('theirs-1.jsonl')
  })
})

describe.skipIf(process.platform === 'win32')('what doctor prints', () => {
  it('is harmless, whatever the names in the home are', async () => {
    const { home } = await usedHome(1)
    write(home, `attempts/${evil}.jsonl`, '{"torn": ')
    write(home, `attempts/.draft-${evil}`, '')
    write(home, `quarantine/${evil}`, 'x')
    write(home, `banks/.${evil}`, 'x')
    write(home, `backups/.auto-${evil}`, 'x')
    for (const args of [
      ['doctor'],
      ['doctor', '--json'],
      ['doctor', '--fix'],
      ['doctor', '--fix', '--json'],
      ['list'],
    ]) {
      const { out, err } = await greenroom(args, { home })
      expect(out + err).not.toContain('\u001b')
      expect(out + err).not.toContain('\u202e')
      expect(out + err).not.toMatch(/^\s*Password:/m)
    }
    write(home, `attempts/${evil}2.jsonl/x`, '')
    expect((await greenroom(['list'], { home })).err).not.toMatch(/^\s*Password:/m)
  })
})

describe('a copy of a bank in a backup', () => {
  const sealedCopy = (head: object, questions: string[] = []): string =>
    `{"v":2,"head":${sealed(JSON.stringify(head))},"questions":[\n${questions.join(',\n')}\n]}\n`
  const list = {
    ids: ['x/a'],
    sections: [],
    section: [-1],
    bytes: [2],
    checksums: [checksumOf(Buffer.from('{}'))],
  }
  const bank = { slug: 'x', title: 'X', warnings: [] }

  it.each([
    ['no list', sealedCopy({ source: '-', stamp: null, bank })],
    ['no source', sealedCopy({ source: 5, stamp: null, bank, list })],
    ['no title', sealedCopy({ source: '-', stamp: null, bank: { ...bank, title: {} }, list })],
    ['columns of other sizes', sealedCopy({ source: '-', stamp: null, bank, list: { ...list, ids: [] } })],
    ['sizes beyond all', sealedCopy({ source: '-', stamp: null, bank, list: { ...list, bytes: [1e15] } })],
    ['ids that are none', sealedCopy({ source: '-', stamp: null, bank, list: { ...list, ids: [5] } })],
    ['a question that is none', sealedCopy({ source: '-', stamp: null, bank, list }, ['{}'])],
    ['nothing', ''],
  ])('that has a checksum and %s ends no command with a bug', async (_, copy) => {
    const { home } = await usedHome(1)
    await greenroom(['restore', backupOf({ 'banks/x.json': copy })], { home })
    for (const args of [
      ['bank', 'list'],
      ['list', '--bank', 'x'],
      ['drill', '--bank', 'x'],
      ['export', 'bank', '--bank', 'x'],
      ['doctor', '--fix'],
      ['bank', 'remove', 'x'],
    ]) {
      const { code, err } = await greenroom(args, { home, input: '\n\n3\n1\n\n\n' })
      expect([args, [0, 1].includes(code ?? 70), err]).toEqual([args, true, err])
    }
  })
})
