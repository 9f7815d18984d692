// Benchmarks that print ratios: npm run bench -- NAME
import { parseArgs } from 'node:util'
import { bank } from './bank.mjs'
import { growth } from './growth.mjs'
import { hostile } from './hostile.mjs'
import { journal } from './journal.mjs'
import { moved } from './moved.mjs'
import { plan } from './plan.mjs'
import { start } from './start.mjs'

/**
 * @typedef {{ write?: boolean, rounds?: number, quick?: boolean, node?: string[], others?: boolean }} Flags
 */

/** @type {Record<string, (flags: Flags) => Promise<void>>} */
const benchmarks = { start, growth, bank, journal, plan, hostile }

/**
 * `--write` puts the results into docs/; `--quick`, `--node 22` and `--others` (22 and 24) are for `start`.
 */
const options = /** @type {const} */ ({
  write: { type: 'boolean' },
  rounds: { type: 'string' },
  quick: { type: 'boolean' },
  node: { type: 'string', multiple: true },
  others: { type: 'boolean' },
})

/** @returns {{ names: string[], flags: Flags }} */
function read() {
  const { values, positionals: names } = parseArgs({ options, allowPositionals: true })
  const unknown = names.find((name) => !(name in benchmarks))
  if (names[0] !== 'moved' && unknown !== undefined) {
    const all = [...Object.keys(benchmarks), 'moved'].join(', ')
    throw new Error(`There is no benchmark "${unknown}". There are: ${all}.`)
  }
  const { rounds, ...flags } = values
  if (rounds === undefined) return { names, flags }
  if (!/^[1-9]\d*$/.test(rounds)) throw new Error(`--rounds takes a number, not "${rounds}".`)
  return { names, flags: { ...flags, rounds: Number(rounds) } }
}

/**
 * What was asked for cannot be done: said in its words, without a stack.
 * @template T
 * @param {() => T} action
 * @param {number} exitCode
 * @returns {T}
 */
function orSay(action, exitCode) {
  try {
    return action()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return process.exit(exitCode)
  }
}

const { names, flags } = orSay(read, 2)
if (names[0] === 'moved') orSay(() => moved(names.slice(1)), 1)
else for (const name of names.length > 0 ? names : Object.keys(benchmarks)) await benchmarks[name]?.(flags)
