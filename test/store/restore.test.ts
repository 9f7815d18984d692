import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { parse } from '../../src/cli.ts'
import type { MergedLine } from '../../src/progress/journal.ts'
import { diskFiles, type Files } from '../../src/store/files.ts'
import { did } from '../faults/operations.ts'
import { openIn } from '../faults/places.ts'
import { worldOf } from '../faults/world.ts'
import { anAttempt, journalOf, lineOf, looked, newHome, opened, read, temporaryFolder } from './home.ts'

let home = ''
let file = ''

/** A home with attempts, a story, a setting and a bank, and a backup of it. */
beforeEach(async () => {
  home = newHome()
  file = join(temporaryFolder(), 'all.backup')
  const bank = join(temporaryFolder(), 'bank.md')
  writeFileSync(bank, '### How do you lead?\n\nBy asking.\n')
  for (const command of [
    ['drill', '1', '2'],
    ['story', '3', '--text', 'Once …'],
    ['config', 'set', 'count', '5'],
    ['bank', 'add', bank, '--yes', '--as', 'own'],
    ['undo'],
    ['backup', file],
  ])
    await did(home, [command])
})

async function says(where: string, command: string[]): Promise<string> {
  const world = worldOf({ home: where })
  await parse(command, world.env)
  return world.said()
}

const exported = (where: string): Promise<string> => says(where, ['export', 'progress', '--format', 'json'])
const idsOf = (lines: readonly MergedLine[]): string[] => lines.map(({ id }) => id).sort()

/** What happened in a home, wherever it stands. */
const eventsOf = (where: string): object[] =>
  opened(where)
    .lines()
    .map(({ device, ...line }) => line)

const nothingNew = 'Everything in it is here already. What you undid stays undone; redo brings it back.\n'

it('says so of a backup in which there is nothing but what was left unfinished', async () => {
  const left = newHome()
  await did(left, [['drill', '1', '--typed']], { lines: ['', 'I led'] })
  await did(left, [['backup', file, '--force']])
  const fresh = newHome()
  expect(await says(fresh, ['restore', file])).toBe('Restored: what was left unfinished.\n')
  expect(await says(fresh, ['restore', file])).toBe('Everything in it is here already.\n')
})

it('without a file names the newest one here', async () => {
  const fresh = newHome()
  await expect(says(fresh, ['restore'])).rejects.toMatchObject({
    message: 'Restore needs a file.',
    hint: 'Name one that backup wrote.',
  })
  const said = await says(home, ['backup'])
  expect(said).toMatch(/^Written to .*\. greenroom restore reads it\.\n/)
  expect(said).toContain(
    'It lies within your data: in case that is lost, greenroom backup FILE writes one elsewhere.',
  )
  await expect(says(home, ['restore'])).rejects.toMatchObject({
    hint: expect.stringMatching(
      /^Those here are in .*backups\. The newest: greenroom restore .*backups.\w+-\d{8}T\d{6}\.backup$/,
    ),
  })
})

it('counts an undo and what it took back only where they came apart', async () => {
  const other = newHome()
  await did(other, [
    ['drill', '1', '2'],
    ['backup', file, '--force'],
  ])
  const copy = newHome()
  await says(copy, ['restore', file])
  await did(other, [['undo'], ['backup', file, '--force']])
  expect(await says(copy, ['restore', file])).toBe('Restored: 1 other entry.\n')
  await did(other, [['redo'], ['backup', file, '--force']])
  expect(await says(newHome(), ['restore', file])).toBe('Restored: 2 attempts.\n')
})

