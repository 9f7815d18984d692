import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBank } from '../../src/import/read.ts'
import { copyText } from '../../src/store/bank-copies/format.ts'
import { fileWith, newFolder } from '../files.ts'
import { greenroom, json, output } from '../world.ts'

const mine = `# My bank

## Hiring

### How do you hire?
**Answer:** I look for **curiosity**. I look for **kindness** too.

### Whom did you not hire, and why?
Somebody brilliant and unkind.
`

const page =
  '<!doctype html><html><head><title>Talks</title></head><body><h1>Talks</h1><h3>How do you plan?</h3><p>Backwards.</p><h3>Who decides?</h3><p>One of us.</p></body></html>'

const list = (home: string, ...args: string[]) => json(['list', ...args], { home })

test('a bank is added, used, listed and removed, and its history is kept', async () => {
  const home = newFolder()
  const file = fileWith(mine, 'mine.md')
  const added = await greenroom(['bank', 'add', file], { home, input: '\n\n' })
  expect(added.code).toBe(0)
  expect(added.out).toContain('My bank (my-bank): 2 questions in 1 section, 2 answered')
  expect(added.out).toContain('How do you hire?\n\nI look for curiosity.')
  expect(added.out).toContain('Use it from now on?')
  expect(added.err).toBe('Added my-bank, with 2 questions. It is in use now.\n')
  expect(await list(home)).toMatchObject([{ id: 'my-bank/how-do-you-hire' }, { number: 2 }])
  await greenroom(['drill', '1'], { home, input: '\n\n4\n1\n\n\n' })
  expect(await output(['bank', 'list'], { home })).toMatch(/^\* {2}my-bank +2 questions/m)
  expect((await greenroom(['bank', 'remove', 'my-bank'], { home })).code).toBe(0)
  expect(await list(home)).toHaveLength(7)
  expect((await greenroom(['bank', 'add', file, '--yes'], { home })).code).toBe(0)
  expect((await list(home, '--bank', 'my-bank'))[0]).toMatchObject({ attempts: 1, lastScore: 4 })
})

test('without a yes nothing is added', async () => {
  const home = newFolder()
  const file = fileWith(mine, 'mine.md')
  const asked = await greenroom(['bank', 'add', file], { home, input: '?\nn\n' })
  expect(asked.out).toContain('is read again when it changes. n adds nothing.')
  expect(await greenroom(['bank', 'add', file], { home, input: 'what\nn\n' })).toMatchObject({
    code: 0,
    err: 'Nothing was added.\n',
  })
  // a script whose input ends must not take the bank for added
  expect(await greenroom(['bank', 'add', file], { home })).toMatchObject({
    code: 1,
    err: 'Nothing was added: the input ended without an answer.\nUse --yes to add it without being asked.\n',
  })
  expect(await json(['bank', 'list'], { home })).toHaveLength(2)
})

test('a name that another bank has is not taken from it', async () => {
  const home = newFolder()
  await greenroom(['bank', 'add', fileWith(mine, 'mine.md'), '--yes'], { home })
  const other = fileWith('### Other?\n**Answer:** Yes.\n', 'other.md')
  const { code, err } = await greenroom(['bank', 'add', other, '--as', 'my-bank', '--yes'], { home })
  expect({ code, err }).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^The bank my-bank exists already, from .*\.\nChoose another/),
  })
  expect(await list(home, '--bank', 'my-bank')).toHaveLength(2)
})

test('a bank whose copy is gone keeps its name when it is added again', async () => {
  const home = newFolder()
  const file = fileWith(mine, 'mine.md')
  await greenroom(['bank', 'add', file, '--as', 'own', '--yes'], { home })
  rmSync(join(home, 'banks'), { recursive: true })
  const gone = await greenroom(['list', '--bank', 'own'], { home })
  expect(gone.err).toBe(
    `There is no copy of the bank own on this machine; it was added from ${file}.\ngreenroom bank add FILE --as own adds it again. Banks: leadership, manager; choose one with --bank, or with greenroom bank use SLUG.\n`,
  )
  expect((await greenroom(['bank', 'add', file, '--yes'], { home })).code).toBe(0)
  expect(await json(['bank', 'list'], { home })).toMatchObject([
    { slug: 'leadership' },
    { slug: 'manager' },
    { slug: 'own' },
  ])
})

