import { defineConfig } from 'vitest/config'
import { totals } from './test/totals.ts'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/build.ts',
    reporters: ['default', totals],
    testTimeout: 30_000,
  },
})
