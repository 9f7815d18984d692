import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileWith, journal, newFolder, posixTest, run, started } from './greenroom.ts'

const oneAttempt = '\n\n3\n1\n\nslower\n'

/** A home with one attempt, one story and one setting. */
function used(): string {
  const home = newFolder()
  run(['drill', '1'], { home }, oneAttempt)
  run(['story', '2', '--text', 'Mine.'], { home })
  run(['config', 'set', 'count', '2'], { home })
  return home
}

test.each<[string[], number, RegExp]>([
  [['dril'], 2, /^There is no command "dril"\.\nDid you mean drill\?/],
  [['xyzzy'], 2, /^There is no command "xyzzy"\.\nAll commands: /],
  [['drill', '--cuont', '3'], 2, /unknown option '--cuont'.*\nDid you mean --count\?/i],
  [['--jsno'], 2, /unknown option '--jsno'.*\nDid you mean --json\?/i],
  [['drill', '--topic', 'coahcing'], 1, /^There is no topic "coahcing".*\nDid you mean Coaching\?/],
  [['drill', '--bank', 'leadrship'], 1, /^There is no bank "leadrship"\.\nDid you mean leadership\?/],
  [
    ['drill', 'mentro junoir'],
    1,
    /^There is no question "mentro junoir".*\nDid you mean 2\. How do you mentor/,
  ],
  [['show', '99'], 1, /^There is no question "99" in the bank leadership, which has 7\.\n/],
  [['show', 'how do you'], 1, /is in 6 questions:\n1\. How do you balance/],
  [['drill', '--talk', '2x'], 2, /^--talk cannot be "2x"\.\nGive a duration/],
  [['drill', '--talk', '-1'], 2, /^--talk cannot be "-1"\.\nGive a duration/],
  [['drill', '--think', '99h'], 2, /^--think cannot be "99h"\.\nGive a duration/],
  [['drill', '-n', '0'], 2, /^--count cannot be "0"\.\nGive a whole number from 1/],
  [['mock', '--minutes', 'ten'], 2, /^--minutes cannot be "ten"\./],
  [['drill', '--pick', 'best'], 2, /^--pick cannot be "best"\.\nGive due, random, weak, new or plan\./],
  [['drill', '1', '-n', '2'], 2, /^Name questions or have them picked, not both\.\n/],
  [['drill', '--seed', 'abc'], 2, /^--seed cannot be "abc"\./],
  [['drill', '-n', '\u001b[31mred\nfake: line'], 2, /^--count cannot be "\[31mred fake: line"\.\n/],
  [['list', '--home', ''], 2, /^--home needs a folder\.\n/],
  [['story'], 2, /missing required argument/i],
  [['story', '1'], 1, /^There is no terminal for an editor\.\n/],
  [['config', 'set', 'cuont', '3'], 2, /^There is no setting "cuont"\.\nDid you mean count\?/],
  [['config', 'set', 'talk', '2x'], 2, /^talk cannot be "2x"\.\ntalk must be a duration/],
  [['config', 'set', 'bank', 'nope'], 1, /^There is no bank "nope"/],
  [['config', 'lst'], 2, /^There is no command "config lst"\.\nDid you mean config list\?/],
  [['export', 'nots'], 2, /^There is no command "export nots"\.\nDid you mean export notes\?/],
  [['export'], 2, /./],
  [['export', 'notes', '--format', 'pdf'], 2, /^--format cannot be "pdf"\.\nThere is only md\./],
  [['drill', '1', '--topic', 'coaching'], 2, /^Name questions or have them picked, not both\.\n/],
  [['drill', '-n', '2', '--minutes', '5'], 2, /both say how many questions\.\nGive one of them\./],
  [['config', 'get'], 2, /missing required argument.*\n.*config get --help/i],
  [['bank', 'check', '/no/such/file.md'], 1, /is not there\.\n/],
])('%j ends with code %i and two sentences', (args, code, message) => {
  const ended = run(args, { home: newFolder() })
  expect(ended.err).toMatch(message)
  expect({ code: ended.code, out: ended.out }).toEqual({ code, out: '' })
  expect(ended.err).not.toContain('    at ')
})

describe('a home that cannot be used', () => {
  test('because there is a file in its place is refused before the first question', () => {
    const home = fileWith('', 'home')
    const { code, out, err } = run(['drill'], { home })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/there is a file where a folder should be\.\n.*--home/)
  })

  posixTest('because it is on a device that takes nothing is refused too', () => {
    const { code, err } = run(['drill'], { home: '/proc/greenroom' })
    expect(code).toBe(1)
    expect(err).toMatch(/^Nothing can be saved in /)
  })

  test('is no reason not to look', () => {
    expect(run(['list'], { home: '/proc/greenroom' }).code).toBe(0)
  })
})

