import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BankCopy } from '../../src/ports.ts'
import { diskFiles } from '../../src/store/files.ts'
import { bank, question } from '../progress/lines.ts'
import { diskError, newHome, opened, read, write } from './home.ts'

const mine = bank('mine', [
  question('mine/one', {
    answer: 'An *answer*',
    keyPoints: [{ text: 'A point', label: 'point' }],
    followUps: ['And then?'],
  }),
])
const copy: BankCopy = { source: '/banks/mine.md', stamp: null, bank: mine }

/** A home with that copy in it, which was changed then. */
function harmed(harm: (text: string) => string, kept = copy): { home: string; content: string } {
  const home = newHome()
  opened(home).keepBank(kept)
  const content = harm(read(home, 'banks/mine.json'))
  write(home, 'banks/mine.json', content)
  return { home, content }
}

describe('the copy of a bank', () => {
  it('is read as it was parsed', () => {
    const { home } = harmed((text) => text)
    expect(opened(home).bankCopy('mine')).toEqual(copy)
  })

  it.each<[string, unknown]>([
    ['alsoAskedAs', 'How?'],
    ['competencies', 5],
    ['competencies', [null]],
    ['weakAnswer', ['no']],
    ['budgetMs', -1],
    ['number', 0.5],
  ])(
    'with a question whose %s is %j has that question no more, whatever its checksums say',
    (field, value) => {
      const bad = { ...question('mine/two'), [field]: value }
      const { home } = harmed((text) => text, {
        ...copy,
        bank: { ...mine, questions: [...mine.questions, bad] },
      })
      expect(opened(home).bankCopy('mine')?.bank.questions).toEqual(mine.questions)
    },
  )

  it('is read anew where its questions to ask are none', () => {
    const toAsk = 'What?' as unknown as string[]
    const { home } = harmed((text) => text, { ...copy, bank: { ...mine, toAsk } })
    expect(opened(home).bankCopy('mine')?.bank).toEqual(mine)
  })

  it('is null where there is none', () => {
    expect(opened(newHome()).bankCopy('mine')).toBeNull()
  })

  it.each<[string, (text: string) => string]>([
    ['empty', () => ''],
    ['no JSON', () => 'hello'],
    ['an array', () => '[]'],
    ['of the first version and without a bank', () => '{"v":1}'],
  ])('that is %s goes to quarantine, and this is said once', (_, harm) => {
    const { home, content } = harmed(harm)
    const store = opened(home)
    expect(store.bankCopy('mine')).toBeNull()
    expect(store.bankCopy('mine')).toBeNull()
    const [kept] = readdirSync(join(home, 'quarantine'))
    expect(store.notices).toEqual([
      `banks/mine.json could not be read and was moved to quarantine/${kept}. What is left of it is used, and its source is read again if it is still there.`,
    ])
    expect(read(home, `quarantine/${kept}`)).toBe(content)
    expect(store.bankSlugs()).toEqual([])
  })

  it.each<[string, (text: string) => string]>([
    ['without a version', (text) => text.replace('"v":2,', '')],
    ['with another checksum', (text) => text.replace(/"checksum":"./, '"checksum":"x')],
    ['with another title', (text) => text.replace('"title":"', '"title":"Not ')],
    [
      'of the first version, with a question that is none',
      () => JSON.stringify({ v: 1, ...copy, bank: { ...mine, questions: [...mine.questions, {}] } }),
    ],
  ])(
    'that is %s goes to quarantine, and what is left of it is used until the source is read again',
    (_, harm) => {
      const { home, content } = harmed(harm)
      const store = opened(home)
      const left = store.bankCopy('mine')
      expect(left?.bank.questions).toEqual(mine.questions)
      expect(left).toMatchObject({ source: copy.source, stamp: 'damaged' })
      expect(store.bankCopy('mine')).toEqual(left)
      expect(opened(home).bankCopy('mine')).toEqual(left)
      expect(readdirSync(join(home, 'quarantine')).map((name) => read(home, `quarantine/${name}`))).toEqual([
        content,
      ])
    },
  )

  it('of a newer greenroom is neither used nor touched', () => {
    const home = newHome()
    write(home, 'banks/mine.json', '{"v":3,"bank":{}}')
    const store = opened(home)
    expect(store.bankCopy('mine')).toBeNull()
    expect(store.bankCopy('mine')).toBeNull()
    expect(store.notices).toEqual([
      'The bank mine was saved by a newer greenroom. Upgrade this one to use it.',
    ])
    expect(read(home, 'banks/mine.json')).toBe('{"v":3,"bank":{}}')
  })

  it('is safe for a terminal', () => {
    const title = 'Title\u001b[31m\u202e'
    const { home } = harmed((text) => text, { ...copy, bank: { ...mine, title } })
    expect(opened(home).bankCopy('mine')?.bank.title).toBe('Title[31m<U+202E>')
  })

  it.each([
    '',
    '.',
    '..',
    '../mine',
    'a/b',
    '/etc/passwd',
    'a\\b',
    'mine.json',
    'a b',
    'a\0b',
    '-a',
    'a-',
    'con:',
  ])('has no slug such as %j', (slug) => {
    const { home, content } = harmed((text) => text)
    write(home, 'mine.json', content)
    write(home, 'banks/mine.json.json', content)
    const store = opened(home)
    expect(store.bankCopy(slug)).toBeNull()
    expect(store.notices).toEqual([])
    expect(readdirSync(home).sort()).toEqual(['banks', 'mine.json'])
  })

  it.runIf(process.platform === 'linux')('that links to itself is refused in a sentence', () => {
    const home = newHome()
    write(home, 'banks/mine.json', '')
    symlinkSync('loop.json', join(home, 'banks/loop.json'))
    expect(() => opened(home).bankCopy('loop')).toThrow(`${join(home, 'banks/loop.json')} cannot be read: `)
  })
})

describe('what is in a bank', () => {
  const questions = Array.from({ length: 9 }, (_, index) =>
    question(`mine/${index}`, {
      number: index + 1,
      section: index < 2 ? null : `Section ${index % 3}`,
      question: 'Größe? 你好 \u2028 '.repeat(index),
      answer: index % 2 ? 'An answer,\nwith "lines"' : null,
    }),
  )
  const kept: BankCopy = { source: '/banks/mine.md', stamp: 'x', bank: bank('mine', questions) }

  it('is listed, and its questions are read one by one as they were kept', () => {
    const home = newHome()
    const store = opened(home)
    store.keepBank(kept)
    const contents = store.bankContents('mine')
    expect(contents).toMatchObject({ source: '/banks/mine.md', stamp: 'x' })
    expect(contents?.questions).toEqual(questions.map(({ id, number, section }) => ({ id, number, section })))
    expect(contents?.read(contents.questions.toReversed())).toEqual(questions.toReversed())
    expect(store.bankCopy('mine')).toEqual(kept)
  })

  it.each([
    ['an id in its list', '"ids":["mine/0"', '"ids":["mine/x"'],
    ['its checksum', '"checksum":"', '"checksum": "'],
    ['its version', '{"v":2,', '{"v":3,'],
  ])('cannot be had where %s was edited by hand', (_, from, to) => {
    const { home } = harmed((text) => text.replace(from, to), kept)
    expect(opened(home).bankContents('mine')).toBeNull()
  })

  it.skipIf(process.platform === 'win32')('is no pipe to be waited for', () => {
    const home = newHome()
    opened(home).keepBank(kept)
    rmSync(join(home, 'banks/mine.json'))
    spawnSync('sh', ['-c', 'mkfifo "$0"', join(home, 'banks/mine.json')])
    expect(opened(home).bankContents('mine')).toBeNull()
  })

  it('is to be read as a whole where much of it is asked for', () => {
    const home = newHome()
    const many = Array.from({ length: 3000 }, (_, index) => question(`mine/${index}`, { number: index + 1 }))
    opened(home).keepBank({ ...kept, bank: bank('mine', many) })
    const contents = opened(home).bankContents('mine')
    expect(contents?.read(contents.questions)).toBeNull()
  })

  it.each<[string, (text: string) => string]>([
    ['damaged', (text) => text.replace('"id":"mine/7"', '"id"="mine/7"')],
    ['edited by hand', (text) => text.replace('"id":"mine/7"', '"id":"mine/8"')],
    ['truncated', (text) => text.slice(0, text.indexOf('"id":"mine/7"'))],
  ])('that is %s gives what is not, and is to be read as a whole for the rest', (_, harm) => {
    const { home } = harmed(harm, kept)
    const store = opened(home)
    const contents = store.bankContents('mine')
    expect(contents?.read(contents.questions.slice(0, 3))).toEqual(questions.slice(0, 3))
    expect(contents?.read(contents.questions.slice(7))).toBeNull()
    expect(store.bankCopy('mine')?.bank.questions.slice(0, 7)).toEqual(questions.slice(0, 7))
    expect(store.notices.join()).toContain('banks/mine.json could not be read')
  })

  it.each(['', '{', '{"v":2,"head":{},"questions":[\n]}', '\n\n', '[]\n'])(
    'cannot be had from %j',
    (content) => {
      const { home } = harmed(() => content)
      expect(opened(home).bankContents('mine')).toBeNull()
    },
  )

  it('is that of a bank alone', () => {
    const { home } = harmed((text) => text)
    expect(opened(home).bankContents('../banks/mine')).toBeNull()
  })
})

describe('a copy that greenroom 0.1.0 made', () => {
  const old = readFileSync('test/store/fixtures/v2/banks/own.json', 'utf8')
  const { source, stamp, bank: own }: BankCopy = JSON.parse(old)

  it.each([
    ['set in lines', old],
    ['in one line', JSON.stringify({ v: 1, source, stamp, bank: own })],
  ])('and is %s serves, and becomes one of which parts can be read', (_, content) => {
    const home = newHome()
    write(home, 'banks/own.json', content)
    const store = opened(home)
    expect(store.bankContents('own')).toBeNull()
    expect(store.bankCopy('own')).toEqual({ source, stamp, bank: own })
    const contents = store.bankContents('own')
    expect(contents).toMatchObject({ source, stamp })
    expect(contents?.read(contents.questions)).toEqual(own.questions)
    expect(store.bankCopy('own')).toEqual({ source, stamp, bank: own })
    expect(store.notices).toEqual([])
  })

  it('serves where nothing can be written, and under another name, where it stays as it is', () => {
    const home = newHome()
    for (const slug of ['own', 'other']) write(home, `banks/${slug}.json`, old)
    const makeFolder = () => {
      throw diskError('EROFS')
    }
    expect(opened(home, { ...diskFiles, makeFolder }).bankCopy('own')?.bank).toEqual(own)
    expect(opened(home).bankCopy('other')?.bank).toEqual(own)
    expect([read(home, 'banks/own.json'), read(home, 'banks/other.json')]).toEqual([old, old])
  })
})

describe('the slugs of banks', () => {
  it('are those of the copies, in order', () => {
    const home = newHome()
    for (const name of ['zeta.json', 'alpha-2.json', 'größe.json', '.hidden.json', 'notes.md', 'a b.json'])
      write(home, `banks/${name}`, '{}')
    expect(opened(home).bankSlugs()).toEqual(['alpha-2', 'größe', 'zeta'])
  })
})
