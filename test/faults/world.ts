import { randomUUID } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { isDeepStrictEqual } from 'node:util'
import type { Env, Store } from '../../src/ports.ts'
import type { Entry, Line, MergedLine } from '../../src/progress/journal.ts'
import { styleOf } from '../../src/screens/style.ts'
import { openStore } from '../../src/store/open.ts'
import { pathStamp, readPath } from '../../src/store/sources.ts'
import { writeFileWhole } from '../../src/store/write-file.ts'
import { plainShell } from '../../src/terminal/plain.ts'
import { type Disk, diskWith, variables } from './disk.ts'

/** What was written of each line, the versions in their order, and up to which of them it was acknowledged. */
export type Written = Map<string, { versions: Entry[]; acknowledged: number }>

/** A process: the program with everything but the disk in memory. */
export interface World {
  env: Env
  /** All that it said. */
  said(): string
  written: Written
  /** What is done when all is said. */
  finish(): Promise<void>
}

export interface WorldOptions {
  home: string
  disk?: Disk
  /** What is typed, line by line. */
  lines?: readonly string[]
  /** The clock starts so many days after nine in the morning of the 22nd, and goes on by a second at each look. */
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
  const stores: Store[] = []
  const told = new Set<string>()
  let said = ''
  let ms = Date.UTC(2026, 10, 22, 9) + day * 86_400_000
  let monotonic = 0
  const say = (text: string): void => {
    said += text
  }
  const input = new PassThrough()
  input.end(lines.map((line) => `${line}\n`).join(''))
  const env: Env = {
    program: 'greenroom',
    variables: {},
    interactive: false,
    pid: 1_000_000,
    now() {
      ms += 1000
      return new Date(ms)
    },
    monotonic() {
      monotonic += 10
      return monotonic
    },
    random: () => 0.5,
    isRunning: () => false,
    soon: (action) => action(),
    size: () => ({ columns: 80, rows: 24 }),
    style: async ({ ascii }) => styleOf({ level: 0, ascii }),
    out: say,
    err: say,
    tell(notices) {
      for (const notice of notices) if (!told.has(notice)) say(`${notice}\n`)
      for (const notice of notices) told.add(notice)
    },
    readInput: async () => Buffer.alloc(0),
    source: async (source) => readPath(source),
    stamp: async (path) => pathStamp(path),
    async writeFile(path, text, options) {
      writeFileWhole(path, text, { ...options, files: disk.files })
    },
    async store() {
      const real = openStore({
        home,
        now: env.now,
        uuid: randomUUID,
        files: disk.files,
        git: disk.git,
        variables,
      })
      const store: Store = { ...real, append: (entry, id = real.newId()) => append(real, entry, id) }
      stores.push(store)
      return store
    },
    async shell() {
      const { signal } = new AbortController()
      const shell = plainShell({ input, write: say, bell() {}, monotonic: env.monotonic, signal })
      // asked whether to try again, the user does so three times
      let tries = 0
      return { ...shell, ask: async () => (++tries > 3 ? 'q' : '') }
    },
    edit: async (text) => text,
    machine: () => Promise.reject(new Error('no doctor here')),
  }

  function append(store: Store, entry: Entry, id: string): Line {
    const { versions, acknowledged } = written.get(id) ?? { versions: [], acknowledged: -1 }
    versions.push(entry)
    written.set(id, { versions, acknowledged })
    const line = store.append(entry, id)
    written.set(id, { versions, acknowledged: versions.length - 1 })
    return line
  }

  return {
    env,
    said: () => said,
    written,
    async finish() {
      for (const { notices } of stores) env.tell(notices)
      for (const store of stores) await store.finish()
    },
  }
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

function entryOf({ v, id, at, device, ...entry }: MergedLine): object {
  return entry
}

/** As it comes back from JSON, and without the stamp of the line it was made from. */
function plain(entry: Entry): object {
  return entryOf(JSON.parse(JSON.stringify(entry)))
}