test('a folder is one bank of all its files, whatever else is in it', async () => {
  const home = newFolder()
  const folder = newFolder()
  mkdirSync(join(folder, 'deep'))
  writeFileSync(join(folder, 'a.md'), mine)
  writeFileSync(join(folder, 'deep', 'b.csv'), 'question,answer\nWhat drives you?,"People, mostly."\n')
  writeFileSync(
    join(folder, 'photo.md'),
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 0, 0]),
  )
  writeFileSync(join(folder, 'more.docx'), `PK\x03\x04word/document.xml${'x'.repeat(200_000)}`)
  writeFileSync(join(folder, 'script.sh'), 'echo "### What?"')
  symlinkSync(folder, join(folder, 'loop'))
  const { code, out } = await greenroom(['bank', 'add', folder, '--as', 'all', '--yes'], { home })
  expect(code).toBe(0)
  expect(out).toContain('photo.md: warning: This is a picture, not a text.')
  expect(out).toContain(
    'more.docx: warning: This is a Word document, not a text. Open it in Word, save it as plain text',
  )
  expect((await list(home, '--bank', 'all')).map((each: { question: string }) => each.question)).toEqual([
    'How do you hire?',
    'Whom did you not hire, and why?',
    'What drives you?',
  ])
})

test('standard input is a source too', async () => {
  const home = newFolder()
  expect((await greenroom(['bank', 'add', '-', '--as', 'piped', '--yes'], { home, input: mine })).code).toBe(
    0,
  )
  expect(await list(home, '--bank', 'piped')).toHaveLength(2)
  expect(await greenroom(['bank', 'add', '-', '--as', 'other'], { home, input: mine })).toMatchObject({
    code: 1,
    err: 'Nothing was added: the questions came through standard input, so nobody can be asked.\nUse --yes to add it without being asked.\n',
  })
})

test('bank check prints what it found, and ends with code 1 where there is an error', async () => {
  const home = newFolder()
  const checked = await greenroom(['bank', 'check', fileWith(mine), '--json'], { home })
  expect(checked.code).toBe(0)
  const { slug, title, questions, warnings } = JSON.parse(checked.out)
  expect({ slug, title, warnings }).toEqual({ slug: 'bank', title: 'My bank', warnings: [] })
  expect(questions[0]).toEqual({
    id: 'bank/how-do-you-hire',
    number: 1,
    section: 'Hiring',
    question: 'How do you hire?',
    answer: 'I look for **curiosity**. I look for **kindness** too.',
    keyPoints: [
      { text: 'I look for curiosity.', label: expect.any(String) },
      { text: 'I look for kindness too.', label: expect.any(String) },
    ],
    followUps: [],
    budgetMs: null,
    line: 5,
  })
  const bad = await greenroom(['bank', 'check', fileWith('# Title\n\nSome prose.\n')], { home })
  expect(bad.code).toBe(1)
  expect(bad.out).toMatch(/error: /)
})

test('bank check takes the name of an added bank too', async () => {
  const home = newFolder()
  await greenroom(['bank', 'add', fileWith(mine), '--as', 'mine', '--yes'], { home })
  expect(await output(['bank', 'check', 'mine'], { home })).toContain('How do you hire?')
  expect((await greenroom(['bank', 'check', 'yours'], { home })).err).toMatch(/^yours does not exist\.\n/)
})

const device: [string, () => string, RegExp] = ['a device', () => '/dev/null', /is not a file\.\n/]

test.each<[string, () => string, RegExp]>([
  ['a file that is not there', () => '/no/such.md', /does not exist\.\n/],
  [
    'a file that is too large',
    () => {
      const file = fileWith('x')
      truncateSync(file, 1024 ** 3)
      return file
    },
    /has 1024 MB; at most 32 MB can be read\.\n/,
  ],
  ['an empty folder', () => newFolder(), /has no file that could hold questions\.\n/],
  // on Windows a device is found by no path of a folder
  ...(process.platform === 'win32' ? [] : [device]),
])('%s is refused in a sentence', async (_, source, message) => {
  expect(await greenroom(['bank', 'add', source(), '--yes'], { home: newFolder() })).toMatchObject({
    code: 1,
    err: expect.stringMatching(message),
  })
})

