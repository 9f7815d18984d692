import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UserError } from '../../src/ports.ts'
import type { MergedLine } from '../../src/progress/journal.ts'
import { unpack } from '../../src/store/backup/archive.ts'
import { inFull, opened } from '../store/home.ts'
import { diskWith, type Fault, type Kind, kinds } from './disk.ts'
import { isFull } from './mode.ts'
import { history, type Operation, operations, type Place, placeIn, process, run } from './operations.ts'
import { halvesIn, linesIn, openIn, putInPlace } from './places.ts'
import { volatile } from './power.ts'
import { lostOf, type World, type Written } from './world.ts'

/** The same path each time: homes and remotes know each other by it. */
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'greenroom-faults-')))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Cell {
  injected: number
  survived: number
}

const cells = new Map<string, Cell>()

function cellOf(operation: string, kind: Kind): Cell {
  const key = `${operation} ${kind}`
  const cell = cells.get(key) ?? { injected: 0, survived: 0 }
  cells.set(key, cell)
  return cell
}

/** What a process that has just started finds, which is whole. */
async function look(
  home: string,
  day: number,
): Promise<{ lines: MergedLine[]; said: string; settings: object }> {
  const next = process(home, { day })
  const store = await next.env.store(undefined)
  const progress = inFull(await store.progress())
  const said = store.notices.join('\n')
  const again = await next.env.store(undefined)
  expect(await again.save()).toEqual(progress)
  const saved = await next.env.store(undefined)
  expect(inFull(await saved.progress())).toEqual(progress)
  expect(halvesIn(home)).toEqual([])
  return { lines: store.lines(), said, settings: progress.settings }
}

const idsOf = (lines: readonly MergedLine[]): string[] => lines.map(({ id }) => id).sort()

