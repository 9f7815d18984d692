import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/doctor/finding.ts'
import { fileWith, journal as linesOf, live, newFolder, run, runBeside, type World } from './greenroom.ts'

const env = { EDITOR: process.execPath }

/** A home with an attempt and a bank, and the file that the bank is from. */
function used(): World & { source: string; journal: string } {
  const home = newFolder()
  const source = fileWith('# Mine\n\n## What do you do?\n\nI **listen** first.\n', 'mine.md')
  run(['bank', 'add', source, '--as', 'mine', '--yes'], { home })
  run(['drill', '1', '--bank', 'mine'], { home }, '\n\n3\n\n\nlisten first\n')
  const [name = ''] = readdirSync(join(home, 'attempts'))
  return { home, env, source, journal: join(home, 'attempts', name) }
}

function append(path: string, text: string): void {
  writeFileSync(path, readFileSync(path, 'utf8') + text)
}

function checked(world: World, ...args: string[]): { ok: boolean; home: string; checks: Finding[] } {
  return JSON.parse(run(['doctor', '--json', ...args], world).out)
}

const stateIn = ({ checks }: { checks: Finding[] }, name: string): string | undefined =>
  checks.find((check) => check.name === name)?.state

test('a home that is well', () => {
  const { code, out, err } = run(['doctor'], used())
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).not.toMatch(/^(fixable|problem)/m)
  expect(out).toMatch(/^ok +journal +\d+ lines in 1 journal, none damaged\.$/m)
  expect(out).toMatch(/^ok +banks +2 banks: leadership, mine\.$/m)
})

test('a home that is not there is well, and is not made', () => {
  const home = join(newFolder(), 'none')
  for (const args of [['doctor'], ['doctor', '--fix']]) {
    const { code, out } = run(args, { home, env })
    expect(code).toBe(0)
    expect(out).toContain('Nothing yet')
    expect(existsSync(home)).toBe(false)
  }
})

/** Windows has no permissions that could be too open. */
const hasModes = process.platform !== 'win32'

describe('a broken home', () => {
  test('is reported in full, changed by nothing but --fix, and well after that', () => {
    const world = used()
    const { home, journal } = world
    append(journal, '\n{"v":1,"id":"torn\n')
    writeFileSync(join(home, 'progress.json'), '{')
    writeFileSync(join(home, 'config.json'), '{"count":"many"}')
    writeFileSync(join(home, 'banks/mine.json'), '')
    chmodSync(journal, 0o644)
    const before = readFileSync(journal, 'utf8')

    const broken = run(['doctor'], world)
    expect(broken.code).toBe(1)
    expect(broken.err).toBe(
      `${hasModes ? 5 : 4} things need your attention.\nnode ${join('bin', 'greenroom.js')} doctor --fix fixes what is fixable; the report says what to do about a problem.\n`,
    )
    if (hasModes) expect(broken.out).toMatch(/^fixable +permissions/m)
    expect(broken.out).toMatch(/^fixable +journal .* line \d+\)/m)
    expect(broken.out).toMatch(/^fixable +progress +progress\.json cannot be read\./m)
    expect(broken.out).toMatch(/^fixable +config .* count must be a whole number from 1 to 1000\./m)
    expect(broken.out).toMatch(/^fixable +banks .* banks\/mine\.json cannot be read\./m)
    expect(readdirSync(home)).not.toContain('quarantine')
    expect(readFileSync(join(home, 'progress.json'), 'utf8')).toBe('{')

    const fixed = run(['doctor', '--fix'], world)
    expect(fixed.out).not.toMatch(/^(fixable|problem)/m)
    expect(fixed.out).toMatch(/^fixed +journal +One damaged line was copied to quarantine/m)
    expect(fixed.out).toMatch(/^fixed +banks .*The bank mine was read again from /m)
    expect(fixed.code).toBe(0)
    expect(readFileSync(journal, 'utf8')).toBe(before)
    expect(readdirSync(join(home, 'quarantine'))).toHaveLength(4)

    const again = run(['doctor', '--fix'], world)
    expect(again.code).toBe(0)
    expect(again.out).not.toMatch(/^(fixable|fixed|problem)/m)
    expect(readdirSync(join(home, 'quarantine'))).toHaveLength(4)
    expect(JSON.parse(run(['list', '--bank', 'mine', '--json'], world).out)).toMatchObject([
      { question: 'What do you do?', attempts: 1 },
    ])
  })

  test('has what only a person can fix', () => {
    const world = used()
    writeFileSync(world.source, 'nothing to ask')
    writeFileSync(join(world.home, 'banks/mine.json'), '')
    const { code, out } = run(['doctor', '--fix'], world)
    expect(code).toBe(1)
    expect(out).toMatch(/^problem +banks .*This could not be fixed\./m)
    expect(run(['doctor'], { ...world, env: { VISUAL: 'no-such-editor' } }).out).toMatch(/^problem +editor/m)
  })

  test('may be a file', () => {
    const home = fileWith('hello', 'home')
    const { code, out, err } = run(['doctor', '--fix'], { home, env })
    expect(code).toBe(1)
    expect(out).toMatch(/^problem +home/m)
    expect(err).toBe('1 thing needs your attention.\nThe report says what to do about each problem.\n')
  })
})

test('--fix beside rehearsals loses nothing', async () => {
  const world = used()
  const { home } = world
  const drill = () => runBeside(['drill', '1', '--bank', 'mine'], world, '\n\n3\n\n\nlisten first\n')
  const fix = () => {
    writeFileSync(join(home, 'progress.json'), '{')
    return runBeside(['doctor', '--fix'], world, '')
  }
  const ended = await Promise.all([drill(), fix(), drill(), fix(), drill(), fix()])
  expect(ended.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 0])
  const ids = linesOf(home).flatMap((line) => (line.type === 'attempt' ? line.id : []))
  expect(new Set(ids).size).toBe(4)
  expect(JSON.parse(run(['list', '--bank', 'mine', '--json'], world).out)).toMatchObject([{ attempts: 4 }])
})

test('--json is one object with every check and its facts', () => {
  const world = used()
  const well = checked(world)
  expect(well).toMatchObject({ ok: true, home: world.home })
  expect(well.checks.map(({ name }) => name)).toEqual(
    'node home permissions disk journal clock questions progress config banks backups device leftovers terminal editor git'.split(
      ' ',
    ),
  )
  expect(well.checks[4]).toMatchObject({
    state: 'ok',
    hint: null,
    duplicates: 0,
    journals: [{ damaged: [] }],
  })
  append(world.journal, '\ntorn\n')
  const broken = checked(world)
  expect([broken.ok, stateIn(broken, 'journal')]).toEqual([false, 'fixable'])
  const fixed = checked(world, '--fix')
  expect([fixed.ok, stateIn(fixed, 'journal')]).toEqual([true, 'fixed'])
  expect(run(['doctor', '--help'], world).out).toContain('--json prints one object: ok, home, checks')
})

test('on a terminal it says how large that is', async () => {
  const { ended, screen } = live(['doctor'], used(), { columns: 38, rows: 24 })
  expect(await ended).toBe(0)
  expect(screen().replaceAll(/\s+/g, ' ')).toContain('note terminal 38 columns and 24 rows')
})
