import { execFileSync, execSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import manifest from '../package.json'
import { fileWith, newFolder } from './files.ts'
import { run } from './program/process.ts'

interface Packed {
  /** Of the tarball, in bytes. */
  size: number
  files: { path: string; mode: number }[]
}

const inDist = readdirSync('dist').sort()
const textIn = (name: string): string => readFileSync(`dist/${name}`, 'utf8')

beforeAll(() => {
  execFileSync(process.execPath, ['manual.mjs'])
})

describe('the package', () => {
  let packed: Packed
  beforeAll(() => {
    // through a shell: on Windows npm is a script
    const [said] = JSON.parse(execSync('npm pack --dry-run --json --ignore-scripts', { encoding: 'utf8' }))
    packed = said
  })

  test('is small', () => {
    expect(packed.size).toBeLessThanOrEqual(440_000)
  })

  test('has what is run and what is read, and nothing else', () => {
    const paths = packed.files.map(({ path }) => path)
    const top = paths.map((path) => path.replace(/^(bin|data|dist|man)\/.*/, '$1/'))
    expect([...new Set(top)].sort()).toEqual(
      ['LICENSE', 'README.md', 'bin/', 'dist/', 'man/', 'package.json'].sort(),
    )
    expect(paths).toContain('dist/THIRD-PARTY-LICENSES')
    // what a start left there
    expect(paths.filter((path) => path.startsWith('dist/compiled'))).toEqual([])
    expect(paths.filter((path) => path.startsWith('dist/') && path.endsWith('.js')).sort()).toEqual(
      inDist.filter((name) => name.endsWith('.js')).map((name) => `dist/${name}`),
    )
  })

  test('has no source map, and nothing that asks for one', () => {
    expect(packed.files.filter(({ path }) => path.endsWith('.map'))).toEqual([])
    const asking = inDist.filter((name) => name.endsWith('.js') && textIn(name).includes('sourceMappingURL'))
    expect(asking).toEqual([])
  })

  test('needs a Node that has zlib.crc32, and no other package', () => {
    expect(manifest.engines).toEqual({ node: '^20.17 || >=22.2' })
    expect(Object.keys(manifest).filter((key) => /dependencies$/i.test(key))).toEqual(['devDependencies'])
  })
})

describe('the manual', () => {
  let page = ''
  beforeAll(() => {
    // a list: of a single name npm makes no link
    const [path = ''] = manifest.man
    page = readFileSync(path, 'utf8').replaceAll('\\-', '-')
  })
  /** What one section of the manual has in bold, in front of what is said of it. */
  const terms = (section: string): string[] => {
    const [, body = ''] = page.split(`.SH ${section}\n`)
    const [own = ''] = body.split('\n.SH ')
    return [...own.matchAll(/^\.TP\n\\fB(.*)\\fR$/gm)].map(([, term = '']) => term)
  }
  const help = (...words: string[]): string => run([...words, '--help'], { home: newFolder() }).out

  test('tells of each command, and of those below it', () => {
    const [table = ''] = help().split('\nExamples:')
    const commands = [...table.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name)
    const told = [...page.matchAll(/^\.SS greenroom ([a-z]+)\b(?! [a-z])/gm)].map(([, name]) => name)
    expect(told).toEqual(commands)
    expect(told.length).toBeGreaterThan(10)
    expect(page).toContain('\n.SS greenroom bank add <source>\nadd a bank\n')
    // a line that help breaks is one again
    expect(page).toContain('\ncheck data, banks and terminal, and fix problems\n')
  })

  test('has the examples, under the name that an installed program has', () => {
    expect(page).toContain(
      '\nExamples:\n.TP\n\\fBgreenroom drill\\fR\nwhat is due, then what is new, then the weakest\n',
    )
    expect(page).not.toContain('greenroom.js')
  })

  test('tells of each option', () => {
    const options = [...help('drill').matchAll(/^ {2}(-.*?) {2,}/gm)].map(([, term]) => term)
    const told = [...terms('OPTIONS'), ...terms('COMMANDS'), '-h, --help']
    expect(options.filter((each) => !told.includes(each ?? ''))).toEqual([])
  })

  test('has the variables and exit codes of the README', () => {
    const readme = readFileSync('README.md', 'utf8')
    const [, variables = ''] = /^The environment: (.*)\.$/m.exec(readme) ?? []
    expect(terms('ENVIRONMENT').join(', ')).toBe(variables.replaceAll('`', ''))
    const [, codes = ''] = /Exit\scodes: (.*?)\.\n/s.exec(readme) ?? []
    const numbers = codes.split(', ').map((code) => code.split(' ')[0])
    expect(new Set(terms('EXIT STATUS'))).toEqual(new Set(numbers))
  })
})

test('each library that is bundled has its licence there', () => {
  const sources = inDist
    .filter((name) => name.endsWith('.map'))
    .flatMap((name): string[] => JSON.parse(textIn(name)).sources)
  const bundled = sources.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [])
  const licences = textIn('THIRD-PARTY-LICENSES').split('\n---\n\n')
  const named = licences.map((licence) => /^(\S+) \d\S* \(.+\)\n\n.{100}/s.exec(licence)?.[1])
  expect(new Set(named)).toEqual(new Set(bundled))
  expect(bundled).toContain('commander')
})

describe('a stack trace of the built program', () => {
  const resolved = (trace: string): string =>
    execFileSync(process.execPath, ['test/trace.mjs'], {
      input: trace,
      encoding: 'utf8',
      stdio: 'pipe',
    })

  test('is resolved to the sources', () => {
    const broken = fileWith(
      "require('node:fs').lstatSync = () => { throw new TypeError('broken') }",
      'broken.cjs',
    )
    const world = { home: newFolder(), env: { NODE_OPTIONS: `--require ${JSON.stringify(broken)}` } }
    const { code, err } = run(['drill', '1'], world)
    expect(code).toBe(70)
    expect(err).toContain(resolve('dist'))
    expect(resolved(err)).not.toContain(resolve('dist'))
    // the places in it are those of what they name
    const [, line = ''] = /src\/app\/rehearse\.ts:(\d+):\d+/.exec(resolved(err)) ?? []
    expect(readFileSync('src/app/rehearse.ts', 'utf8').split('\n')[Number(line) - 1]).toContain('prepare')
  })

  test('of another version stays as it is', () => {
    const trace = `TypeError: broken\n    at d (/somewhere/greenroom/dist/home-00000000.js:1:927)\n    at m (/somewhere/greenroom/dist/main.js:1:9)\n`
    expect(resolved(trace)).toBe(trace)
  })
})