/** Refuses, if it has to, with a sentence on what and one on what to do. */
async function attempted(world: World, operation: Operation, place: Place): Promise<UserError | null> {
  try {
    await run(world, operation.commands(place))
    return null
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    expect(error.message).toMatch(/^\S.*[.:]$/s)
    expect(error.hint).toMatch(/^\S.*\.$/s)
    expect(`${error.message} ${error.hint}`).not.toMatch(/undefined|\[object|\bat \S+:\d+/)
    return error
  }
}

describe.each(operations.map((operation, index) => [operation.name, operation, index] as const))(
  'a fault in %s',
  (name, operation, index) => {
    const template = join(folder, `template ${index}`)
    const place = placeIn(join(folder, 'place'))
    const before: Written = new Map()
    let brought: string[] = []
    let calls = 0

    beforeAll(async () => {
      rmSync(join(folder, 'place'), { recursive: true, force: true })
      await history(place, before)
      const elsewhere: Written = new Map()
      await operation.before?.(place, elsewhere)
      brought = [...elsewhere.keys()].sort()
      renameSync(join(folder, 'place'), template)
      putInPlace(template, join(folder, 'place'))
      const disk = diskWith(null)
      const world = process(place.home, { disk, day: 2 })
      await attempted(world, operation, place)
      await world.finish()
      calls = disk.calls()
    })

    /** What was said by a process to which a fault happened. */
    async function saidWith(fault: Fault, written: Written): Promise<string> {
      const power = volatile(folder)
      const disk = diskWith(fault, null, power.files)
      const world = process(place.home, { disk, day: 2, written })
      try {
        const refused = await attempted(world, operation, place)
        await world.finish()
        if (refused === null) expect(world.said()).not.toBe('')
      } catch (error) {
        if (!disk.isDead()) throw error
      }
      if (fault.kind === 'power cut') power.cutPower()
      return world.said()
    }

    async function expectSurvived(fault: Fault): Promise<void> {
      putInPlace(template, join(folder, 'place'))
      const written: Written = new Map(structuredClone([...before]))
      const said = await saidWith(fault, written)
      expectWhatWasSaid(said)
      const found = await look(place.home, 3)
      expectKept(found, written)
      if (/^sync\.remote is/m.test(said)) expect(found.settings).toMatchObject(operation.keeps ?? {})
      const next = process(place.home, { day: 4, written })
      const refused = await attempted(next, operation, place)
      if (refused !== null) expect(refused.message).toMatch(operation.again ?? /^nothing is refused$/)
      await next.finish()
      const { lines, settings } = await look(place.home, 5)
      expect(settings).toMatchObject(operation.keeps ?? {})
      if (operation.replaces) expect(idsOf(lines)).toEqual(brought)
      else expect(lostOf(written, lines)).toEqual([])
      if (operation.before) expect(idsOf(lines)).toEqual(expect.arrayContaining(brought))
      expect(openIn(place.home).join()).toBe('')
      if (existsSync(place.backup)) expect(unpack(readFileSync(place.backup))).toBeInstanceOf(Array)
      if (name.startsWith('sync')) expect(lostOf(written, linesIn(place.remote))).toEqual([])
    }

    function expectKept({ lines, said }: { lines: MergedLine[]; said: string }, written: Written): void {
      const lost = lostOf(written, lines)
      const ids = new Set(idsOf(lines))
      if (!operation.replaces || !brought.every((id) => ids.has(id))) expect(lost).toEqual([])
      for (const sentence of said.split('\n').filter((each) => each !== '')) {
        expect(sentence).toMatch(/^(progress|config)\.json could not be read and was moved to /)
      }
    }

    /** What was said to be there is there. */
    function expectWhatWasSaid(said: string): void {
      const namesIn = (folder: string): string => readdirSync(join(place.home, folder)).join()
      for (const [, path = ''] of said.matchAll(/^Written to (.*?)\.(?: |$)/gm)) {
        expect(existsSync(path)).toBe(true)
        if (path.endsWith('.backup')) expect(unpack(readFileSync(path))).toBeInstanceOf(Array)
      }
      if (/^Added\./m.test(said)) expect(namesIn('banks')).toContain('again.json')
      if (/^Removed own\./m.test(said)) expect(namesIn('backups')).toContain('bank-own-')
      for (const [, path = ''] of said.matchAll(/^What was here before is in (.*)\.$/gm))
        expect(readdirSync(join(path, 'attempts'))).not.toEqual([])
      if (/^Restored|received/m.test(said))
        expect(idsOf(opened(place.home).lines())).toEqual(expect.arrayContaining(brought))
    }

    /** In full each kind at each call; else one kind at every second call, or where that is slow at every twelfth. */
    const cases = (): Fault[] => {
      const step = isFull ? 1 : operation.slow ? 12 : 2
      const atEnd: Fault = { kind: 'power cut', at: calls + 1 }
      return [atEnd, ...faults(step)]
    }

    const faults = (step: number): Fault[] =>
      Array.from({ length: Math.floor(calls / step) }, (_, number) => number + 1).flatMap((number) =>
        kinds
          .filter((_, kind) => isFull || kind === (number + index) % kinds.length)
          .map((kind) => ({ kind, at: number * step })),
      )

    it(`loses nothing, whatever call of ${name} it is in`, async () => {
      const failures: string[] = []
      for (const fault of cases()) {
        const row = cellOf(name, fault.kind)
        row.injected++
        try {
          await expectSurvived(fault)
          row.survived++
        } catch (error) {
          failures.push(
            `${fault.kind} at call ${fault.at} of ${calls}: ${error instanceof Error && error.stack}`,
          )
        }
      }
      expect(failures.join('\n\n')).toBe('')
    })
  },
)

const sumOf = (all: readonly Cell[]): Cell => ({
  injected: all.reduce((sum, { injected }) => sum + injected, 0),
  survived: all.reduce((sum, { survived }) => sum + survived, 0),
})

/** How often each kind of fault was injected into each operation, and how often it was survived. */
function table(): string {
  const names = operations.map(({ name }) => name)
  const row = (name: string, all: readonly Cell[]): string[] => [
    name,
    ...[...all, sumOf(all)].map(({ injected, survived }) => `${survived} of ${injected}`),
  ]
  const rows = [
    ['survived', ...kinds, 'all'],
    ...names.map((name) =>
      row(
        name,
        kinds.map((kind) => cellOf(name, kind)),
      ),
    ),
    row(
      'all',
      kinds.map((kind) => sumOf(names.map((name) => cellOf(name, kind)))),
    ),
  ]
  return rows
    .map(([name = '', ...all]) => name.padEnd(18) + all.map((cell) => cell.padStart(14)).join(''))
    .join('\n')
}

afterAll(() => console.log(table()))
