import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { arch, cpus, release, totalmem, type } from 'node:os'
import { report } from './report.mjs'

export const resultsFile = 'docs/benchmarks.json'

/** The machine in words that say nothing of whose it is. */
export function machine() {
  const processors = cpus()
  const version = /^\d+\.\d+/.exec(release())?.[0] ?? ''
  return (
    `${processors[0]?.model.trim()}, ${processors.length} cores, ${Math.round(totalmem() / 2 ** 30)} GB of memory, ` +
    `${type()} ${version} on ${arch()}, Node ${process.versions.node}`
  )
}

/**
 * Keeps the result of one benchmark beside those of the others, and writes docs/benchmarks.md from all of them.
 * @param {string} name
 * @param {object} result
 */
export function keep(name, result) {
  const before = existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, 'utf8')) : {}
  const results = { ...before, [name]: result }
  writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`)
  writeFileSync('docs/benchmarks.md', report(results))
}
