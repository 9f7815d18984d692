import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { UserError } from '../../src/ports.ts'
import { pack, unpack } from '../../src/store/backup/archive.ts'
import { anAttempt, lineOf, opened, temporaryFolder, usedHome } from '../store/home.ts'

const journal = Buffer.from(lineOf(anAttempt(), 'a'))
const archive = pack([
  { path: 'attempts/there.jsonl', bytes: journal },
  { path: 'banks/own.json', bytes: Buffer.from('{}') },
])
const headEnd = archive.indexOf('\n') + 1

/** An archive as somebody might make one by hand. */
function crafted(content: string | Buffer, { version = '1', sum = '' } = {}): Buffer {
  const body = gzipSync(content)
  const checksum = sum || createHash('sha256').update(body).digest('hex')
  return Buffer.concat([Buffer.from(`greenroom-backup ${version} sha256 ${checksum}\n`), body])
}

const craftedPiece = (path: unknown, text = 'x', bytes: unknown = text.length): Buffer =>
  crafted(`${JSON.stringify({ path, bytes })}\n${text}\n`)

describe('an archive', () => {
  it('gives back what was packed', () => {
    const name = fc.stringMatching(/^[\w-][\w .-]{0,30}$/)
    const path = fc.oneof(
      name.map((each) => `attempts/${each}.jsonl`),
      name.map((each) => `banks/${each}.json`),
      name.map((each) => `backups/bank-${each}.json`),
      fc
        .string({ unit: 'binary', minLength: 1, maxLength: 20 })
        .filter((each) => !/^\.\.?$|[/\\\0]/.test(each))
        .map((each) => `quarantine/${each}`),
    )
    const piece = fc.record({ path, bytes: fc.uint8Array({ maxLength: 500 }) })
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const back = unpack(pack(pieces))
        expect(
          Array.isArray(back) && back.map(({ path, bytes }) => ({ path, bytes: Uint8Array.from(bytes) })),
        ).toEqual(pieces)
      }),
    )
  })

  it('that ends at any byte is refused', () => {
    for (let end = 0; end < archive.length; end++)
      expect(unpack(archive.subarray(0, end))).toBe(end < 'greenroom-backup'.length ? 'foreign' : 'damaged')
  })

  it('of which any bit is changed is refused', () => {
    for (let at = 0; at < archive.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const changed = Buffer.from(archive)
        changed[at] = (changed[at] ?? 0) ^ (1 << bit)
        expect(['foreign', 'damaged', 'newer']).toContain(unpack(changed))
        if (at >= headEnd) expect(unpack(changed)).toBe('damaged')
      }
    }
  })

  it('with anything behind it is refused', () => {
    for (const more of ['\n', '\0', 'x', String(archive), archive])
      expect(unpack(Buffer.concat([archive, Buffer.from(more)]))).toBe('damaged')
  })

  it('of arbitrary bytes never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(unpack(bytes)).toBe('foreign')
        expect(['damaged', 'foreign']).toContain(unpack(Buffer.concat([archive.subarray(0, headEnd), bytes])))
        const read = unpack(crafted(Buffer.from(bytes)))
        expect(bytes.length === 0 ? [] : 'damaged').toEqual(read)
      }),
    )
  })
})

/** Everything in a home, byte for byte, with its modes and times. */
function stateOf(home: string): unknown[] {
  return readdirSync(home, { recursive: true, withFileTypes: true }).map((each) => {
    const path = join(each.parentPath, each.name)
    const { mode, mtimeMs, ino } = statSync(path)
    return [path, mode, mtimeMs, ino, each.isFile() && readFileSync(path, 'latin1')]
  })
}

