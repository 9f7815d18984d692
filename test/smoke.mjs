// Packs the package, installs it without a network in an empty folder, and rehearses with it: npm run smoke
// With what is packed already: npm run smoke -- FILE
import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const { npm_execpath: npm = '', ...variables } = process.env
// on Windows npm and npx are scripts for a shell; what they start is the same everywhere
if (!npm) throw new Error('Start it with npm run smoke: npm says where it is.')
const npx = join(dirname(npm), 'npx-cli.js')

console.log(`Node ${process.versions.node} on ${process.platform}`)
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'greenroom-smoke-')))
const empty = join(folder, 'empty')
const env = {
  // what this npm tells its scripts of this package is not true of the folder
  ...Object.fromEntries(
    Object.entries(variables).filter(([name]) => !/^npm_(?!config_)|_prefix$/i.test(name)),
  ),
  GREENROOM_HOME: join(folder, 'home'),
}

/**
 * Runs it, shows what it says unless that is `quiet` and all went well, and gives it back.
 * @param {string} script
 * @param {string[]} args
 * @param {{ cwd?: string, input?: string, quiet?: boolean }} options
 */
function run(script, args, { cwd = empty, input = '', quiet = false } = {}) {
  console.log(`\n$ ${script === npm ? 'npm' : 'npx'} ${args.join(' ')}`)
  const { status, stdout, error } = spawnSync(process.execPath, [script, ...args], {
    cwd,
    env,
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  if (!quiet || status !== 0) process.stdout.write(stdout ?? '')
  if (status !== 0) throw error ?? new Error(`It ended with code ${status}.`)
  return stdout
}

/**
 * @param {string} what
 * @param {boolean} isSo
 */
function expect(what, isSo) {
  if (!isSo) throw new Error(`It is not so: ${what}.`)
  console.log(`✓ ${what}`)
}

/** @type {(args: string[], input?: string) => string} */
const greenroom = (args, input = '') => run(npx, ['--no-install', 'greenroom', ...args], { input })

/** @param {string} version */
function pack(version) {
  run(npm, ['pack', '--silent', '--pack-destination', folder], { cwd: process.cwd(), quiet: true })
  return join(folder, `greenroom-${version}.tgz`)
}

function smoke() {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const tarball = process.argv[2] ? resolve(process.argv[2]) : pack(version)

  mkdirSync(empty)
  writeFileSync(join(empty, 'package.json'), '{ "private": true }\n')
  run(npm, ['install', '--offline', '--no-audit', '--no-fund', tarball])
  const installed = readdirSync(join(empty, 'node_modules')).filter((name) => !name.startsWith('.'))
  expect('one package is installed', installed.join() === 'greenroom')

  expect('it has the version of the package', greenroom(['--version']) === `${version}\n`)
  const drill = greenroom(['drill', '1'], '\n\n3\n1 2\n\nname the number first\n')
  expect('an answer is saved', drill.includes('Saved.'))
  expect('it counts', greenroom(['stats']).startsWith('1 attempt on 1 day'))
}

try {
  smoke()
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
