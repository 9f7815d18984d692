import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/doctor/finding.ts'
import { fileWith, newFolder } from '../files.ts'
import { greenroom, json, output } from '../world.ts'

/** A home with an attempt and a bank, and the file that the bank is from. */
async function used(): Promise<{ home: string; source: string; journal: string }> {
  const home = newFolder()
  const source = fileWith('# Mine\n\n## What do you do?\n\nI **listen** first.\n', 'mine.md')
  await greenroom(['bank', 'add', source, '--as', 'mine', '--yes'], { home })
  await greenroom(['drill', '1', '--bank', 'mine'], { home, input: '\n\n3\n\n\nlisten first\n' })
  const [name = ''] = readdirSync(join(home, 'attempts'))
  return { home, source, journal: join(home, 'attempts', name) }
}

function append(path: string, text: string): void {
  writeFileSync(path, readFileSync(path, 'utf8') + text)
}

async function checked(
  home: string,
  ...args: string[]
): Promise<{ ok: boolean; home: string; checks: Finding[] }> {
  return JSON.parse((await greenroom(['doctor', '--json', ...args], { home })).out)
}

const stateIn = ({ checks }: { checks: Finding[] }, name: string): string | undefined =>
  checks.find((check) => check.name === name)?.state

test('a home that is well', async () => {
  const { code, out, err } = await greenroom(['doctor'], { home: (await used()).home })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).not.toMatch(/^(fixable|problem)/m)
  expect(out).toMatch(/^ok +journal +\d+ lines in 1 journal, none damaged\.$/m)
  expect(out).toMatch(/^ok +banks +3 banks: leadership, manager, mine\.$/m)
})

test('a home that is not there is well, and is not made', async () => {
  const home = join(newFolder(), 'none')
  for (const args of [['doctor'], ['doctor', '--fix']]) {
    const { code, out } = await greenroom(args, { home })
    expect(code).toBe(0)
    expect(out).toContain('Nothing yet')
    expect(existsSync(home)).toBe(false)
  }
})

/** Windows has no permissions that could be too open. */
const hasModes = process.platform !== 'win32'

describe('a broken home', () => {
  test('is reported in full, changed by nothing but --fix, and well after that', async () => {
    const { home, journal } = await used()
    append(journal, '\n{"v":1,"id":"torn\n')
    writeFileSync(join(home, 'progress.json'), '{')
    writeFileSync(join(home, 'config.json'), '{"count":"many"}')
    writeFileSync(join(home, 'banks/mine.json'), '')
    chmodSync(journal, 0o644)
    const before = readFileSync(journal, 'utf8')

    const broken = await greenroom(['doctor'], { home })
    expect(broken.code).toBe(1)
    expect(broken.err).toBe(
      `${hasModes ? 5 : 4} things need your attention.\ngreenroom doctor --fix fixes what is fixable; the report says what to do about a problem.\n`,
    )
    if (hasModes) expect(broken.out).toMatch(/^fixable +permissions/m)
    expect(broken.out).toMatch(/^fixable +journal .* line \d+\)/m)
    expect(broken.out).toMatch(/^fixable +progress +progress\.json cannot be read\./m)
    expect(broken.out).toMatch(/^fixable +config .* count must be a whole number from 1 to 1000\./m)
    expect(broken.out).toMatch(/^fixable +banks .* banks\/mine\.json cannot be read\./m)
    expect(readdirSync(home)).not.toContain('quarantine')
    expect(readFileSync(join(home, 'progress.json'), 'utf8')).toBe('{')

    const fixed = await greenroom(['doctor', '--fix'], { home })
    expect(fixed.out).not.toMatch(/^(fixable|problem)/m)
    expect(fixed.out).toMatch(/^fixed +journal +One damaged line was copied to quarantine/m)
    expect(fixed.out).toMatch(/^fixed +banks .*The bank mine was read again from /m)
    expect(fixed.code).toBe(0)
    expect(readFileSync(journal, 'utf8')).toBe(before)
    expect(readdirSync(join(home, 'quarantine'))).toHaveLength(4)

    const again = await greenroom(['doctor', '--fix'], { home })
    expect(again.code).toBe(0)
    expect(again.out).not.toMatch(/^(fixable|fixed|problem)/m)
    expect(readdirSync(join(home, 'quarantine'))).toHaveLength(4)
    expect(await json(['list', '--bank', 'mine'], { home })).toMatchObject([
      { question: 'What do you do?', attempts: 1 },
    ])
  })

  test('has what only a person can fix', async () => {
    const { home, source } = await used()
    writeFileSync(source, 'nothing to ask')
    writeFileSync(join(home, 'banks/mine.json'), '')
    const { code, out } = await greenroom(['doctor', '--fix'], { home })
    expect(code).toBe(1)
    expect(out).toMatch(/^problem +banks .*This could not be fixed\./m)
    const editor = { command: 'no-such-editor', from: 'VISUAL', found: false } as const
    expect((await greenroom(['doctor'], { home, machine: { editor } })).out).toMatch(/^problem +editor/m)
  })

  test('may be a file', async () => {
    const home = fileWith('hello', 'home')
    const { code, out, err } = await greenroom(['doctor', '--fix'], { home })
    expect(code).toBe(1)
    expect(out).toMatch(/^problem +home/m)
    expect(err).toBe('1 thing needs your attention.\nThe report says what to do about each problem.\n')
  })
})

test('--json is one object with every check and its facts', async () => {
  const { home, journal } = await used()
  const well = await checked(home)
  expect(well).toMatchObject({ ok: true, home })
  expect(well.checks.map(({ name }) => name)).toEqual(
    'node home permissions disk journal clock questions progress config banks backups device leftovers unsaved terminal editor git programs'.split(
      ' ',
    ),
  )
  expect(well.checks[4]).toMatchObject({
    state: 'ok',
    hint: null,
    duplicates: 0,
    journals: [{ damaged: [] }],
  })
  append(journal, '\ntorn\n')
  const broken = await checked(home)
  expect([broken.ok, stateIn(broken, 'journal')]).toEqual([false, 'fixable'])
  const fixed = await checked(home, '--fix')
  expect([fixed.ok, stateIn(fixed, 'journal')]).toEqual([true, 'fixed'])
  expect(await output(['doctor', '--help'], { home })).toContain('--json prints one object: ok, home, checks')
})