describe('broken files', () => {
  test.each(['config.json', 'progress.json'])(
    '%s that is no JSON is set aside and made anew, said once',
    (name) => {
      const home = used()
      writeFileSync(join(home, name), '{"count": 5')
      const { code, err } = run(['stats', '--json'], { home })
      expect(code).toBe(0)
      expect(err).toContain(`${name} could not be read and is kept as quarantine/`)
      const [kept = ''] = readdirSync(join(home, 'quarantine'))
      expect(readFileSync(join(home, 'quarantine', kept), 'utf8')).toBe('{"count": 5')
      expect(run(['stats', '--json'], { home }).err).toBe('')
      expect(run(['config', 'get', 'count'], { home }).out).toBe('2\n')
      expect(JSON.parse(run(['show', '2', '--json'], { home }).out).story).toBe('Mine.')
    },
  )

  test('a journal with torn and foreign lines gives all the others', () => {
    const home = used()
    const [name = ''] = readdirSync(join(home, 'attempts'))
    const path = join(home, 'attempts', name)
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, `\u0000\u00ff{"v":1,"type":"att\nnot ours\n${text}{"v":1,"type":"attempt","id":"to`)
    expect(run(['drill', '3'], { home }, oneAttempt).code).toBe(0)
    expect(JSON.parse(run(['stats', '--json'], { home }).out).attempts).toBe(2)
  })

  test('a config edited by hand counts from the next start', () => {
    const home = used()
    const path = join(home, 'config.json')
    const config = JSON.parse(readFileSync(path, 'utf8'))
    writeFileSync(path, JSON.stringify({ ...config, count: 1, talk: 'soon' }))
    const { out, err } = run(['drill'], { home })
    expect(out).toContain('Question 1 of 1')
    expect(err).toContain('config.json: talk must be a duration')
    expect(journal(home).findLast((line) => line.type === 'set')).toMatchObject({ key: 'count', value: 1 })
  })
})

describe('an export', () => {
  test('goes to a file that is not there yet', () => {
    const home = used()
    const file = join(newFolder(), 'notes.md')
    expect(run(['export', 'notes', '-o', file], { home })).toMatchObject({ code: 0, out: '' })
    expect(readFileSync(file, 'utf8')).toContain('# Interview notes')
  })

  test('replaces one only by force', () => {
    const home = used()
    const file = fileWith('mine', 'notes.md')
    const refused = run(['export', 'notes', '-o', file], { home })
    expect(refused).toMatchObject({
      code: 1,
      err: expect.stringContaining('is there already.\nReplace it with --force'),
    })
    expect(readFileSync(file, 'utf8')).toBe('mine')
    expect(run(['export', 'notes', '-o', file, '--force'], { home }).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toContain('# Interview notes')
  })

  test('says where it cannot write', () => {
    const home = used()
    expect(run(['export', 'notes', '-o', '/no/such/folder/notes.md'], { home })).toMatchObject({ code: 1 })
    const folder = newFolder()
    mkdirSync(join(folder, 'x'))
    expect(run(['export', 'notes', '-o', join(folder, 'x')], { home }).err).toContain('is a folder')
  })
})

test('a reply that is none gets a sentence and the prompt again', () => {
  const home = newFolder()
  const { out, code } = run(['drill', '1'], { home }, 'what\n\nhm\n\n7\n3\nnine\n1\nx\n\n\n')
  expect(code).toBe(0)
  expect(out).toContain(
    "Press Enter when you start to speak, or type x for don't know, s to skip, q to quit.",
  )
  expect(out).toContain('Type a number from 1 to 4, or q to quit.')
  expect(out).toMatch(/numbers of the points you made, from 1 to 4/)
  expect(out.match(/Saved\./g)).toHaveLength(1)
})

const fullTest = existsSync('/dev/full') ? test : test.skip

fullTest('an output that takes nothing is said in a sentence', () => {
  const { status, stderr } = spawnSync('bash', ['-c', 'node bin/greenroom.js list > /dev/full'], {
    encoding: 'utf8',
    env: { ...process.env, GREENROOM_HOME: newFolder() },
  })
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringMatching(/^The output cannot be written/),
  })
})

posixTest('a pipe that is closed early is no error', () => {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-o', 'pipefail', '-c', 'node bin/greenroom.js list | true'],
    {
      encoding: 'utf8',
      env: { ...process.env, GREENROOM_HOME: newFolder() },
    },
  )
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
})

describe.skipIf(process.platform === 'win32')('config.json that is edited while a drill runs', () => {
  test.each([
    ['is broken', '{', /config\.json could not be read and is kept as quarantine\//],
    ['has what is not allowed', '{"think":"never"}', /think must be a duration/],
  ])('and %s is told of when it is interrupted', async (_, text, told) => {
    const home = newFolder()
    run(['config', 'set', 'count', '2'], { home })
    const child = started(['drill', '1', '2'], { home })
    const said = { out: '', err: '' }
    child.stderr.on('data', (chunk) => {
      said.err += String(chunk)
    })
    const asked = new Promise<void>((done) => {
      child.stdout.on('data', (chunk) => {
        said.out += String(chunk)
        if (said.out.includes('Question 2 of 2')) done()
      })
    })
    child.stdin.write('\n\n3\n1\n\nslower\n')
    await asked
    writeFileSync(join(home, 'config.json'), text)
    const ended = new Promise((done) => child.on('close', done))
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(said.err).toMatch(told)
  })
})

posixTest(
  'more lines than anybody reads do not keep it from being stopped',
  async () => {
    const child = started(['drill', '1'], { home: newFolder() })
    child.stdin.on('error', () => {})
    const ended = new Promise((done) => child.on('close', done))
    child.stdin.write('x\n'.repeat(10_000_000))
    let read = 0
    await new Promise<void>((done) => {
      child.stdout.on('data', (chunk) => {
        read += chunk.length
        if (read > 100_000) done()
      })
    })
    child.kill('SIGTERM')
    expect(await ended).toBe(130)
  },
  10_000,
)
