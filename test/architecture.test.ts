import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

interface File {
  path: string
  text: string
  /** What it imports, types too: paths below src/, names of packages, `node:…`. */
  imports: string[]
}

const files: File[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .map((path) => path.replaceAll('\\', '/'))
  .map((path) => {
    const text = readFileSync(join('src', path), 'utf8')
    return { path, text, imports: importsOf(path, text) }
  })

function importsOf(path: string, text: string): string[] {
  const found = text.matchAll(
    /(?:^|\s)(?:import|export)\s[^'"]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|^import\s+'([^']+)'/gm,
  )
  return [...found].map(([, from, lazy, bare]) => {
    const name = from ?? lazy ?? bare ?? ''
    if (!name.startsWith('.')) return name
    return relative('src', join('src', dirname(path), name)).replaceAll('\\', '/')
  })
}

/** The folder of a file, or the file itself where it lies in src/. */
const placeOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : path)

const isPackage = (name: string): boolean => !name.endsWith('.ts') && !name.startsWith('../')

/** The whole architecture: what each place may import of the others, from the bottom up. */
const arrows: Record<string, readonly string[]> = {
  text: [],
  voice: [],
  bank: ['text'],
  answers: ['bank', 'text'],
  import: ['bank', 'text'],
  rehearsal: ['answers', 'bank', 'text', 'voice'],
  progress: ['bank', 'rehearsal', 'text', 'voice'],
  doctor: ['bank', 'progress', 'text'],
  help: ['doctor', 'ports.ts', 'progress', 'text'],
  screens: ['answers', 'bank', 'doctor', 'progress', 'rehearsal', 'text', 'voice'],
  'ports.ts': ['bank', 'doctor', 'import', 'progress', 'rehearsal', 'screens', 'voice'],
  store: ['bank', 'doctor', 'ports.ts', 'progress', 'text', 'voice'],
  terminal: ['doctor', 'ports.ts', 'rehearsal', 'screens', 'text', 'voice'],
  app: [
    'answers',
    'bank',
    'doctor',
    'help',
    'import',
    'ports.ts',
    'progress',
    'rehearsal',
    'screens',
    'text',
    'voice',
  ],
  commands: [
    'answers',
    'app',
    'bank',
    'doctor',
    'help',
    'import',
    'ports.ts',
    'progress',
    'rehearsal',
    'screens',
    'text',
    'voice',
  ],
  'cli.ts': ['app', 'commands', 'help', 'ports.ts', 'text'],
  'main.ts': ['cli.ts', 'ports.ts', 'screens', 'store', 'terminal', 'text'],
}

/** The libraries and modules of Node that a place may use. */
const packages: Record<string, readonly string[]> = {
  text: ['fast-string-width', 'fast-wrap-ansi'],
  import: ['htmlparser2', 'js-yaml'],
  progress: ['ts-fsrs'],
  screens: ['chalk', 'marked', 'marked-terminal'],
  store: ['conf', 'node:'],
  terminal: ['@inquirer/', 'node:'],
  app: ['node:path'],
  commands: ['commander', 'node:path'],
  help: ['commander'],
  'cli.ts': ['commander'],
}

const pure = ['text', 'voice', 'bank', 'import', 'rehearsal', 'progress', 'doctor', 'screens']

describe.each(Object.keys(arrows))('%s', (place) => {
  const own = files.filter(({ path }) => placeOf(path) === place)
  const outside = own.flatMap(({ path, imports }) =>
    imports.filter((name) => placeOf(name) !== place).map((name) => ({ path, name })),
  )
  const shown = (found: { path: string; name: string }[]): string[] =>
    found.map(({ path, name }) => `${path} → ${name}`)

  test('has files', () => expect(own).not.toEqual([]))

  test(`imports ${arrows[place]?.join(', ') || 'no other place'}`, () => {
    const strangers = outside.filter(
      ({ name }) => name.endsWith('.ts') && !arrows[place]?.includes(placeOf(name)),
    )
    expect(shown(strangers)).toEqual([])
  })

  test(`uses ${packages[place]?.join(', ') || 'no library'}`, () => {
    const allowed = packages[place] ?? []
    const strangers = outside.filter(
      ({ name }) => isPackage(name) && !allowed.some((each) => name === each || isWithin(name, each)),
    )
    expect(shown(strangers)).toEqual([])
  })
})

const isWithin = (name: string, group: string): boolean => /[:/]$/.test(group) && name.startsWith(group)

test('every file has its place', () => {
  expect([...new Set(files.map(({ path }) => placeOf(path)))].sort()).toEqual(Object.keys(arrows).sort())
})

test('no file imports itself by way of others, not for a type either', () => {
  const imports = new Map(files.map((file) => [file.path, file.imports]))
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '))
    if (done.has(path) || way.includes(path)) return
    for (const next of imports.get(path) ?? []) if (imports.has(next)) visit(next, [...way, path])
    done.add(path)
  }
  for (const { path } of files) visit(path, [])
  expect(circles).toEqual([])
})

/** `bank` for `commands/bank.ts` and for `commands/bank/check.ts`. */
const commandOf = (path: string): string | undefined => /^commands\/([\w-]+)/.exec(path)?.[1]

test('commands do not import each other', () => {
  const pairs = files
    .filter(({ path }) => placeOf(path) === 'commands')
    .flatMap(({ path, imports }) =>
      imports.filter((name) => name !== 'commands/flags.ts').map((name) => ({ path, name })),
    )
    // what one command has in a folder of its own is not another one
    .filter(({ path, name }) => placeOf(name) === 'commands' && commandOf(path) !== commandOf(name))
  expect(pairs).toEqual([])
})

test('main and terminal alone know the process', () => {
  const knowing = files
    .filter(({ text }) => /(?<![\w.])process\.\w|[=(,]\s*process\b/.test(text))
    .map(({ path }) => placeOf(path))
  expect([...new Set(knowing)].sort()).toEqual(['main.ts', 'terminal'])
})

test('pure folders know no clock and no randomness', () => {
  const impure = files
    .filter(({ path }) => pure.includes(placeOf(path)))
    .filter(({ text }) => /\bnew Date(?:\(\)|(?!\())|Date\.now|Math\.random|performance\.now/.test(text))
  expect(impure.map(({ path }) => path)).toEqual([])
})

test('nothing runs when a file is imported, but in main', () => {
  const acting = files
    .filter(({ path }) => path !== 'main.ts')
    .filter(({ text }) => /^(?:if|for|while|try|await|throw|[a-zA-Z_$][\w.$]*\()/m.test(text))
  expect(acting.map(({ path }) => path)).toEqual([])
})

test('no file only hands on what others export, and none is called utils', () => {
  const barrels = files.filter(({ text }) =>
    text
      .split('\n')
      .filter(Boolean)
      .every((line) => /^export .* from /.test(line)),
  )
  expect(barrels.map(({ path }) => path)).toEqual([])
  expect(files.filter(({ path }) => /\b(?:utils?|helpers?|common|misc)\b/.test(path))).toEqual([])
})
