import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newFolder } from '../files.ts'
import { posixTest, run, started } from './process.ts'

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

posixTest('a pipe that is closed early is no error', async () => {
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
    ['is broken', '{', /config\.json could not be read and was moved to quarantine\//],
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

posixTest('more lines than anybody reads do not keep it from being stopped', async () => {
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
})

test('an input that is too long is refused, and not taken for an interruption', () => {
  const { code, err } = run(['story', '1', '--text', '-'], { home: newFolder() }, 'x'.repeat(40_000_000))
  expect(err).toBe('Standard input has more than 32 MB.\nGive a part of it.\n')
  expect(code).toBe(1)
})

test('a backup may be longer than any other input, and what is none is not read on', () => {
  const home = newFolder()
  run(['config', 'set', 'count', '4'], { home })
  mkdirSync(join(home, 'quarantine'))
  writeFileSync(join(home, 'quarantine', 'noise'), randomBytes(40_000_000))
  const backup = join(newFolder(), 'all.backup')
  run(['backup', backup], { home })
  const other = newFolder()
  expect(run(['restore', '-'], { home: other }, readFileSync(backup))).toMatchObject({ code: 0 })
  expect(run(['config', 'get', 'count'], { home: other }).out).toBe('4\n')
  expect(run(['restore', '-'], { home: other }, 'x'.repeat(40_000_000)).err).toMatch(
    /is not a greenroom backup/,
  )
})
