import { readdirSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { defineConfig, type Plugin } from 'rolldown'
import { readBank } from './src/import/read.ts'

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Parses the shipped banks when the program is built, so that it need not when it starts. */
function banks(): Plugin {
  return {
    name: 'banks',
    load(id) {
      if (!id.endsWith('.md')) return null
      const slug = basename(id, '.md')
      const bank = readBank(readFileSync(id, 'utf8'), { slug })
      const problem = bank.warnings[0]
      if (problem) throw new Error(`${id}:${problem.line}: ${problem.message}`)
      // from a string it is there in half the time that an object takes, and twice as fast where that is ASCII
      const ascii = JSON.stringify(bank).replace(/[^\0-\x7f]/g, escaped)
      const text = JSON.stringify(ascii)
      return { code: `export default JSON.parse(${text})`, moduleType: 'js' }
    },
  }
}

/**
 * What libraries pull in but greenroom never runs: highlighting, emoji names, JSON schemas, tables, encodings other than
 * UTF-8, entities of HTML 5, a second detection of colours, commander's subcommands in files.
 */
const unused: Record<string, string> = {
  'cli-highlight': 'export const highlight = (code) => code',
  'cli-table3': 'export default class Table {}',
  'node-emoji': 'export const get = () => undefined',
  'ajv/dist/2020.js': 'export class Ajv2020 {}',
  // for migrations, which conf is not asked for
  semver: 'export default {}',
  // of js-yaml only what reads
  'js-yaml': `export { loadAll } from ${JSON.stringify(resolve('node_modules/js-yaml/lib/loader.js'))}
    export { default as CORE_SCHEMA } from ${JSON.stringify(resolve('node_modules/js-yaml/lib/schema/core.js'))}`,
  'ajv-formats': 'export default { default: () => undefined }',
  '#supports-color': 'export default { stdout: false, stderr: false }',
  'entities/decode':
    'export class EntityDecoder {}; export const DecodingMode = {}; export const htmlDecodeTree = null; export const xmlDecodeTree = null; export const fromCodePoint = null',
  // conf is given a folder, and this looks for the user's home as soon as it is loaded, which not every user has
  'env-paths': 'export default () => ({})',
  chardet: "export const detect = () => 'utf8'",
  'iconv-lite':
    'export default { encodingExists: () => true, decode: (bytes) => new TextDecoder().decode(bytes) }',
}

function stubs(): Plugin {
  const prefix = '\0unused:'
  return {
    name: 'stubs',
    resolveId: {
      order: 'pre',
      handler(id, importer = '') {
        const isUnused = id in unused || (id === 'node:child_process' && /[\\/]commander[\\/]/.test(importer))
        return isUnused ? `${prefix}${id}` : null
      },
    },
    load: (id) => (id.startsWith(prefix) ? (unused[id.slice(prefix.length)] ?? 'export {}') : null),
  }
}

/** A getter, which rolldown makes of each export in case it changes. */
const getter =
  /Object\.defineProperty\(exports,"([\w$]+)",\{enumerable:!0,get:function\(\)\{return ([\w$]+|`[^`]*`)\}\}\)/g

/** Makes plain properties of what files export, which takes half a millisecond less: nothing here changes after it was made. */
function plainExports(): Plugin {
  return {
    name: 'plain exports',
    generateBundle(_options, bundle) {
      for (const each of Object.values(bundle))
        if (each.type === 'chunk') each.code = each.code.replace(getter, 'exports.$1=$2')
    },
  }
}

/** Writes the licences of all that is bundled to one file. */
function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((each) => (each.type === 'chunk' ? each.moduleIds : []))
      const folders = new Set(
        modules.flatMap(
          (id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/'))?.[0] ?? [],
        ),
      )
      const texts = [...folders].sort().map(licenceOf)
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENSES', source: texts.join('\n---\n\n') })
    },
  }
}

function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each))
  if (file === undefined) throw new Error(`${name} has no licence file`)
  return `${name} ${version} (${license})\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`
}

/**
 * What is loaded together becomes one file, as each file costs a third of a millisecond: what starts the program, what
 * reading a bank needs too, what every command begins with, what a rehearsal needs to show its first question, and what its prompts need.
 */
const together: Record<string, string[]> = {
  // secrets.ts is for debug.ts, which has to be loaded before the store
  start: ['src/main.ts', 'src/cli.ts', 'src/text/secrets.ts'],
  text: [
    'src/app/style.ts',
    'src/bank/ids.ts',
    'src/bank/key-points.ts',
    'src/bank/questions-to-ask.ts',
    'src/screens/columns.ts',
    'src/screens/json.ts',
    'src/screens/layout.ts',
    'src/screens/style.ts',
    'src/store/sources.ts',
    'src/terminal/color.ts',
    'src/text/duration.ts',
    'src/text/entities.ts',
    'src/text/safe-json.ts',
    'src/text/words.ts',
    'src/text/wrap.ts',
  ],
  session: [
    'src/app/context.ts',
    'src/app/questions.ts',
    'src/store/folder.ts',
    'src/store/home-folder.ts',
    'src/store/open.ts',
    'src/progress/picks.ts',
    'src/screens/tones.ts',
    'src/screens/words.ts',
    'data/leadership.md',
  ],
  rehearse: [
    'src/commands/drill.ts',
    'src/commands/greenroom.ts',
    'src/app/rehearse.ts',
    'src/app/run-rehearsal.ts',
    'src/screens/passages.ts',
    'src/terminal/live.ts',
    'src/terminal/signals.ts',
  ],
  // what lists and draws
  columns: ['src/screens/bar.ts', 'src/screens/spark.ts'],
  // for plain mode too
  heartbeat: ['src/terminal/heartbeat.ts', 'src/terminal/keeping.ts'],
  prompts: ['src/terminal/live-step.ts', 'src/terminal/live-key.ts'],
}

/** The file that a module goes to: the first in `together` whose roots need it. */
function partOf(id: string, graph: Graph): string | null {
  const holds = (root: string): boolean => needs(resolve(root), graph).has(id)
  return Object.entries(together).find(([, roots]) => roots.some(holds))?.[0] ?? null
}

type Graph = { getModuleInfo(id: string): { importedIds: string[] } | null }

const known = new Map<string, Set<string>>()

/** All modules that one needs before it can run. */
function needs(root: string, graph: Graph): Set<string> {
  const before = known.get(root)
  if (before) return before
  const found = new Set<string>()
  const visit = (id: string): void => {
    if (found.has(id)) return
    found.add(id)
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) visit(next)
  }
  visit(root)
  known.set(root, found)
  return found
}

export default defineConfig({
  input: { main: 'src/main.ts' },
  platform: 'node',
  preserveEntrySignatures: false,
  // scripts of shells, which are printed
  moduleTypes: { '.bash': 'text', '.zsh': 'text', '.fish': 'text', '.ps1': 'text' },
  plugins: [banks(), stubs(), plainExports(), licences()],
  output: {
    dir: 'dist',
    format: 'cjs',
    minify: true,
    // for `npm run trace`: neither packed nor named in what is packed
    sourcemap: 'hidden',
    cleanDir: true,
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: {
      groups: [{ name: partOf, debugName: 'together' }],
      includeDependenciesRecursively: false,
    },
  },
})
