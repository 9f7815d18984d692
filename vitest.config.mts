import { readFileSync } from 'node:fs'
import { configDefaults, defineConfig, type Plugin, type TestProjectInlineConfiguration } from 'vitest/config'
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

/** Scripts of shells, as their text. */
const scripts: Plugin = {
  name: 'scripts',
  transform: (code, id) =>
    /\.(?:bash|zsh|fish|ps1)$/.test(id) ? `export default ${JSON.stringify(code)}` : null,
}

/** The tests that start processes. A small process starts others sooner, so that each file has one of its own. */
const starting = [
  'test/program/*.test.ts',
  'test/faults/{clocks,killed,operations,sync,together}.test.ts',
  'test/store/{processes,sync}.test.ts',
  'test/{dev,loaded,package}.test.ts',
]

const common: TestProjectInlineConfiguration['test'] = {
  setupFiles: 'test/setup.ts',
  pool: 'forks',
  maxWorkers: '100%',
  // what hangs ends some time; no test is decided by the clock, and fuzzing takes as long as it takes
  testTimeout: process.env.RUNS === undefined ? 600_000 : 0,
  hookTimeout: 600_000,
}

export default defineConfig(({ mode }) => ({
  test: {
    // a project does not know the mode that the command line names
    env: { FAULTS: mode === 'faults' ? 'all' : 'some' },
    globalSetup: 'test/build.ts',
    reporters: ['default', totals],
    // what the tests start, and none of them imports
    forceRerunTriggers: [...configDefaults.forceRerunTriggers, '**/src/main.ts', '**/bin/greenroom.js'],
    projects: [
      {
        // projects do not take it from here by themselves
        mode,
        plugins: [banks, scripts],
        test: {
          ...common,
          name: 'sources',
          include: ['test/**/*.test.ts'],
          // what needs sound cards, or what stands in for them: `npm run test:audio`
          exclude: [...starting, ...(mode === 'audio' ? [] : ['test/audio/**'])],
          // to load the sources for each file would take longer than most of them
          isolate: false,
        },
      },
      { mode, plugins: [banks, scripts], test: { ...common, name: 'program', include: starting } },
    ],
  },
}))
