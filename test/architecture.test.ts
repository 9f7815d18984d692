import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

interface File {
  path: string
  /** What it imports: paths below src/, names of packages, `node:…`. */
  imports: string[]
}

const files: File[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .map((path) => path.replaceAll('\\', '/'))
  .map((path) => ({ path, imports: importsOf(path) }))

function importsOf(path: string): string[] {
  const text = readFileSync(join('src', path), 'utf8')
  const found = text.matchAll(
    /(?:^|\s)(?:import|export)\s[^'"]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|^import\s+'([^']+)'/gm,
  )
  return [...found].map(([, from, lazy, bare]) => {
    const name = from ?? lazy ?? bare ?? ''
    if (!name.startsWith('.')) return name
    return relative('src', join('src', dirname(path), name)).replaceAll('\\', '/')
  })
}

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : path)

/** Which folders, files of the top and packages each folder may import, besides itself. */
const arrows: Record<string, readonly string[]> = {
  bank: [],
  rehearsal: ['bank'],
  progress: ['bank', 'rehearsal', 'ts-fsrs'],
  render: [
    'bank',
    'rehearsal',
    'progress',
    'env.ts',
    'chalk',
    'marked',
    'marked-terminal',
    'fast-string-width',
    'fast-wrap-ansi',
  ],
  store: ['bank', 'progress', 'env.ts', 'errors.ts', 'conf', 'env-paths', 'node:'],
  terminal: ['rehearsal', 'render', 'env.ts', 'errors.ts', '@inquirer/', 'node:'],
  commands: [
    'bank',
    'rehearsal',
    'progress',
    'render',
    'banks.ts',
    'came-up.ts',
    'home-screen.ts',
    'env.ts',
    'errors.ts',
    'flags.ts',
    'session.ts',
    'sheet.ts',
    'planning.ts',
    'programme.ts',
    'rehearse.ts',
    'story.ts',
    'sync.ts',
    'commander',
    'node:path',
  ],
}

describe('imports follow the arrows', () => {
  test.each(Object.entries(arrows))('of %s', (folder, allowed) => {
    const strangers = files
      .filter(({ path }) => folderOf(path) === folder)
      .flatMap(({ path, imports }) =>
        imports
          .filter((name) => folderOf(name) !== folder || folder === 'commands')
          .filter(
            (name) =>
              !allowed.some((each) => name === each || folderOf(name) === each || startsWith(name, each)),
          )
          .map((name) => `${path} → ${name}`),
      )
    expect(strangers).toEqual([])
  })

  test('main alone hands over store and terminal', () => {
    const knowing = files
      .filter(
        ({ path, imports }) =>
          imports.some((name) => ['store', 'terminal'].includes(folderOf(name))) &&
          !['store', 'terminal'].includes(folderOf(path)),
      )
      .map(({ path }) => path)
    expect(knowing).toEqual(['main.ts'])
  })

  test('main and terminal alone know the process', () => {
    const knowing = files
      .filter(({ path }) =>
        /(?<![\w.])process\.\w|[=(,]\s*process\b/.test(readFileSync(join('src', path), 'utf8')),
      )
      .map(({ path }) => folderOf(path))
    expect([...new Set(knowing)].sort()).toEqual(['main.ts', 'terminal'])
  })
})

test('pure folders know no clock and no randomness', () => {
  const impure = files
    .filter(({ path }) => ['bank', 'rehearsal', 'progress', 'render'].includes(folderOf(path)))
    .filter(({ path }) =>
      /\bnew Date(?:\(\)|(?!\())|Date\.now|Math\.random|performance\.now/.test(
        readFileSync(join('src', path), 'utf8'),
      ),
    )
  expect(impure.map(({ path }) => path)).toEqual([])
})

test('no file only hands on what others export', () => {
  const barrels = files.filter(({ path }) => {
    const lines = readFileSync(join('src', path), 'utf8').split('\n').filter(Boolean)
    return lines.every((line) => /^export .* from /.test(line))
  })
  expect(barrels).toEqual([])
})

const startsWith = (name: string, allowed: string): boolean =>
  /[:/]$/.test(allowed) && name.startsWith(allowed)