describe('restoring', () => {
  let home = ''
  let file = ''

  beforeEach(async () => {
    home = (await usedHome(2)).home
    file = join(temporaryFolder(), 'all.backup')
  })

  async function expectRefused(
    bytes: Uint8Array,
    says: RegExp,
    of: readonly boolean[] = [false, true],
  ): Promise<void> {
    writeFileSync(file, bytes)
    for (const replace of of) {
      const before = stateOf(home)
      const refused = await opened(home)
        .restore(file, { replace })
        .catch((error) => error)
      expect(refused).toBeInstanceOf(UserError)
      expect(`${refused.message} ${refused.hint}`.replaceAll(file, 'FILE')).toMatch(says)
      expect(stateOf(home)).toEqual(before)
    }
  }

  const damaged =
    /^FILE is damaged, so nothing was restored from it\. Use another one: automatic backups are in the folder backups of your data\.$/
  const foreign = /^FILE is not a greenroom backup\. Name a file that backup wrote\.$/
  const newer = /^FILE was made by a newer greenroom\. Upgrade this one, then restore it\.$/

  it('an archive that is cut off, changed or longer changes nothing', async () => {
    for (let end = 0; end < archive.length; end += 13)
      await expectRefused(archive.subarray(0, end), end < 16 ? foreign : damaged)
    for (let at = 0; at < archive.length; at += 13) {
      const changed = Buffer.from(archive)
      changed[at] = (changed[at] ?? 0) ^ 0xff
      await expectRefused(changed, at < headEnd ? /^FILE is (not a greenroom backup|damaged)/ : damaged)
    }
    await expectRefused(Buffer.concat([archive, Buffer.from('x')]), damaged)
  })

  it.each(['2', '17', '99999999999999999999'])('one of version %s asks for an upgrade', async (version) => {
    await expectRefused(crafted('', { version }), newer)
    // whose checksum this one need not understand
    await expectRefused(crafted('', { version, sum: '0'.repeat(64) }), newer)
  })

  it.each([
    ['../evil.jsonl'],
    ['attempts/../../evil.jsonl'],
    ['attempts/../device'],
    ['attempts/..'],
    ['quarantine/..'],
    ['quarantine/.'],
    ['quarantine/'],
    ['/etc/evil.jsonl'],
    ['C:\\evil.jsonl'],
    ['attempts\\evil.jsonl'],
    ['attempts/..\\..\\evil.jsonl'],
    ['attempts/deep/evil.jsonl'],
    ['attempts/evil.jsonl\0'],
    ['attempts/evil'],
    ['banks/evil.jsonl'],
    ['backups/auto-20261125T090000.backup'],
    ['device'],
    ['config.json'],
    ['progress.json'],
    ['.git/config'],
    [''],
    [5],
    [null],
    [['attempts/evil.jsonl']],
  ])('one that holds %j is refused', async (path) => {
    await expectRefused(craftedPiece(path), damaged)
    const both = `${JSON.stringify({ path: 'attempts/fine.jsonl', bytes: 1 })}\nx\n${JSON.stringify({ path, bytes: 1 })}\nx\n`
    await expectRefused(crafted(both), damaged)
  })

  it.each([
    ['more bytes than there are', craftedPiece('attempts/a.jsonl', 'x', 100)],
    ['fewer bytes than none', craftedPiece('attempts/a.jsonl', 'x', -1)],
    ['half a byte', craftedPiece('attempts/a.jsonl', 'xx', 0.5)],
    ['no number of bytes', craftedPiece('attempts/a.jsonl', 'x', 'many')],
    ['no piece', crafted('hello')],
    ['null', crafted('null\n')],
    [
      'no gzip',
      Buffer.concat([
        Buffer.from(`greenroom-backup 1 sha256 ${createHash('sha256').update('x').digest('hex')}\n`),
        Buffer.from('x'),
      ]),
    ],
  ])('one with %s is refused', async (_, bytes) => {
    await expectRefused(bytes, damaged)
  })

  it('one that is whole is not refused', async () => {
    writeFileSync(file, archive)
    expect(await opened(home).restore(file, { replace: false })).toEqual({
      isNew: true,
      attempts: 1,
      others: 0,
      banks: 1,
      previous: null,
      leftOut: {},
    })
  })
})
