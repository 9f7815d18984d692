// Benchmarks that print ratios: npm run bench -- NAME
import { bank } from './bank.mjs'
import { journal } from './journal.mjs'
import { plan } from './plan.mjs'

const benchmarks = { bank, journal, plan }
const names = process.argv.slice(2).filter((each) => !each.startsWith('--'))
const flags = process.argv.slice(2).filter((each) => each.startsWith('--'))
const unknown = names.find((name) => !(name in benchmarks))
if (unknown !== undefined) {
  console.error(`There is no benchmark "${unknown}". There are: ${Object.keys(benchmarks).join(', ')}.`)
  process.exitCode = 2
} else {
  for (const name of names.length > 0 ? names : Object.keys(benchmarks)) await benchmarks[name](flags)
}
