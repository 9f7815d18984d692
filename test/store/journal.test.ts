import { appendFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diskFiles, type Files } from '../../src/store/files.ts'
import {
  anAttempt,
  diskError,
  journalOf,
  lineOf,
  looked,
  newHome,
  opened,
  read,
  refusalOf,
  usedHome,
  write,
} from './home.ts'

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** The disk, with writes that are recorded, or that end too early as often as asked. */
function watched(shortWrites = 0): { files: Files; writes: string[] } {
  const writes: string[] = []
  let left = shortWrites
  const files: Files = {
    ...diskFiles,
    write(file, bytes) {
      const short = left-- > 0
      writes.push(Buffer.from(bytes).toString())
      return diskFiles.write(file, short ? bytes.subarray(0, bytes.length >> 1) : bytes)
    },
  }
  return { files, writes }
}

describe('an appended line', () => {
  it('is a newline, JSON with version, type, id and local time, and a newline, in one write', () => {
    const { files, writes } = watched()
    const store = opened(newHome(), files)
    store.prepare()
    writes.length = 0
    const line = store.append({ type: 'skip', rehearsal: 'r1', question: 'bank/one' })
    expect(writes).toEqual([`\n${JSON.stringify(line)}\n`])
    expect(line).toMatchObject({ v: 1, type: 'skip', rehearsal: 'r1', question: 'bank/one' })
    expect(line.id).toMatch(uuid)
    expect(line.at).toMatch(/^2026-11-23T\d\d:\d\d:\d\d\.000[+-]\d\d:\d\d$/)
    const late = new Date(line.at).getTime() - Date.UTC(2026, 10, 23, 9)
    expect(late >= 0 && late < 60_000).toBe(true)
  })

  it('stands in the journal of its device', () => {
    const home = newHome()
    const store = opened(home)
    const line = store.append(anAttempt())
    expect(store.device()).toMatch(uuid)
    expect(read(home, journalOf(store))).toBe(`\n${JSON.stringify(line)}\n`)
    expect(store.lines()).toEqual([{ ...line, device: store.device() }])
  })

  it('with the id of an earlier one takes its place', async () => {
    const store = opened(newHome())
    const first = store.append(anAttempt({ score: 2, committed: 2, final: false }))
    const other = store.append(anAttempt({ question: 'bank/two' }))
    const last = store.append(anAttempt({ score: 3, committed: 2, final: true }), first.id)
    expect(last.id).toBe(first.id)
    expect(store.lines().map(({ id }) => id)).toEqual([other.id, first.id])
    expect((await store.progress()).questions.get('bank/one')).toMatchObject({ attempts: 1, lastScore: 3 })
  })

  it('has a stamp of its own, also when it is made from another line', () => {
    const store = opened(newHome())
    const first = store.append(anAttempt())
    const second = store.append({ ...first })
    expect(second.id).not.toBe(first.id)
    expect(second.at > first.at).toBe(true)
  })

  it('is seen by progress and by another process', async () => {
    const { home, store } = await usedHome(1)
    expect((await store.progress()).attempts).toBe(1)
    store.append(anAttempt())
    expect((await store.progress()).attempts).toBe(2)
    expect((await opened(home).progress()).attempts).toBe(2)
    expect(opened(home).lines()).toHaveLength(2)
  })

  it('is merged with what another process appended in the meantime', async () => {
    const { home, store } = await usedHome(1)
    await store.progress()
    opened(home).append(anAttempt({ question: 'bank/two' }))
    store.append(anAttempt({ question: 'bank/three' }))
    const saved = await store.save()
    expect([...new Map(saved.questions).keys()].sort()).toEqual(['bank/one', 'bank/three', 'bank/two'])
    expect(await looked(opened(home))).toEqual(saved)
  })

  it('is written again as a whole after a short write', () => {
    const home = newHome()
    const { files, writes } = watched(2)
    const store = opened(home)
    store.prepare()
    const line = opened(home, files).append(anAttempt())
    expect(writes).toEqual(Array(3).fill(`\n${JSON.stringify(line)}\n`))
    expect(opened(home).lines()).toMatchObject([{ id: line.id }])
  })

  it('is refused after three short writes, and the next one counts', () => {
    const home = newHome()
    const store = opened(home)
    const before = store.append(anAttempt())
    const failing = opened(home, watched(3).files)
    expect(refusalOf(() => failing.append(anAttempt()))).toBe(
      `This could not be saved in ${join(home, journalOf(store))}: the disk is full. ` +
        'Free some space, or choose another folder with --home.',
    )
    const after = failing.append(anAttempt())
    expect(
      opened(home)
        .lines()
        .map(({ id }) => id)
        .sort(),
    ).toEqual([before.id, after.id].sort())
  })

  it.each([
    ['open', 'EACCES', 'the permissions do not allow it'],
    ['write', 'ENOSPC', 'the disk is full'],
    ['write', 'EDQUOT', 'your quota on the disk is used up'],
    ['sync', 'EIO', 'the disk reports an error'],
    ['open', 'EROFS', 'the disk is read-only'],
    ['open', 'EMFILE', 'too many files are open'],
    ['write', 'ESTALE', 'the system reports ESTALE'],
  ] as const)('is refused where %s fails with %s: %s', (call, code, reason) => {
    const home = newHome()
    opened(home).prepare()
    const fail = () => {
      throw diskError(code)
    }
    let armed = false
    const files: Files = {
      ...diskFiles,
      [call]: (...args: never[]) =>
        armed ? fail() : (diskFiles[call] as (...args: never[]) => unknown)(...args),
    }
    const store = opened(home, files)
    store.prepare()
    armed = true
    const said = refusalOf(() => store.append(anAttempt()))
    expect(said).toContain(`${reason}.`)
    expect(said).toMatch(/^This could not be saved in \S+: [^.]+\. [^.]+\.$/)
  })

  it('does not hide a bug as a refusal', () => {
    const store = opened(newHome())
    const circular: Record<string, unknown> = {}
    circular.self = circular
    expect(() => store.append({ type: 'set', key: 'count', value: circular as never })).toThrow(TypeError)
  })

  it('is no longer than the user wrote it', () => {
    const store = opened(newHome())
    const text = `${'Ünï 🎤 "quoted"\n'.repeat(50_000)}`
    store.append({ type: 'story', question: 'bank/one', text })
    expect(store.lines()).toMatchObject([{ text }])
  })
})

