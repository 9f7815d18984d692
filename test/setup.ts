import fc from 'fast-check'
import { path, runs, seed } from './chance.ts'

fc.configureGlobal({ seed, numRuns: runs(100), ...(path && { path }) })
