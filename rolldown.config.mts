import { readFileSync } from 'node:fs'
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
  'node-emoji': 'export const emojify = (text) => text',
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

export default defineConfig({
  input: { main: 'src/main.ts' },
  platform: 'node',
  plugins: [banks(), stubs()],
  output: {
    dir: 'dist',
    format: 'cjs',
    minify: true,
    cleanDir: true,
    chunkFileNames: '[name]-[hash].js',
  },
})