describe('a journal that was damaged', () => {
  const whole = (id: string) => lineOf(anAttempt(), id)
  const middle: [string, string | Uint8Array][] = [
    ['a torn line', whole('torn').slice(0, 120)],
    ['a line without its end', whole('torn').slice(0, -2)],
    ['foreign text', '\nhello\n<<<<<<< HEAD\n=======\n'],
    ['JSON that is no line', '\n{"a":1}\n[]\nnull\n42\n'],
    ['NUL bytes, as a crash leaves them', Buffer.alloc(4096)],
    ['half of a UTF-8 sequence', Buffer.from([0x0a, 0x7b, 0xf0, 0x9f])],
    ['a byte order mark', '\ufeff'],
    ['a line of nothing', '\n\r\n \t\n'],
    ['a score that is none', lineOf(anAttempt({ score: 5 as never }), 'bad')],
  ]

  it.each(middle)('keeps every other line: %s', async (_, damage) => {
    const { home, store } = await usedHome(2)
    const path = join(home, journalOf(store))
    appendFileSync(path, damage)
    store.append(anAttempt({ question: 'bank/two' }))
    expect(opened(home).lines()).toHaveLength(3)
    const progress = await opened(home).progress()
    expect(progress.attempts).toBe(3)
    expect(progress.journals[store.device()]).toBe(statSync(path).size)
  })

  it.each(middle)('keeps what follows at its start: %s', async (_, damage) => {
    const home = newHome()
    write(home, 'attempts/there.jsonl', Buffer.concat([Buffer.from(damage), Buffer.from(whole('a'))]))
    expect((await opened(home).progress()).attempts).toBe(1)
  })

  it('is read with CRLF and with a byte order mark', async () => {
    const home = newHome()
    const lines = `${whole('a')}${whole('b')}`
    write(home, 'attempts/there.jsonl', `\ufeff${lines.trimStart().replaceAll('\n', '\r\n')}`)
    expect(
      opened(home)
        .lines()
        .map(({ id }) => id),
    ).toEqual(['a', 'b'])
  })

  it('keeps lines of other versions and types, which another greenroom may know', async () => {
    const home = newHome()
    const known = lineOf(anAttempt(), 'a').replace('"v":1', '"v":2,"mood":"calm"')
    const unknown = lineOf({ type: 'applause', loud: true } as never, 'b')
    write(home, 'attempts/there.jsonl', known + unknown)
    expect(opened(home).lines()).toMatchObject([
      { v: 2, id: 'a', mood: 'calm' },
      { type: 'applause', id: 'b', loud: true },
    ])
    expect((await opened(home).progress()).attempts).toBe(1)
  })

  it('is safe for a terminal', () => {
    const home = newHome()
    write(
      home,
      'attempts/there.jsonl',
      lineOf({ type: 'story', question: 'bank/one', text: '\u001b]0;owned\u0007 right\u202eleft' }, 'a'),
    )
    expect(opened(home).lines()).toMatchObject([{ text: ']0;owned right<U+202E>left' }])
  })
})

describe('journals of several devices', () => {
  it('are merged, whatever their names', async () => {
    const { home, store } = await usedHome(1)
    write(home, 'attempts/laptop (conflicted copy).jsonl', lineOf(anAttempt(), 'x'))
    write(home, 'attempts/__proto__.jsonl', lineOf(anAttempt(), 'y', 1) + lineOf(anAttempt(), 'x'))
    write(home, 'attempts/notes.txt', lineOf(anAttempt(), 'z', 1))
    const progress = await store.progress()
    expect(progress.attempts).toBe(3)
    expect(Object.keys(progress.journals)).toHaveLength(3)
    expect(await looked(opened(home))).toEqual(progress)
  })
})