describe('an address', () => {
  let server: Server
  let base = ''
  let served = mine

  beforeAll(async () => {
    server = createServer((request, response) => {
      const answer = (status: number, type: string, text: string, headers = {}): void => {
        response.writeHead(status, { 'content-type': type, ...headers }).end(text)
      }
      if (request.url === '/bank.md') answer(200, 'text/plain', served)
      else if (request.url === '/page') answer(200, 'text/html; charset=utf-8', page)
      else if (request.url === '/hello') answer(200, 'text/html', '<!doctype html><h1>Hello</h1>')
      else if (request.url === '/loop') answer(302, 'text/plain', '', { location: '/loop' })
      else answer(404, 'text/plain', 'none')
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => void server.close())

  test('is fetched when it is added, and again only when asked to', async () => {
    const home = newFolder()
    const add = (...args: string[]) =>
      greenroom(['bank', 'add', `${base}/bank.md`, '--yes', ...args], { home })
    expect((await add()).code).toBe(0)
    served = mine.replace('How do you hire?', 'How do you hire people?')
    expect((await list(home, '--bank', 'my-bank'))[0].question).toBe('How do you hire?')
    expect(await add()).toMatchObject({ code: 0, err: expect.stringContaining('--refresh') })
    expect((await list(home, '--bank', 'my-bank'))[0].question).toBe('How do you hire?')
    expect((await add('--refresh')).code).toBe(0)
    expect((await list(home, '--bank', 'my-bank'))[0]).toMatchObject({
      id: 'my-bank/how-do-you-hire',
      question: 'How do you hire people?',
    })
  })

  test('of a web page is read as an HTML file is', async () => {
    const { questions, title } = await json(['bank', 'check', `${base}/page`], { home: newFolder() })
    expect(title).toBe('Talks')
    expect(questions).toMatchObject([
      { question: 'How do you plan?', answer: 'Backwards.' },
      { question: 'Who decides?', answer: 'One of us.' },
    ])
    const { code, out } = await greenroom(['bank', 'add', `${base}/hello`], { home: newFolder() })
    expect(code).toBe(1)
    expect(out).toMatch(/^http\S+\/hello: error: No questions were found\. It looks like an HTML page\. /)
  })

  test.each([
    ['/none.md', /answers with 404\.\n/],
    ['/loop', /could not be reached \(redirect count exceeded\)\.\n/],
  ])('%s is refused in a sentence', async (path, message) => {
    const { code, err } = await greenroom(['bank', 'add', base + path, '--yes'], { home: newFolder() })
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(message) })
  })
})

test('a bank in another encoding is read, and that is said', async () => {
  const home = newFolder()
  const text = '### Où étiez-vous ?\n**Answer:** À la plage.\n'
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  for (const bytes of [utf16, Buffer.from(text, 'latin1')]) {
    const { out } = await greenroom(['bank', 'check', fileWith(bytes), '--json'], { home })
    const { questions, warnings } = JSON.parse(out)
    expect(questions).toMatchObject([{ question: 'Où étiez-vous ?', answer: 'À la plage.' }])
    expect(warnings).toMatchObject([{ code: 'not-utf8' }])
  }
})

describe('the bank manager', () => {
  test('comes with greenroom, and nothing is added or removed in its place', async () => {
    const home = newFolder()
    expect(await output(['bank', 'use', 'manager'], { home })).toBe('')
    expect(await json(['list'], { home })).toHaveLength(60)
    const added = await greenroom(['bank', 'add', fileWith(mine, 'mine.md'), '--as', 'manager', '--yes'], {
      home,
    })
    expect(added).toMatchObject({
      code: 1,
      err: expect.stringContaining('The bank manager comes with greenroom.'),
    })
    expect((await greenroom(['bank', 'remove', 'manager'], { home })).code).toBe(1)
  })

  test('counts in statistics and plans only once it is used', async () => {
    const home = newFolder()
    expect(await json(['stats'], { home })).toMatchObject({ questions: { total: 7 } })
    await greenroom(['drill', '1', '--bank', 'manager'], { home, input: '\n\n3\n\n\n\n' })
    expect(await json(['stats'], { home })).toMatchObject({ questions: { total: 67 } })
  })

  test('is the own one of somebody who added it before', async () => {
    const home = newFolder()
    const bank = readBank(mine, { slug: 'manager' })
    mkdirSync(join(home, 'banks'), { recursive: true })
    writeFileSync(
      join(home, 'banks', 'manager.json'),
      copyText({ source: fileWith(mine, 'mine.md'), stamp: null, bank }),
    )
    expect(await json(['list', '--bank', 'manager'], { home })).toHaveLength(2)
    expect(await json(['bank', 'list'], { home })).toMatchObject([
      { slug: 'leadership' },
      { slug: 'manager', title: 'My bank' },
    ])
    expect((await greenroom(['bank', 'remove', 'manager'], { home })).code).toBe(0)
    expect(await json(['list', '--bank', 'manager'], { home })).toHaveLength(60)
  })
})
