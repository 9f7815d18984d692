import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BankCopy } from '../../src/ports.ts'
import { bank, question } from '../progress/lines.ts'
import { newHome, opened, read, write } from './home.ts'

const mine = bank('mine', [
  question('mine/one', {
    answer: 'An *answer*',
    keyPoints: [{ text: 'A point', label: 'point' }],
    followUps: ['And then?'],
  }),
])
const copy = { v: 1, source: '/banks/mine.md', stamp: null, bank: mine }

describe('the copy of a bank', () => {
  it('is read as it was parsed', () => {
    const home = newHome()
    write(home, 'banks/mine.json', JSON.stringify(copy))
    expect(opened(home).bankCopy('mine')).toEqual(copy)
  })

  it('is null where there is none', () => {
    expect(opened(newHome()).bankCopy('mine')).toBeNull()
  })

  it.each([
    ['no JSON', 'hello'],
    ['truncated', JSON.stringify(copy).slice(0, -20)],
    ['without a bank', '{"v":1}'],
    ['without a version', JSON.stringify({ bank: mine })],
    ['without questions', JSON.stringify({ ...copy, bank: { ...mine, questions: null } })],
    [
      'with a question that is none',
      JSON.stringify({ ...copy, bank: { ...mine, questions: [{ id: 'a' }] } }),
    ],
    [
      'with a key point that is none',
      JSON.stringify({
        ...copy,
        bank: { ...mine, questions: [{ ...mine.questions[0], keyPoints: [null] }] },
      }),
    ],
    [
      'with a follow-up that is none',
      JSON.stringify({
        ...copy,
        bank: { ...mine, questions: [{ ...mine.questions[0], followUps: [null] }] },
      }),
    ],
    [
      'with an answer that is none',
      JSON.stringify({ ...copy, bank: { ...mine, questions: [{ ...mine.questions[0], answer: 5 }] } }),
    ],
  ])('that is %s goes to quarantine, and this is said once', (_, content) => {
    const home = newHome()
    write(home, 'banks/mine.json', content)
    const store = opened(home)
    expect(store.bankCopy('mine')).toBeNull()
    expect(store.bankCopy('mine')).toBeNull()
    const [kept] = readdirSync(join(home, 'quarantine'))
    expect(store.notices).toEqual([
      `banks/mine.json could not be read and is kept as quarantine/${kept}. Add the bank again from its source; its history is kept.`,
    ])
    expect(read(home, `quarantine/${kept}`)).toBe(content)
    expect(store.bankSlugs()).toEqual([])
  })

  it('of a newer greenroom is neither used nor touched', () => {
    const home = newHome()
    write(home, 'banks/mine.json', '{"v":2,"bank":{}}')
    const store = opened(home)
    expect(store.bankCopy('mine')).toBeNull()
    expect(store.bankCopy('mine')).toBeNull()
    expect(store.notices).toEqual(['A newer greenroom keeps the bank mine here. Upgrade this one to use it.'])
    expect(read(home, 'banks/mine.json')).toBe('{"v":2,"bank":{}}')
  })

  it('is safe for a terminal', () => {
    const home = newHome()
    const title = 'Title\u001b[31m\u202e'
    write(home, 'banks/mine.json', JSON.stringify({ ...copy, bank: { ...mine, title } }))
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
    const home = newHome()
    write(home, 'mine.json', JSON.stringify(copy))
    write(home, 'banks/mine.json.json', JSON.stringify(copy))
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
  const kept: BankCopy = { v: 1, source: '/banks/mine.md', stamp: 'x', bank: bank('mine', questions) }

  it('is listed, and its questions are read one by one as they were kept', () => {
    const home = newHome()
    const store = opened(home)
    store.keepBank(kept)
    const contents = store.bankContents('mine')
    expect(contents).toMatchObject({ slug: 'mine', source: '/banks/mine.md', stamp: 'x' })
    expect(contents?.questions).toEqual(questions.map(({ id, number, section }) => ({ id, number, section })))
    expect(contents?.read(contents.questions.toReversed())).toEqual(questions.toReversed())
    expect(store.bankCopy('mine')).toEqual({ ...kept, contents: expect.anything() })
  })

  it('is read as a whole where somebody took a question out by hand', () => {
    const home = newHome()
    opened(home).keepBank(kept)
    const lines = read(home, 'banks/mine.json').split('\n')
    write(home, 'banks/mine.json', [...lines.slice(0, 3), ...lines.slice(4)].join('\n'))
    expect(opened(home).bankContents('mine')).toBeNull()
    expect(opened(home).bankCopy('mine')?.bank.questions).toHaveLength(8)
  })

  it.each([
    ['an id in its list', '"mine/5"', '"mine/x"', 'mine/5'],
    ['an id in a question', '"id":"mine/5"', '"id":"mine/x"', 'mine/x'],
  ])('goes by the place of a question where %s was edited by hand', (_, from, to, id) => {
    const home = newHome()
    opened(home).keepBank(kept)
    write(home, 'banks/mine.json', read(home, 'banks/mine.json').replace(from, to))
    const contents = opened(home).bankContents('mine')
    expect(contents?.read(contents.questions.slice(5, 6))).toEqual([{ ...questions[5], id }])
  })

  it.each([
    ['"sections":[', '"sections":[7,'],
    ['"section":[', '"section":[null,'],
    ['"bytes":[', '"bytes":["1",'],
    ['"ids":[', '"ids":[{},'],
  ])('cannot be had where %s has become %s', (from, to) => {
    const home = newHome()
    opened(home).keepBank(kept)
    write(home, 'banks/mine.json', read(home, 'banks/mine.json').replace(from, to))
    expect(opened(home).bankContents('mine')).toBeNull()
  })

  it.skipIf(process.platform === 'win32')('is no pipe to be waited for', () => {
    const home = newHome()
    opened(home).keepBank(kept)
    rmSync(join(home, 'banks/mine.json'))
    spawnSync('sh', ['-c', 'mkfifo "$0"', join(home, 'banks/mine.json')])
    expect(opened(home).bankContents('mine')).toBeNull()
  })

  it('is read as a whole where much of it is asked for', () => {
    const home = newHome()
    const many = Array.from({ length: 3000 }, (_, index) => question(`mine/${index}`, { number: index + 1 }))
    opened(home).keepBank({ ...kept, bank: bank('mine', many) })
    const contents = opened(home).bankContents('mine')
    expect(contents?.read(contents.questions)).toEqual(many)
  })

  it('has no list in a copy that an earlier greenroom made', () => {
    const home = newHome()
    write(home, 'banks/mine.json', JSON.stringify(kept))
    expect(opened(home).bankContents('mine')).toBeNull()
    expect(opened(home).bankContents('../banks/mine')).toBeNull()
  })

  it('is read from another copy that came in the meantime', () => {
    const home = newHome()
    const store = opened(home)
    store.keepBank(kept)
    const contents = store.bankContents('mine')
    store.keepBank({ ...kept, bank: bank('mine', questions.toReversed().slice(0, 5)) })
    expect(contents?.read(contents.questions.slice(-2))).toEqual(questions.slice(-2))
    expect(() => contents?.read(contents.questions)).toThrow(
      'The copy of the bank mine changed while it was read.',
    )
  })

  it('with damage in it goes to quarantine once somebody reads it there', () => {
    const home = newHome()
    opened(home).keepBank(kept)
    const text = read(home, 'banks/mine.json')
    write(home, 'banks/mine.json', text.replace('"id":"mine/7"', '"id"="mine/7"'))
    const store = opened(home)
    const contents = store.bankContents('mine')
    expect(contents?.read(contents.questions.slice(0, 3))).toEqual(questions.slice(0, 3))
    expect(() => contents?.read(contents.questions.slice(7))).toThrow(
      'The copy of the bank mine cannot be read any more.',
    )
    expect(store.notices.join()).toContain('banks/mine.json could not be read')
  })

  it.each(['', '{', '{"v":1,"source":"a","stamp":null,"contents":{"ids":[],"bytes":[1]}}', '\n\n', '[]\n'])(
    'cannot be had from %j',
    (content) => {
      const home = newHome()
      write(home, 'banks/mine.json', content)
      expect(opened(home).bankContents('mine')).toBeNull()
    },
  )
})

describe('the slugs of banks', () => {
  it('are those of the copies, in order', () => {
    const home = newHome()
    for (const name of ['zeta.json', 'alpha-2.json', 'größe.json', '.hidden.json', 'notes.md', 'a b.json'])
      write(home, `banks/${name}`, '{}')
    expect(opened(home).bankSlugs()).toEqual(['alpha-2', 'größe', 'zeta'])
  })
})
