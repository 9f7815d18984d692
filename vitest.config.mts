import { readFileSync } from 'node:fs'
import { configDefaults, defineConfig, type Plugin } from 'vitest/config'
import { totals } from './test/totals.mts'

/** Shipped banks, read when they are imported; the build has them parsed, see `rolldown.config.mts`. */
const banks: Plugin = {
  name: 'banks',
  transform(_code, id) {
    if (!id.endsWith('.md')) return null
    const slug = id.slice(id.lastIndexOf('/') + 1, -'.md'.length)
    const text = JSON.stringify(readFileSync(id, 'utf8'))
    return `import { readBank } from '/src/import/read.ts'\nexport default readBank(${text}, { slug: '${slug}' })`
  },
}

export default defineConfig({
  plugins: [banks],
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/build.ts',
    setupFiles: 'test/setup.ts',
    // what the tests start, and none of them imports
    forceRerunTriggers: [...configDefaults.forceRerunTriggers, '**/src/main.ts', '**/bin/greenroom.js'],
    // to load the sources for each file takes longer than most of them
    isolate: false,
    pool: 'forks',
    maxWorkers: '100%',
    reporters: ['default', totals],
    // what hangs ends some time; no test is decided by the clock
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
})
