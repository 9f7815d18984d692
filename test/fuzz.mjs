// Tries all properties with a fresh seed and 50 times the runs of the suite: npm run fuzz
// With new seeds until the time is over, or one fails: npm run fuzz -- --minutes 10
// With other numbers of runs: npm run fuzz -- --times 100
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '0' }, times: { type: 'string', default: '50' } },
})
const end = Date.now() + Number(values.minutes) * 60_000

const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => join('test', file))
  .filter((file) => readFileSync(file, 'utf8').includes('fc.assert('))

/** Tries all properties once; says how to see a failure again. */
function round() {
  const seed = String(randomInt(2 ** 31))
  console.log(`SEED=${seed} RUNS=${values.times}`)
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--bail', '1', ...files]
  const env = { ...process.env, SEED: seed, RUNS: values.times }
  const { status, stdout, stderr } = spawnSync(process.execPath, vitest, {
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  if (status === 0) return true
  console.log(stdout + stderr)
  const [, path] = /seed: -?\d+, path: "([\d:]+)"/.exec(stdout + stderr) ?? []
  console.log(`Failed with seed ${seed}${path === undefined ? '' : `, path ${path}`}. To try it again:`)
  const again = path === undefined ? `RUNS=${values.times}` : `FUZZ_PATH=${path}`
  console.log(`SEED=${seed} ${again} npx vitest run FILE -t NAME`)
  return false
}

do {
  if (!round()) process.exit(1)
} while (Date.now() < end)