describe('restoring', () => {
  it('into an empty home gives all that was there', async () => {
    const copy = newHome()
    expect(await says(copy, ['restore', file])).toMatch(
      // of two, one was undone
      /^Restored: 1 attempt and \d+ other entries, 1 bank\.\n$/,
    )
    expect(await exported(copy)).toBe(await exported(home))
    const { journals: _, ...progress } = await looked(opened(copy))
    expect(await looked(opened(home))).toMatchObject(progress)
    expect(opened(copy).bankCopy('own')).toEqual(opened(home).bankCopy('own'))
    expect(await says(copy, ['config', 'get', 'count'])).toBe('5\n')
    expect(openIn(copy)).toEqual([])
    expect(opened(copy).device()).not.toBe(opened(home).device())
  })

  it('where everything is there changes nothing, also the second time', async () => {
    const before = await exported(home)
    for (const _ of [1, 2]) expect(await says(home, ['restore', file])).toBe(nothingNew)
    expect(await exported(home)).toBe(before)
    const copy = newHome()
    await says(copy, ['restore', file])
    const journals = readdirSync(join(copy, 'attempts'))
    expect(await says(copy, ['restore', file])).toBe(nothingNew)
    expect(readdirSync(join(copy, 'attempts'))).toEqual(journals)
  })

  it('into a home with other attempts gives both', async () => {
    const other = newHome()
    await did(other, [['drill', '4', '5']])
    const own = eventsOf(other)
    await says(other, ['restore', file])
    const all = [...own, ...eventsOf(home)]
    expect(eventsOf(other)).toHaveLength(all.length)
    expect(eventsOf(other)).toEqual(expect.arrayContaining(all))
  })

  it('merges line by line where a journal went on or was cut off', async () => {
    const journal = join(home, journalOf(opened(home)))
    const before = eventsOf(home)
    await did(home, [['drill', '6', '7']])
    const after = eventsOf(home)
    expect(await says(home, ['restore', file])).toBe(nothingNew)
    expect(eventsOf(home)).toEqual(after)
    const bytes = readFileSync(journal)
    writeFileSync(journal, bytes.subarray(bytes.length >> 1))
    await says(home, ['restore', file])
    expect(eventsOf(home)).toEqual(expect.arrayContaining(before))
    // of settings that were lost, those in config.json are put down before
    expect(readFileSync(journal, 'latin1')).toContain(bytes.toString('latin1', bytes.length >> 1))
  })

  it('leaves a bank that is there as it is', async () => {
    const path = join(home, 'banks', 'own.json')
    const changed = readFileSync(path, 'utf8').replace('By asking', 'By listening')
    writeFileSync(path, changed)
    await says(home, ['restore', file])
    expect(readFileSync(path, 'utf8')).toBe(changed)
  })

  it('makes a backup of what is there before', async () => {
    const other = newHome()
    const store = opened(other)
    const { id } = store.append(anAttempt())
    await says(other, ['restore', file, '--replace'])
    const [made = ''] = readdirSync(join(other, 'backups')).filter((name) => name.startsWith('auto-'))
    const again = newHome()
    await says(again, ['restore', join(other, 'backups', made)])
    expect(idsOf(opened(again).lines())).toEqual([id])
  })

  it('counts settings of the backup that are older as older', async () => {
    await did(home, [['config', 'set', 'count', '9']], { day: 2 })
    await says(home, ['restore', file])
    expect(await says(home, ['config', 'get', 'count'])).toBe('9\n')
  })

  it.each([
    ['', false],
    [', in a home that is replaced', true],
  ])('loses nothing that another process appends meanwhile%s', async (_, replace) => {
    const other = newHome()
    await did(other, [['drill', '4']])
    const store = opened(other)
    const journal = join(other, journalOf(store))
    const late: string[] = []
    const slow: Files = { ...diskFiles }
    for (const name of ['open', 'link', 'remove'] as const) {
      slow[name] = (...args: never[]) => {
        const id = `late ${late.length}`
        // a process writes to the journal that it finds
        if (existsSync(journal)) {
          appendFileSync(journal, lineOf(anAttempt({ question: 'bank/late' }), id))
          late.push(id)
        }
        return (diskFiles[name] as (...args: never[]) => never)(...args)
      }
    }
    const restored = await opened(other, slow).restore(file, { replace })
    expect(late.length).toBeGreaterThan(2)
    const ids = idsOf(opened(other).lines())
    if (restored.previous === null) expect(ids).toEqual(expect.arrayContaining(late))
    else {
      const aside = read(other, join(restored.previous, relative(other, journal)))
      for (const id of late) expect(aside + ids.join()).toContain(id)
    }
  })
})

describe('restoring with --replace', () => {
  it('sets aside what was here, and says where', async () => {
    const other = newHome()
    await did(other, [['drill', '4', '5']])
    const before = read(other, journalOf(opened(other)))
    const name = journalOf(opened(other))
    const said = await says(other, ['restore', file, '--replace'])
    const [, aside = ''] = /^What was here before is in (\S+)\.$/m.exec(said) ?? []
    expect(aside.startsWith(join(other, 'backups', 'replaced-'))).toBe(true)
    expect(readFileSync(join(aside, name), 'utf8')).toBe(before)
    expect(readdirSync(aside)).toEqual(expect.arrayContaining(['attempts', 'device', 'progress.json']))
    expect(eventsOf(other)).toEqual(eventsOf(home))
    expect(await exported(other)).toBe(await exported(home))
    expect(openIn(other)).toEqual([])
  })

  it('says that a remote brings back what was replaced, where there is one', async () => {
    const told = 'The next sync brings back what its remote still has.'
    expect(await says(home, ['restore', file, '--replace'])).not.toContain(told)
    await did(home, [['config', 'set', 'sync.remote', '/srv/rehearsals.git']])
    expect(await says(home, ['restore', file, '--replace'])).toContain(told)
  })

  it('of a home that has the same takes it over again', async () => {
    const before = eventsOf(home)
    await did(home, [['drill', '6']])
    await says(home, ['restore', file, '--replace'])
    expect(eventsOf(home)).toEqual(before)
    await says(home, ['restore', file, '--replace'])
    expect(eventsOf(home)).toEqual(before)
  })

  it('of an empty home sets nothing aside', async () => {
    const copy = newHome()
    expect(await says(copy, ['restore', file, '--replace'])).not.toContain('What was here before')
    expect(await exported(copy)).toBe(await exported(home))
  })

  it('goes on with a device of its own', async () => {
    await says(home, ['restore', file, '--replace'])
    const before = eventsOf(home)
    await did(home, [['drill', '6']])
    expect(eventsOf(home).length).toBeGreaterThan(before.length)
  })

  it('keeps the settings of the backup, not those that stood in config.json', async () => {
    const other = newHome()
    await did(other, [['config', 'set', 'count', '9']], { day: 9 })
    await says(other, ['restore', file, '--replace'])
    expect(await says(other, ['config', 'get', 'count'])).toBe('5\n')
  })
})

it.each([
  ['is not there', join('nowhere', 'all.backup'), /^There is no file \S+\.$/],
  ['is a folder', '.', /^\S+ is not a file\.$/],
  ['is another file', 'package.json', /^package\.json is not a greenroom backup\.$/],
])('a backup that %s is refused', async (_, path, says) => {
  await expect(opened(home).restore(path, { replace: false })).rejects.toThrow(says)
})
