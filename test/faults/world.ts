import { isDeepStrictEqual } from 'node:util'
import type { Env, Store } from '../../src/ports.ts'
import type { Entry, Line, MergedLine } from '../../src/progress/journal.ts'
import { isLocal } from '../../src/store/local.ts'
import { type World as AnyWorld, worldOf as anyWorldOf } from '../world.ts'
import { type Disk, diskWith, variables } from './disk.ts'

/** What was written of each line, the versions in their order, and up to which of them it was acknowledged. */
export type Written = Map<string, { versions: Entry[]; acknowledged: number }>

/** A world whose disk may fail, and in which it is known what was acknowledged. */
export interface World extends AnyWorld {
  written: Written
}

export interface WorldOptions {
  home: string
  disk?: Disk
  /** What is typed, line by line. */
  lines?: readonly string[]
  /** The clock starts so many days after nine in the morning of the 22nd. */
  day?: number
  written?: Written
}

export function worldOf({
  home,
  disk = diskWith(null),
  lines = [],
  day = 1,
  written = new Map(),
}: WorldOptions): World {
  const world = anyWorldOf({
    home,
    input: lines.map((line) => `${line}\n`).join(''),
    env: variables,
    now: new Date(2026, 10, 22, 9, 0, 0, day * 86_400_000),
    files: disk.files,
    git: disk.git,
  })

  function append(store: Store, entry: Entry, id: string): Line {
    const { versions, acknowledged } = written.get(id) ?? { versions: [], acknowledged: -1 }
    versions.push(entry)
    written.set(id, { versions, acknowledged })
    const line = store.append(entry, id)
    // it is in no journal that others get
    if (isLocal(entry)) written.delete(id)
    else written.set(id, { versions, acknowledged: versions.length - 1 })
    return line
  }

  const env: Env = {
    ...world.env,
    async store(named) {
      const real = await world.env.store(named)
      return { ...real, append: (entry, id = real.newId()) => append(real, entry, id) }
    },
    async shell(how) {
      const shell = await world.env.shell(how)
      // asked whether to try again, the user does so three times
      let tries = 0
      return { ...shell, ask: async () => (++tries > 3 ? 'q' : '') }
    },
  }
  return { ...world, env, written }
}

/** Ids of what was acknowledged and is not there, or only in a version that is older. */
export function lostOf(written: Written, lines: readonly MergedLine[]): string[] {
  const there = new Map(lines.map((line) => [line.id, entryOf(line)]))
  return [...written].flatMap(([id, { versions, acknowledged }]) => {
    const found = there.get(id)
    const isThere = versions.slice(acknowledged).some((version) => isDeepStrictEqual(plain(version), found))
    return acknowledged < 0 || isThere ? [] : [id]
  })
}

function entryOf({ v, id, at, order, device, ...entry }: MergedLine): object {
  return entry
}

/** As it comes back from JSON, and without the stamp of the line it was made from. */
function plain(entry: Entry): object {
  return entryOf(JSON.parse(JSON.stringify(entry)))
}
