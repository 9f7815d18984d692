// Runs the program from the sources as they are, readable and with source maps: npm run dev -- drill 1
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { build } from 'rolldown'
import { loadConfig } from 'rolldown/config'

/**
 * Builds into a folder of its own for each run, so that a run that still goes on keeps its files.
 * @param {string} folder
 */
async function buildInto(folder) {
  const config = /** @type {import('rolldown').RolldownOptions} */ (await loadConfig('rolldown.config.mts'))
  await build({ ...config, output: { ...config.output, dir: folder, minify: false, sourcemap: true } })
}

/**
 * Runs it in this terminal, and returns its exit code.
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<number>}
 */
async function run(script, args) {
  const child = spawn(process.execPath, ['--enable-source-maps', script, ...args], { stdio: 'inherit' })
  // the terminal sends Ctrl-C and a hangup to both
  for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  /** @type {[number | null, NodeJS.Signals]} */
  const [code, signal] = /** @type {any} */ (await once(child, 'exit'))
  return code ?? 128 + constants.signals[signal]
}

const cache = 'node_modules/.cache'
mkdirSync(cache, { recursive: true })
const folder = realpathSync(mkdtempSync(join(cache, 'greenroom-dev-')))
try {
  await buildInto(folder)
  process.exitCode = await run(join(folder, 'main.js'), process.argv.slice(2))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
