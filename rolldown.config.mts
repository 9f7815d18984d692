import { readdirSync, readFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'rolldown'
import { readBank } from './src/bank/read.ts'

/** Banks that are shipped come as data: parsed when the program is built, not when it is started. */
function banks(): Plugin {
  return {
    name: 'banks',
    load(id) {
      if (!id.endsWith('.md')) return null
      const slug = id.slice(id.lastIndexOf('/') + 1, -'.md'.length)
      const bank = readBank(readFileSync(id, 'utf8'), { slug })
      const problem = bank.warnings[0]
      if (problem) throw new Error(`${id}:${problem.line}: ${problem.message}`)
      return { code: `export default ${JSON.stringify(bank)}`, moduleType: 'js' }
    },
  }
}

/**
 * What libraries pull in and greenroom never runs: highlighting, emoji by name, JSON schemas, tables drawn by others,
 * encodings other than UTF-8.
 */
const unused: Record<string, string> = {
  'cli-highlight': 'export const highlight = (code) => code',
  'cli-table3': 'export default class Table {}',
  'node-emoji': 'export const get = () => undefined',
  'ajv/dist/2020.js': 'export class Ajv2020 {}',
  'ajv-formats': 'export default { default: () => undefined }',
  chardet: "export const detect = () => 'utf8'",
  'iconv-lite':
    'export default { encodingExists: () => true, decode: (bytes) => new TextDecoder().decode(bytes) }',
}

function stubs(): Plugin {
  const prefix = '\0unused:'
  return {
    name: 'stubs',
    resolveId: (id) => (id in unused ? `${prefix}${id}` : null),
    load: (id) => (id.startsWith(prefix) ? (unused[id.slice(prefix.length)] ?? null) : null),
  }
}

/** Puts the licences of what is really bundled beside it. */
function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((each) => (each.type === 'chunk' ? each.moduleIds : []))
      const folders = new Set(
        modules.flatMap((id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []),
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

export default defineConfig({
  input: { main: 'src/main.ts' },
  platform: 'node',
  plugins: [banks(), stubs(), licences()],
  output: {
    dir: 'dist',
    format: 'cjs',
    minify: true,
    cleanDir: true,
    chunkFileNames: '[name]-[hash].js',
  },
})
