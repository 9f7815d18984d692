import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { fileWith, newFolder } from './files.ts'
import { live, run } from './program/process.ts'

/** What of the built program, and of Node, is loaded by a command, up to the moment in which it prints a text. */

interface Loaded {
  /** Files of `dist`, without their hashes. */
  files: string[]
  /** Packages that are in these files. */
  packages: string[]
  /** Of those modules of Node that take long to load, the ones that were. */
  node: string[]
  kilobytes: number
}

const costly = ['child_process', 'crypto', 'readline', 'zlib', 'assert', 'fs/promises', 'http', 'url']

/** Runs before the program, and writes to the file in `LOADED` what was loaded when it ends, or prints `LOADED_UNTIL`. */
const spy = `
const { writeFileSync } = require('node:fs')
const { LOADED, LOADED_UNTIL } = process.env
const before = new Set(process.moduleLoadList)
let isDone = false
function tell() {
  if (isDone) return
  isDone = true
  const node = process.moduleLoadList.filter((each) => !before.has(each)).map((each) => each.replace('NativeModule ', ''))
  writeFileSync(LOADED, JSON.stringify({ files: Object.keys(require.cache), node }))
}
process.on('exit', tell)
if (LOADED_UNTIL) {
  const { write } = process.stdout
  process.stdout.write = function (text, ...more) {
    if (String(text).includes(LOADED_UNTIL)) tell()
    return write.call(this, text, ...more)
  }
}
`

function spied(until = ''): { env: Record<string, string>; loaded(): Loaded } {
  const told = join(newFolder(), 'loaded.json')
  const file = fileWith(spy, 'spy.cjs')
  return {
    env: { NODE_OPTIONS: `--require ${JSON.stringify(file)}`, LOADED: told, LOADED_UNTIL: until },
    loaded() {
      const { files, node } = JSON.parse(readFileSync(told, 'utf8')) as { files: string[]; node: string[] }
      const own = files.filter((path) => dirname(path) === resolve('dist'))
      // what the bundler adds of its own has none
      const maps = own.map((path) => `${path}.map`).filter((path) => existsSync(path))
      const sources = maps.flatMap((path): string[] => JSON.parse(readFileSync(path, 'utf8')).sources)
      const packages = sources.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [])
      return {
        files: own.map((path) => basename(path).replace(/(-[\w-]{8})?\.js$/, '')).sort(),
        packages: [...new Set(packages)].sort(),
        node: costly.filter((each) => node.includes(each)),
        kilobytes: Math.round(own.reduce((sum, path) => sum + readFileSync(path).length, 0) / 1000),
      }
    },
  }
}

let home = ''
beforeAll(() => {
  home = newFolder()
  run(['drill', '1'], { home }, '\n\n3\n1\n\nslower\n')
})

function loadedBy(args: string[], until = ''): Loaded {
  const { env, loaded } = spied(until)
  expect(run(args, { home, env }).code).toBe(0)
  return loaded()
}

const start = ['main', 'rolldown-runtime']
const session = [...start, 'session', 'text']
const packages = ['chalk', 'commander', 'fast-string-truncated-width', 'fast-string-width', 'fast-wrap-ansi']

describe('what is loaded', () => {
  test.each([['--version'], ['--help'], ['drill', '--help']])(
    'by %s is commander, and what help says, alone',
    (...args) => {
      const { files, packages: bundled, node, kilobytes } = loadedBy(args)
      // for checksums, on Node 20 also of what V8 made of the program
      expect([bundled, node.filter((each) => each !== 'zlib')]).toEqual([
        args.length === 1 ? ['commander'] : packages,
        [],
      ])
      const help = args.includes('--help') ? ['explain', 'json'] : []
      if (args.length === 1) expect(files).toEqual([...start, ...help].sort())
      expect(kilobytes).toBeLessThan((args.length === 1 ? 61 : 217) + help.length * 7)
    },
  )

  test.each([
    ['a command', ['dri'], ['complete'], 76],
    ['a question', ['show', 'how'], ['complete', 'completion', 'session', 'text'], 181],
  ])('to complete %s is no more than that takes', (_, typed, files, most) => {
    const { kilobytes, ...loaded } = loadedBy(['complete', '--', ...typed])
    expect(loaded.files).toEqual([...start, ...files].sort())
    expect(kilobytes).toBeLessThan(most)
  })

  test('by list is what lists', () => {
    const { kilobytes, ...loaded } = loadedBy(['list'])
    expect(loaded).toEqual({
      files: [...session, 'columns', 'list', 'ready', 'schedule', 'status'].sort(),
      packages: [...packages, 'ts-fsrs'].sort(),
      node: ['zlib'],
    })
    expect(kilobytes).toBeLessThan(178)
  })

  test('by next is what picks', () => {
    const { kilobytes, ...loaded } = loadedBy(['next'])
    expect(loaded).toEqual({
      files: [...session, 'columns', 'next', 'plan', 'plan', 'ready', 'rehearse', 'schedule'].sort(),
      packages: [...packages, 'ts-fsrs'].sort(),
      node: ['zlib'],
    })
    expect(kilobytes).toBeLessThan(246)
  })

  const first = { files: [...session, 'rehearse'].sort(), packages, node: ['zlib'] }

  test('before the first question is what asks, and neither what draws answers nor what schedules', () => {
    const { kilobytes, ...loaded } = loadedBy(['drill', '1'], 'hands-on')
    // lines are read by readline, which comes with the shell for plain mode
    expect(loaded).toEqual({
      ...first,
      files: [...first.files, 'heartbeat', 'plain'].sort(),
      node: ['readline', 'zlib'],
    })
    expect(kilobytes).toBeLessThan(220)
  })

  test('before the first question on a terminal is not what prompts either', async () => {
    const { env, loaded } = spied('hands-on')
    const program = live(['drill', '1'], { home, env })
    await program.sees('Think')
    program.type('q')
    await program.ended
    const { kilobytes, ...found } = loaded()
    expect(found).toEqual(first)
    expect(kilobytes).toBeLessThan(217)
  })

  test.each([
    ['q', 'q'],
    ['Ctrl-C', '\u0003'],
  ])('before the first question with a plan is no more than that, after %s too', async (_, last) => {
    const planned = newFolder()
    run(['plan', '--date', '+10d'], { home: planned })
    for (const key of ['q', last]) {
      const before = live(['drill'], { home: planned })
      await before.sees('Think')
      before.type(key)
      await before.ended
    }
    const { env, loaded } = spied('Question 1 of 3')
    const program = live(['drill'], { home: planned, env })
    await program.sees('Think')
    program.type('q')
    await program.ended
    const { kilobytes, ...found } = loaded()
    expect(found).toEqual(first)
    expect(kilobytes).toBeLessThan(217)
  })

  test('before the first question of somebody new is no more than that', async () => {
    const { env, loaded } = spied('hands-on')
    const program = live([], { home: newFolder(), env })
    await program.sees('Think')
    program.type('q')
    await program.ended
    const { kilobytes, ...found } = loaded()
    // a new device gets an id
    expect(found).toEqual({ ...first, node: ['crypto', 'zlib'] })
    expect(kilobytes).toBeLessThan(217)
  })
})
