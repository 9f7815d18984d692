import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const system = process.platform === 'win32' ? 'win' : process.platform
/** The package of the npm registry that has Node itself for this machine. */
const packageName = `node-${system}-${process.arch}`

/**
 * Another Node than the one that runs this.
 * @typedef {{ version: string, path: string, name: string }} OtherNode
 */

/**
 * Other Nodes, by version such as `22`, each with its path or with the reason why it cannot be had.
 * @type {(versions: string[]) => (OtherNode | { version: string, reason: string })[]}
 */
export const otherNodes = (versions) => versions.map((version) => ({ version, ...installed(version) }))

/**
 * They are kept for the next run.
 * @param {string} version
 * @returns {Omit<OtherNode, "version"> | { reason: string }}
 */
function installed(version) {
  const folder = join(tmpdir(), 'greenroom-nodes', version)
  const path = join(folder, 'node_modules', packageName, 'bin', system === 'win' ? 'node.exe' : 'node')
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder]
    // a proxy or a mirror is configured in the environment, so it is passed on whole
    spawnSync('npm', ['install', ...flags, `${packageName}@${version}`], { stdio: 'ignore' })
  }
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' })
  if (status === 0) return { path, name: `Node ${stdout.trim().slice(1)}` }
  return {
    reason: `Node ${version} was not measured: npm install ${packageName}@${version} did not give one.`,
  }
}
